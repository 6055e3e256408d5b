import type { JsonValue } from '../../../domain/records/kind.ts';
import {
  isDeletedView,
  valuesOf,
  type Change,
  type RecordView,
  type Records,
} from '../../data/record-view.ts';
import { streamOfVillage } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/**
 * Takes a profile to another village: its record's id is the village's code, so every answer is written there,
 * with all records that belong to it, and the old ones say where they went. One write: all of it or nothing.
 * Written as by somebody who saw nothing of what was there, so that no answer covers another. True if there was
 * a profile already. Throws `Problem` `device-full`; then nothing moved.
 */
export async function moveLibrary(
  records: Pick<Records, 'readRecord' | 'readShelf' | 'write'>,
  { village, stream, view }: Pick<LibraryBook, 'village' | 'stream' | 'view'>,
  to: string,
): Promise<boolean> {
  const there = streamOfVillage(to);
  const changes: Change[] = [];

  function move(record: RecordView, r: string, left: Record<string, JsonValue>) {
    const { deleted: _, movedTo: __, ...fields } = valuesOf<Record<string, JsonValue>>(record);
    if (Object.keys(fields).length > 0)
      changes.push({ stream: there, t: record.t, r, fields, seen: undefined });
    changes.push({ stream, t: record.t, r: record.r, fields: left, seen: record });
  }

  if (view) move(view, to, { deleted: true, movedTo: to });
  for (const kind of ['libraryYear', 'advocacy', 'followUp']) {
    for (const record of await records.readShelf(stream, kind, village)) {
      if (isDeletedView(record)) continue;
      move(record, to + record.r.slice(village.length), { deleted: true });
    }
  }
  const taken = await records.readRecord(there, 'library', to);
  await records.write(changes);
  return taken !== undefined && !isDeletedView(taken);
}
