import { paths, protocolVersion } from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { createChance, type Chance } from '../support/seed.ts';
import { connect, sendUntilTaken } from './connection.ts';
import { reportOf, type Enrolled } from './hotel.ts';

/** What a server is filled with: marks on sheets of 40, one after the other. */
export interface Filling {
  stream: string;
  writers: readonly Enrolled[];
  seed: number;
  /** One in so many operations edits the record before it; 0 for none, so that each makes a record. */
  editEvery: number;
}

/** Goes on filling where it stopped, on whichever server holds what went before. */
export interface Filler {
  /** Delivers operations until there are so many. Throws if `by` (ms of `performance.now`) comes first. */
  fillTo(url: string, total: number, by?: number): Promise<void>;
  /** Writes the next ones without delivering them. */
  next(count: number): Operation[];
  /** The session of the sheet that was begun last. */
  lastSession(): string;
}

const batchSize = 500;
const inFlight = 8;
const people = 40;

export function createFiller({ stream, writers, seed, editEvery }: Filling): Filler {
  const chance = createChance(seed);
  const participants = Array.from({ length: people }, () => chance.uuid());
  const counters = writers.map(() => 0);
  let made = 0;
  let records = 0;
  let session = '';
  let before: Operation | undefined;
  let turn = 0;

  function write(writer: number): Operation {
    const author = writers[writer] as Enrolled;
    made += 1;
    counters[writer] = (counters[writer] ?? 0) + 1;
    const isEdit = editEvery > 0 && made % editEvery === 0 && before !== undefined;
    if (!isEdit) {
      if (records % people === 0) session = chance.uuid();
      records += 1;
    }
    const r = isEdit && before ? before.r : `${session}:${participants[records % people]}`;
    before = {
      v: 1,
      id: chance.uuid(),
      dev: author.device,
      by: author.person,
      stream,
      t: 'attendance',
      r,
      sv: 1,
      f: { mark: markOf(chance) },
      p: { mark: isEdit && before ? [before.id] : [] },
      wall: author.enrolledAt + 300_000 + made * 37,
      off: 0,
      clk: 1,
      n: counters[writer],
    };
    return before;
  }

  function writeBatch(count: number): { author: Enrolled; operations: Operation[] } {
    const writer = turn % writers.length;
    turn += 1;
    const operations = Array.from({ length: count }, () => write(writer));
    return { author: writers[writer] as Enrolled, operations };
  }

  async function fillTo(url: string, total: number, by = Infinity): Promise<void> {
    const connection = connect(url, inFlight);
    async function deliver(): Promise<void> {
      while (made < total) {
        if (performance.now() > by) throw new Error(`filling was too slow: ${made} of ${total}`);
        const { author, operations } = writeBatch(Math.min(batchSize, total - made));
        const request = pushOf(author, operations);
        const answer = await sendUntilTaken(connection, request, Math.random);
        const { results } = JSON.parse(answer.body.toString()) as { results: { s: string }[] };
        if (!results.every(({ s }) => s === 'ok'))
          throw new Error(`refused while filling: ${answer.body.toString().slice(0, 300)}`);
      }
    }
    await Promise.all(Array.from({ length: inFlight }, deliver));
    connection.close();
  }

  return { fillTo, next: count => writeBatch(count).operations, lastSession: () => session };
}

/** The plainest push there is, which home takes for ever (rule 5.4). */
export function pushOf(author: Enrolled, operations: readonly Operation[]) {
  const device = reportOf(author.device, { now: Date.now(), clk: 1 }, operations.length);
  return {
    path: paths.push,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      // Packing is left out: filling is not what is measured.
      'Accept-Encoding': 'identity',
      Authorization: `Bearer ${author.token}`,
    },
    body: Buffer.from(JSON.stringify({ proto: protocolVersion, device, ops: operations })),
  };
}

function markOf(chance: Chance): { status: string; minutes?: number } {
  if (chance.happens(0.9)) return { status: 'hadir' };
  if (chance.happens(0.5)) return { status: 'terlambat', minutes: 5 + chance.below(55) };
  return { status: chance.pick(['izin', 'sakit', 'alpa']) };
}
