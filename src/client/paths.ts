/** The addresses of the app. Any of them may be opened cold and without a network. */
export const paths = {
  home: () => '/',
  /** The code travels behind the `#`, so that it never reaches a server's log. */
  enrol: (code?: string) => (code === undefined ? '/enrol' : `/enrol#${encodeURIComponent(code)}`),
  /** Making an invitation for somebody else. */
  invite: () => '/invite',
  training: (training: string) => `/trainings/${encodeURIComponent(training)}`,
  /** With a participant's id, the sheet opens where that person's mark is put right. */
  session: (training: string, session: string, participant?: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}` +
    (participant === undefined ? '' : `?participant=${encodeURIComponent(participant)}`),
  /** A training's people; with an id, everything known of one of them. */
  participants: (training: string, participant?: string) =>
    `/trainings/${encodeURIComponent(training)}/participants` +
    (participant === undefined ? '' : `/${encodeURIComponent(participant)}`),
  /** Calling everybody of a session by name. */
  rollCall: (training: string, session: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}/roll-call`,
  /** The session's line of the timetable, to be changed. */
  sessionForm: (training: string, session: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}/edit`,
  /** Every device of the training, for the hour at the hotel. */
  board: (training: string) => `/trainings/${encodeURIComponent(training)}/board`,
  /** Whether this device is ready for the days away. */
  leaving: () => '/leaving',
  /** What is still open when the day is over. */
  evening: () => '/evening',
  /** All profiles, for those who look after more than one. */
  libraries: () => '/libraries',
  /** A profile by its village's code; `draft` is the one begun before anybody was let in. */
  library: (village: string) => `/libraries/${encodeURIComponent(village)}`,
  libraryDraft: () => '/libraries/draft',
  /** With a field's key, the section opens where that is asked. */
  librarySection: (village: string, section: string, field?: string) =>
    `/libraries/${encodeURIComponent(village)}/sections/${encodeURIComponent(section)}` +
    (field === undefined ? '' : `?field=${encodeURIComponent(field)}`),
  libraryStandard: (village: string) => `/libraries/${encodeURIComponent(village)}/standard`,
  attention: () => '/attention',
  device: () => '/device',
  /** Everything ever written of a record, or of one field of it; `from` says where the way back leads. */
  history: (
    stream: string,
    kind: string,
    id: string,
    more: { from?: 'attention' | 'activity'; field?: string } = {},
  ) => {
    const path = `/history/${[stream, kind, id].map(encodeURIComponent).join('/')}`;
    const query = new URLSearchParams(more).toString();
    return query === '' ? path : `${path}?${query}`;
  },
  /** What was done on this device of late, and the way back. */
  changes: () => '/changes',
  /** Proof of what this device has sent. */
  receipts: () => '/receipts',
  /** All devices, for their coordinator; and one of them with what home holds of it. */
  devices: () => '/devices',
  deviceOfOthers: (device: string) => `/devices/${encodeURIComponent(device)}`,
} as const;

/** The same addresses as patterns for the router. */
export const routes = {
  home: '/',
  enrol: '/enrol',
  invite: '/invite',
  training: '/trainings/:training',
  session: '/trainings/:training/sessions/:session',
  participants: '/trainings/:training/participants/:participant?',
  rollCall: '/trainings/:training/sessions/:session/roll-call',
  sessionForm: '/trainings/:training/sessions/:session/edit',
  board: '/trainings/:training/board',
  leaving: '/leaving',
  evening: '/evening',
  libraries: '/libraries',
  library: '/libraries/:village',
  librarySection: '/libraries/:village/sections/:section',
  libraryStandard: '/libraries/:village/standard',
  attention: '/attention',
  device: '/device',
  history: '/history/:stream/:kind/:id',
  changes: '/changes',
  receipts: '/receipts',
  devices: '/devices',
  deviceOfOthers: '/devices/:device',
} as const;
