import type { DeviceReport, Receipt, ReceiptsResponse } from '../../protocol/messages.ts';
import { wholeCode } from '../../protocol/whole.ts';
import { readCleaned } from './cleaning.ts';
import { readIdentity } from './device-id.ts';
import { figuresOf, isProven, joinReceipts, type Figures } from './group-books.ts';
import {
  groupKey,
  groupOf,
  markGroups,
  markUnproven,
  readGroup,
  readGroupKey,
  type Group,
} from './groups.ts';
import { settledStates, stateOf, type KeepDatabase, type OutboxRow } from './keep.ts';
import { readPresent, type Present } from './outbox.ts';
import { readExcept } from './state-ranges.ts';
import { reopened } from './verdicts.ts';

/** One group, as this device's books and home's receipt have it. */
export interface BookedGroup extends Group {
  here: Figures;
  home: Receipt | undefined;
  isProven: boolean;
}

/** Home's counted receipts, and what this device holds against them (rule 10.1). */
export interface ReceiptBook {
  /** True if receipts are to be fetched: there are none of the present base, or a group is not proven. */
  isDue: () => Promise<boolean>;
  /** Keeps what home said of one of this device's ids, unless the base is another since it was asked. */
  store: (asked: Present, told: ReceiptsResponse) => Promise<void>;
  /**
   * Compares the groups that changed since they were last proven, and reads no others. True if every
   * group with work of this device is proven in the present base.
   */
  prove: () => Promise<boolean>;
  /**
   * Opens again, once for each, what was sent under a former id and lies in a group that is not proven:
   * of former ids home does not tell which counters it holds (rule 6.11). Gives how many were opened.
   */
  reopenFormer: () => Promise<number>;
  /**
   * What this device may say of itself when every receipt it was told agrees with its books, nothing of it is
   * kept apart, and every picture is held (rule 13.6); undefined otherwise.
   */
  readWhole: () => Promise<DeviceReport['whole']>;
  /** Everything, the newest first. May be wrapped in a live query. */
  read: () => Promise<{ at: number | undefined; groups: BookedGroup[] }>;
}

interface KeptReceipts {
  base: string;
  at: number;
  receipts: readonly Receipt[];
}

interface Proven {
  base: string;
  here: Figures;
}

/** What home said, by the device's ids and then by group. */
type Told = ReadonlyMap<string, ReadonlyMap<string, Receipt>>;

const openedKey: [string, string] = ['books', 'opened'];

