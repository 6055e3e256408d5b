import { countsAsPresent, type AttendedSession } from '../attendance-summary.ts';

/**
 * How somebody stands against the attendance a training asks for. `unset`: nobody has said how much that
 * is. `met` and `missed`: so, whatever is still to come. `open`: it depends on what is not recorded yet.
 */
export type CertificateStanding = 'unset' | 'met' | 'missed' | 'open';

/**
 * Judges all sessions of one person, those to come included. `minimum` is a share in percent, 0 to 100.
 * Sessions weigh by their JP when each that takes place has one, else all the same.
 */
export function certificateStanding(
  sessions: Iterable<AttendedSession>,
  minimum: number | undefined,
): CertificateStanding {
  if (minimum === undefined) return 'unset';
  const held = [...sessions].filter(({ isHeld }) => isHeld);
  const byHours = held.every(({ jp }) => jp !== undefined && jp > 0);
  let [attended, open, whole] = [0, 0, 0];
  for (const { mark, jp } of held) {
    const weight = byHours && jp !== undefined ? jp : 1;
    whole += weight;
    if (!mark) open += weight;
    else if (countsAsPresent(mark.status)) attended += weight;
  }
  if (whole === 0) return 'open';
  const needed = (minimum / 100) * whole;
  // A share such as 2/3 of 3 must not fail by the last bit.
  const isEnough = (weight: number) => weight >= needed - 1e-9;
  if (isEnough(attended)) return 'met';
  return isEnough(attended + open) ? 'open' : 'missed';
}
