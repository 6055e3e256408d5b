import { expect, test } from 'vitest';
import { createPlaceMatcher } from '../../src/domain/roster/match-place.ts';
import { createRosterDesk } from '../../src/worker/roster-desk.ts';
import type { RosterAnswer } from '../../src/worker/roster-messages.ts';
import { places } from '../support/places.ts';
import { rosterFiles, workbook } from '../support/roster-files.ts';

/** Hands a file in, and gives what the desk says. */
async function handIn(source: Blob | string) {
  const said: RosterAnswer[] = [];
  const desk = createRosterDesk(answer => said.push(answer));
  await desk({ ask: 'read', source });
  const [answer] = said;
  return {
    answer,
    /** Plans its first sheet where nobody is yet. */
    async plan() {
      const [sheet] = answer?.is === 'read' ? answer.sheets : [];
      if (!sheet) throw new Error(`not read: ${JSON.stringify(answer)}`);
      await desk({ ask: 'plan', sheet: 0, layout: sheet.layout, places, here: [] });
      const planned = said.at(-1);
      await desk({ ask: 'edits', decisions: new Map() });
      const made = said.at(-1);
      if (planned?.is !== 'plan' || made?.is !== 'edits') throw new Error('no plan');
      const notes = planned.summary.notes.flatMap(({ first }) => first);
      return { people: made.edits.map(({ fields }) => fields), notes, summary: planned.summary };
    },
  };
}

const trouble = async (source: Blob | string) => {
  const { answer } = await handIn(source);
  return answer?.is === 'trouble' ? answer.trouble : answer?.is;
};

test.each(Object.keys(rosterFiles))('%s gives its people', async kind => {
  const { bytes, names } = await rosterFiles[kind]!();
  const { people } = await (await handIn(bytes)).plan();
  expect(people.map(({ name }) => name)).toEqual(names);
});

test('a province’s list is read to the last figure', async () => {
  const { bytes } = await rosterFiles[Object.keys(rosterFiles)[0]!]!();
  const { people, notes } = await (await handIn(bytes)).plan();
  expect(people).toEqual([
    {
      name: 'Siti Aminah, S.Pd.',
      nip: '198001012005012001',
      gender: 'P',
      position: 'Pengelola',
      village: '62.12.01.2008',
      phone: '081234567890',
    },
    {
      name: 'Bernadus Ngabe',
      gender: 'L',
      position: 'Kaur',
      village: '62.11.05.2014',
      phone: '081345678901',
    },
    {
      name: 'Yohanes Dohong',
      gender: 'L',
      position: 'Pustakawan',
      regency: '62.08',
      phone: '085211112222',
    },
  ]);
  expect(notes).toEqual([
    { code: 'not-a-person', row: 15, said: 'Drs. Rudi Hartono' },
    { code: 'nip-rounded', row: 11, said: String(Number('198502022010011012')) },
  ]);
});

test('what stands in two rows of headings, beside several people, or over them, holds for each', async () => {
  const villages = async (kind: string) => {
    const { bytes } = await rosterFiles[kind]!();
    const { people } = await (await handIn(bytes)).plan();
    return people.map(({ village, regency, gender }) => [village ?? regency, gender]);
  };
  expect(await villages('headings in two rows, the address over three columns')).toEqual([
    ['62.12.01.2008', 'P'],
    ['62.11.05.2014', 'L'],
  ]);
  expect(await villages('a kabupaten that stands once beside several people')).toEqual([
    ['62.12.01.2008', undefined],
    ['62.12.01.2010', undefined],
    ['62.13.01.2006', undefined],
  ]);
  expect(await villages('people under a line for each kabupaten')).toEqual([
    ['62.12.01.2008', undefined],
    ['62.02.08.1008', undefined],
  ]);
});

test('cells that begin like formulas are text, and stay text', async () => {
  const table = 'Nama\tJabatan\tInstansi\n=HYPERLINK("x")\t@SUM(1)\t+62\n-Siti\t-1+1\tDinas\n';
  const { people, notes } = await (await handIn(table)).plan();
  expect(people).toEqual([
    { name: '=HYPERLINK("x")', position: '@SUM(1)', institution: '+62' },
    { name: 'Siti', position: '-1+1', institution: 'Dinas' },
  ]);
  expect(notes.map(({ code, row }) => [code, row])).toEqual([['name-odd', 2]]);
});

