import 'fake-indexeddb/auto';
import { createBase } from '../../../src/client/data/base.ts';
import { CacheDatabase } from '../../../src/client/data/cache.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { createOutbox } from '../../../src/client/data/outbox.ts';
import type { RecordView } from '../../../src/client/data/record-view.ts';
import { createRecords } from '../../../src/client/data/records.ts';
import type { JsonValue } from '../../../src/domain/records/kind.ts';
import type { PullPage, PulledRecord } from '../../../src/protocol/messages.ts';
import { createChance } from '../../support/seed.ts';

export const stream = 'training:t1';
export const startsAt = 1_624_950_000_000;

let tablets = 0;

/** The two databases of one tablet, with reading and writing. The same name again is its second tab. */
export function openTablet(name = `tablet-${(tablets += 1)}`) {
  const chance = createChance((tablets += 1));
  const keep = new KeepDatabase(name);
  const cache = new CacheDatabase(name);
  const clock = { wall: startsAt, off: null as number | null, clk: 1 };
  const world = {
    device: name,
    person: 'amina' as string | undefined,
    author: () => world.person,
    clock: () => ({ ...clock }),
    newId: chance.uuid,
  };
  const records = createRecords(keep, cache, world);

  /** Sets fields of a record, with what the screen shows now as seen. */
  async function edit(t: string, r: string, fields: Record<string, JsonValue>): Promise<void> {
    const seen = await records.readRecord(stream, t, r);
    await records.write([{ stream, t, r, fields, seen }]);
  }

  return {
    name,
    keep,
    cache,
    records,
    outbox: createOutbox(keep, () => clock.wall),
    base: createBase(cache),
    world,
    clock,
    edit,
    mark: (participant: string, status: string) =>
      edit('attendance', `s1:${participant}`, { mark: { status } }),
  };
}

export type Tablet = ReturnType<typeof openTablet>;

/** One page of a pull. */
export function page(
  changes: Partial<PullPage> & { records: PulledRecord[]; to: number },
): PullPage {
  return { epoch: 'e1', scope: stream, from: 0, more: false, own: [], ...changes };
}

/** A record as home sends it: one value a field, set by an operation. */
export function record(
  r: string,
  seq: number,
  fields: Record<string, [operation: string, value: JsonValue]>,
  t = 'attendance',
): PulledRecord {
  const f = Object.fromEntries(
    Object.entries(fields).map(([field, [o, v]]) => [
      field,
      { h: [{ v, o, s: startsAt, by: 'budi' }] },
    ]),
  );
  return { t, r, stream, seq, f };
}

/** The shown status of each person on a sheet. */
export const statuses = (views: readonly RecordView[]): Record<string, unknown> =>
  Object.fromEntries(
    views.map(({ r, state }) => {
      const mark = state['mark']?.h[0]?.v as { status?: string } | null | undefined;
      return [r, mark?.status];
    }),
  );
