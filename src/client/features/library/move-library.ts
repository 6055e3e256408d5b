import type { JsonValue } from '../../../domain/records/kind.ts';
import {
  isDeletedView,
  valuesOf,
  type Change,
  type RecordView,
  type Records,
} from '../../data/record-view.ts';
import type { Member } from '../../../domain/records/member.ts';
import { answersIn, movedTo } from '../../parts/moved-to.ts';
import { streamOfVillage } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';

/**
 * Takes a profile to another village: its record's id is the village's code, so every answer is written there,
 * with all records that belong to it, and the old ones say where they went. One write: all of it or nothing.
 * Asked again of a profile that has gone, it takes along what was answered there since, on a device that did
 * not know of it.
 * Written as by somebody who saw nothing of what was there, so that no answer covers another. True if there was
 * a profile already. With `mayGrant` the librarians of the old village get their place in the new one: without it
 * they could no longer read what they filled in. Throws `Problem` `device-full`; then nothing moved.
 */
export async function moveLibrary(
  records: Pick<Records, 'readRecord' | 'readShelf' | 'write'>,
  { village, stream, view }: Pick<LibraryBook, 'village' | 'stream' | 'view'>,
  to: string,
  { mayGrant = false } = {},
): Promise<boolean> {
  const there = streamOfVillage(to);
  const changes: Change[] = [];

  /** True if something lives there already. */
  async function move(
    record: RecordView,
    r: string,
    left: Record<string, JsonValue>,
  ): Promise<boolean> {
    const fields = answersIn(record);
    const held = await records.readRecord(there, record.t, r);
    const hasLeft = held !== undefined && (isDeletedView(held) || movedTo(held) !== undefined);
    if (hasLeft) {
      // It was here before and comes back: it replaces what it left behind.
      const back = record.t === 'library' ? { movedTo: null } : { deleted: false };
      changes.push({ stream: there, t: record.t, r, fields: { ...fields, ...back }, seen: held });
    } else if (Object.keys(fields).length > 0) {
      changes.push({ stream: there, t: record.t, r, fields, seen: undefined });
    }
    changes.push({ stream, t: record.t, r: record.r, fields: left, seen: record });
    return held !== undefined && !hasLeft;
  }

  const isTaken = view ? await move(view, to, { ...emptied(view), movedTo: to }) : false;
  for (const kind of ['libraryYear', 'advocacy', 'followUp']) {
    for (const record of await records.readShelf(stream, kind, village)) {
      if (isDeletedView(record)) continue;
      await move(record, to + record.r.slice(village.length), { deleted: true });
    }
  }
  if (mayGrant)
    changes.push(
      ...(await movedPlaces(records, { stream, village }, { stream: there, village: to })),
    );
  await records.write(changes);
  return isTaken;
}

/** Every answer taken back, so that what is answered there later stands out. */
function emptied(view: RecordView): Record<string, JsonValue> {
  return Object.fromEntries(Object.keys(answersIn(view)).map(field => [field, null]));
}

interface Place {
  stream: string;
  village: string;
}

/** The librarians of one village, given their place in another. */
async function movedPlaces(
  records: Pick<Records, 'readRecord' | 'readShelf'>,
  from: Place,
  to: Place,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const view of await records.readShelf(from.stream, 'member')) {
    const { name, role, village } = valuesOf<Member>(view);
    if (role !== 'pengelola' || village !== from.village) continue;
    const place = { t: 'member', r: view.r };
    if (from.stream === to.stream) {
      changes.push({ ...place, stream: from.stream, fields: { village: to.village }, seen: view });
      continue;
    }
    const seen = await records.readRecord(to.stream, 'member', view.r);
    const fields = { role, village: to.village, ...(name !== undefined && { name }) };
    changes.push(
      { ...place, stream: to.stream, fields, seen },
      { ...place, stream: from.stream, fields: { role: null }, seen: view },
    );
  }
  return changes;
}
