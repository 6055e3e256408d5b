import type { ActivityEntry } from '../../../protocol/activity-messages.ts';
import { homeAuthor } from '../../../protocol/home-author.ts';
import type { Records } from '../../data/record-view.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { describeRecord } from '../../parts/work/describe-work.ts';
import { readName } from '../../parts/work/read-name.ts';

/** A piece of work as home told it, with what it is about in words, as far as is known on this device. */
export interface ToldEntry {
  entry: ActivityEntry;
  /** Whom or what it is about, and where that belongs. */
  title: string;
  place: string;
  /** Who wrote it; undefined if nobody here knows. */
  author: string | undefined;
}

interface Told {
  records: Records;
  t: Translate;
  format: Format;
  people: readonly { id: string; name: string }[];
  stream: string;
}

/** Puts entries into words. What was found out for one is kept for all that the same function tells. */
export function createTelling({ records, t, format, people, stream }: Told) {
  const known = new Map<string, ReturnType<Records['readRecord']>>();
  const names = new Map<string, Promise<string | undefined>>();
  // A whole sheet is about one session, so each record is read once.
  const kept: Records = {
    ...records,
    readRecord: (place, kind, id) =>
      keptIn(known, `${place}|${kind}|${id}`, () => records.readRecord(place, kind, id)),
  };

  return async (entries: readonly ActivityEntry[]): Promise<ToldEntry[]> => {
    const told: ToldEntry[] = [];
    for (const entry of entries) {
      const { kind, record, by, fields } = entry;
      const about = await describeRecord(
        { records: kept, t, format },
        { stream, kind, id: record },
        fields,
      );
      const author = isByHome(entry)
        ? t('koordinator.activity.home')
        : await keptIn(names, by, () => readName(kept, people, stream, by));
      told.push({ entry, ...about, author });
    }
    return told;
  };
}

/** True for what home wrote itself. What others pushed under its name was not let in. */
export function isByHome({ by, verdict }: ActivityEntry): boolean {
  return by === homeAuthor && verdict === 'admitted';
}

function keptIn<T>(map: Map<string, T>, key: string, make: () => T): T {
  const kept = map.get(key);
  if (kept !== undefined) return kept;
  const made = make();
  map.set(key, made);
  return made;
}
