/** Addresses below a training's that are wanted on its days. Any of them may be opened cold and without a network. */
export const trainingPaths = {
  /** A day's signature round. */
  signatures: (training: string, day: string) => `${below(training)}/days/${day}/signatures`,
  /** Everybody's badges, to be printed. */
  badges: (training: string) => `${below(training)}/badges`,
  /** One person's badge, to be held up on a phone. */
  badge: (training: string, participant: string) =>
    `${below(training)}/participants/${encodeURIComponent(participant)}/badge`,
  /** Checking in by camera. */
  scan: (training: string, session: string) =>
    `${below(training)}/sessions/${encodeURIComponent(session)}/scan`,
} as const;

/** The same addresses as patterns for the router, behind the training's own. */
export const trainingRoutes = {
  signatures: '/days/:day/signatures',
  badges: '/badges',
  badge: '/participants/:participant/badge',
  scan: '/sessions/:session/scan',
} as const;

const below = (training: string) => `/trainings/${encodeURIComponent(training)}`;
