import { describe, expect, test } from 'vitest';
import { foldName } from '../../../src/domain/people/fold-name.ts';
import {
  createPeopleIndex,
  leastAtTheDoor,
  likelyDoubles,
  type Describable,
} from '../../../src/domain/people/likely-doubles.ts';
import { createChance } from '../../support/seed.ts';

/** The best double of one among the other alone; undefined where none is likely. */
function double(one: Describable, other: Describable) {
  return likelyDoubles(one, [other])[0];
}

const sameNames: [string, string][] = [
  // The spelling of before 1972
  ['Soekarti Noegroho', 'Sukarti Nugroho'],
  ['Djoko Soesilo', 'Joko Susilo'],
  ['Tjahjono Widjaja', 'Cahyono Wijaya'],
  ['Soejatno', 'Suyatno'],
  ['Njoman Soenarti', 'Nyoman Sunarti'],
  ['Sjahrul Effendi', 'Syahrul Efendi'],
  ['Achmad Choirul Anwar', 'Akhmad Khoirul Anwar'],
  ['Chandra Loekman', 'Candra Lukman'],
  ['Soejono', 'Sujono'],
  // Letters that nobody hears
  ['Muhammad Rizky', 'Muhamad Rizki'],
  ['Siti Aminah', 'Siti Amina'],
  ['Novita Yuliana', 'Nofita Yuliana'],
  ['Noor Hasanah', 'Nurhasanah'],
  ['Taufiq Hidayat', 'Taufik Hidayat'],
  // Titles
  ['Hj. Ernawati Tewah, S.Pd., M.M.', 'Ernawati Tewah'],
  ['Dra. Hj. Lidia Kahayani', 'Lidia Kahayani'],
  ['H. M. Yusuf', 'M. Yusuf, S.IP'],
  ['Ir. Drs. Markus Rungan S.T.', 'Markus Rungan'],
  ['Yunita Bahandang, S. I. Pust.', 'Yunita Bahandang'],
  ['Yunita Bahandang A.Md', 'YUNITA BAHANDANG SE, MM'],
  ['dr. Sari Banamaya', 'sari banamaya'],
  // Marks, case, order, spaces
  ["Ma'rifah Ja'aning", 'MARIFAH JAANING'],
  ['Désiré Tundan', 'Desire Tundan'],
  ['Nur-Hayati', 'Nurhayati'],
  ['Lestari, Citra', 'Citra Lestari'],
  ['Citra Ayu Lestari', 'Citra Lestari'],
  ['Abd. Rahman', 'Abdul Rahman'],
  ['Moh. Arif', 'Muhammad Arief'],
  ['St. Khadijah', 'Siti Khadijah'],
  ['M. Yusuf', 'Muhammad Yusuf'],
  ['Ahmad bin Yusran', 'Ahmad Yusran'],
  // A slip of the pen
  ['Margaretha Ilun', 'Margareta Ilun'],
  ['Hidajat Saputra', 'Hidayat Saputra'],
  ['Bernadus Ngabe', 'Bernardus Ngabe'],
  // Without a name of one's own there is nothing else to go by
  ['Drs.', 'Drs'],
  ['A', 'a'],
];

const otherNames: [string, string][] = [
  ['Siti Aminah', 'Siti Rahmah'],
  ['Siti', 'Siti Aminah'],
  ['Rina', 'Rini'],
  ['Jaya', 'Yaya'],
  ['Anjani', 'Anyani'],
  ['Suryana', 'Suryani'],
  ['Muhammad Yusuf', 'Muhammad Arif'],
  ['Citra Lestari', 'Citra Wulandari'],
  ['Mei Lestari', 'Lestari'],
  ['Hj. Aminah', 'Hj. Rusdiana'],
  ['Suryani', 'Suryani Lestari'],
  ['A', 'Amina'],
  ['S.Pd.', 'S.IP.'],
  ['Markus', 'Martinus'],
  ['Yohana Tundan', 'Yohanes Tundan'],
];

describe('the same name', () => {
  test.each(sameNames)('%s is likely %s', (one, other) => {
    expect(double({ name: one }, { name: other })?.score).toBeGreaterThanOrEqual(0.7);
    expect(double({ name: other }, { name: one })?.score).toBeGreaterThanOrEqual(0.7);
  });
});

describe('another name', () => {
  test.each(otherNames)('%s is not %s', (one, other) => {
    expect(double({ name: one }, { name: other })).toBeUndefined();
    expect(double({ name: other }, { name: one })).toBeUndefined();
  });
});

test('a j is a y only in a name that is spelled as of old', () => {
  expect(foldName('Widjaja').words).toEqual([['wijaya', 'wijaja']]);
  expect(foldName('Jaya').words).toEqual([['jaya']]);
  expect(foldName('Banjar').words).toEqual([['banjar']]);
});

