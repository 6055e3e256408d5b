import type { Bench } from './bench.ts';
import { createFiller } from './fill.ts';
import { demoStream } from './hotel.ts';
import { atMost, type Findings } from './measured.ts';
import type { BulkPut } from './page.ts';
import { median } from './statistics.ts';

const records = 20_000;
const rounds = 5;

/**
 * A fresh device's pull of 20,000 records in a real browser, from the request until the sheet that came
 * last has been read back out of the app's own database, everything between included. Beside it a bare
 * `bulkPut` of the very same records, each a row, from the call until it is stored: its fetching and
 * parsing are not counted, so the comparison leans against the app.
 */
export async function measurePull({ hotel, seed, browser, say }: Bench): Promise<Findings> {
  const [reader, ...writers] = hotel.enrolled.slice(0, 11);
  if (!reader) throw new Error('nobody was let in');
  const server = await hotel.open();
  try {
    const filler = createFiller({ stream: demoStream, writers, seed, editEvery: 0 });
    say(`pull: giving the server ${records} records`);
    await filler.fillTo(server.url, records);
    const page = await (await browser()).open(server.url);
    const ours: number[] = [];
    const bare: BulkPut[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const pulled = await page.run(
        'pullFresh',
        `fresh-${round}`,
        'DEMO-FASILITATOR',
        demoStream,
        filler.lastSession(),
      );
      if (pulled.marks < records) throw new Error(`only ${pulled.marks} records came`);
      ours.push(pulled.tookMs);
      bare.push(await page.run('bulkPut', `bulk-${round}`, reader.token, demoStream));
    }
    const putMs = median(bare.map(it => it.putMs));
    const wholeMs = median(bare.map(it => it.fetchMs + it.putMs));
    const ourMs = median(ours);
    return {
      measured: [
        atMost({
          name: 'pull',
          words: `pull of ${records.toLocaleString('en-GB')} records until the last is read, against their bulkPut`,
          unit: 'ms',
          value: ourMs,
          limit: putMs,
          goal: 0.5,
        }),
      ],
      notes: [
        `pull: medians of ${rounds} each, in turns, ${bare[0]?.records.toLocaleString('en-GB') ?? 0} records; the bare bulkPut with its own fetching and parsing takes ${Math.round(wholeMs)} ms (ratio ${(ourMs / wholeMs).toFixed(2)})`,
      ],
    };
  } finally {
    await server.stop();
  }
}
