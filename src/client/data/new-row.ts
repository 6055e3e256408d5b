import type { JsonValue } from '../../domain/records/kind.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import { envelopeVersion } from '../../protocol/operation.ts';
import { shownValue, type RecordState } from '../../protocol/merge.ts';
import { pendingState, recordKey, type OutboxRow } from './keep.ts';
import { parentsOf } from './parents.ts';
import type { Change } from './record-view.ts';

/** What an operation says of its device's clock. */
export interface ClockReading {
  wall: number;
  off: number | null;
  clk: number;
}

/** What whoever writes must be told of the device and of who is at it. */
export interface WriterWorld {
  /** The id this device signs with, as long as none lies beside the outbox. */
  device: string;
  /** Who is at the device; undefined before the first enrolment. */
  author: () => string | undefined;
  clock: () => ClockReading;
  newId: () => string;
}

/** Who signs an operation, on which device, and what its clock says. */
export interface Signer extends ClockReading {
  id: string;
  dev: string;
  by: string;
}

/** A row that has no counter yet. */
export type NewRow = Omit<OutboxRow, 'n'>;

/** An edit as it goes into the outbox. `earlier` are the operations on the record that it follows, oldest first. */
export function newRow(
  { stream, t, r, fields }: Omit<Change, 'seen'>,
  seen: RecordState,
  earlier: readonly NewRow[],
  { id, dev, by, wall, off, clk }: Signer,
): NewRow {
  const p = parentsOf(
    Object.keys(fields),
    seen,
    earlier.map(row => row.body),
  );
  const was = shownBefore(Object.keys(fields), seen, earlier);
  const sv = kindNamed(t)?.version ?? 1;
  const body = { v: envelopeVersion, id, dev, by, stream, t, r, sv, f: fields, p, wall, off, clk };
  return {
    id,
    person: by,
    state: pendingState,
    record: recordKey(stream, t, r),
    body: { ...body, v: envelopeVersion },
    verdicts: [],
    ...(Object.keys(was).length > 0 && { was }),
  };
}

/** What the fields showed: what this device wrote last, else what its author had on the screen. */
function shownBefore(
  fields: readonly string[],
  seen: RecordState,
  earlier: readonly NewRow[],
): Record<string, JsonValue> {
  const was: Record<string, JsonValue> = {};
  for (const field of fields) {
    const own = earlier.findLast(row => Object.hasOwn(row.body.f, field));
    const value = own ? own.body.f[field] : shownValue(seen[field]);
    if (value !== undefined && value !== null) was[field] = value;
  }
  return was;
}
