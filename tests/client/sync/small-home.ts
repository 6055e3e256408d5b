import type { ProblemCode, RefusalCode } from '../../../src/domain/problem.ts';
import type { Role } from '../../../src/domain/records/member.ts';
import { mergeField, type RecordState } from '../../../src/protocol/merge.ts';
import { picturesIn } from '../../../src/domain/records/kind.ts';
import {
  mediaType,
  paths,
  type PullRequest,
  type PushRequest,
  type Receipt,
  type Resolution,
  type Verdict,
} from '../../../src/protocol/messages.ts';
import type { Operation } from '../../../src/protocol/operation.ts';
import { rangesOf, receiptCode, receiptGroup } from '../../../src/protocol/receipt.ts';
import { problemStatus } from './problem-status.ts';
import { createSmallBlobs } from './small-blobs.ts';
import { decidedOf } from './small-decisions.ts';

interface Stored {
  operation: Operation;
  stamp: number;
  seq: number | undefined;
  code: RefusalCode | undefined;
  /** It was kept apart once. */
  wasApart: boolean;
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
  let gone = new Map<string, [number, number][]>();
  const deviceOf: Record<string, string> = {};
  const blobs = createSmallBlobs();
  const home = {
    blobs,
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
    /** What home writes to let somebody in; it holds it itself. */
    given: [] as Operation[],
    /** Tells devices which counters it holds. */
    tellsHave: true,
    /** Answers a request in its own way; undefined to have it answered properly. */
    intercept: (_asked: Asked, _init?: RequestInit): Response | Promise<Response> | undefined =>
      undefined,
    /** Every request that arrived. */
    asked: [] as Asked[],

    fetch: async (path: string, init?: RequestInit): Promise<Response> => {
      const token = new Headers(init?.headers).get('Authorization')?.replace('Bearer ', '') ?? '';
      const isPicture = blobs.isAsked(path);
      const asked = { path, token, body: isPicture ? undefined : await readBody(init) };
      home.asked.push(asked);
      const answer = home.intercept(asked, init);
      if (answer) return answer;
      if (path === paths.enrol) return enrol(asked.body as Parameters<typeof enrol>[0]);
      if (!home.granted[token]) return problem('sign-in-needed');
      if (isPicture) return blobs.answer(token, path, init, home.id);
      if (path === paths.push) return push(asked.body as PushRequest);
      if (path === paths.pull) return pull(asked.body as PullRequest, token);
      const [plain, device = deviceOf[token] ?? ''] = path.split('?device=');
      if (plain === paths.receipts) return receipts(device);
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
      gone = new Map();
      for (const operation of kept) judge(operation);
    },

    /** Loses operations, and nobody notices. */
    lose: (isLost: (operation: Operation) => boolean): void => {
      for (const operation of home.operations().filter(isLost)) stored.delete(operation.id);
    },

    /** What is kept apart and undecided. */
    refused: (): Operation[] =>
      [...stored.values()]
        .filter(entry => entry.code !== undefined && !decidedOf(entry, stored.values()))
        .map(({ operation }) => operation),

    /** What it takes to be gone for good, by device. */
    goneOf: (device: string) => gone.get(device) ?? [],
  };

  function enrol({ code, device }: { code: string; device: { id: string } }): Response {
    const name = code.toLowerCase();
    const scopes = home.granted[`token-${name}`];
    if (!scopes) return problem('code-unknown');
    deviceOf[`token-${name}`] = device.id;
    const given = home.given.map(operation => {
      judge(operation);
      return { ...operation, stamp: now(), proof: 'proof' };
    });
    return json({
      token: `token-${name}`,
      person: { id: name, name: code, role: home.role },
      scopes: scopes.map(id => ({ id, role: home.role })),
      server: { id: home.id, epoch: home.epoch, now: now() },
      given,
    });
  }

  function push({ ops, device }: PushRequest): Response {
    const server = { id: home.id, epoch: home.epoch, now: now() };
    if (device.gone) gone.set(device.id, [...home.goneOf(device.id), ...device.gone]);
    const isForked = ops.some(line => isTaken(line as Operation));
    const results = ops.map(line => judge(line as Operation));
    return json({ server, results, ...(isForked && { forked: true }), nextMs: 0 });
  }

  /** True if another operation goes by the same device and counter (rule 6.12). */
  function isTaken({ id, dev, n }: Operation): boolean {
    return home.operations().some(other => other.dev === dev && other.n === n && other.id !== id);
  }

