import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { openBrowser, type BenchBrowser } from './browser.ts';
import { openTheHotel } from './hotel.ts';
import { measureBytes } from './measure-bytes.ts';
import { measureHistory } from './measure-history.ts';
import { measurePull } from './measure-pull.ts';
import { measurePush } from './measure-push.ts';
import { measureWrite } from './measure-write.ts';
import { asJsonLine, asTable, type Findings, type Measured } from './measured.ts';

const measurements: Readonly<Record<string, (bench: Bench) => Promise<Findings>>> = {
  push: measurePush,
  pull: measurePull,
  bytes: measureBytes,
  history: measureHistory,
  write: measureWrite,
};

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(measurements).join() },
    'no-build': { type: 'boolean', default: false },
    /** The build to measure. */
    dist: { type: 'string', default: 'dist' },
    /** Sizes of history to compare, the smallest first. */
    history: { type: 'string', default: '10000,100000,1000000' },
    seed: { type: 'string', default: '2021' },
  },
});

const say = (words: string) => void process.stderr.write(`${words}\n`);
const print = (words: string) => void process.stdout.write(`${words}\n`);
/** Figures for people: where programs read, they go beside. */
const tell = asked.json ? say : print;

const chosen = asked.only.split(',');
const unknown = chosen.filter(name => !Object.hasOwn(measurements, name));
if (unknown.length > 0) {
  say(`There is no measurement "${unknown.join()}"; use ${Object.keys(measurements).join(', ')}.`);
  process.exit(1);
}

const seed = Number(asked.seed);
const hotel = await openTheHotel(asked.dist, seed);
let opened: Promise<BenchBrowser> | undefined;
const bench: Bench = {
  seed,
  dist: asked.dist,
  hotel,
  browser: () => (opened ??= openBrowser()),
  histories: asked.history.split(',').map(Number),
  say,
};

const [processor] = cpus();
tell(
  `${availableParallelism()} cores (${processor?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, SQLite; seed ${seed}`,
);

const measured: Measured[] = [];
const notes: string[] = [];
for (const name of chosen) {
  try {
    const found = await measurements[name]?.(bench);
    measured.push(...(found?.measured ?? []));
    notes.push(...(found?.notes ?? []));
    if (asked.json) for (const one of found?.measured ?? []) print(asJsonLine(one));
  } catch (error) {
    process.exitCode = 1;
    say(`${name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
if (opened) {
  const browser = await opened;
  notes.push(`browser: Chromium ${browser.version}`);
  await browser.dispose();
}
hotel.dispose();
if (measured.length > 0) tell(`\n${asTable(measured)}\n`);
for (const note of notes) tell(note);
