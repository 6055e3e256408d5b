/** Addresses of screens that no first screen leads to by itself: kept out of what is fetched first. */
export const laterPaths = {
  /** All checklists of a training, and one of them. */
  checklists: (training: string) => `/trainings/${encodeURIComponent(training)}/checklists`,
  checklist: (training: string, checklist: string) =>
    `/trainings/${encodeURIComponent(training)}/checklists/${encodeURIComponent(checklist)}`,
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
  templates: '/checklist-templates',
  template: '/checklist-templates/:template',
  visits: '/visits',
  visitsOf: '/visits/:village',
  visit: '/visits/:village/:day',
} as const;
