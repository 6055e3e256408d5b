import { beforeEach, expect, test } from 'vitest';
import { addDays, dayAt } from '../../src/domain/day.ts';
import { regionStream } from '../../src/domain/stream.ts';
import type { EnrolResponse } from '../../src/protocol/messages.ts';
import { openHome, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';

const stream = regionStream('62.12');
const village = '62.12.01.2008';
let home: TestHome;
let sari: EnrolResponse;

beforeEach(async () => {
  home = await openHome();
  sari = await home.letIn('pengelola', { name: 'Sari', stream, village }, 'hp-sari');
});

const verdictOn = async (r: string, f: Record<string, string | number>, t = 'library') => {
  const line = operation({ stream, t, r, by: sari.person.id, dev: 'hp-sari', f });
  const { results } = await push(home, sari.token, [line], report(home, 'hp-sari'));
  return results.map(result => ('code' in result ? result.code : result.s));
};

test('4.16 a librarian writes of her own village; another one waits for a coordinator', async () => {
  expect(await verdictOn(village, { komputer: 3 })).toEqual(['ok']);
  expect(await verdictOn('62.12.01.2009', { komputer: 3 })).toEqual(['forbidden']);
  expect(await verdictOn(`${village}:a`, { kegiatan: 'Kelas' }, 'followUp')).toEqual(['ok']);
  expect(await verdictOn(`${village}:tik`, { note: 'Bagus' }, 'libraryReview')).toEqual([
    'forbidden',
  ]);
});

test('4.17 days to come are refused, but not for a clock that is a little ahead at midnight', async () => {
  const today = dayAt(home.now);
  expect(await verdictOn(village, { sk_tanggal: today })).toEqual(['ok']);
  expect(await verdictOn(village, { sk_tanggal: addDays(today, 1) })).toEqual(['ok']);
  expect(await verdictOn(village, { sk_tanggal: addDays(today, 2) })).toEqual(['invalid-value']);
  expect(await verdictOn(`${village}:b`, { mulai: addDays(today, 90) }, 'followUp')).toEqual([
    'ok',
  ]);
});

test('4.12 what home once admitted was not ahead then, though its clock was set back since', async () => {
  const line = operation({
    stream,
    t: 'library',
    r: village,
    by: sari.person.id,
    dev: 'hp-sari',
    f: { sk_tanggal: dayAt(home.now) },
  });
  const [first] = (await push(home, sari.token, [line], report(home, 'hp-sari'))).results;
  const { stamp, proof } = first as { stamp: number; proof: string };

  // The same keys, another database: as after a restore, on a computer whose clock fell back.
  const restored = await openHome({ at: home.now - 30 * 86_400_000 });
  const again = await restored.letIn('pengelola', { name: 'Sari', stream, village }, 'hp-sari');
  const said = async (carried: object) =>
    (await push(restored, again.token, [carried], report(restored, 'hp-sari'))).results;
  expect(await said({ ...line, id: line.id.replace(/.$/, 'f') })).toMatchObject([
    { code: 'invalid-value' },
  ]);
  expect(await said({ ...line, stamp, proof })).toMatchObject([{ s: 'ok', stamp }]);
  await restored.close();
});

test('a profile of no village of the region is refused', async () => {
  expect(await verdictOn('62.03.01.2001', { komputer: 3 })).toEqual(['invalid-value']);
  expect(await verdictOn('62.12', { komputer: 3 })).toEqual(['invalid-value']);
});