  function judge(operation: Operation): Verdict {
    const { id, wall, off, stamp: claimed, proof } = operation;
    const known = stored.get(id);
    if (known) return verdictOf(known, 'dup');
    if (home.isHindered(operation)) return { s: 'retry' };
    const stamp = Math.min(claimed ?? wall + (off ?? 0), now());
    const code = proof === 'proof' ? undefined : home.refuse(operation);
    const entry = { operation, stamp, code, seq: undefined, wasApart: code !== undefined };
    stored.set(id, entry);
    if (code === undefined) admit(entry);
    else if (changesHeads(operation)) count(operation);
    reconsider(entry.operation.t === 'decision' ? operation.r : id);
    return verdictOf(entry, 'ok');
  }

  function admit(entry: Stored): void {
    entry.code = undefined;
    entry.seq = count(entry.operation);
  }

  function count({ stream, t, r }: Operation): number {
    const seq = (heads.get(stream) ?? 0) + 1;
    heads.set(stream, seq);
    recordSeqs.set(`${stream}|${t}|${r}`, seq);
    return seq;
  }

  /** Lets in what was accepted; nothing admitted is ever un-admitted. */
  function reconsider(id: string): void {
    const target = stored.get(id);
    if (target?.code === undefined) return;
    if (decidedOf(target, stored.values())?.outcome === 'accept') admit(target);
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

  function pull({ epoch, scopes, open, device }: PullRequest, token: string): Response {
    if (epoch !== undefined && epoch !== home.epoch) return problem('epoch-changed', home.epoch);
    const granted = home.granted[token] ?? [];
    const lines: unknown[] = [];
    for (const scope of granted) lines.push(...pagesOf(scope, scopes[scope] ?? 0, open));
    lines.push({
      done: true,
      epoch: home.epoch,
      now: now(),
      scopes: granted.map(id => ({ id, role: home.role, head: heads.get(id) ?? 0 })),
      lost: Object.keys(scopes).filter(scope => !granted.includes(scope)),
      resolved: open.flatMap(resolutionOf),
      ...(home.tellsHave && { have: haveOf(device ?? deviceOf[token] ?? '') }),
    });
    const text = lines.map(line => `${JSON.stringify(line)}\n`).join('');
    return new Response(text, { headers: { 'Content-Type': mediaType.lines } });
  }

  function haveOf(device: string): [number, number][] {
    const held = home.operations().flatMap(({ dev, n }) => (dev === device ? [n] : []));
    const lost = home
      .goneOf(device)
      .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
    return rangesOf([...held, ...lost]);
  }

  function resolutionOf(id: string): Resolution[] {
    const entry = stored.get(id);
    if (!entry?.wasApart) return [];
    const { seq, stamp } = entry;
    const decided = decidedOf(entry, stored.values());
    const note = decided?.note ?? '';
    if (seq !== undefined) return [{ id, outcome: 'accept', note, seq, stamp, proof: 'proof' }];
    return decided && decided.outcome !== 'accept' ? [{ id, outcome: decided.outcome, note }] : [];
  }

  function receipts(device: string): Response {
    const groups = new Map<string, Stored[]>();
    for (const entry of stored.values()) {
      const { dev, stream, t, r } = entry.operation;
      if (dev !== device) continue;
      const key = `${stream}|${t}|${receiptGroup(t, r)}`;
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    const told = [...groups].map(([key, entries]): Receipt => {
      const [stream = '', kind = '', group = ''] = key.split('|');
      const admitted = entries.filter(({ code }) => code === undefined);
      const named = new Set(
        admitted.flatMap(({ operation }) => picturesIn(operation.f).map(({ sha256 }) => sha256)),
      );
      return {
        stream,
        kind,
        group,
        operations: admitted.length,
        records: new Set(admitted.map(({ operation }) => operation.r)).size,
        refused: entries
          .filter(entry => entry.code !== undefined && !decidedOf(entry, stored.values()))
          .map(({ operation }) => operation.id),
        pictures: {
          named: named.size,
          held: [...named].filter(sha256 => blobs.held.has(sha256)).length,
        },
        lastAt: Math.max(...entries.map(({ stamp }) => stamp)),
        code: receiptCode(admitted.map(({ operation }) => operation.id)),
      };
    });
    return json({ device, epoch: home.epoch, at: now(), receipts: told });
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
