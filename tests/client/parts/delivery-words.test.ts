import { expect, test } from 'vitest';
import type { SyncPhase, SyncStatus } from '../../../src/client/app-services.ts';
import {
  deliverySentence,
  deliveryStateOf,
  deliveryWords,
} from '../../../src/client/parts/delivery-words.ts';
import { indonesian } from '../../../src/client/i18n/translation.ts';

const { t, format } = indonesian;
const at = Date.parse('2021-06-30T08:05:00+07:00');

const proven: SyncStatus = {
  phase: { is: 'idle' },
  waiting: 0,
  attention: 0,
  delivered: 12,
  isOnline: true,
  completedAt: at,
  pictures: { waiting: 0, bytes: 0 },
};
const failed: SyncPhase = { is: 'failed', problem: 'timeout', nextAt: at };

const table: [string, Partial<SyncStatus>, string][] = [
  ['everything is proven to be home', {}, 'Terkirim'],
  ['everything is home and the network is gone', { isOnline: false }, 'Terkirim'],
  ['everything is home and the last try failed', { phase: failed }, 'Terkirim'],
  ['more is being received', { phase: { is: 'receiving', records: 3 } }, 'Terkirim'],
  ['something waits', { waiting: 3 }, 'Belum terkirim: 3'],
  ['something waits without a network', { waiting: 3, isOnline: false }, 'Belum terkirim: 3'],
  ['something waits after a failure', { waiting: 3, phase: failed }, 'Belum terkirim: 3'],
  ['something waits while nothing runs', { waiting: 1, delivered: 0 }, 'Belum terkirim: 1'],
  [
    'something is on its way',
    { waiting: 12, phase: { is: 'sending', sent: 3, total: 12 } },
    'Mengirim 3 dari 12',
  ],
  ['something is kept apart', { attention: 2 }, 'Perlu perhatian: 2'],
  [
    'something waits and something is kept apart',
    { waiting: 1, attention: 2 },
    'Belum terkirim: 1',
  ],
  ['pictures wait', { pictures: { waiting: 3, bytes: 700_000 } }, '3 foto belum terkirim'],
  [
    'pictures wait without a network',
    { pictures: { waiting: 3, bytes: 700_000 }, isOnline: false },
    '3 foto belum terkirim',
  ],
  [
    'pictures are on their way',
    {
      pictures: { waiting: 3, bytes: 700_000 },
      phase: { is: 'sending-pictures', sent: 699_999, total: 700_000 },
    },
    'Mengirim foto: 99%',
  ],
  [
    'edits wait while pictures are on their way',
    { waiting: 2, phase: { is: 'sending-pictures', sent: 0, total: 0 } },
    'Belum terkirim: 2',
  ],
  ['no round has ever ended', { completedAt: undefined, delivered: 0 }, 'Belum sinkron'],
  [
    'no round has ever ended and there is no network',
    { completedAt: undefined, isOnline: false },
    'Tanpa internet',
  ],
  [
    'the first data arrives',
    { completedAt: undefined, phase: { is: 'receiving', records: 0 } },
    'Mengambil data',
  ],
];

test.each(table)('when %s, the chip tells the truth', (_when, change, words) => {
  expect(deliveryWords(t, { ...proven, ...change })).toBe(words);
});

const phases: SyncPhase[] = [
  { is: 'idle' },
  { is: 'sending', sent: 1, total: 2 },
  { is: 'receiving', records: 1 },
  { is: 'sending-pictures', sent: 1, total: 2 },
  failed,
];

test('"sent" is said if and only if nothing waits, no picture either, nothing is kept apart and a round has ended', () => {
  for (const phase of phases) {
    for (const waiting of [0, 2]) {
      for (const attention of [0, 1]) {
        for (const waitingPictures of [0, 3]) {
          for (const completedAt of [undefined, at]) {
            for (const isOnline of [true, false]) {
              const pictures = { waiting: waitingPictures, bytes: waitingPictures * 250_000 };
              const edits = { waiting, attention, delivered: 5 };
              const status = { phase, ...edits, isOnline, completedAt, pictures };
              const isProven =
                waiting + attention + waitingPictures === 0 && completedAt !== undefined;
              const isMoving = phase.is === 'sending' || phase.is === 'sending-pictures';
              const isSaid = deliveryStateOf(status) === 'sent';
              expect(isSaid, JSON.stringify(status)).toBe(isProven && !isMoving);
              const saysAll = deliverySentence(t, format, status).startsWith('Semua catatan');
              expect(saysAll && !isProven, JSON.stringify(status)).toBe(false);
            }
          }
        }
      }
    }
  }
});

test('a failure says why, that the work is safe, and when the next try comes by itself', () => {
  const sentence = deliverySentence(t, format, { ...proven, waiting: 1, phase: failed });
  expect(sentence).toContain('Server terlalu lama menjawab');
  expect(sentence).toContain('tetap tersimpan');
  expect(sentence).toContain('pukul 08.05');
});
