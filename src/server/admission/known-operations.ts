import type { StoredOperation, StoreTransaction } from '../store/store.ts';
import type { Arrival, Unjudged } from './arrival.ts';
import { bodyText } from './proof.ts';

/** What became of an arrival. */
export interface Admission {
  operation: StoredOperation;
  /** The line, read; of what was stored before only once somebody asks. */
  readonly line: () => unknown;
  /** True if home knew the line before. */
  isRepeat: boolean;
  /** True if home holds another line under that device and counter (rule 6.12). */
  isFork: boolean;
}

/** What is already there under an id: the same operation, or another that uses it. */
export interface KnownOperations {
  under: (row: Unjudged) => Admission | undefined;
  remember: (admission: Admission) => void;
  /** The one admission of a stored operation, in however many ways it comes into sight. */
  hold: (stored: StoredOperation) => Admission;
}

/** What was stored before this batch. */
function asStored(operation: StoredOperation): Admission {
  const line = () => JSON.parse(operation.body) as unknown;
  return { operation, line, isRepeat: true, isFork: false };
}

/** A line that is there already. What the rest of its batch still makes of it holds for both. */
export function asRepeat(earlier: Admission): Admission {
  return {
    get operation() {
      return earlier.operation;
    },
    line: earlier.line,
    isRepeat: true,
    isFork: false,
  };
}

/** Finds what is there under the ids of a batch. */
export async function findKnown(
  tx: StoreTransaction,
  arrivals: readonly Arrival[],
): Promise<KnownOperations> {
  const known = new Map<string, Admission>();
  const placeOf = ({ stream, key }: Pick<Unjudged, 'stream' | 'key'>) => `${stream} ${key}`;
  const remember = (admission: Admission) => {
    known.set(placeOf(admission.operation), admission);
  };
  function hold(stored: StoredOperation): Admission {
    const held = known.get(placeOf(stored));
    if (held) return held;
    const admission = asStored(stored);
    remember(admission);
    return admission;
  }
  for (const operation of await tx.findOperations(arrivals.map(({ row }) => row)))
    remember(asStored(operation));
  return { remember, hold, under: row => known.get(placeOf(row)) };
}

/** Rule 4.5: equal but for what home itself gave. */
export function isSameLine(operation: StoredOperation, { row, line }: Arrival): boolean {
  return operation.body === row.body || bodyText(JSON.parse(operation.body)) === bodyText(line);
}
