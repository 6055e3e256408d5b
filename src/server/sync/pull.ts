import { Problem } from '../../domain/problem.ts';
import { readScope } from '../../domain/stream.ts';
import { createRecordPacker } from '../../protocol/lean-messages.ts';
import { shownValue, type RecordState } from '../../protocol/merge.ts';
import {
  limits,
  oldestSchema,
  pushForms,
  type PullEnd,
  type PullRequest,
} from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { findOwnIds } from '../accounts/own-devices.ts';
import { readScopes, type Scope } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredRecord } from '../store/store.ts';
import { readResolutions } from './resolutions.ts';

/** Counters looked at once: so a large stream is never in memory whole, however slowly its reader takes it. */
const stretch = 2_000;

/**
 * Answers with what changed in everything the caller may read, line by line as it is read (rules 6.1 to
 * 6.4). What may be refused is refused before the first line: throws `epoch-changed` when the cursors are
 * not of this store's present life, `device-revoked` and `upgrade-needed`.
 */
export async function pull(
  home: Home,
  caller: Caller,
  request: PullRequest,
): Promise<AsyncGenerator<string>> {
  const { store, clock } = home;
  const epoch = await store.readEpoch();
  // Before all else: who may not read, or not yet, has work to deliver again all the same (rule 6.7).
  if (request.epoch !== undefined && request.epoch !== epoch)
    throw new Problem('epoch-changed', { epoch });
  assertMayRead(caller);
  if (request.schema < oldestSchema) throw new Problem('upgrade-needed');
  const granted = await readScopes(store, caller.person, clock());
  const heads = await store.readHeads();
  for (const { id, cursor } of granted.map(withCursor)) {
    if ((cursor ?? 0) > (heads.get(streamOf(id)) ?? 0))
      throw new Problem('epoch-changed', { epoch });
  }
  const own = await findOwnIds(store, new Set([caller.device]), {
    id: request.device ?? caller.device,
    formerly: [...(request.formerly ?? []), caller.device],
  });
  const mostBytes = Math.min(
    Math.max(request.maxBytes ?? limits.pageBytes, limits.leastPageBytes),
    limits.mostPageBytes,
  );
  return lines();

  async function* lines(): AsyncGenerator<string> {
    const reached: PullEnd['scopes'] = [];
    const authors = new Set<string>();
    for (const { id, role, cursor } of granted.map(withCursor)) {
      const head = heads.get(streamOf(id)) ?? 0;
      yield* pagesOf(id, cursor, head, authors);
      reached.push({ id, role, head });
    }
    const isGranted = new Set(granted.map(({ id }) => id));
    const end: PullEnd = {
      done: true,
      epoch,
      now: clock(),
      scopes: reached,
      lost: Object.keys(request.scopes).filter(id => !isGranted.has(id)),
      resolved: await readResolutions(home, [...own], request.open),
      ...(await readHave()),
      ...(authors.size > 0 && { names: await readNames(store, authors) }),
      protos: [...pushForms],
    };
    await assertSameEpoch();
    yield lineOf(end);
  }

  async function readHave(): Promise<Pick<PullEnd, 'have'>> {
    const id = request.device ?? caller.device;
    if (!own.has(id)) return {};
    const have = await store.readHeld(id);
    // A device whose counters lie scattered wildly is told nothing rather than half of it.
    return have.length <= limits.ranges ? { have } : {};
  }

  async function* pagesOf(
    scope: string,
    cursor: number | undefined,
    head: number,
    authors: Set<string>,
  ): AsyncGenerator<string> {
    const { stream, village } = readScope(scope) ?? { stream: scope };
    const from = cursor ?? 0;
    const own = await store.findAdmitted({ ids: request.open, stream, to: head });
    if (from >= head && own.length === 0 && cursor !== undefined) return;
    let waiting: StoredRecord[] = [];
    let [at, told, readTo] = [from, 0, from];
    do {
      while (readTo < head && lengthOf(waiting) < mostBytes) {
        const range = { stream, village, from: readTo, to: Math.min(readTo + stretch, head) };
        waiting = [...waiting, ...(await store.readChanges(range))];
        readTo = range.to;
      }
      const taken = countThatFit(waiting);
      const to = taken < waiting.length ? (waiting[taken - 1]?.seq ?? readTo) : readTo;
      const more = to < head;
      const reachedBy = own.findIndex(({ seq }) => seq > to);
      const end = more && reachedBy >= 0 ? reachedBy : own.length;
      await assertSameEpoch();
      const header = { epoch, scope, from: at, to, more, own: own.slice(told, end) };
      const textOf = request.lean ? leanTexts() : recordText;
      // One village's records are few: of a whole stream its readers have the members themselves.
      if (village !== undefined)
        for (const { state } of waiting.slice(0, taken)) addAuthors(state, authors);
      const texts = waiting.slice(0, taken).map(textOf);
      yield pageOf(header, request.lean ? 'lean' : 'records', texts);
      waiting = waiting.slice(taken);
      [at, told] = [to, end];
    } while (at < head);
  }

  /** How many of the records make a page; at least one, however large. */
  function countThatFit(records: readonly StoredRecord[]): number {
    let bytes = 0;
    const full = records.findIndex((record, index) => {
      bytes += lengthOf([record]);
      return index > 0 && bytes > mostBytes;
    });
    return full < 0 ? records.length : full;
  }

  /** A backup that came back meanwhile cuts the answer: what was read since is of another epoch. */
  async function assertSameEpoch(): Promise<void> {
    if ((await store.readEpoch()) !== epoch) throw new Problem('epoch-changed', { epoch });
  }

  function withCursor(scope: Scope) {
    return { ...scope, cursor: request.scopes[scope.id] };
  }
}

function addAuthors(state: string, authors: Set<string>): void {
  for (const { h } of Object.values(JSON.parse(state) as RecordState))
    for (const { by } of h) authors.add(by);
}

/** What these people are called, as somebody who gave them a place wrote it; without those of no name. */
async function readNames(
  store: Home['store'],
  people: ReadonlySet<string>,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const person of people) {
    for (const { state } of await store.findMemberships(person)) {
      const name = shownValue((JSON.parse(state) as RecordState)['name']);
      if (typeof name === 'string') names[person] = name;
    }
  }
  return names;
}

const streamOf = (scope: string) => readScope(scope)?.stream ?? scope;

const lineOf = (value: object) => `${JSON.stringify(value)}\n`;

/** What records take of a page, about: their states are nearly all of it. */
function lengthOf(records: readonly StoredRecord[]): number {
  return records.reduce((sum, { record, state }) => sum + state.length + record.length + 80, 0);
}

/** The states are JSON already and go down as they lie. */
function recordText({ stream, kind, record, seq, state }: StoredRecord): string {
  return `${JSON.stringify({ t: kind, r: record, stream, seq }).slice(0, -1)},"f":${state}}`;
}

/** Tells the records of one page without what follows from the one before (rule 6.13). */
function leanTexts(): (record: StoredRecord) => string {
  const pack = createRecordPacker();
  return ({ stream, kind, record, seq, state }) =>
    JSON.stringify(pack({ t: kind, r: record, stream, seq, f: JSON.parse(state) as RecordState }));
}

function pageOf(header: object, name: string, records: readonly string[]): string {
  return `${JSON.stringify(header).slice(0, -1)},"${name}":[${records.join(',')}]}\n`;
}
