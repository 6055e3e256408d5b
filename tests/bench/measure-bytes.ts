import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench } from './bench.ts';
import { demoStream, sinceEnrolledMs, takeOver } from './hotel.ts';
import { hotelEvening } from './hotel-evening.ts';
import { atMost, type Findings } from './measured.ts';
import type { Asked } from './page.ts';
import { freePort, serve } from './processes.ts';
import { csvOf } from './written-day.ts';

/** A tablet's clock that is somewhat slow, ms. */
const wrongBy = -137_000;
const name = 'day';

/**
 * Bytes on the wire for one device's day, bodies only, as the app in a real browser sends and receives
 * them, beside gzip of the same changes as plain CSV. The device was let in and has pulled in the morning;
 * its day lies between that and the delivery, so its stamps are those of a day.
 */
export async function measureBytes({ hotel, dist, seed, browser }: Bench): Promise<Findings> {
  const port = await freePort();
  const demoDir = join(hotel.folder, 'day-demo');
  const dataDir = join(hotel.folder, 'day');
  mkdirSync(demoDir, { recursive: true });
  const morningAt = Date.now() - sinceEnrolledMs;
  const morning = await serve({
    dist,
    command: 'demo',
    dataDir: demoDir,
    port,
    clockShiftMs: -sinceEnrolledMs,
  });
  const page = await (await browser()).open(morning.url);
  const person = await page.run('enrol', name, 'DEMO-FASILITATOR', morningAt + wrongBy);
  await page.run('sync', name);
  await morning.stop();
  takeOver(demoDir, dataDir);

  const evening = await serve({ dist, command: 'start', dataDir, port });
  try {
    const day = hotelEvening(seed, 0, demoStream);
    const beganAt = morningAt + 300_000;
    await page.run('writeDay', name, day, beganAt + wrongBy);
    await page.run('setClock', name, Date.now() + wrongBy);
    const asked = await page.run('sync', name);
    const csv = gzipSync(csvOf(day, { person, beganAt })).length;
    const sent = sum(asked.filter(isPush).map(it => it.sentBytes));
    const all = sum(asked.map(it => it.sentBytes + it.receivedBytes));
    const changes = day.reduce((total, { edits }) => total + edits.length, 0);
    return {
      measured: [
        atMost({
          name: 'upload',
          words: "bytes up for one device's day, against its gzipped CSV",
          unit: 'bytes',
          value: sent,
          limit: csv,
          goal: 2.2,
        }),
        atMost({
          name: 'both directions',
          words: 'bytes both ways with the pull that follows, against the same',
          unit: 'bytes',
          value: all,
          limit: csv,
          goal: 5,
        }),
      ],
      notes: [
        `bytes: ${changes} changes, ${(csv / changes).toFixed(1)} bytes each as gzipped CSV and ${(sent / changes).toFixed(1)} as sent; ${asked.map(described).join('; ')}`,
      ],
    };
  } finally {
    await evening.stop();
  }
}

const isPush = ({ path }: Asked) => path.endsWith('/push');

const described = ({ path, sentBytes, receivedBytes }: Asked) =>
  `${path.split('/').at(-1) ?? path} ${sentBytes} up ${receivedBytes} down`;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
