import type { Operation } from '../../src/protocol/operation.ts';
import { mutate } from './random-json.ts';
import type { Chance } from './seed.ts';

/** Who may be said to have written a line, and on which device. */
export interface LineAuthor {
  by: string;
  dev: string;
}

type Saying = Pick<Operation, 't' | 'r' | 'f'> & { stream?: string };

const sayings: ((chance: Chance, ids: readonly string[]) => Saying)[] = [
  chance => mark(chance),
  chance => mark(chance),
  chance => mark(chance),
  chance => ({
    t: 'participant',
    r: `p${chance.below(4)}`,
    f: { name: `Nama ${chance.below(9)}` },
  }),
  chance => ({
    t: 'participant',
    r: `p${chance.below(4)}`,
    f: { deleted: chance.happens(0.7) },
  }),
  chance => ({
    t: 'session',
    r: `s${chance.below(3)}`,
    f: { title: 'Sesi', jp: chance.below(9) },
  }),
  (chance, ids) => ({
    t: 'decision',
    r: ids.length > 0 ? chance.pick(ids) : chance.uuid(),
    f: { outcome: chance.pick(['accept', 'decline', 'withdraw', null]) },
  }),
  chance => ({
    t: 'member',
    r: chance.pick(['nobody', 'somebody']),
    f: { role: chance.pick(['fasilitator', 'koordinator', null]) },
  }),
  chance => ({ ...mark(chance), stream: `training:t${2 + chance.below(3)}` }),
  chance => ({ ...mark(chance), t: 'hologram' }),
];

function mark(chance: Chance): Saying {
  const f = { mark: { status: chance.pick(['hadir', 'izin', 'sakit', 'alpa']) } };
  return { t: 'attendance', r: `s${chance.below(3)}:p${chance.below(4)}`, f };
}

/** A line as a device would write it, naming some of what was written before of the same record. */
export function randomLine(
  chance: Chance,
  { by, dev }: LineAuthor,
  { n, now, earlier }: { n: number; now: number; earlier: readonly Operation[] },
): Operation {
  const said = chance.pick(sayings)(
    chance,
    earlier.map(({ id }) => id),
  );
  const { t, r, f, stream = 'training:t1' } = said;
  const seen = earlier.filter(it => it.stream === stream && it.t === t && it.r === r);
  const p = Object.keys(f).map(field => {
    const setters = seen.filter(it => field === 'deleted' || field in (it.f ?? {}));
    return [field, setters.filter(() => chance.happens(0.4)).map(({ id }) => id)] as const;
  });
  return {
    v: 1,
    id: chance.uuid(),
    dev,
    n,
    by,
    stream,
    t,
    r,
    sv: 1,
    f,
    p: Object.fromEntries(p.map(([field, ids]) => [field, ids.slice(-50)])),
    wall: now - chance.below(3_600_000),
    off: chance.happens(0.2) ? null : 0,
    clk: chance.below(3),
  };
}

/** A batch as a confused device might send it: good lines, spoiled ones, repeated ones, ids used again. */
export function randomBatch(
  chance: Chance,
  authors: readonly LineAuthor[],
  sofar: { n: number; now: number; earlier: readonly Operation[] },
): unknown[] {
  const lines: unknown[] = [];
  for (let left = chance.below(9); left > 0; left -= 1) {
    const line = randomLine(chance, chance.pick(authors), { ...sofar, n: sofar.n + left });
    const dice = chance.next();
    if (dice < 0.5) lines.push(line);
    else if (dice < 0.8) lines.push(mutate(chance, line));
    else if (dice < 0.87 && sofar.earlier.length > 0) lines.push(chance.pick(sofar.earlier));
    else if (dice < 0.94 && sofar.earlier.length > 0) {
      const { id, stream } = chance.pick(sofar.earlier);
      lines.push({ ...line, id, stream });
    } else lines.push(line, line, { ...line, n: line.n + 1 });
  }
  return lines;
}
