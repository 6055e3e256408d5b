import { Problem } from '../../domain/problem.ts';
import type { Receipt, ReceiptsResponse } from '../../protocol/messages.ts';
import type { RoundWorld } from './round-world.ts';

/**
 * Fetches home's receipts if something was delivered (`isForced`), or if there are none or some do not
 * agree, and compares. `unproven` also where home keeps none; then some work may wait again. A `Problem` is given back, not thrown:
 * whatever keeps receipts away, pictures need not wait for it.
 */
export async function checkReceipts(
  world: RoundWorld,
  isForced: boolean,
  checkTurn: () => void,
): Promise<'proven' | 'unproven' | Problem> {
  const { outbox, receipts } = world;
  try {
    if (isForced || (await receipts.isDue())) await fetchReceipts(world, checkTurn);
    if ((await receipts.prove()) && (await outbox.count()).waiting === 0) return 'proven';
    await receipts.reopenFormer();
    return 'unproven';
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure;
    return failure;
  }
}

/** Receipts of every id this device had: home counts by the id that each line names. */
async function fetchReceipts(world: RoundWorld, checkTurn: () => void): Promise<void> {
  const { outbox, device, receipts } = world;
  const { id, formerly } = await device.read();
  for (const name of formerly.length > 0 ? [...formerly, id] : [undefined]) {
    const asked = await outbox.readPresent();
    const told = await fetchOf(world, name, checkTurn);
    if (asked && told) await receipts.store(asked, told);
  }
}

/**
 * What home counts of one id, over everybody on this device, since each is told of the streams they may
 * read. Undefined if home has nothing to tell.
 */
async function fetchOf(
  { api, people }: RoundWorld,
  name: string | undefined,
  checkTurn: () => void,
): Promise<ReceiptsResponse | undefined> {
  const groups = new Map<string, Receipt>();
  let latest: ReceiptsResponse | undefined;
  for (const { token } of people()) {
    checkTurn();
    try {
      const told = await api.fetchReceipts(token, name);
      if (latest && told.epoch !== latest.epoch) throw new Problem('epoch-changed');
      latest = told;
    } catch (failure) {
      // One person's lost sign-in keeps no receipts from the others; an older home keeps none at all.
      const code = failure instanceof Problem ? failure.code : undefined;
      if (code !== 'sign-in-needed' && code !== 'not-found') throw failure;
      continue;
    }
    for (const receipt of latest.receipts) {
      groups.set(`${receipt.stream}|${receipt.kind}|${receipt.group}`, receipt);
    }
  }
  return latest && { ...latest, receipts: [...groups.values()] };
}
