import { countsAsPresent } from '../../../domain/attendance-summary.ts';
import type { Day } from '../../../domain/day.ts';
import type { Signature } from '../../../domain/records/signature.ts';
import { valuesOf, type Records, type RecordView } from '../../data/record-view.ts';
import { markOf, markViewOf, type RosterEntry } from '../../parts/roster.ts';

/** A day on which somebody was there and has neither signed nor given a reason. */
export interface UnsignedDay {
  day: Day;
  count: number;
}

/** The days of these sheets on which signatures are missing, in order. */
export async function readUnsigned(
  records: Records,
  stream: string,
  roster: readonly RosterEntry[],
  sheets: readonly { day: Day | undefined; marks: ReadonlyMap<string, RecordView> }[],
): Promise<UnsignedDay[]> {
  const days = new Set(sheets.flatMap(({ day }) => day ?? []));
  const unsigned: UnsignedDay[] = [];
  for (const day of [...days].sort()) {
    const signed = new Set(
      (await records.readShelf(stream, 'signature', day))
        .filter(view => {
          const { image, unable } = valuesOf<Signature>(view);
          return Boolean(image) || Boolean(unable);
        })
        .map(view => view.r.slice(day.length + 1)),
    );
    const ofDay = sheets.filter(sheet => sheet.day === day);
    const count = roster.filter(
      entry =>
        !entry.ids.some(id => signed.has(id)) &&
        ofDay.some(({ marks }) => {
          const mark = markOf(markViewOf(entry, marks));
          return mark !== null && countsAsPresent(mark.status);
        }),
    ).length;
    if (count > 0) unsigned.push({ day, count });
  }
  return unsigned;
}
