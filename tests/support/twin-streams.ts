import fc from 'fast-check';
import type { Verdict } from '../../src/protocol/messages.ts';
import type { RecordState } from '../../src/protocol/merge.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { noon, openHome, push, report, type TestHome } from './home.ts';
import { operation } from './operations.ts';
import { expectedHeads } from './oracle.ts';

/**
 * One home with streams in pairs: the same lines are delivered to both in different ways, and what comes of
 * it is compared to the byte.
 */
export interface TwinHome {
  home: TestHome;
  people: Record<Person, { id: string; token: string }>;
  /** Opens two streams in which Amina may write, and nobody else but the koordinator. */
  openTwins(): Promise<[Twin, Twin]>;
  close(): Promise<void>;
}

/** One of two streams, and the device that everything in it was written on. */
export interface Twin {
  stream: string;
  device: string;
}

/**
 * Kartini coordinates the programme, Amina may write. Dewi may coordinate, and Rini write, as soon as
 * that was said. Budi may not, unless somebody accepts it; nobody vouches for the stranger.
 */
export type Person = 'kartini' | 'amina' | 'dewi' | 'rini' | 'budi' | 'stranger';

export const twinNow = noon + 3_600_000;

export async function openTwinHome(): Promise<TwinHome> {
  const home = await openHome();
  const letIn = async (name: string, role: 'koordinator' | 'fasilitator', stream: string) => {
    const { person, token } = await home.letIn(role, { name, stream }, `of-${name}`);
    return { id: person.id, token };
  };
  const people = {
    kartini: await letIn('kartini', 'koordinator', 'programme'),
    amina: await letIn('amina', 'fasilitator', 'training:elsewhere'),
    dewi: await letIn('dewi', 'fasilitator', 'training:elsewhere'),
    rini: await letIn('rini', 'fasilitator', 'training:elsewhere'),
    budi: await letIn('budi', 'fasilitator', 'training:elsewhere'),
    stranger: { id: 'stranger', token: '' },
  };
  home.now = twinNow;
  let opened = 0;

  async function openTwin(): Promise<Twin> {
    opened += 1;
    const twin = { stream: `training:twin-${opened}`, device: `device-${opened}` };
    const line = (t: string, r: string, f: Operation['f'], id: string) =>
      operation({ ...twin, dev: twin.device, id, t, r, f, by: people.kartini.id, wall: noon });
    const training = line('training', `twin-${opened}`, { name: 'Bimtek' }, idOf('opening', 0));
    const place = line('member', people.amina.id, { role: 'fasilitator' }, idOf('opening', 1));
    await push(home, people.kartini.token, [training, place], report(home, 'of-kartini'));
    return twin;
  }

  return {
    home,
    people,
    openTwins: async () => [await openTwin(), await openTwin()],
    close: () => home.close(),
  };
}

/** One line of a history. Others are named by their place in it. */
export type Act =
  | {
      does: 'edit';
      by: Person;
      record: number;
      fields: ('name' | 'phone' | 'deleted')[];
      sees: number[];
      /** `later` sets a field that no version knows yet. */
      is: 'sound' | 'invalid' | 'later';
      minute: number;
    }
  | { does: 'decide'; by: Person; on: number; outcome: 'accept' | 'decline' | 'withdraw' | null }
  | { does: 'admit'; whom: 'dewi' | 'rini'; is: 'sound' | 'later' };

const edit: fc.Arbitrary<Act> = fc.record({
  does: fc.constant('edit' as const),
  by: fc.constantFrom<Person>(
    'amina',
    'amina',
    'amina',
    'dewi',
    'rini',
    'budi',
    'budi',
    'stranger',
  ),
  record: fc.nat(2),
  fields: fc.uniqueArray(fc.constantFrom('name', 'phone', 'deleted'), { minLength: 1 }),
  sees: fc.uniqueArray(fc.nat(19), { maxLength: 4 }),
  is: fc.constantFrom('sound', 'sound', 'sound', 'sound', 'sound', 'sound', 'invalid', 'later'),
  minute: fc.nat(9),
});

