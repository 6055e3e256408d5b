import type { PushRequest, Receipt } from '../../protocol/messages.ts';
import { wholeCode } from '../../protocol/whole.ts';
import type { Home } from '../accounts/home.ts';
import { findOwnIds } from '../accounts/own-devices.ts';
import type { Caller } from '../accounts/sign-in.ts';
import { readToken } from '../accounts/tokens.ts';
import type { Proof } from './kept-report.ts';
import { readReceipts, type FindHeldPictures } from './receipts.ts';

/**
 * Counts again what home holds of a device that says it is whole (rule 13.6); undefined if it does not say so,
 * or if home finds otherwise. Costs what the device's own receipts cost, and is asked by the device itself.
 */
export async function proveWhole(
  home: Home,
  findHeldPictures: FindHeldPictures,
  caller: Caller,
  { device, ops }: PushRequest,
): Promise<Proof | undefined> {
  const { whole, waiting, id, formerly = [], tokens = [] } = device;
  if (!whole || ops.length > 0 || waiting.ops > 0 || waiting.pictures > 0 || caller.isRevoked)
    return undefined;
  const own = await findOwnIds(home.store, new Set([caller.device]), { id, formerly });
  if (!own.has(id)) return undefined;
  // Each person on the device is told of the streams they may read: together they are all of them.
  const grants = tokens.flatMap(token => readToken(home.keys.token, token) ?? []);
  const readers = [caller, ...grants.filter(grant => own.has(grant.device))];
  const told = new Map<string, Receipt>();
  let at = 0;
  for (const name of own) {
    // Of the device that asks, one reader is told everything.
    const needed = name === caller.device ? readers.slice(0, 1) : readers;
    for (const reader of needed) {
      const answer = await readReceipts(
        home,
        findHeldPictures,
        { ...reader, isRevoked: false },
        name,
      );
      if (answer.epoch !== whole.epoch) return undefined;
      at = answer.at;
      for (const receipt of answer.receipts)
        told.set([name, receipt.stream, receipt.kind, receipt.group].join('|'), receipt);
    }
  }
  const isSettled = [...told.values()].every(
    ({ refused, pictures }) => refused.length === 0 && pictures.held >= pictures.named,
  );
  const operations = sumOf([...told.values()], receipt => receipt.operations);
  const code = wholeCode(told);
  if (!isSettled || operations !== whole.operations || code !== whole.code) return undefined;
  const pictures = sumOf([...told.values()], receipt => receipt.pictures.held);
  return { epoch: whole.epoch, at, operations, pictures, code };
}

const sumOf = (receipts: readonly Receipt[], count: (receipt: Receipt) => number) =>
  receipts.reduce((sum, receipt) => sum + count(receipt), 0);
