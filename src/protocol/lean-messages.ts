import {
  createLinePacker,
  createLineUnpacker,
  packLines,
  unpackLines,
  type Layout,
} from './lean.ts';
import type { PulledRecord, Verdict } from './messages.ts';

/** What of the messages travels as lean lines, and what follows in it from the line before. */

const operationLayout: Layout = [
  ['v', 'same'],
  ['id', 'id'],
  ['dev', 'same'],
  ['by', 'same'],
  ['stream', 'same'],
  ['t', 'same'],
  ['r', 'path'],
  ['sv', 'same'],
  ['f', 'plain'],
  ['p', 'unseen'],
  ['wall', 'difference'],
  ['off', 'same'],
  ['clk', 'same'],
  ['n', 'next'],
  ['stamp', 'plain'],
  ['proof', 'plain'],
];

const verdictLayout: Layout = [
  ['s', 'same'],
  ['seq', 'next'],
  ['stamp', 'difference'],
  ['proof', 'plain'],
];

const recordLayout: Layout = [
  ['t', 'same'],
  ['r', 'path'],
  ['stream', 'same'],
  ['seq', 'next'],
  ['f', 'plain'],
];

const headLayout: Layout = [
  ['v', 'plain'],
  ['o', 'id'],
  ['s', 'difference'],
  ['by', 'same'],
  ['p', 'plain'],
];

/** Operations on their way up, as `ops` of a push of form 2 (rule 5.8). */
export function packOperations(operations: readonly unknown[]): unknown[] {
  return packLines(operationLayout, operations);
}

/** The lines of such a push; undefined if they are none. */
export function unpackOperations(packed: readonly unknown[]): unknown[] | undefined {
  return unpackLines(operationLayout, packed);
}

/** Verdicts on their way down, as `lean` of the answer to such a push. */
export function packVerdicts(verdicts: readonly Verdict[]): unknown[] {
  return packLines(verdictLayout, verdicts);
}

/** An answer as it was before it was packed: `lean` gives way to `results`. What is not packed stays as it is. */
export function unpackAnswer(answer: unknown): unknown {
  return unfold(answer, 'results', packed => unpackLines(verdictLayout, packed));
}

/**
 * Packs the records of one page, one after the other (rule 6.13). The heads within them are a row of lean
 * lines of their own, in the order in which they come. What is handed over is changed in place: thousands
 * go through here at once.
 */
export function createRecordPacker(): (record: PulledRecord) => unknown {
  const packRecord = createLinePacker(recordLayout);
  const packHead = createLinePacker(headLayout);
  return record => {
    for (const state of Object.values<{ h: unknown[] }>(record.f)) state.h = state.h.map(packHead);
    return packRecord(record);
  };
}

/** A page as it was before it was packed: `lean` gives way to `records`. Other lines of a pull stay as they are. */
export function unpackPage(line: unknown): unknown {
  return unfold(line, 'records', packed => {
    const records = unpackLines(recordLayout, packed);
    const unpackHead = createLineUnpacker(headLayout);
    const isWhole = records?.every(record => isObject(record) && unpackState(record, unpackHead));
    return isWhole ? records : undefined;
  });
}

/** Unpacks a record's heads in place. False if they are none. */
function unpackState(record: Record<string, unknown>, unpack: (head: unknown) => unknown): boolean {
  const { f } = record;
  if (!isObject(f)) return false;
  return Object.values(f).every(state => {
    if (!isObject(state) || !Array.isArray(state['h'])) return false;
    const heads = state['h'].map(unpack);
    state['h'] = heads;
    return !heads.includes(undefined);
  });
}

/** What has `lean` has `name` instead afterwards, or neither if that is nonsense. */
function unfold(
  message: unknown,
  name: string,
  unpack: (packed: readonly unknown[]) => unknown[] | undefined,
): unknown {
  if (!isObject(message) || !('lean' in message)) return message;
  const { lean, ...rest } = message;
  const lines = Array.isArray(lean) ? unpack(lean) : undefined;
  return lines ? { ...rest, [name]: lines } : rest;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