/** Whoever is let in later is never declined: rule 4.8 judges only what is undecided, and so asks for the order. */
const decision: fc.Arbitrary<Act> = fc.record({
  does: fc.constant('decide' as const),
  by: fc.constantFrom<Person>('kartini', 'kartini', 'dewi', 'budi', 'amina'),
  on: fc.nat(19),
  outcome: fc.constantFrom('accept', 'accept', 'decline', 'withdraw', null),
});

const place: fc.Arbitrary<Act> = fc.record({
  does: fc.constant('admit' as const),
  whom: fc.constantFrom('dewi', 'rini'),
  is: fc.constant('sound' as const),
});

export const anyHistory: fc.Arbitrary<Act[]> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: edit },
      { weight: 4, arbitrary: decision },
      { weight: 1, arbitrary: place },
    ),
    { minLength: 2, maxLength: 20 },
  )
  .map(acts => acts.filter(act => isFree(act, acts)));

function isFree(act: Act, acts: readonly Act[]): boolean {
  if (act.does !== 'decide' || act.outcome === 'accept') return true;
  const target = acts[act.on];
  return target === undefined || !['dewi', 'rini'].includes(authorOf(target));
}

/** Whoever is let in later gets the place from whoever coordinates by then. */
function authorOf(act: Act): Person {
  if (act.does !== 'admit') return act.by;
  return act.whom === 'dewi' ? 'kartini' : 'dewi';
}

/** An order of arrival, and where batches end. */
export const anyOrder = fc.record({
  ranks: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
  batches: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
});

export function inOrder<T>(lines: readonly T[], ranks: readonly number[]): T[] {
  return lines
    .map((line, index) => ({ line, rank: ranks[index] ?? 0 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ line }) => line);
}

