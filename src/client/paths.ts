/** The addresses of the app. Any of them may be opened cold and without a network. */
export const paths = {
  home: () => '/',
  /** The code travels behind the `#`, so that it never reaches a server's log. */
  enrol: (code?: string) => (code === undefined ? '/enrol' : `/enrol#${encodeURIComponent(code)}`),
  training: (training: string) => `/trainings/${encodeURIComponent(training)}`,
  session: (training: string, session: string) =>
    `/trainings/${encodeURIComponent(training)}/sessions/${encodeURIComponent(session)}`,
  attention: () => '/attention',
  device: () => '/device',
} as const;

/** The same addresses as patterns for the router. */
export const routes = {
  home: '/',
  enrol: '/enrol',
  training: '/trainings/:training',
  session: '/trainings/:training/sessions/:session',
  attention: '/attention',
  device: '/device',
} as const;
