/** True in the long run, `npm run torture`; a short one has a share of each. */
export const isTorture = process.env['TORTURE'] === '1';

/** How much of something this run does. */
export function effort({ share, whole }: { share: number; whole: number }): number {
  return isTorture ? whole : share;
}