export const idOf = (history: string | number, index: number) =>
  `${String(history === 'opening' ? 0 : history).padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The lines of a history as they are written in one of the twins. */
export function linesOf(
  acts: readonly Act[],
  { stream, device: dev }: Twin,
  people: TwinHome['people'],
  history: number,
): Operation[] {
  return acts.map((act, index) => {
    const common = { id: idOf(history, index), dev, n: index + 10, stream, wall: noon + 60_000 };
    if (act.does === 'admit') {
      return operation({
        ...common,
        by: people[authorOf(act)].id,
        t: 'member',
        r: people[act.whom].id,
        f: {
          role: act.whom === 'dewi' ? 'koordinator' : 'fasilitator',
          ...(act.is === 'later' && { hobby: 'mancing' }),
        },
      });
    }
    if (act.does === 'decide') {
      return operation({
        ...common,
        by: people[act.by].id,
        t: 'decision',
        r: idOf(history, act.on),
        f: { outcome: act.outcome },
        wall: common.wall + index,
      });
    }
    const seen = act.sees.filter(at => {
      const other = acts[at];
      return at !== index && other?.does === 'edit' && other.record === act.record;
    });
    const p = act.fields.map(field => {
      const ofField = seen.filter(at => {
        const other = acts[at];
        return field === 'deleted' || (other?.does === 'edit' && other.fields.includes(field));
      });
      return [field, ofField.map(at => idOf(history, at))];
    });
    const sound = { name: `name ${index}`, phone: `${index}`, deleted: index % 3 > 0 };
    return operation({
      ...common,
      by: people[act.by].id,
      t: 'participant',
      r: `p${act.record}`,
      f: {
        ...Object.fromEntries(
          act.fields.map(field => [field, act.is === 'invalid' ? ['?'] : sound[field]]),
        ),
        ...(act.is === 'later' && { hobby: 'mancing' }),
      },
      p: Object.fromEntries(p) as Operation['p'],
      wall: noon + (act.minute + 1) * 60_000,
    });
  });
}

/** Which lines are admitted in the end, from the words of chapter 4 alone: what follows from what, until nothing more does. */
export function admittedOf(acts: readonly Act[]): Set<number> {
  const admitted = new Set<number>();
  const some = (is: (act: Act) => boolean) => acts.some((act, at) => admitted.has(at) && is(act));
  const isLetIn = (whom: Person) => some(act => act.does === 'admit' && act.whom === whom);
  const coordinates = (by: Person) => by === 'kartini' || (by === 'dewi' && isLetIn('dewi'));
  const hasRight = (act: Act) => {
    if (act.does === 'admit') return coordinates(authorOf(act));
    if (act.does === 'edit') return coordinates(act.by) || act.by === 'amina' || isLetIn(act.by);
    return act.outcome === 'withdraw' || act.outcome === null || coordinates(act.by);
  };
  for (let before = -1; before !== admitted.size;) {
    before = admitted.size;
    acts.forEach((act, index) => {
      const isAccepted = some(
        it => it.does === 'decide' && it.on === index && it.outcome === 'accept',
      );
      const isSound = act.does === 'decide' || act.is === 'sound';
      if (isSound && (hasRight(act) || isAccepted)) admitted.add(index);
    });
  }
  return admitted;
}

/** The heads of each participant, worked out plainly. */
export function expectedIn(acts: readonly Act[], lines: readonly Operation[]) {
  const records: Record<string, Record<string, string[]>> = {};
  const admitted = admittedOf(acts);
  lines.forEach((line, index) => {
    if (line.t !== 'participant' || !admitted.has(index)) return;
    records[line.r] ??= expectedHeads(
      lines.flatMap((other, at) =>
        other.t === 'participant' && other.r === line.r
          ? [{ ...other, stamp: other.wall, isAdmitted: admitted.has(at) }]
          : [],
      ),
    );
  });
  return records;
}

/** Delivers lines in batches of a few, by Amina's hand, with everybody's token. */
export async function deliver(
  { home, people }: TwinHome,
  lines: readonly unknown[],
  batches: readonly number[] = [500],
): Promise<Verdict[]> {
  const tokens = Object.values(people).flatMap(({ token }) => (token ? [token] : []));
  const results: Verdict[] = [];
  for (let at = 0, turn = 0; at < lines.length; turn += 1) {
    const size = batches[turn % batches.length] ?? 1;
    const device = report(home, 'of-amina', tokens);
    const answer = await push(home, people.amina.token, lines.slice(at, at + size), device);
    results.push(...answer.results);
    at += size;
  }
  return results;
}

/** All that can be seen of a stream, its own names taken out, in an order of its own. */
export async function observe({ home, people }: TwinHome, { stream, device }: Twin) {
  const head = (await home.store.readHeads()).get(stream) ?? 0;
  // What home itself wrote as the stream was opened has ids of its own.
  const records = (await home.store.readChanges({ stream, from: 0, to: head })).filter(
    ({ record }) => record !== people.kartini.id,
  );
  const places = [
    ...['p0', 'p1', 'p2'].map(record => ({ stream, kind: 'participant', record })),
    ...Object.values(people).map(({ id }) => ({ stream, kind: 'member', record: id })),
  ];
  const known = await home.store.findOperationsOf(places);
  const decisions = known.map(({ key }) => ({ stream, kind: 'decision', record: key }));
  const operations = [...known, ...(await home.store.findOperationsOf(decisions))];
  const apart = await home.store.findEverApart(operations);
  const text = JSON.stringify({
    states: byKey(
      records
        .filter(({ kind }) => kind !== 'training')
        .map(({ kind, record, state }): [string, string] => [`${kind} ${record}`, state]),
    ),
    operations: operations
      .filter(({ author }) => author !== 'home')
      .map(({ key, verdict, code, stamp, isClockUncertain, author }) =>
        [key, verdict, code, stamp, isClockUncertain, author].join(' '),
      )
      .sort(),
    apart: byKey(
      apart
        .filter(({ seq }) => seq === null)
        .map(({ key, outcome, note }) => [key, { outcome, note }]),
    ),
  });
  return JSON.parse(text.replaceAll(stream, 'the stream').replaceAll(device, 'the device')) as {
    /** The text of each state, as it goes down. */
    states: Record<string, string>;
  };
}

/** The ids of the heads of each field of each participant, as home holds them. */
export function headsIn({ states }: { states: Record<string, string> }) {
  const participants = Object.entries(states).filter(([key]) => key.startsWith('participant '));
  return Object.fromEntries(
    participants.map(([key, state]) => [
      key.slice('participant '.length),
      Object.fromEntries(
        Object.entries(JSON.parse(state) as RecordState).map(([field, { h }]) => [
          field,
          h.map(({ o }) => o),
        ]),
      ),
    ]),
  );
}

function byKey<T>(entries: (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
