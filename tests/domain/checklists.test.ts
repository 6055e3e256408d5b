import { describe, expect, test } from 'vitest';
import { canWrite } from '../../src/domain/access.ts';
import { builtInTemplates } from '../../src/domain/checklists/built-in-templates.ts';
import {
  checklistId,
  checklistItemId,
  itemOfId,
  readChecklistId,
  visitChecklistId,
} from '../../src/domain/checklists/checklist-id.ts';
import { daysOverdue, dueDayOf } from '../../src/domain/checklists/due.ts';
import { listedItems } from '../../src/domain/checklists/listed-items.ts';
import { progressOfChecklist, type ItemState } from '../../src/domain/checklists/progress.ts';
import { mostItems, type TemplateVersion } from '../../src/domain/checklists/template.ts';
import {
  newestVersions,
  offeredVersions,
  versionOf,
} from '../../src/domain/checklists/versions.ts';
import { isValidValue } from '../../src/domain/records/is-valid-value.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { kindNamed } from '../../src/domain/records/kinds.ts';
import { readStream } from '../../src/domain/stream.ts';

const village = '62.12.01.2008';

function written(ref: string, number: number, keys: string[]): TemplateVersion {
  const items = keys.map(key => ({ key, text: { id: key } }));
  return { ref, content: { title: { id: 'Persiapan' }, for: 'training', number, items } };
}

describe('what each field takes and refuses', () => {
  const content = { title: { id: 'Persiapan' }, for: 'training', number: 2, items: [] };
  const item = { key: 'atk', text: { id: 'ATK' } };
  const picture = { sha256: 'a'.repeat(64), size: 9, mime: 'image/jpeg', w: 4, h: 3 };
  const rows: [kind: string, field: string, taken: JsonValue[], refused: JsonValue[]][] = [
    [
      'checklistTemplate',
      'content',
      [
        content,
        { ...content, items: [item], due: { from: 'end', days: 0 }, retired: true },
        { ...content, items: [{ ...item, blocks: 'leaving', text: { id: 'ATK', en: 'Pens' } }] },
      ],
      [
        { ...content, for: 'village' },
        { ...content, number: 0 },
        { ...content, items: [item, item] },
        { ...content, items: [{ ...item, key: 'a:b' }] },
        { ...content, items: [{ ...item, blocks: 'eating' }] },
        { ...content, items: [{ ...item, text: { id: 'x'.repeat(121) } }] },
        {
          ...content,
          items: Array.from({ length: mostItems + 1 }, (_, n) => ({ ...item, key: `k${n}` })),
        },
        { ...content, extra: 1 },
        'Persiapan',
      ],
    ],
    ['checklist', 'template', ['persiapan:1'], ['', 'a b', 1]],
    ['checklist', 'due', ['2021-06-28'], ['besok']],
    ['checklistItem', 'state', ['sudah', 'belum', 'tidak-berlaku'], ['Sudah', 'done', true]],
    ['checklistItem', 'note', ['Kabel\nkurang'], ['', 'x'.repeat(501)]],
    [
      'checklistItem',
      'photo',
      [{ image: picture, consent: true }],
      [picture, { image: {} }, 'foto'],
    ],
    ['visit', 'day', ['2021-07-20'], ['Selasa']],
    ['visit', 'purpose', ['Pendampingan'], ['']],
    ['visit', 'note', ['Kades hadir'], ['', 7]],
    ['followUpCheck', 'status', ['berjalan', 'selesai'], ['mulai']],
    ['followUpCheck', 'catatan', ['Mitra sudah setuju'], ['']],
  ];

  test.each(rows)('%s.%s', (kind, field, taken, refused) => {
    for (const value of [...taken, null])
      expect(isValidValue(kind, field, value, undefined), JSON.stringify(value)).toBe(true);
    for (const value of refused)
      expect(isValidValue(kind, field, value, undefined), JSON.stringify(value)).toBe(false);
  });
});

