import { picturesIn } from '../../domain/records/kind.ts';
import type { Receipt } from '../../protocol/messages.ts';
import { receiptCode } from '../../protocol/receipt.ts';
import type { Cleaned } from './cleaning.ts';
import { settledStates, standingOf, stateOf, type OutboxRow } from './keep.ts';

/** What a device's own books say of one group: operations, records, those without a verdict, pictures. */
export interface Figures {
  operations: number;
  records: number;
  waiting: number;
  pictures: number;
}

/** What is kept here of one group, and what home said of it, by the device's ids. */
export interface GroupBooks {
  base: string | undefined;
  rows: readonly OutboxRow[];
  cleaned: Cleaned;
  home: ReadonlyMap<string, Receipt>;
}

/** Counts what this device wrote, as far as nobody left it out for good. */
export function figuresOf({ base, rows, cleaned }: Omit<GroupBooks, 'home'>): Figures {
  const settled = settledStates(base);
  const counted = rows.filter(row => standingOf(row) !== 'closed');
  const records = new Set([...cleaned.records, ...counted.map(row => row.record)]);
  const pictures = new Set(
    counted.flatMap(row => picturesIn(row.body.f).map(picture => picture.sha256)),
  );
  return {
    operations: counted.length + Object.values(cleaned.ids).flat().length,
    records: records.size,
    waiting: rows.filter(row => !settled.includes(row.state)).length,
    pictures: pictures.size,
  };
}

/**
 * True if home counts the very operations that this device knows to be admitted, and holds every picture
 * they name. What was cleaned away counts, unless home has lost just that: nobody here can bring it back.
 */
export function isProven({ base, rows, cleaned, home }: GroupBooks): boolean {
  if (base === undefined) return false;
  const settled = settledStates(base);
  const opaque = stateOf('opaque', base);
  if (rows.some(row => !settled.includes(row.state) || row.state === opaque)) return false;

  const kept = new Map<string, string[]>();
  for (const row of rows) {
    const ids = kept.get(row.body.dev) ?? [];
    kept.set(row.body.dev, ids);
    if (row.state === stateOf('sent', base)) ids.push(row.id);
  }
  const devices = new Set([...kept.keys(), ...Object.keys(cleaned.ids)]);
  return [...devices].every(device => {
    const ids = kept.get(device) ?? [];
    const receipt = home.get(device);
    if (!receipt) return ids.length === 0;
    const { held, named } = receipt.pictures;
    return (
      held >= named &&
      (isSameList(receipt, [...ids, ...(cleaned.ids[device] ?? [])]) || isSameList(receipt, ids))
    );
  });
}

function isSameList({ operations, code }: Receipt, ids: readonly string[]): boolean {
  return operations === ids.length && (operations === 0 || code === receiptCode(ids));
}

/** Several receipts of one group, for a device that went by several ids, as one. */
export function joinReceipts(receipts: readonly Receipt[]): Receipt | undefined {
  const [first, ...others] = receipts;
  if (!first) return undefined;
  return others.reduce(
    (joined, receipt) => ({
      ...joined,
      operations: joined.operations + receipt.operations,
      records: joined.records + receipt.records,
      refused: [...joined.refused, ...receipt.refused],
      pictures: {
        named: joined.pictures.named + receipt.pictures.named,
        held: joined.pictures.held + receipt.pictures.held,
      },
      lastAt: Math.max(joined.lastAt, receipt.lastAt),
      code: `${joined.code} ${receipt.code}`,
    }),
    first,
  );
}
