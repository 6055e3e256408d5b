/** Addresses of screens that no first screen leads to by itself: kept out of what is fetched first. */
export const laterPaths = {
  /** All checklists of a training, and one of them. */
  checklists: (training: string) => `/trainings/${encodeURIComponent(training)}/checklists`,
  checklist: (training: string, checklist: string) =>
    `/trainings/${encodeURIComponent(training)}/checklists/${encodeURIComponent(checklist)}`,
  /** A training that is not there yet; one's own facts; who may do what in it. */
  newTraining: () => '/trainings/new',
  trainingForm: (training: string) => `/trainings/${encodeURIComponent(training)}/edit`,
  rights: (training: string) => `/trainings/${encodeURIComponent(training)}/people`,
  /** Taking over a list of people, and cards with an invitation for each. */
  importPeople: (training: string) => `/trainings/${encodeURIComponent(training)}/import`,
  invitationCards: (training: string) => `/trainings/${encodeURIComponent(training)}/invitations`,
  /** All that people recorded differently in a training. */
  differences: (training: string) => `/trainings/${encodeURIComponent(training)}/differences`,
  /** A day's signature round. */
  signatures: (training: string, day: string) =>
    `/trainings/${encodeURIComponent(training)}/days/${encodeURIComponent(day)}/signatures`,
  /** Everybody's badges, to be printed; and one person's, to be held up on a phone. */
  badges: (training: string) => `/trainings/${encodeURIComponent(training)}/badges`,
  badge: (training: string, participant: string) =>
    `/trainings/${encodeURIComponent(training)}/participants/${encodeURIComponent(participant)}/badge`,
  /** Checking in by camera. */
  scan: (training: string, session: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}/scan`,
  /** Who recorded what, on which device, for coordinators: in a training, and in a kabupaten's libraries. */
  activity: (training: string) => `/trainings/${encodeURIComponent(training)}/activity`,
  activityOfRegion: (regency: string) => `/regions/${encodeURIComponent(regency)}/activity`,
  /** The templates of checklists, for coordinators; and one of them (`new` begins another). */
  templates: () => '/checklist-templates',
  template: (template: string) => `/checklist-templates/${encodeURIComponent(template)}`,
  /** Visits to village libraries; those of one village; one of them, by its day. */
  visits: () => '/visits',
  visitsOf: (village: string) => `/visits/${encodeURIComponent(village)}`,
  visit: (village: string, day: string) =>
    `/visits/${encodeURIComponent(village)}/${encodeURIComponent(day)}`,
} as const;

/** The same addresses as patterns. */
export const laterRoutes = {
  checklists: '/trainings/:training/checklists',
  checklist: '/trainings/:training/checklists/:checklist',
  newTraining: '/trainings/new',
  trainingForm: '/trainings/:training/edit',
  rights: '/trainings/:training/people',
  importPeople: '/trainings/:training/import',
  invitationCards: '/trainings/:training/invitations',
  differences: '/trainings/:training/differences',
  signatures: '/trainings/:training/days/:day/signatures',
  badges: '/trainings/:training/badges',
  badge: '/trainings/:training/participants/:participant/badge',
  scan: '/trainings/:training/sessions/:session/scan',
  activity: '/trainings/:training/activity',
  activityOfRegion: '/regions/:regency/activity',
  templates: '/checklist-templates',
  template: '/checklist-templates/:template',
  visits: '/visits',
  visitsOf: '/visits/:village',
  visit: '/visits/:village/:day',
} as const;
