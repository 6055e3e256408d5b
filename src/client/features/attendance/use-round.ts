import { useState } from 'preact/hooks';
import type { SheetRow } from './sheet-rows.ts';

/** A round through everybody who is not recorded yet. */
interface Round {
  /** Whose turn it is; undefined once nobody is left. */
  current: SheetRow | undefined;
  /** How many are not recorded. */
  left: number;
  /** Who had their turn before; undefined at the beginning. */
  last: SheetRow | undefined;
  /** Back to whoever was last. */
  goBack: () => void;
  /** On to the next, after this one was recorded. */
  goOn: (id: string) => void;
  /** Later: this one comes again after all others. */
  skip: () => void;
}

/** Whose turn it is follows from the sheet: somebody whom another tablet records meanwhile is not called. */
export function useRound(rows: readonly SheetRow[]): Round {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const [called, setCalled] = useState<readonly string[]>([]);
  const [back, setBack] = useState<string>();

  const missing = rows.filter(row => row.mark === null && row.isExpected);
  // Skipped ones in the order in which they were skipped, after the others.
  const waiting = missing
    .map(row => ({ row, rank: skipped.lastIndexOf(row.person.id) }))
    .sort((one, other) => one.rank - other.rank);
  const again = back === undefined ? undefined : rows.find(({ person }) => person.id === back);
  const current = again ?? waiting[0]?.row;
  const earlier = called.filter(id => id !== back);

  return {
    current,
    left: missing.length,
    last: rows.find(({ person }) => person.id === earlier.at(-1)),
    goBack: () => {
      setBack(earlier.at(-1));
      setCalled(earlier.slice(0, -1));
    },
    goOn: id => {
      setBack(undefined);
      setCalled([...called.filter(one => one !== id), id]);
    },
    skip: () => {
      if (back !== undefined && current?.mark !== null) {
        // Somebody looked at once more stays as they were recorded.
        setBack(undefined);
        setCalled([...called, back]);
        return;
      }
      setBack(undefined);
      if (current) setSkipped([...skipped, current.person.id]);
    },
  };
}
