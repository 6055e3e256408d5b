import { estimateStamp } from '../../protocol/stamp.ts';
import { overlayField, type RecordState } from '../../protocol/merge.ts';
import type { HeldRecord } from './cache.ts';
import { readRecordKey, settledStates, standingOf, type OutboxRow } from './keep.ts';
import type { Delivery, RecordView } from './record-view.ts';

/** What must be known of a base to lay this device's own work over it. */
export interface OverlayBase {
  /** The base; undefined as long as nothing was ever pulled. */
  base: string | undefined;
  /** The number of an operation in that base, as far as a page of a pull told it. */
  own: ReadonlyMap<string, number>;
  /** True for a record that was forgotten with a scope that was lost. */
  isPurged: (row: OutboxRow) => boolean;
}

/**
 * True if an operation is to be laid over the record held (rule 6.6). The record held is a whole state,
 * so it shows an operation if and only if it is at least as new as that operation's number; a cursor may
 * run ahead of a record whose newest state is still on a later page.
 */
export function isOverlaid(
  row: OutboxRow,
  heldSeq: number | undefined,
  { base, own, isPurged }: OverlayBase,
): boolean {
  const standing = standingOf(row);
  if (standing === 'closed') return false;
  const seq = row.verdicts.find(verdict => verdict.base === base)?.seq ?? own.get(row.id);
  if (seq === undefined) return true;
  return (heldSeq === undefined || heldSeq < seq) && !isPurged(row);
}

/** Lays one operation over a record's state. Fields it does not set stay as they are. */
function overlayRow(state: RecordState, row: OutboxRow): RecordState {
  const { body, verdicts } = row;
  const stamp = verdicts.findLast(verdict => verdict.stamp !== undefined)?.stamp;
  const edited = { ...state };
  for (const [field, value] of Object.entries(body.f)) {
    edited[field] = overlayField(field, edited[field], {
      id: row.id,
      value,
      parents: body.p[field] ?? [],
      stamp: stamp ?? estimateStamp(body),
      by: body.by,
      isAdmitted: true,
    });
  }
  return edited;
}

/** Records as screens see them, by id: what is held, overlaid with what was written here. */
export function overlayRecords(
  shelf: { stream: string; kind: string },
  held: ReadonlyMap<string, HeldRecord>,
  rows: readonly OutboxRow[],
  overlaid: OverlayBase,
  presentBase: string | undefined,
): RecordView[] {
  const { stream, kind: t } = shelf;
  const views = new Map<string, RecordView>();
  for (const [r, { f }] of held) views.set(r, { stream, t, r, state: f, delivery: 'home' });
  const settled = settledStates(presentBase);
  for (const row of [...rows].sort((a, b) => a.n - b.n)) {
    const { id: r } = readRecordKey(row.record);
    const view = views.get(r) ?? { stream, t, r, state: {}, delivery: 'home' };
    const state = isOverlaid(row, held.get(r)?.seq, overlaid)
      ? overlayRow(view.state, row)
      : view.state;
    views.set(r, { ...view, state, delivery: worse(view.delivery, deliveryOf(row, settled)) });
  }
  return [...views.values()]
    .filter(view => Object.keys(view.state).length > 0)
    .sort((a, b) => (a.r < b.r ? -1 : 1));
}

function deliveryOf(row: OutboxRow, settled: readonly string[]): Delivery {
  if (standingOf(row) === 'attention') return 'attention';
  return settled.includes(row.state) ? 'home' : 'waiting';
}

const badness: Record<Delivery, number> = { home: 0, waiting: 1, attention: 2 };

const worse = (one: Delivery, other: Delivery) => (badness[one] >= badness[other] ? one : other);
