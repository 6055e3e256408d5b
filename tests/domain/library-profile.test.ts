import { describe, expect, test } from 'vitest';
import { issuesOf } from '../../src/domain/forms/check-answers.ts';
import { checkValue } from '../../src/domain/forms/check-value.ts';
import type { Answers, Field } from '../../src/domain/forms/field.ts';
import { libraryProfile, libraryRules } from '../../src/domain/forms/library-profile.ts';
import { isAnswered, nextUnanswered, progressOf } from '../../src/domain/forms/progress.ts';
import { advocacyForm, followUpForm, sessionForm } from '../../src/domain/forms/record-forms.ts';
import { readNumber } from '../../src/domain/forms/read-number.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { readOperation } from '../../src/protocol/operation.ts';
import { answersOf, today } from '../support/answers-of.ts';

const fields = libraryProfile.sections.flatMap(section => section.fields);
const id = '00000000-0000-4000-8000-000000000001';

const places: Readonly<Record<string, { stream: string; r: string }>> = {
  library: { stream: 'region:62.12', r: '62.12.01.2008' },
  advocacy: { stream: 'region:62.12', r: '62.12.01.2008:satu' },
  followUp: { stream: 'region:62.12', r: '62.12.01.2008:satu' },
  session: { stream: 'training:spp-tik', r: 's1' },
};

/** What the server says of one answer, pushed as a device would. */
function asServer(kind: string, key: string, value: JsonValue): 'taken' | 'refused' {
  const envelope = { v: 1, id, dev: 'hp', n: 1, by: 'sari', sv: 1, wall: 0, off: null, clk: 1 };
  const about = { t: kind, ...places[kind] };
  const line = { ...envelope, ...about, f: { [key]: value }, p: { [key]: [] } };
  return readOperation(line, undefined, today).as === 'operation' ? 'taken' : 'refused';
}

function asDevice(field: Field, value: JsonValue): 'taken' | 'warned' | 'refused' {
  const levels = checkValue(field, value, today).map(({ level }) => level);
  if (levels.includes('refused')) return 'refused';
  return levels.length > 0 ? 'warned' : 'taken';
}

const asked: [kind: string, key: string, field: Field][] = [
  ...fields.map((field): [string, string, Field] => ['library', field.key, field]),
  ...advocacyForm.map((field): [string, string, Field] => ['advocacy', field.key, field]),
  ...followUpForm.map((field): [string, string, Field] => ['followUp', field.key, field]),
  ...sessionForm.map((field): [string, string, Field] => ['session', field.key, field]),
];

describe.each(asked)('%s %s', (kind, key, field) => {
  const { taken, warned, refused } = answersOf(field);
  const isOwnValue = field.type !== 'village' && field.type !== 'records';

  test('is judged alike on the device and by home', () => {
    for (const value of taken) {
      expect(asDevice(field, value), JSON.stringify(value)).toBe('taken');
      expect(asServer(kind, key, value), JSON.stringify(value)).toBe('taken');
    }
    for (const value of warned) {
      expect(asDevice(field, value), JSON.stringify(value)).toBe('warned');
      expect(asServer(kind, key, value), JSON.stringify(value)).toBe('taken');
    }
    for (const value of refused) {
      const shown = JSON.stringify(value).slice(0, 40);
      // The village is the record's id, and what has records of its own has no value here: only home is asked.
      expect(isOwnValue ? asDevice(field, value) : 'refused', shown).toBe('refused');
      expect(asServer(kind, key, value), shown).toBe('refused');
    }
    expect(taken.length + refused.length).toBeGreaterThan(1);
  });
});

test('nine sections ask for 27 required answers', () => {
  expect(libraryProfile.sections).toHaveLength(9);
  expect(fields.filter(({ isRequired }) => isRequired)).toHaveLength(27);
  expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
});

