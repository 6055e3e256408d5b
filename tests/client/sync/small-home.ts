import type { ProblemCode, RefusalCode } from '../../../src/domain/problem.ts';
import type { Role } from '../../../src/domain/records/member.ts';
import { mergeField, type RecordState } from '../../../src/protocol/merge.ts';
import {
  mediaType,
  paths,
  type PullRequest,
  type PushRequest,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import type { Operation } from '../../../src/protocol/operation.ts';
import { problemStatus } from './problem-status.ts';

interface Stored {
  operation: Operation;
  stamp: number;
  seq: number | undefined;
  code: RefusalCode | undefined;
}

/** A request as home read it. */
export interface Asked {
  path: string;
  token: string;
  body: unknown;
}

/**
 * A home in memory, as small as the rules allow: it admits, merges and counts, and judges nobody. What it
 * cannot do (members, rights, restoring) the journeys have from the real one.
 */
export function createSmallHome(now: () => number) {
  let stored = new Map<string, Stored>();
  let heads = new Map<string, number>();
  let recordSeqs = new Map<string, number>();
  const home = {
    id: 'home',
    epoch: 'epoch-1',
    /** Who may read what, by token; nobody else is signed in. */
    granted: { 'token-amina': ['training:t1'] } as Record<string, string[]>,
    role: 'fasilitator' as Role,
    /** Records on one page of a pull. */
    pageSize: 100,
    /** Refuses an operation with a code. */
    refuse: (_operation: Operation): RefusalCode | undefined => undefined,
    /** Cannot store an operation for a moment. */
    isHindered: (_operation: Operation): boolean => false,
    /** Answers a request in its own way; undefined to have it answered properly. */
    intercept: (_asked: Asked): Response | Promise<Response> | undefined => undefined,
    /** Every request that arrived. */
    asked: [] as Asked[],

    fetch: async (path: string, init?: RequestInit): Promise<Response> => {
      const token = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
      const asked = { path, token, body: await readBody(init) };
      home.asked.push(asked);
      const answer = home.intercept(asked);
      if (answer) return answer;
      if (path === paths.enrol) return enrol(asked.body as { code: string });
      if (!home.granted[token]) return problem('sign-in-needed');
      if (path === paths.push) return push(asked.body as PushRequest);
      if (path === paths.pull) return pull(asked.body as PullRequest, home.granted[token]);
      return problem('not-found');
    },

    /** Somebody else's work arrives by another way. */
    admit: (operation: Operation): void => {
      judge(operation);
    },

    /** All records of a stream as home holds them, by kind and id. */
    recordsOf: (stream: string): Record<string, RecordState> =>
      Object.fromEntries(
        keysOf(stream).map(key => [key.slice(stream.length + 1), recordState(key)]),
      ),

    operations: (): Operation[] => [...stored.values()].map(({ operation }) => operation),

    /** An old backup takes home's place: only what `isKept` remains, and a new epoch begins. */
    restore: (epoch: string, isKept: (operation: Operation) => boolean): void => {
      const kept = home.operations().filter(isKept);
      home.epoch = epoch;
      stored = new Map();
      heads = new Map();
      recordSeqs = new Map();
      for (const operation of kept) judge(operation);
    },
  };

  function enrol({ code }: { code: string }): Response {
    const name = code.toLowerCase();
    const scopes = home.granted[`token-${name}`];
    if (!scopes) return problem('code-unknown');
    return json({
      token: `token-${name}`,
      person: { id: name, name: code, role: home.role },
      scopes: scopes.map(id => ({ id, role: home.role })),
      server: { id: home.id, epoch: home.epoch, now: now() },
    });
  }

  function push({ ops }: PushRequest): Response {
    const server = { id: home.id, epoch: home.epoch, now: now() };
    return json({ server, results: ops.map(line => judge(line as Operation)), nextMs: 0 });
  }

  function judge(operation: Operation): Verdict {
    const { id, stream, t, r, stamp: claimed, wall, off } = operation;
    const known = stored.get(id);
    if (known) return verdictOf(known, 'dup');
    if (home.isHindered(operation)) return { s: 'retry' };
    const stamp = Math.min(claimed ?? wall + (off ?? 0), now());
    const code = home.refuse(operation);
    const isNumbered = code === undefined || changesHeads(operation);
    const seq = isNumbered ? (heads.get(stream) ?? 0) + 1 : undefined;
    const entry = { operation, stamp, code, seq: code === undefined ? seq : undefined };
    stored.set(id, entry);
    if (seq !== undefined) {
      heads.set(stream, seq);
      recordSeqs.set(`${stream}|${t}|${r}`, seq);
    }
    return verdictOf(entry, 'ok');
  }

  /** A refused operation passes on what it names, once somebody admitted names it (rule 4.11). */
  function changesHeads({ id }: Operation): boolean {
    return home.operations().some(other => Object.values(other.p).flat().includes(id));
  }

  function verdictOf({ stamp, seq, code }: Stored, s: 'ok' | 'dup'): Verdict {
    if (code !== undefined || seq === undefined) {
      return { s: 'quarantined', stamp, code: code ?? 'forbidden' };
    }
    return { s, seq, stamp, proof: 'proof' };
  }

  function pull({ epoch, scopes, open }: PullRequest, granted: string[]): Response {
    if (epoch !== undefined && epoch !== home.epoch) return problem('epoch-changed', home.epoch);
    const lines: unknown[] = [];
    for (const scope of granted) lines.push(...pagesOf(scope, scopes[scope] ?? 0, open));
    lines.push({
      done: true,
      epoch: home.epoch,
      now: now(),
      scopes: granted.map(id => ({ id, role: home.role, head: heads.get(id) ?? 0 })),
      lost: Object.keys(scopes).filter(scope => !granted.includes(scope)),
    });
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    return new Response(text, { headers: { 'Content-Type': mediaType.lines } });
  }

  function pagesOf(scope: string, cursor: number, open: string[]): unknown[] {
    const head = heads.get(scope) ?? 0;
    const changed = keysOf(scope)
      .map(key => ({ key, seq: recordSeqs.get(key) ?? 0 }))
      .filter(({ seq }) => seq > cursor)
      .sort((a, b) => a.seq - b.seq);
    const pages: unknown[] = [];
    let from = cursor;
    do {
      const records = changed.splice(0, home.pageSize).map(({ key, seq }) => {
        const [stream, t, r] = key.split('|');
        return { stream, t, r, seq, f: recordState(key) };
      });
      const more = changed.length > 0;
      const to = more ? (records.at(-1)?.seq ?? head) : head;
      const own = open.flatMap(id => {
        const seq = stored.get(id)?.seq;
        return seq !== undefined && seq <= to && stored.get(id)?.operation.stream === scope
          ? [{ id, seq }]
          : [];
      });
      pages.push({ epoch: home.epoch, scope, from, to, more, own, records });
      from = to;
    } while (changed.length > 0);
    return pages;
  }

  const keysOf = (stream: string) =>
    [...recordSeqs.keys()].filter(key => key.startsWith(`${stream}|`)).sort();

  function recordState(key: string): RecordState {
    const about = [...stored.values()].filter(
      ({ operation: { stream, t, r } }) => `${stream}|${t}|${r}` === key,
    );
    const fields = new Set(about.flatMap(({ operation }) => Object.keys(operation.f)));
    const state: RecordState = {};
    for (const field of fields) {
      const edits = about.filter(({ operation }) => Object.hasOwn(operation.f, field));
      const merged = mergeField(
        field,
        edits.map(({ operation, stamp, code }) => ({
          id: operation.id,
          value: operation.f[field] ?? null,
          parents: operation.p[field] ?? [],
          stamp,
          by: operation.by,
          isAdmitted: code === undefined,
        })),
      );
      if (merged.h.length > 0 || merged.w) state[field] = merged;
    }
    return state;
  }

  return home;
}

/** A problem as home tells it. */
export function problem(code: ProblemCode, epoch?: string): Response {
  const status = problemStatus[code] ?? 500;
  return new Response(JSON.stringify({ code, status, ...(epoch && { epoch }) }), {
    status,
    headers: { 'Content-Type': mediaType.problem },
  });
}

/** A JSON answer. */
export function json(value: unknown): Response {
  return new Response(JSON.stringify(value), { headers: { 'Content-Type': mediaType.json } });
}

async function readBody(init: RequestInit | undefined): Promise<unknown> {
  if (!init?.body) return undefined;
  const packed = new Headers(init.headers).get('Content-Encoding') === 'gzip';
  const body = new Response(init.body as ArrayBuffer | string).body;
  const stream = packed ? body?.pipeThrough(new DecompressionStream('gzip')) : body;
  return new Response(stream ?? null).json();
}