test('any text folds: nothing, only marks, one letter, 200 letters', () => {
  expect(foldName('').words).toEqual([]);
  expect(foldName("' - ., '").words).toEqual([]);
  expect(foldName('O').words).toEqual([['o']]);
  expect(foldName('Ba'.repeat(100)).joined).toBe('ba'.repeat(100));
  const long = 'Kahayan '.repeat(25).trim();
  expect(double({ name: long }, { name: long })?.because).toBe('same-name');
  expect(likelyDoubles({ name: '' }, [{ name: '' }, {}])).toEqual([]);
});

describe('hints', () => {
  const bahitom = '62.12.01.2008';

  test('a single name and a longer one are likely the same in one village', () => {
    const suryani = { name: 'Suryani', village: bahitom };
    expect(double(suryani, { name: 'Suryani Lestari', village: bahitom })).toMatchObject({
      because: 'similar-name',
    });
    expect(double(suryani, { name: 'Suryani Lestari', village: '62.03.01.2001' })).toBeUndefined();
  });

  test.each([
    ['Dehen', 'Dehen Runtingan', true],
    ['Suparyono', 'Suparjono', true],
    ['Soeparjono', 'Suparyono', true],
    ['Siti', 'Siti Aminah', false],
    ['Ar', 'Ardianto Ngalangan', false],
    ['Citra Lestari', 'Citra Wulandari', false],
    ['Hj. Aminah', 'Hj. Rusdiana', false],
  ])('at the door, with a bare name, %s and %s: %s', (typed, name, isTold) => {
    const index = createPeopleIndex<Describable>();
    index.add({ name, village: bahitom });
    expect(index.likelyDoubles({ name: typed }, leastAtTheDoor)).toHaveLength(isTold ? 1 : 0);
  });

  test('the same NIP tells, however the name is written; another NIP speaks against', () => {
    const nip = '19800101 200501 2 001';
    expect(
      double({ name: 'Ibu Ani', nip }, { name: 'Suryani', nip: '198001012005012001' }),
    ).toEqual({ person: { name: 'Suryani', nip: '198001012005012001' }, score: 1, because: 'nip' });
    expect(
      double({ name: 'Citra Lestari', nip }, { name: 'Citra Lestari', nip: '198505052010012002' }),
    ).toBeUndefined();
  });

  test('one telephone with somewhat of a name is enough, a telephone alone is not', () => {
    expect(
      double(
        { name: 'Suryani', phone: '0812-3456-7890' },
        { name: 'Suryani Lestari', phone: '+62 812 3456 7890' },
      )?.because,
    ).toBe('phone');
    expect(
      double({ name: 'Markus', phone: '081234567890' }, { name: 'Ani', phone: '081234567890' }),
    ).toBeUndefined();
  });

  test('the same name in another village is told too, but after the one from here', () => {
    const people = [
      { name: 'Citra Lestari', village: '62.03.01.2001' },
      { name: 'Tjitra Lestari', village: bahitom },
    ];
    const found = likelyDoubles({ name: 'Citra Lestari', village: bahitom }, people);
    expect(found.map(({ person }) => person.name)).toEqual(['Tjitra Lestari', 'Citra Lestari']);
  });

  test('a man and a woman of one name are two people where the villages differ as well', () => {
    const man = { name: 'Novi Saputra Kahayan', gender: 'L', village: bahitom };
    expect(double(man, { ...man, gender: 'P', village: '62.03.01.2001' })).toBeUndefined();
    expect(double(man, { ...man, gender: 'P' })).toBeDefined();
  });
});

describe('with 2,000 people', () => {
  const first = 'Siti Sri Muhammad Ahmad Nur Dewi Citra Yohana Markus Bernadus Lidia Hendro'.split(
    ' ',
  );
  const syllables = 'ka ra sa ta wa ma na la ba di ri si ti wi mi ni li bi du ru su tu'.split(' ');
  const { next } = createChance(49);
  const pick = (from: readonly string[]) => from[Math.floor(next() * from.length)] as string;
  const last = Array.from(
    { length: 1_200 },
    () => pick(syllables) + pick(syllables) + pick(syllables),
  );
  const people = Array.from({ length: 2_000 }, (_, at) => ({
    id: at,
    name: `${pick(first)} ${pick(last)} ${at % 3 === 0 ? pick(last) : ''}`,
    village: `62.03.01.${2_000 + (at % 200)}`,
  }));

  test('filing them and asking for one takes a moment, and asking for all does not look at everybody each time', () => {
    const started = performance.now();
    const index = createPeopleIndex<(typeof people)[number]>();
    for (const person of people) index.add(person);
    const filed = performance.now();
    const found = people.filter(person =>
      index.likelyDoubles(person).some(one => one.person.id === person.id),
    );
    const asked = performance.now();
    const [filing, each] = [filed - started, (asked - filed) / people.length];
    process.stdout.write(
      `2,000 people filed in ${filing.toFixed(0)} ms, one asked for in ${each.toFixed(3)} ms\n`,
    );
    expect(found).toHaveLength(people.length);
    // Far more than it takes, for a machine that has other work to do.
    expect(filing).toBeLessThan(1_500);
    expect(each).toBeLessThan(10);
  });
});
