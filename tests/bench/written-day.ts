import { parentsOf } from '../../src/client/data/parents.ts';
import { countIds } from '../../src/domain/ids.ts';
import { kindNamed } from '../../src/domain/records/kinds.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { createChance } from '../support/seed.ts';
import type { Moment } from './hotel-evening.ts';

/** Who wrote a day, on what, and what was wrong with its clock. */
export interface Author {
  device: string;
  person: string;
  /** When the day began, ms of true time. */
  beganAt: number;
  clock: DeviceClock;
  newId: () => string;
}

/** A device's clock: how far from the truth, ms, before and after it was set in the middle of the day. */
export interface DeviceClock {
  wrongBy: number;
  /** Since the day began, ms; from then on it is wrong by `thenBy`, and no offset is known. */
  jumpsAfterMs: number;
  thenBy: number;
}

/** The clocks of a hotel: most are nearly right, some minutes or hours off, a few set by hand meanwhile. */
export function clockOf(seed: number, device: number): DeviceClock {
  const chance = createChance(seed * 2003 + device);
  const spread = chance.happens(0.7) ? 30_000 : chance.happens(0.7) ? 900_000 : 8 * 3_600_000;
  const wrongBy = Math.round((chance.next() - 0.5) * 2 * spread);
  const doesJump = chance.happens(0.05);
  return {
    wrongBy,
    jumpsAfterMs: doesJump ? chance.below(8 * 3_600_000) : Infinity,
    thenBy: Math.round((chance.next() - 0.5) * 60_000),
  };
}

/**
 * A day's operations as the app writes them: counted from 1, each naming this device's earlier ones on its
 * fields, which are all still waiting (rule 1.6).
 */
export function writeDay(day: readonly Moment[], author: Author): Operation[] {
  const earlier = new Map<string, Operation[]>();
  const operations: Operation[] = [];
  for (const { afterMs, edits } of day) {
    const { clock } = author;
    const hasJumped = afterMs >= clock.jumpsAfterMs;
    const wall = author.beganAt + afterMs + (hasJumped ? clock.thenBy : clock.wrongBy);
    const ids = countIds(author.newId);
    for (const { stream, t, r, f } of edits) {
      const key = `${stream}|${t}|${r}`;
      const overlaid = earlier.get(key) ?? [];
      const operation: Operation = {
        v: 1,
        id: ids.next().value,
        dev: author.device,
        by: author.person,
        stream,
        t,
        r,
        sv: kindNamed(t)?.version ?? 1,
        f,
        p: parentsOf(Object.keys(f), {}, overlaid),
        wall,
        off: hasJumped ? null : -clock.wrongBy,
        clk: hasJumped ? 2 : 1,
        n: operations.length + 1,
      };
      earlier.set(key, [...overlaid, operation]);
      operations.push(operation);
    }
  }
  return operations;
}

/** The same day as a plain table, one line a change. */
export function csvOf(day: readonly Moment[], author: Pick<Author, 'person' | 'beganAt'>): string {
  const lines = ['place,who or what,value,minutes,note,by,at'];
  for (const { afterMs, edits } of day) {
    const at = new Date(author.beganAt + afterMs).toISOString();
    for (const { line } of edits) lines.push([...line, author.person, at].map(cell).join(','));
  }
  return `${lines.join('\n')}\n`;
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
