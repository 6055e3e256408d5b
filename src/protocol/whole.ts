import type { Receipt } from './messages.ts';
import { receiptCode } from './receipt.ts';

/**
 * One code for all of a device's receipts (rule 13.6), by `device|stream|kind|group`: the same on the device
 * and at home if every receipt is, whatever their order. Receipts of nothing do not count.
 */
export function wholeCode(
  receipts: ReadonlyMap<string, Pick<Receipt, 'operations' | 'code'>>,
): string {
  return receiptCode(
    [...receipts]
      .filter(([, { operations }]) => operations > 0)
      .map(([place, { operations, code }]) => `${place}|${operations}|${code}`),
  );
}
