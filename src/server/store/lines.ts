import type { StoredOperation } from './store.ts';

/**
 * Admitted operations lie in the database by the batch, one after another in one text: a row costs more
 * than what is in it. Each has two lines: the head, with what home knows of it, and the operation as it came.
 */

/** What the head of an operation says, in this order. */
type Head = [
  key: string,
  n: number,
  author: string,
  kind: string,
  record: string,
  stamp: number,
  uncertain: 0 | 1,
  receivedAt: number,
];

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
  { stream, seq: first, device, body }: Batch,
  counters?: ReadonlySet<number>,
): StoredOperation[] {
  const lines = body.split('\n');
  const operations: StoredOperation[] = [];
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const seq = first + index / 2;
    if (counters && !counters.has(seq)) continue;
    const [key, n, author, kind, record, stamp, uncertain, receivedAt] = JSON.parse(
      lines[index] as string,
    ) as Head;
    operations.push({
      ...{ device, key, n, author, stream, kind, record },
      ...{ verdict: 'admitted', code: null, seq },
      ...{ stamp, isClockUncertain: uncertain === 1, receivedAt },
      body: lines[index + 1] as string,
    });
  }
  return operations;
}

/** JSON holds no raw line break, so a line break parts the lines. */
function linesOf(operation: StoredOperation): string {
  const { key, n, author, kind, record, stamp, isClockUncertain, receivedAt, body } = operation;
  const uncertain = isClockUncertain ? 1 : 0;
  const head: Head = [key, n, author, kind, record, stamp, uncertain, receivedAt];
  return `${JSON.stringify(head)}\n${body}`;
}