test('what is no list of people is told apart, whatever its name ends in', async () => {
  const encrypted = await workbook([['Nama'], ['Siti']], [], {
    encryption: { password: 'rahasia', spinCount: 1000 },
  });
  const old = new Uint8Array(600);
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  old.set(new Uint8Array(Uint16Array.from('Workbook', letter => letter.charCodeAt(0)).buffer), 512);
  const broken = (await workbook([['Nama'], ['Siti']])).slice(0, 400);
  expect({
    password: await trouble(new Blob([encrypted])),
    old: await trouble(new File([old], 'peserta.xlsx')),
    page: await trouble(new File(['<html><table><tr><td>Nama'], 'peserta.xls')),
    pdf: await trouble(new File(['%PDF-1.7 …'], 'peserta.xlsx')),
    picture: await trouble(new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])])),
    nothing: await trouble(new Blob([''])),
    blank: await trouble('\t\t\n\t\t\n'),
    broken: await trouble(new Blob([broken])),
    big: await trouble(new Blob([new Uint8Array(20 * 1024 * 1024 + 1)])),
  }).toEqual({
    password: 'password',
    old: 'old-excel',
    page: 'web-page',
    pdf: 'pdf',
    picture: 'not-a-table',
    nothing: 'empty',
    blank: 'empty',
    broken: 'broken',
    big: 'too-big',
  });
});

test('a file that would unpack to more than memory holds is refused unopened', async () => {
  const bytes = await workbook([['Nama'], ['Siti']]);
  const view = new DataView(bytes.buffer);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at -= 1;
  // The list at the end claims 3 GB for the first entry.
  view.setUint32(view.getUint32(at + 16, true) + 24, 3_000_000_000, true);
  expect(await trouble(new Blob([bytes]))).toBe('bomb');
});

test('200,000 rows are refused with a word, and formatting far below the list is not', async () => {
  const lines = Array.from({ length: 200_000 }, (_, at) => `Siti ${at};Bahitom`);
  expect(await trouble(new Blob([['Nama;Desa', ...lines].join('\n')]))).toBe('too-many-rows');
  const long = await workbook([
    ['Nama'],
    ...Array.from({ length: 45_000 }, (_, at) => [`Siti ${at}`]),
  ]);
  expect(await trouble(new Blob([long]))).toBe('too-many-rows');
  const empty = Array.from({ length: 30_000 }, () => '');
  expect(await trouble(`Nama;Desa\nSiti;Bahitom\n${empty.join(';\n')}`)).toBe('read');
});

test('5,000 people are read and planned in little more than the time it takes to read them', async () => {
  const names = ['Siti', 'Ahmad', 'Yohanes', 'Maria', 'Dewi', 'Rudi', 'Lidia', 'Hendro'];
  const more = ['Aminah', 'Dohong', 'Ngabe', 'Lestari', 'Tambunan', 'Kristina', 'Usop', 'Binti'];
  const rows = Array.from({ length: 5000 }, (_, at) => {
    const { name: village, district, regencyName } = places[(at * 7) % places.length]!;
    const name = `${names[at % 8]} ${more[Math.floor(at / 8) % 8]} ${letters(at)}`;
    const nip = `198001012005${String(100_001 + at)}`;
    const gender = at % 2 === 0 ? 'P' : 'L';
    const work = ['Pengelola', `Perpustakaan Desa ${village}`, village, district, regencyName];
    return [at + 1, name, nip, gender, ...work, 81_200_000_000 + at, 'Membawa laptop'];
  });
  const head = [
    'No',
    'Nama',
    'NIP',
    'L/P',
    'Jabatan',
    'Unit Kerja',
    'Desa',
    'Kec.',
    'Kab.',
    'HP',
    'Ket.',
  ];
  const file = new Blob([await workbook([head, ...rows])]);
  // What the processor spends, not what the clock says: other tests run beside this one.
  const spent = () => process.cpuUsage().user;
  const ratios: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const begun = spent();
    const table = await handIn(file);
    const read = spent();
    const { summary } = await table.plan();
    const planned = spent();
    expect(summary.added + summary.asked.length + summary.leftOut).toBe(5000);
    ratios.push((planned - begun) / (read - begun));
  }
  const ratio = ratios.toSorted((one, other) => one - other)[4]!;
  process.stdout.write(`reading and planning against reading: ${ratio.toFixed(2)}\n`);
  // As the app is built it is about 1.6; the test runner slows our own code, not the library's.
  expect(ratio).toBeLessThanOrEqual(3);
});

/** A word for a number, so that everybody has a name of their own. */
function letters(number: number): string {
  const word = number
    .toString(26)
    .replace(/./g, sign => 'bacidofugehkelimonuparesitz'[parseInt(sign, 26)]!);
  return word[0]!.toUpperCase() + word.slice(1);
}

test('places are found for every village by its name, district and regency', () => {
  const match = createPlaceMatcher(places);
  const lost = places.filter(
    ({ village, name, district, regencyName }) =>
      match({ village: `Desa ${name}`, district, regency: regencyName }).village !== village,
  );
  expect(lost).toEqual([]);
});
