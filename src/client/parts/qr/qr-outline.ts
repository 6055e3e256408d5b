import { encode } from 'uqr';

/** A QR code for drawing. */
export interface QrOutline {
  /** Modules on a side, with the quiet zone. */
  size: number;
  /** The dark modules, as the `d` of one SVG path on a grid of one unit a module. */
  path: string;
}

/** Light modules around a QR code that scanners count on (ISO/IEC 18004). */
const quietZone = 4;

/** The QR code of a text. It can still be read with a seventh of it hidden by a scratch or a glare. */
export function qrOutline(text: string): QrOutline {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const runs = data.flatMap((row, y) => runsIn(row).map(([x, n]) => `M${x} ${y}h${n}v1h-${n}z`));
  return { size, path: runs.join('') };
}

/** Where dark modules stand next to one another in a row: first and how many. */
function runsIn(row: readonly boolean[]): [first: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
