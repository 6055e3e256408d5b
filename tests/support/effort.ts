/** True in the long run, `npm run torture`; a short one has a share of each. */
export const isTorture = process.env['TORTURE'] === '1';

/** What belongs to this run: how much of something, or which. */
export function effort<T>({ share, whole }: { share: T; whole: T }): T {
  return isTorture ? whole : share;
}
