import type { Operation } from '../../protocol/operation.ts';
import { limits } from '../../protocol/messages.ts';

/** Bytes of a push left for the report and its tokens. */
const bytesForReport = 100 * 1024;

const firstSize = 50;

/** How many operations to send at once: a batch grows as long as that succeeds (rule 7.6). */
export interface BatchSize {
  readonly size: number;
  grow(): void;
  halve(): void;
}

/** A size that begins at 50. */
export function createBatchSize(): BatchSize {
  let size = firstSize;
  return {
    get size() {
      return size;
    },
    grow: () => {
      size = Math.min(limits.pushOperations, size * 2);
    },
    halve: () => {
      size = Math.max(1, Math.floor(size / 2));
    },
  };
}

/**
 * As many operations from the front as one push holds; at least one. All under one id of this device, so
 * that it is clear of which one home speaks if another device goes by it too.
 */
export function takeBatch(operations: readonly Operation[]): Operation[] {
  const encoder = new TextEncoder();
  let bytes = 0;
  const end = operations.findIndex((operation, index) => {
    bytes += encoder.encode(JSON.stringify(operation)).length + 1;
    if (index === 0) return false;
    return bytes > limits.pushBytes - bytesForReport || operation.dev !== operations[0]?.dev;
  });
  return operations.slice(0, end < 0 ? undefined : end);
}
