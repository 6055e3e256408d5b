import type { Day } from '../../../domain/day.ts';
import type { Picture } from '../../../domain/records/kind.ts';
import type { Signature } from '../../../domain/records/signature.ts';
import { searchText } from '../../../domain/search-text.ts';
import type { Territory } from '../../../domain/territory.ts';
import { disputedFields, valuesOf, type RecordView } from '../../data/record-view.ts';
import type { Translate } from '../../i18n/translate.ts';
import { placeWords } from '../../parts/place.ts';
import { marksByParticipant, markOf, markViewOf, type RosterEntry } from '../../parts/roster.ts';

/** How somebody signed, or why not. */
export interface Signed {
  image: Picture | undefined;
  unable: string | undefined;
  /** When it was recorded, ms. */
  at: number | undefined;
  /** Two tablets hold different ones. */
  isDisputed: boolean;
}

/** One person of the round. */
export interface Signer {
  id: string;
  name: string;
  place: string;
  /** Name and place as `searchText`. */
  searchable: string;
  /** Was there in a session of the day, on time or late. */
  wasThere: boolean;
  /** Undefined as long as there is neither a signature nor a reason. */
  signed: Signed | undefined;
  /** The record to write on, and how it stands. */
  record: string;
  view: RecordView | undefined;
}

/** What a round is made of. */
export interface RoundSources {
  day: Day;
  roster: readonly RosterEntry[];
  /** The marks of each session of the day. */
  sheets: readonly (readonly RecordView[])[];
  signatures: readonly RecordView[];
  territory: Territory | undefined;
}

/** The people of a day's signature round, by name. */
export function listSigners(t: Translate, sources: RoundSources): Signer[] {
  const { day, roster, territory } = sources;
  const sheets = sources.sheets.map(marksByParticipant);
  const signatures = new Map(sources.signatures.map(view => [view.r, view]));
  return roster
    .map(entry => {
      const name = entry.participant.name ?? t('all.person.unnamed');
      const place = placeWords(t, entry.participant, territory);
      const records = entry.ids.map(id => `${day}:${id}`);
      // Of a person entered twice, either record may hold the signature.
      const record = records.find(id => signedOf(signatures.get(id))) ?? `${day}:${entry.id}`;
      const view = signatures.get(record);
      return {
        id: entry.id,
        name,
        place,
        searchable: searchText(`${name} ${place}`),
        wasThere: sheets.some(marks => isPresence(markOf(markViewOf(entry, marks))?.status)),
        signed: signedOf(view),
        record,
        view,
      };
    })
    .sort((a, b) => compare(a.searchable, b.searchable) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const isPresence = (status: string | undefined) => status === 'hadir' || status === 'terlambat';

function signedOf(view: RecordView | undefined): Signed | undefined {
  const { image, unable } = valuesOf<Signature>(view);
  if (!view || (!image && !unable)) return undefined;
  const heads = view.state[image ? 'image' : 'unable']?.h ?? [];
  return {
    image: image ?? undefined,
    unable: unable ?? undefined,
    at: heads[0]?.s,
    isDisputed: disputedFields(view).includes('image'),
  };
}

/** How far a round is: of those who were there, how many have signed or cannot. */
export function progressOf(signers: readonly Signer[]): { done: number; total: number } {
  const expected = signers.filter(one => one.wasThere);
  return { done: expected.filter(one => one.signed).length, total: expected.length };
}

/**
 * Who gets the tablet next, after the one called `after`: who was there and has not signed, by name and
 * round again from the beginning; undefined if nobody is left but those in `passed`.
 */
export function nextSigner(
  signers: readonly Signer[],
  passed: ReadonlySet<string>,
  after: string | undefined,
): Signer | undefined {
  const from = signers.findIndex(one => one.id === after) + 1;
  return [...signers.slice(from), ...signers.slice(0, from)].find(
    one => one.wasThere && !one.signed && !passed.has(one.id),
  );
}
