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
  /** Everything ever written of a record; `from` says where the way back leads. */
  history: (stream: string, kind: string, id: string, from?: 'attention') =>
    `/history/${[stream, kind, id].map(encodeURIComponent).join('/')}` +
    (from === undefined ? '' : `?from=${from}`),
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
  /** What else lies below a training: training-paths.ts. */
  ofTraining: '/trainings/:training/*',
  libraries: '/libraries',
  library: '/libraries/:village',
  librarySection: '/libraries/:village/sections/:section',
  libraryStandard: '/libraries/:village/standard',
  attention: '/attention',
  device: '/device',
  history: '/history/:stream/:kind/:id',
  receipts: '/receipts',
  devices: '/devices',
  deviceOfOthers: '/devices/:device',
} as const;
