import { beforeEach, expect, test } from 'vitest';
import { builtInTemplates } from '../../src/domain/checklists/built-in-templates.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { programmeStream, regionStream } from '../../src/domain/stream.ts';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

const region = regionStream('62.12');
const village = '62.12.01.2008';
const content = builtInTemplates[0]?.content as unknown as JsonValue;

interface Guest {
  who: EnrolResponse;
  device: string;
}

let home: TestHome;
let trainer: Guest;
let visitor: Guest;
let librarian: Guest;
let coordinator: Guest;

beforeEach(async () => {
  home = await openHome();
  const { amina, koordinator } = await openTraining(home);
  trainer = { who: amina, device: 'tablet-a' };
  coordinator = { who: koordinator, device: 'laptop-k' };
  visitor = {
    who: await home.letIn('fasilitator', { name: 'Rini', stream: region }, 'tablet-r'),
    device: 'tablet-r',
  };
  librarian = {
    who: await home.letIn('pengelola', { name: 'Sari', stream: region, village }, 'hp-sari'),
    device: 'hp-sari',
  };
});

async function verdict(
  { who, device }: Guest,
  [stream, t, r]: [stream: string, t: string, r: string],
  f: Record<string, JsonValue>,
): Promise<string> {
  const line = operation({ stream, t, r, f, by: who.person.id, dev: device, wall: home.now });
  const { results } = await push(home, who.token, [line], report(home, device));
  const [result] = results;
  if (!result) throw new Error('no verdict');
  return 'code' in result ? result.code : result.s;
}

const training = 'training:t1';
const onTraining: [string, string, string] = [training, 'checklist', 'persiapan:t1:1'];
const itemOfTraining: [string, string, string] = [training, 'checklistItem', 'persiapan:t1:1:atk'];
const visit: [string, string, string] = [region, 'visit', `${village}:2021-06-29`];
const itemOfVisit: [string, string, string] = [
  region,
  'checklistItem',
  `${village}:2021-06-29:kunjungan:sim`,
];

test('4.6 a trainer begins and ticks a training’s list, and changes no template', async () => {
  expect(await verdict(trainer, onTraining, { template: 'persiapan:1' })).toBe('ok');
  expect(await verdict(trainer, itemOfTraining, { state: 'sudah', note: 'Dua rim' })).toBe('ok');
  for (const stream of [training, programmeStream, region]) {
    const template: [string, string, string] = [stream, 'checklistTemplate', 'persiapan:2'];
    expect(await verdict(trainer, template, { content })).toBe('forbidden');
    expect(await verdict(coordinator, template, { content })).toBe('ok');
  }
});

test('4.6 whoever looks after a region visits its villages; a trainer of elsewhere and a librarian do not', async () => {
  expect(await verdict(visitor, visit, { day: '2021-06-29' })).toBe('ok');
  expect(await verdict(visitor, itemOfVisit, { state: 'belum' })).toBe('ok');
  const check: [string, string, string] = [region, 'followUpCheck', `${village}:2021-06-29:a`];
  expect(await verdict(visitor, check, { status: 'berjalan' })).toBe('ok');
  for (const guest of [trainer, librarian]) {
    expect(await verdict(guest, visit, { day: '2021-06-29' })).toBe('forbidden');
    expect(await verdict(guest, itemOfVisit, { state: 'sudah' })).toBe('forbidden');
    expect(await verdict(guest, check, { status: 'selesai' })).toBe('forbidden');
  }
});

test('what belongs elsewhere, or says what no list says, is refused', async () => {
  const misplaced: [string, string, string] = [training, 'checklistItem', `${village}:x:y:z`];
  expect(await verdict(trainer, misplaced, { state: 'sudah' })).toBe('invalid-value');
  expect(await verdict(trainer, itemOfTraining, { state: 'selesai' })).toBe('invalid-value');
  const elsewhere: [string, string, string] = [region, 'visit', '62.03.01.2001:2021-06-29'];
  expect(await verdict(visitor, elsewhere, { day: '2021-06-29' })).toBe('invalid-value');
});

test('8.3 a librarian reads what was found at her library, and nothing of the neighbour’s', async () => {
  await verdict(visitor, visit, { day: '2021-06-29' });
  await verdict(visitor, itemOfVisit, { state: 'belum' });
  await verdict(visitor, [region, 'visit', '62.12.01.2009:2021-06-29'], { day: '2021-06-29' });
  const { pages } = await pull(home, librarian.who.token);
  const read = pages.flatMap(({ records }) => records).map(({ t, r }) => `${t} ${r}`);
  expect(read.filter(line => line.startsWith('visit'))).toEqual([`visit ${village}:2021-06-29`]);
  expect(read).toContain(`checklistItem ${village}:2021-06-29:kunjungan:sim`);
});
