import type { Operation } from '../../protocol/operation.ts';
import type { StoredOperation } from './store.ts';

/**
 * Admitted operations lie in the database by the batch, one after another in one text: a row costs more
 * than what is in it. Each has a line: its stamp, whether its clock was uncertain, when it came, and the
 * operation itself, which says all the rest.
 */

/** A run of operations that one device wrote, with counters that follow one another. */
export interface Batch {
  stream: string;
  /** Counter of the first and of the last. */
  seq: number;
  last: number;
  device: string;
  body: string;
}

/** Operations as batches: one for each run of one stream and device. They must be in the order of counters. */
export function toBatches(operations: readonly StoredOperation[]): Batch[] {
  const batches: Batch[] = [];
  const texts: string[][] = [];
  const current = new Map<string, number>();
  for (const operation of operations) {
    const { stream, device, seq } = operation;
    if (seq === null) throw new Error('only admitted operations lie in batches');
    const index = current.get(stream);
    const batch = index === undefined ? undefined : batches[index];
    if (index !== undefined && batch?.device === device && batch.last + 1 === seq) {
      batch.last = seq;
      texts[index]?.push(linesOf(operation));
    } else {
      current.set(stream, batches.length);
      batches.push({ stream, seq, last: seq, device, body: '' });
      texts.push([linesOf(operation)]);
    }
  }
  batches.forEach((batch, index) => {
    batch.body = texts[index]?.join('\n') ?? '';
  });
  return batches;
}

/** The operations of a batch; with `counters`, only those that have one of these. */
export function fromBatch(
  { stream, seq: first, device, body: text }: Batch,
  counters?: ReadonlySet<number>,
): StoredOperation[] {
  const operations: StoredOperation[] = [];
  let seq = first;
  for (const line of text.split('\n')) {
    if (!counters || counters.has(seq)) operations.push(fromLine(line, stream, device, seq));
    seq += 1;
  }
  return operations;
}

/** JSON holds no raw line break, and its first space is never before it has begun. */
function linesOf({ stamp, isClockUncertain, receivedAt, body }: StoredOperation): string {
  return `${stamp} ${isClockUncertain ? 1 : 0} ${receivedAt} ${body}`;
}

function fromLine(line: string, stream: string, device: string, seq: number): StoredOperation {
  const bodyAt = line.indexOf('{');
  const [stamp, uncertain, receivedAt] = line.slice(0, bodyAt).split(' ');
  const body = line.slice(bodyAt);
  const { id, n, by, t, r } = JSON.parse(body) as Operation;
  return {
    device,
    key: id,
    n,
    author: by,
    stream,
    kind: t,
    record: r,
    verdict: 'admitted',
    code: null,
    stamp: Number(stamp),
    isClockUncertain: uncertain === '1',
    seq,
    receivedAt: Number(receivedAt),
    body,
  };
}
