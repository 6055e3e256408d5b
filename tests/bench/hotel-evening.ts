import type { JsonValue } from '../../src/domain/records/kind.ts';
import { createChance, type Chance } from '../support/seed.ts';
import { libraryAnswers } from './library-answers.ts';

/**
 * The hotel evening: what each of 200 devices brings back from one day. A device has 8 sessions of 40
 * people (320 marks: those who are late, excused or sick one by one, the rest by "semua hadir"), two
 * checklists of 30 items, and one library's profile, a change a question; some of it gets a note, and one
 * mark a session and a few answers are corrected later, so that operations with parents are among them.
 * Everything follows from a seed.
 *
 * The kinds `checklistItem` and `library` are not there yet. Until they are, a kind that the server admits
 * stands in for each, with an id and a value as long; `ticked`, `remarked` and `answered` below are the
 * only lines that know, and beside each stands what it is to become.
 */
export interface Edit {
  stream: string;
  t: string;
  r: string;
  f: Record<string, JsonValue>;
  /** The same in a plain table: session or checklist, person or item, value, minutes, note. */
  line: CsvLine;
}

export type CsvLine = [place: string, thing: string, value: string, minutes: string, note: string];

/** Edits that were saved together. */
export interface Moment {
  /** Since the day began, ms of true time. */
  afterMs: number;
  edits: Edit[];
}

export const evening = { devices: 200, sessions: 8, people: 40, checklists: 2, items: 30 } as const;

/** Nobody's day is longer, ms. */
export const longestDayMs = 11 * 3_600_000;

type Written = Pick<Edit, 't' | 'r' | 'f'>;

const marked = (session: string, person: string, f: Edit['f']): Written => ({
  t: 'attendance',
  r: `${session}:${person}`,
  f,
});

// To become { t: 'checklistItem', r: `${checklist}:${item}`, f: { state } }.
const ticked = (checklist: string, item: string, state: string): Written =>
  marked(checklist.replaceAll(':', '.'), item, { mark: { status: standInFor[state] ?? 'alpa' } });

// To become { t: 'checklistItem', r: `${checklist}:${item}`, f: { note } }.
const remarked = (checklist: string, item: string, note: string): Written =>
  marked(checklist.replaceAll(':', '.'), item, { note });

// To become { t: 'library', r: village, f: { [key]: value } }, in the stream of the village's region.
const answered = (village: string, key: string, value: string | number): Written => ({
  t: 'session',
  r: `${village}.${key.replaceAll('_', '-')}`,
  f: { title: String(value) },
});

const standInFor: Record<string, string> = { sudah: 'hadir', belum: 'sakit' };

const hourMs = 3_600_000;

/** The day of one device, in order. `stream` is the training whose sheets it holds. */
export function hotelEvening(seed: number, device: number, stream: string): Moment[] {
  const chance = createChance(seed * 1009 + device);
  const moments: Moment[] = [];
  const people = Array.from({ length: evening.people }, () => chance.uuid());
  const village = `62.${two(1 + chance.below(13))}.${two(1 + chance.below(9))}.20${two(chance.below(90))}`;
  let clock = 0;

  /** Saves some time after what was saved before. */
  function save(edits: Edit[], leastMs: number, mostMs: number): void {
    clock += leastMs + chance.below(mostMs - leastMs);
    moments.push({ afterMs: clock, edits });
  }

  for (let session = 0; session < evening.sessions; session += 1) {
    clock = session * hourMs + chance.below(10 * 60_000);
    for (const edits of sheetOf(chance, stream, people)) save(edits, 900, 7_000);
  }
  clock = Math.max(clock, evening.sessions * hourMs);
  for (let n = 1; n <= evening.checklists; n += 1) {
    const checklist = `persiapan-v1:${village}:${n}`;
    for (const edits of checklistOf(chance, stream, checklist)) save(edits, 1_500, 9_000);
  }
  for (const edit of profileOf(chance, stream, village)) save([edit], 3_000, 40_000);
  return moments;
}

/** One session's sheet: the exceptions, everybody else at once, and what turned out otherwise. */
function* sheetOf(chance: Chance, stream: string, people: readonly string[]): Generator<Edit[]> {
  const session = chance.uuid();
  const mark = (person: string, status: string, minutes?: number): Edit => ({
    stream,
    ...marked(session, person, {
      mark: minutes === undefined ? { status } : { status, minutes },
    }),
    line: [session, person, status, minutes === undefined ? '' : String(minutes), ''],
  });
  const absent = new Set(people.filter(() => chance.happens(0.08)));
  for (const person of absent) {
    const status = chance.pick(['izin', 'izin', 'sakit', 'alpa']);
    yield [mark(person, status)];
    if (status === 'alpa' || chance.happens(0.4)) continue;
    const note = noteOf(chance, status === 'sakit' ? illnesses : errands);
    yield [
      {
        stream,
        ...marked(session, person, { note }),
        line: [session, person, '', '', note],
      },
    ];
  }
  const others = people.filter(person => !absent.has(person));
  yield others.map(person => mark(person, 'hadir'));
  yield [mark(chance.pick(others), 'terlambat', 5 + chance.below(55))];
}

function* checklistOf(chance: Chance, stream: string, checklist: string): Generator<Edit[]> {
  for (let n = 1; n <= evening.items; n += 1) {
    const item = `butir-${two(n)}`;
    const state = chance.happens(0.8) ? 'sudah' : 'belum';
    yield [
      {
        stream,
        ...ticked(checklist, item, state),
        line: [checklist, item, state, '', ''],
      },
    ];
    if (!chance.happens(0.1)) continue;
    const note = noteOf(chance, remarks);
    yield [
      {
        stream,
        ...remarked(checklist, item, note),
        line: [checklist, item, '', '', note],
      },
    ];
  }
}

function* profileOf(chance: Chance, stream: string, village: string): Generator<Edit> {
  for (const [key, answer] of Object.entries(libraryAnswers)) {
    const times = chance.happens(0.08) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const value = answer(chance);
      yield {
        stream,
        ...answered(village, key, value),
        line: [village, key, String(value), '', ''],
      };
    }
  }
}

const errands = ['dipanggil camat', 'rapat di dinas', 'mengantar anak', 'acara keluarga'];
const illnesses = ['demam', 'sakit gigi', 'ke puskesmas', 'mabuk perjalanan'];
const remarks = [
  'belum lengkap',
  'menunggu dinas',
  'rusak, perlu diganti',
  'dipinjam dari sekolah',
];
const whens = ['pagi ini', 'sejak kemarin', 'sampai siang', 'kembali sore', 'besok masuk'];

function noteOf(chance: Chance, whys: readonly string[]): string {
  const tail = chance.happens(0.5) ? `, tel. 08${12_000_000 + chance.below(80_000_000)}` : '';
  return `${chance.pick(whys)}, ${chance.pick(whens)}${tail}`;
}

const two = (n: number) => String(n).padStart(2, '0');