test('an id says what a list is about, and lives where that is', () => {
  const training = readStream('training:t1');
  const region = readStream('region:62.12');
  const fits = (kind: string, id: string, stream = training) =>
    stream !== undefined && kindNamed(kind)?.hasId(id, stream);
  const atTraining = checklistId('persiapan', 't1');
  const atVisit = visitChecklistId(village, '2021-07-20', 'kunjungan');

  expect(readChecklistId(atTraining)).toEqual({ template: 'persiapan', subject: 't1' });
  expect(readChecklistId(atVisit)).toEqual({
    template: 'kunjungan',
    subject: '2021-07-20',
    village,
  });
  expect(readChecklistId('persiapan')).toBeUndefined();
  expect(readChecklistId('a:b:c:d')).toBeUndefined();

  expect(fits('checklist', atTraining)).toBe(true);
  expect(fits('checklist', atTraining, region)).toBe(false);
  expect(fits('checklist', atVisit)).toBe(false);
  expect(fits('checklist', atVisit, region)).toBe(true);
  expect(fits('checklist', visitChecklistId('62.03.01.2001', '2021-07-20', 'k'), region)).toBe(
    false,
  );
  expect(fits('checklistItem', atTraining)).toBe(false);
  expect(fits('checklistItem', checklistItemId(atTraining, 'atk'))).toBe(true);
  expect(fits('checklistItem', checklistItemId(atVisit, 'sim'), region)).toBe(true);
  expect(fits('checklistTemplate', 'persiapan:2')).toBe(true);
  expect(fits('checklistTemplate', 'persiapan', region)).toBe(false);
  expect(fits('visit', `${village}:2021-07-20`, region)).toBe(true);
  expect(fits('visit', `${village}:besok`, region)).toBe(false);
  expect(fits('followUpCheck', `${village}:2021-07-20:a`, region)).toBe(true);
  expect(fits('followUpCheck', `${village}:a`, region)).toBe(false);
});

test('a village’s lists and visits go to its librarian, a training’s to nobody’s', () => {
  const ofVillage = (kind: string, id: string) => kindNamed(kind)?.villageOf(id);
  const atVisit = visitChecklistId(village, '2021-07-20', 'kunjungan');
  expect(ofVillage('checklist', atVisit)).toBe(village);
  expect(ofVillage('checklistItem', checklistItemId(atVisit, 'sim'))).toBe(village);
  expect(ofVillage('visit', `${village}:2021-07-20`)).toBe(village);
  expect(ofVillage('checklistItem', checklistItemId(checklistId('sesi', 's1'), 'foto'))).toBe(
    undefined,
  );
  expect(kindNamed('checklistItem')?.parentOf(checklistItemId(atVisit, 'sim'))).toBe(atVisit);
  expect(itemOfId(checklistItemId(atVisit, 'sim'))).toBe('sim');
});

test('trainers tick and visit; only a koordinator changes a template; a librarian does neither', () => {
  const kinds = ['checklistTemplate', 'checklist', 'checklistItem', 'visit', 'followUpCheck'];
  expect(kinds.filter(kind => canWrite('koordinator', kind))).toEqual(kinds);
  expect(kinds.filter(kind => canWrite('fasilitator', kind))).toEqual(kinds.slice(1));
  expect(kinds.filter(kind => canWrite('pengelola', kind))).toEqual([]);
});

describe('the lists that the program brings', () => {
  test('are the five of the programme, valid to the letter, in both languages', () => {
    expect(builtInTemplates.map(({ ref }) => ref)).toEqual([
      'persiapan:1',
      'peralatan-tik:1',
      'sesi:1',
      'penutupan:1',
      'kunjungan:1',
    ]);
    for (const { ref, content } of builtInTemplates) {
      expect(isValidValue('checklistTemplate', 'content', content, undefined), ref).toBe(true);
      for (const { text } of [{ text: content.title }, ...content.items])
        expect(text.en, text.id).toBeTruthy();
    }
  });

  test('mark what leaving and closing wait for, and nothing of a session or a visit', () => {
    for (const { ref, content } of builtInTemplates) {
      const blocks = new Set(content.items.flatMap(item => item.blocks ?? []));
      const expected: Record<string, string[]> = {
        'persiapan:1': ['leaving'],
        'peralatan-tik:1': ['leaving'],
        'penutupan:1': ['closing'],
      };
      expect([...blocks], ref).toEqual(expected[ref] ?? []);
    }
  });
});

