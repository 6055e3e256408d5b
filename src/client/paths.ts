/** The addresses of the app. Any of them may be opened cold and without a network. */
export const paths = {
  home: () => '/',
  /** The code travels behind the `#`, so that it never reaches a server's log. */
  enrol: (code?: string) => (code === undefined ? '/enrol' : `/enrol#${encodeURIComponent(code)}`),
  /** Making an invitation for somebody else. */
  invite: () => '/invite',
  /** A library's profile that is begun before anybody was let in. */
  libraryDraft: () => '/library/draft',
  training: (training: string) => `/trainings/${encodeURIComponent(training)}`,
  /** With a participant's id, the sheet opens where that person's mark is put right. */
  session: (training: string, session: string, participant?: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}` +
    (participant === undefined ? '' : `?participant=${encodeURIComponent(participant)}`),
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
  libraryDraft: '/library/draft',
  training: '/trainings/:training',
  session: '/trainings/:training/sessions/:session',
  attention: '/attention',
  device: '/device',
  history: '/history/:stream/:kind/:id',
  receipts: '/receipts',
  devices: '/devices',
  deviceOfOthers: '/devices/:device',
} as const;