/** Opens the book of receipts. */
export function createReceiptBook(keep: KeepDatabase): ReceiptBook {
  const { outbox, notes } = keep;

  const notesOf = (kind: string) => notes.where('kind').equals(kind).toArray();

  async function readKept(base: string | undefined): Promise<Map<string, KeptReceipts>> {
    const kept = (await notesOf('receipts')).map(
      ({ key, body }) => [key, body as KeptReceipts] as const,
    );
    return new Map(kept.filter(([, receipts]) => receipts.base === base));
  }

  const toldIn = (kept: ReadonlyMap<string, KeptReceipts>): Told =>
    new Map([...kept].map(([device, { receipts }]) => [device, byGroup(receipts)]));

  const readUnproven = async () =>
    new Map((await notesOf('unproven')).map(({ key, body }) => [key, body as number]));

  /** One group, read by itself so that nobody who writes has to wait for long. */
  function readBooks(key: string, told: Told, base: string | undefined) {
    return keep.transaction('r', outbox, notes, async () => {
      const books = {
        base,
        rows: await readGroup(keep, key),
        cleaned: await readCleaned(keep, key),
        home: receiptsOf(told, key),
      };
      return { here: figuresOf(books), isProven: isProven(books) };
    });
  }

  /** Once after an upgrade: what was written before this book was kept is not proven. */
  async function open(): Promise<void> {
    if (await notes.get(openedKey)) return;
    const keys = await outbox.orderBy('record').uniqueKeys();
    await keep.transaction('rw', notes, async () => {
      const groups = new Set(keys.map(key => groupOf(key as string)));
      if (groups.size > 0) await markGroups(keep, groups);
      await notes.put({ kind: openedKey[0], key: openedKey[1], body: true });
    });
  }

  async function prove(): Promise<boolean> {
    await open();
    const base = (await readPresent(keep))?.base;
    const kept = await readKept(base);
    const unproven = await readUnproven();
    if (base === undefined || kept.size === 0) return false;
    const told = toldIn(kept);
    const proven: { key: string; here: Figures }[] = [];
    for (const key of unproven.keys()) {
      const group = await readBooks(key, told, base);
      if (group.isProven) proven.push({ key, here: group.here });
    }
    if (unproven.size === 0) return true;
    return keep.transaction('rw', notes, async () => {
      if ((await readPresent(keep))?.base !== base) return false;
      const now = await readUnproven();
      const held = proven.filter(({ key }) => now.get(key) === unproven.get(key));
      await notes.bulkDelete(held.map(({ key }) => ['unproven', key]));
      await notes.bulkPut(
        held.map(({ key, here }) => ({
          kind: 'proven',
          key,
          body: { base, here } satisfies Proven,
        })),
      );
      return held.length === now.size;
    });
  }

  return {
    isDue: async () => {
      const base = (await readPresent(keep))?.base;
      if ((await readKept(base)).size === 0) return true;
      return (await notes.where('kind').equals('unproven').count()) > 0;
    },

    store: (asked, { device, epoch, at, receipts }) =>
      keep.transaction('rw', notes, async () => {
        const { base } = asked;
        if ((await readPresent(keep))?.base !== base || epoch !== asked.epoch) return;
        const before = byGroup((await readKept(base)).get(device)?.receipts ?? []);
        const now = byGroup(receipts);
        // What home says otherwise than before is compared again, even if nothing changed here.
        const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
          key => !isSameReceipt(before.get(key), now.get(key)),
        );
        if (before.size > 0 && changed.length > 0) await markGroups(keep, changed);
        const body: KeptReceipts = { base, at, receipts };
        await notes.put({ kind: 'receipts', key: device, body });
      }),

    prove,

    reopenFormer: () =>
      keep.transaction('rw', outbox, notes, async () => {
        const base = (await readPresent(keep))?.base;
        const { id, formerly } = await readIdentity(keep);
        if (base === undefined || formerly.length === 0) return 0;
        const doubtful: OutboxRow[] = [];
        for (const key of (await readUnproven()).keys())
          doubtful.push(...(await readGroup(keep, key)));
        const opened = doubtful.filter(
          row =>
            row.body.dev !== id &&
            row.state === stateOf('sent', base) &&
            !row.verdicts.some(said => said.base === ''),
        );
        await outbox.bulkPut(opened.map(row => reopened(row, base)));
        await markUnproven(keep, opened);
        return opened.length;
      }),

    readWhole: () =>
      keep.transaction('r', outbox, notes, async () => {
        const present = await readPresent(keep);
        const kept = await readKept(present?.base);
        const waiting = await readExcept(keep, settledStates(present?.base));
        if (!present || kept.size === 0 || waiting.length > 0) return undefined;
        if ((await readUnproven()).size > 0) return undefined;
        const receipts = [...kept].flatMap(([device, told]) =>
          told.receipts.map(receipt => [`${device}|${groupKey(receipt)}`, receipt] as const),
        );
        const isSettled = receipts.every(
          ([, { refused, pictures }]) => refused.length === 0 && pictures.held >= pictures.named,
        );
        if (!isSettled) return undefined;
        const operations = receipts.reduce((sum, [, receipt]) => sum + receipt.operations, 0);
        return { epoch: present.epoch, operations, code: wholeCode(new Map(receipts)) };
      }),

    read: async () => {
      const { base, told, at, unproven, proven, waiting } = await keep.transaction(
        'r',
        outbox,
        notes,
        async () => {
          const present = await readPresent(keep);
          const kept = await readKept(present?.base);
          const { id } = await readIdentity(keep);
          const states = settledStates(present?.base);
          return {
            base: present?.base,
            told: toldIn(kept),
            at: kept.get(id)?.at ?? [...kept.values()][0]?.at,
            unproven: await readUnproven(),
            proven: await notesOf('proven'),
            waiting: new Set((await readExcept(keep, states)).map(row => groupOf(row.record))),
          };
        },
      );
      const groups = new Map<string, BookedGroup>();
      for (const { key, body } of proven) {
        const { base: provenIn, here } = body as Proven;
        // Home may count what somebody else wrote under an id that this device had too.
        if (provenIn !== base || here.operations === 0) continue;
        groups.set(key, { ...readGroupKey(key), here, home: homeOf(told, key), isProven: true });
      }
      for (const key of new Set([...unproven.keys(), ...waiting])) {
        const books = await readBooks(key, told, base);
        // Unless all that was left of it was taken back.
        if (books.here.operations === 0 && !groups.has(key)) continue;
        groups.set(key, { ...readGroupKey(key), ...books, home: homeOf(told, key) });
      }
      const sorted = [...groups.values()].sort((a, b) => newest(b) - newest(a));
      return { at, groups: sorted };
    },
  };
}

/** What was not answered yet is the newest of all. */
const newest = ({ here, home }: BookedGroup) =>
  here.waiting > 0 || !home ? Number.MAX_SAFE_INTEGER : home.lastAt;

const byGroup = (receipts: readonly Receipt[]) =>
  new Map(receipts.map(receipt => [groupKey(receipt), receipt]));

function receiptsOf(told: Told, key: string): Map<string, Receipt> {
  const found = [...told].flatMap(([device, groups]) => {
    const receipt = groups.get(key);
    return receipt ? [[device, receipt] as const] : [];
  });
  return new Map(found);
}

const homeOf = (told: Told, key: string) => joinReceipts([...receiptsOf(told, key).values()]);

const isSameReceipt = (one: Receipt | undefined, other: Receipt | undefined) =>
  one?.code === other?.code &&
  one?.operations === other?.operations &&
  one?.pictures.held === other?.pictures.held &&
  one?.pictures.named === other?.pictures.named;