describe('versions', () => {
  const second = written('persiapan:b', 2, ['atk', 'spanduk']);
  const rival = written('persiapan:c', 2, ['atk']);

  test('the newest is offered, and an older one stays what it was', () => {
    const [preparation] = offeredVersions([second], 'training');
    expect(preparation).toEqual(second);
    expect(versionOf('persiapan:1', [second])).toBe(builtInTemplates[0]);
    expect(versionOf('persiapan:9', [second])).toBeUndefined();
  });

  test('of two with one number every device takes the same', () => {
    for (const all of [
      [second, rival],
      [rival, second],
    ])
      expect(newestVersions(all)[0]).toEqual(rival);
  });

  test('what came under a built-in version’s name does not take its place', () => {
    const forged = written('persiapan:1', 1, ['lain']);
    expect(versionOf('persiapan:1', [forged])).toBe(builtInTemplates[0]);
    expect(newestVersions([forged])[0]).toBe(builtInTemplates[0]);
  });

  test('a retired or empty list is no longer offered', () => {
    const retired = { ...second, content: { ...second.content, retired: true as const } };
    const refs = (all: TemplateVersion[]) => offeredVersions(all, 'training').map(({ ref }) => ref);
    expect(refs([retired])).toEqual(['peralatan-tik:1', 'penutupan:1']);
    expect(refs([written('persiapan:b', 2, [])])).toEqual(['peralatan-tik:1', 'penutupan:1']);
  });
});

describe('what a checklist asks', () => {
  const second = written('persiapan:b', 2, ['atk', 'spanduk']);
  const keysOf = (begun: string[], answered: string[], all = [second]) =>
    listedItems('persiapan', begun, answered, all).items.map(({ key }) => key);

  test('is the newest version until it is begun, and its own from then on', () => {
    expect(keysOf([], [])).toEqual(['atk', 'spanduk']);
    expect(keysOf(['persiapan:1'], [])).toEqual(
      builtInTemplates[0]?.content.items.map(({ key }) => key),
    );
  });

  test('keeps in sight what was answered by another version, with its words', () => {
    const { items } = listedItems(
      'persiapan',
      ['persiapan:b', 'persiapan:1'],
      ['wifi', 'atk'],
      [second],
    );
    expect(items.map(({ key }) => key)).toEqual(['atk', 'spanduk', 'wifi']);
    expect(items[2]?.text.id).toBe('Wi-Fi hotel sudah diuji');
  });

  test('is the newest one known while its own has not arrived, and says so', () => {
    const listed = listedItems('persiapan', ['persiapan:z'], ['asing'], [second]);
    expect(listed.isExact).toBe(false);
    expect(listed.items.map(({ key }) => key)).toEqual(['atk', 'spanduk', 'asing']);
    expect(listedItems('lain', ['lain:1'], [], []).items).toEqual([]);
  });
});

test('done and does-not-apply are settled; not-yet and silence are open', () => {
  const items = builtInTemplates[0]?.content.items ?? [];
  const said: Record<string, ItemState> = {
    surat: 'sudah',
    wifi: 'sudah',
    ruang: 'tidak-berlaku',
    modul: 'belum',
  };
  expect(progressOfChecklist(items, key => said[key])).toEqual({
    total: 13,
    settled: 3,
    leaving: 6,
    closing: 0,
    isComplete: false,
  });
  expect(progressOfChecklist(items, () => 'sudah')).toMatchObject({ leaving: 0, isComplete: true });
  expect(progressOfChecklist([], () => undefined).isComplete).toBe(false);
});

test('a due day is counted from the training’s days, and is past from the day after', () => {
  const days = { start: '2021-06-29', end: '2021-07-02', day: undefined };
  const due = builtInTemplates.map(({ content }) => dueDayOf(content, days));
  expect(due).toEqual(['2021-06-28', '2021-06-28', undefined, '2021-07-02', undefined]);
  expect(daysOverdue('2021-06-28', '2021-06-28')).toBe(0);
  expect(daysOverdue('2021-06-28', '2021-07-01')).toBe(3);
  expect(daysOverdue(undefined, '2021-07-01')).toBe(0);
});
