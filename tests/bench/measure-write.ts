import type { Bench } from './bench.ts';
import { createFiller } from './fill.ts';
import { demoStream } from './hotel.ts';
import { atMost, type Findings } from './measured.ts';
import { percentile } from './statistics.ts';

const sheets = 8;
const people = 40;

/** A mark on a sheet the device holds, from the call to the transaction's `complete`, beside a bare strict put. */
export async function measureWrite({ hotel, seed, browser }: Bench): Promise<Findings> {
  const server = await hotel.open();
  try {
    const writers = hotel.enrolled.slice(0, 1);
    const filler = createFiller({ stream: demoStream, writers, seed, editEvery: 0 });
    const sessions: string[] = [];
    for (let sheet = 1; sheet <= sheets; sheet += 1) {
      await filler.fillTo(server.url, sheet * people);
      sessions.push(filler.lastSession());
    }
    const page = await (await browser()).open(server.url);
    await page.run('enrol', 'writer', 'DEMO-FASILITATOR');
    await page.run('sync', 'writer');
    const { ours, bare } = await page.run('timeWrites', 'writer', demoStream, sessions);
    const ms = (times: readonly number[], percent: number) => percentile(times, percent).toFixed(1);
    return {
      measured: [
        atMost({
          name: 'write',
          words: 'write on the device, p50, against a bare strict put',
          unit: 'ms',
          value: percentile(ours, 50),
          limit: percentile(bare, 50),
          goal: 1.6,
        }),
      ],
      notes: [
        `write: ${ours.length} each, in turns; p95 ${ms(ours, 95)} ms against ${ms(bare, 95)} ms`,
      ],
    };
  } finally {
    await server.stop();
  }
}
