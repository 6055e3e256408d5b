import { Problem } from '../../domain/problem.ts';
import { readScope } from '../../domain/stream.ts';
import { limits, oldestSchema, type PullEnd, type PullRequest } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { readScopes, type Scope } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredRecord } from '../store/store.ts';

/** Records fetched from the store at once; a page may take several such helpings. */
const helping = 256;

/**
 * Answers with what changed in everything the caller may read, line by line as it is read (rules 6.1 to
 * 6.4). What may be refused is refused before the first line: throws `device-revoked`,
 * `upgrade-needed`, and `epoch-changed` when the cursors are not of this store's present life.
 */
export async function pull(
  { store, clock }: Home,
  caller: Caller,
  request: PullRequest,
): Promise<AsyncGenerator<string>> {
  assertMayRead(caller);
  if (request.schema < oldestSchema) throw new Problem('upgrade-needed');
  const { epoch } = store.identity;
  if (request.epoch !== undefined && request.epoch !== epoch)
    throw new Problem('epoch-changed', { epoch });
  const granted = await readScopes(store, caller.person, clock());
  const heads = await store.readHeads();
  for (const { id, cursor } of granted.map(withCursor)) {
    if ((cursor ?? 0) > (heads.get(streamOf(id)) ?? 0))
      throw new Problem('epoch-changed', { epoch });
  }
  return lines();

  async function* lines(): AsyncGenerator<string> {
    const reached: PullEnd['scopes'] = [];
    for (const { id, role, cursor } of granted.map(withCursor)) {
      const head = (await store.readHeads()).get(streamOf(id)) ?? 0;
      yield* pagesOf(id, cursor, head);
      reached.push({ id, role, head });
    }
    const isGranted = new Set(granted.map(({ id }) => id));
    const lost = Object.keys(request.scopes).filter(id => !isGranted.has(id));
    yield lineOf({
      done: true,
      epoch,
      now: clock(),
      scopes: reached,
      lost,
      resolved: [],
    } satisfies PullEnd);
  }

  async function* pagesOf(
    scope: string,
    cursor: number | undefined,
    head: number,
  ): AsyncGenerator<string> {
    const { stream, village } = readScope(scope) ?? { stream: scope };
    const told = new Set<string>();
    let from = cursor ?? 0;
    let isFirst = true;
    for (;;) {
      const { records, to } = await readPage({ stream, village, from, to: head });
      const ids = request.open.filter(id => !told.has(id));
      const own = await store.findAdmitted({ device: caller.device, ids, stream, to });
      for (const { id } of own) told.add(id);
      const isNews = from < head || own.length > 0 || (isFirst && cursor === undefined);
      const more = to < head;
      if (isNews) yield pageOf({ epoch, scope, from, to, more, own }, records);
      if (!more) return;
      from = to;
      isFirst = false;
    }
  }

  /** Records by counter until the page is full; at least one, however large. */
  async function readPage(range: {
    stream: string;
    village?: string | undefined;
    from: number;
    to: number;
  }) {
    const most = Math.min(
      Math.max(request.maxBytes ?? limits.pageBytes, limits.leastPageBytes),
      limits.mostPageBytes,
    );
    const records: string[] = [];
    let bytes = 0;
    let { from } = range;
    while (from < range.to) {
      const found = await store.readChanges({ ...range, from, most: helping });
      for (const record of found) {
        const text = recordText(record);
        bytes += Buffer.byteLength(text);
        if (records.length > 0 && bytes > most) return { records, to: from };
        records.push(text);
        from = record.seq;
      }
      if (found.length < helping) from = range.to;
    }
    return { records, to: range.to };
  }

  function withCursor(scope: Scope) {
    return { ...scope, cursor: request.scopes[scope.id] };
  }
}

const streamOf = (scope: string) => readScope(scope)?.stream ?? scope;

const lineOf = (value: object) => `${JSON.stringify(value)}\n`;

/** The states are JSON already and go down as they lie. */
function recordText({ stream, kind, record, seq, state }: StoredRecord): string {
  return `${JSON.stringify({ t: kind, r: record, stream, seq }).slice(0, -1)},"f":${state}}`;
}

function pageOf(header: object, records: readonly string[]): string {
  return `${JSON.stringify(header).slice(0, -1)},"records":[${records.join(',')}]}\n`;
}