describe('two answers beside each other', () => {
  const issues = (answers: Answers) =>
    issuesOf(libraryProfile, libraryRules, answers, today).map(
      ({ key, code, level }) => `${key} ${code} ${level}`,
    );

  test.each<[Answers, string[]]>([
    [{ judul_cetak: 100, eks_cetak: 99 }, ['eks_cetak less-than refused']],
    [{ judul_cetak: 100, eks_cetak: 100, judul_5th: 101 }, ['judul_5th more-than refused']],
    [{ komputer: 3, komputer_baik: 5 }, ['komputer_baik more-than refused']],
    [{ tenaga: 2, tenaga_p: 3 }, ['tenaga_p more-than refused']],
    [{ penduduk: 60, anggota: { l: 40, p: 30 } }, ['anggota more-than warned']],
    [{ pemustaka: { total: 5 }, pengguna_tik: 6 }, ['pengguna_tik more-than warned']],
    [{ jam_buka: 0, hari_buka: 5 }, ['hari_buka contradicts warned']],
    [{ jam_buka: 0, hari_buka: 0 }, []],
    [{ listrik: ['tidak-ada'], jam_listrik: 4 }, ['jam_listrik contradicts refused']],
    [{ listrik: ['tidak-ada'], jam_listrik: 0 }, []],
    // With half of it missing nothing can be said.
    [{ komputer_baik: 5 }, []],
  ])('%j', (answers, expected) => {
    expect(issues(answers)).toEqual(expected);
  });
});

describe('how far a profile is', () => {
  const complete: Answers = Object.fromEntries(
    fields
      .filter(({ isRequired }) => isRequired)
      .map(field => [
        field.key,
        field.type === 'village' ? '62.12.01.2008' : (answersOf(field).taken[0] ?? null),
      ]),
  );
  const good: Record<string, JsonValue | undefined> = {
    ...complete,
    judul_cetak: 10,
    eks_cetak: 20,
    judul_5th: 1,
    komputer: 2,
    komputer_baik: 1,
  };

  test('it is complete with every required answer, and not with one less', () => {
    expect(progressOf(libraryProfile, libraryRules, good, today)).toMatchObject({
      requiredAnswered: 27,
      requiredTotal: 27,
      isComplete: true,
    });
    const without = { ...good, persetujuan: undefined };
    expect(progressOf(libraryProfile, libraryRules, without, today).isComplete).toBe(false);
  });

  test('an answer that contradicts another keeps it from being complete', () => {
    const odd = { ...good, komputer_baik: 3 };
    expect(progressOf(libraryProfile, libraryRules, odd, today)).toMatchObject({
      requiredAnswered: 27,
      isComplete: false,
    });
  });

  test('zero is an answer, empty is none, and withdrawn consent is none', () => {
    const field = (key: string) => fields.find(one => one.key === key) as Field;
    expect(isAnswered(field('komputer'), 0)).toBe(true);
    expect(isAnswered(field('komputer'), null)).toBe(false);
    expect(isAnswered(field('pemustaka'), { l: 3 })).toBe(false);
    expect(isAnswered(field('pemustaka'), { total: 3 })).toBe(true);
    const consent = { version: '1', at: 1, name: 'Sari' };
    expect(isAnswered(field('persetujuan'), consent)).toBe(true);
    expect(isAnswered(field('persetujuan'), { ...consent, withdrawnAt: 2 })).toBe(false);
  });

  test('the next open question comes after the one at hand, and round again', () => {
    expect(nextUnanswered(libraryProfile, {})?.field.key).toBe('nama_perpustakaan');
    expect(nextUnanswered(libraryProfile, {}, 'kepala_diklat')?.field.key).toBe('kegiatan');
    expect(nextUnanswered(libraryProfile, {}, 'persetujuan')?.field.key).toBe('nama_perpustakaan');
    expect(nextUnanswered(libraryProfile, good)).toBeUndefined();
  });
});

test.each<[string, 0 | 1, ReturnType<typeof readNumber>]>([
  ['1.250', 0, { is: 'number', value: 1250 }],
  ['1250', 0, { is: 'number', value: 1250 }],
  ['1,250', 0, { is: 'refused', code: 'ambiguous' }],
  ['12.50', 0, { is: 'refused', code: 'ambiguous' }],
  ['56,5', 1, { is: 'number', value: 56.5 }],
  ['1.056,5', 1, { is: 'number', value: 1056.5 }],
  ['56.5', 1, { is: 'refused', code: 'ambiguous' }],
  ['56,55', 1, { is: 'refused', code: 'decimals' }],
  ['56,5', 0, { is: 'refused', code: 'decimals' }],
  ['Rp 1.500.000', 0, { is: 'number', value: 1_500_000 }],
  ['-1', 0, { is: 'number', value: -1 }],
  ['dua', 0, { is: 'refused', code: 'not-readable' }],
  ['٣', 0, { is: 'refused', code: 'not-readable' }],
  ['9'.repeat(1000), 0, { is: 'refused', code: 'not-readable' }],
  ['  ', 0, { is: 'empty' }],
])('a figure typed as %j with %d decimals', (typed, decimals, expected) => {
  expect(readNumber(typed, decimals)).toEqual(expected);
});
