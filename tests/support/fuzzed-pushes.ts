import { unpackOperations } from '../../src/protocol/lean-messages.ts';
import { leanVersion } from '../../src/protocol/messages.ts';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import type { Verdict } from '../../src/protocol/messages.ts';
import { canonicalJson } from '../../src/protocol/merge.ts';
import { readOperation } from '../../src/protocol/operation.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import type { KnownLine } from './oracle.ts';
import type { SentBody } from './random-requests.ts';

/** A line that was sent, by whom, and what home last said of it. */
export interface SentLine {
  line: unknown;
  deliverer: string;
  verdict: Verdict;
}

/** Everything home ever said of what it was sent; each new word is held against the earlier ones. */
export interface VerdictBook {
  /** Takes a push's verdicts in (rules 4.2, 4.4, 4.5). */
  note(
    push: { deliverer: string; lines: readonly unknown[] },
    verdicts: readonly Verdict[],
    now: number,
  ): void;
  all(): SentLine[];
}

export function createVerdictBook(): VerdictBook {
  const known = new Map<string, SentLine>();
  /** Which line has an id in a stream. */
  const taken = new Map<string, string>();

  function noteOne({ line, deliverer, verdict }: SentLine, now: number): void {
    // A line that names no device of its own is kept under whoever brought it.
    const content = `${isNamed(line) ? '' : deliverer} ${contentOf(line)}`;
    const before = known.get(content)?.verdict;
    expect(verdict.s, 'nothing was wrong with the store').not.toBe('retry');
    if (verdict.s === 'retry') return;
    expect(verdict.stamp).toBeLessThanOrEqual(now);
    expect(verdict.stamp).toBeGreaterThanOrEqual(0);
    if (before) expectSameAgain(before, verdict, content);
    else if (verdict.s === 'ok') {
      const { id, stream } = line as Record<string, string>;
      expect(taken.get(`${stream} ${id}`), 'an id has one content').toBeUndefined();
      taken.set(`${stream} ${id}`, content);
    } else expect(verdict.s, 'what was never sent is no repeat').not.toBe('dup');
    known.set(content, { line, deliverer, verdict });
  }

  return {
    note({ deliverer, lines }, verdicts, now) {
      expect(verdicts).toHaveLength(lines.length);
      lines.forEach((line, index) =>
        noteOne({ line, deliverer, verdict: verdicts[index] as Verdict }, now),
      );
    },
    all: () => [...known.values()],
  };
}

const isNamed = (line: unknown): boolean => readId(line) !== undefined;

/** The id by which home calls a line; undefined for one whose envelope cannot be read. */
export function readId(line: unknown): string | undefined {
  const reading = readOperation(line);
  return (reading.as === 'operation' ? reading.operation : reading.envelope)?.id;
}

function expectSameAgain(before: Verdict, verdict: Verdict, content: string): void {
  const [was, is] = [before, verdict];
  if (was.s === 'ok' || was.s === 'dup') {
    expect(is, content).toEqual({ ...was, s: 'dup' });
  } else if (is.s === 'dup') {
    // Let in meanwhile: by a right that came later, or by a coordinator.
    expect(was.s === 'quarantined' && was.code, content).toMatch(
      /^(forbidden|unknown-author|device-revoked)$/,
    );
  } else if (is.s === 'opaque' && was.s === 'quarantined') {
    // A coordinator let in what no version understands yet.
    expect(was.code, content).toMatch(/^(unknown-author|device-revoked)$/);
  } else if (was.s === 'quarantined' && was.code === 'id-reuse') {
    // Such a line has no say in anything, so neither has its stamp.
    expect(is, content).toMatchObject({ s: was.s, code: was.code });
  } else expect(is, content).toEqual(was);
}

/** The same text for lines that differ only in what home gives, and in the order of their members. */
function contentOf(line: unknown): string {
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    return canonicalJson(line as JsonValue);
  const { stamp: _stamp, proof: _proof, ...body } = line as Record<string, JsonValue>;
  return canonicalJson(body);
}

/** What a body holds when read as home may read it; undefined if that cannot be. */
export function readSent({ body, headers }: SentBody) {
  try {
    const bytes = Buffer.from(body as string | Uint8Array<ArrayBuffer>);
    const isPacked = headers['Content-Encoding']?.trim().toLowerCase() === 'gzip';
    const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: 2 ** 21 }) : bytes;
    const sent = JSON.parse(new TextDecoder().decode(plain)) as {
      proto: number;
      device: { id: string };
      ops: unknown[];
    };
    return sent.proto === leanVersion ? { ...sent, ops: unpackOperations(sent.ops) ?? [] } : sent;
  } catch {
    return undefined;
  }
}

/** A line's place; undefined for one that has none. */
export function recordOf(line: unknown): string | undefined {
  if (typeof line !== 'object' || line === null) return undefined;
  const parts = ['stream', 't', 'r'].map(part => (line as Record<string, unknown>)[part]);
  return parts.every(part => typeof part === 'string') ? parts.join('|') : undefined;
}

/** A sent line as the oracle reads it; undefined for one without a say, because its id is another's. */
export function asKnown({ line, verdict }: SentLine): KnownLine | undefined {
  const { id, f, p } = (line ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || verdict.s === 'retry') return undefined;
  if (verdict.s === 'quarantined' && verdict.code === 'id-reuse') return undefined;
  const isAdmitted = verdict.s === 'ok' || verdict.s === 'dup';
  return { id, f: asObject(f), p: onlyLists(p), stamp: verdict.stamp, isAdmitted };
}

function asObject(value: unknown): Record<string, unknown> {
  const isOne = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isOne ? (value as Record<string, unknown>) : {};
}

function onlyLists(value: unknown): Record<string, string[]> {
  const lists = Object.entries(asObject(value)).map(([field, ids]) => [
    field,
    Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : [],
  ]);
  return Object.fromEntries(lists) as Record<string, string[]>;
}
