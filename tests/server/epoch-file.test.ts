import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFile, epochFile, openDataFolder } from '../../src/server/data-folder.ts';
import { keepEpochFile } from '../../src/server/epoch-file.ts';
import { SetupProblem } from '../../src/server/setup-problem.ts';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { createHandTimers } from '../support/hand-timers.ts';
import { openHome, openTraining, pull, push } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Opens a data folder as a start of the server does. `told` is what the operator reads. */
async function open(dataDir: string) {
  const told: string[] = [];
  const { store } = await openDataFolder({ dataDir }, line => void told.push(line));
  return { told, store, home: await openHome({ store }) };
}

/** What somebody does who knows SQLite. */
function copyDatabase(file: string, copy: string): void {
  const database = new DatabaseSync(file);
  database.exec(`vacuum into '${copy}'`);
  database.close();
}

interface Mark {
  epoch: string;
  counters: number;
}

function markIn(dataDir: string): Mark {
  return JSON.parse(readFileSync(epochFile(dataDir), 'utf8')) as Mark;
}

describe('10.3 the file beside the database', () => {
  test('is written at the first start, and holds epoch and sum of counters when the server stops', async () => {
    const dataDir = temporaryFolder();
    const { home, told, store } = await open(dataDir);
    const epoch = await store.readEpoch();
    expect(markIn(dataDir)).toEqual({ epoch, counters: 0 });
    await openTraining(home);
    const heads = await store.readHeads();
    await home.close();
    const counters = [...heads.values()].reduce((sum, head) => sum + head, 0);
    expect(counters).toBeGreaterThan(0);
    expect(markIn(dataDir)).toEqual({ epoch, counters });
    expect(told).toEqual([]);
  });

  test('leaves the epoch as it is when the same database is started again', async () => {
    const dataDir = temporaryFolder();
    const first = await open(dataDir);
    await openTraining(first.home);
    const epoch = await first.store.readEpoch();
    await first.home.close();
    const again = await open(dataDir);
    expect(await again.store.readEpoch()).toBe(epoch);
    expect(again.told).toEqual([]);
    await again.home.close();
  });

  test('tells an older copy that was put back: a new epoch begins, and devices deliver again', async () => {
    const dataDir = temporaryFolder();
    const before = await open(dataDir);
    const { amina, stream } = await openTraining(before.home);
    const copy = join(temporaryFolder(), 'copy.sqlite');
    copyDatabase(databaseFile(dataDir), copy);
    await before.home.close();

    const busy = await open(dataDir);
    const mark = operation({ by: amina.person.id, stream });
    const answer = await push(busy.home, amina.token, [mark]);
    expect(answer.results).toEqual([expect.objectContaining({ s: 'ok' })]);
    await busy.home.close();
    for (const end of ['', '-wal', '-shm'])
      rmSync(`${databaseFile(dataDir)}${end}`, { force: true });
    copyFileSync(copy, databaseFile(dataDir));

    const { home, told, store } = await open(dataDir);
    expect(told).toEqual([expect.stringMatching(/older than it was here.* a new epoch begins/)]);
    const epoch = await store.readEpoch();
    expect(epoch).not.toBe(answer.server.epoch);
    expect(markIn(dataDir).epoch).toBe(epoch);

    // Rules 6.7, 10.4: the device is told, and what it kept is admitted with the stamp it was given.
    const stale = await home.fetch('/sync/v1/pull', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${amina.token}` },
      body: JSON.stringify({ schema: 1, scopes: {}, open: [], epoch: answer.server.epoch }),
    });
    expect(stale.status).toBe(410);
    const { stamp, proof } = answer.results[0] as { stamp: number; proof: string };
    const repeated = { ...mark, stamp, proof };
    const second = await push(home, amina.token, [repeated]);
    expect(second.results).toEqual([expect.objectContaining({ s: 'ok', stamp })]);
    const { pages } = await pull(home, amina.token);
    expect(JSON.stringify(pages)).toContain(mark.id);
    await home.close();
  });

  test('tells a copy of another epoch, even one that has counted further', async () => {
    const dataDir = temporaryFolder();
    await (await open(dataDir)).home.close();
    writeFileSync(epochFile(dataDir), JSON.stringify({ epoch: 'another', counters: 0 }));
    const { told, home } = await open(dataDir);
    expect(told).toHaveLength(1);
    await home.close();
  });

  test.each([
    ['empty', ''],
    ['broken', '{"epoch": "x", "coun'],
    ['of another kind', '[1, 2]'],
    ['without a sum', '{"epoch": "x"}'],
  ])('that is %s counts as an older copy, which is the safe side', async (_name, text) => {
    const dataDir = temporaryFolder();
    const before = await open(dataDir);
    const epoch = await before.store.readEpoch();
    await before.home.close();
    writeFileSync(epochFile(dataDir), text);
    const { told, home, store } = await open(dataDir);
    expect(told).toHaveLength(1);
    expect(await store.readEpoch()).not.toBe(epoch);
    expect(markIn(dataDir).epoch).toBe(await store.readEpoch());
    await home.close();
  });

  test('that is missing is written, and the epoch stays', async () => {
    const dataDir = temporaryFolder();
    const before = await open(dataDir);
    const epoch = await before.store.readEpoch();
    await before.home.close();
    rmSync(epochFile(dataDir));
    const { told, home } = await open(dataDir);
    expect(told).toEqual([]);
    expect(markIn(dataDir).epoch).toBe(epoch);
    await home.close();
  });

  test('that cannot be written stops the start in one line', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(epochFile(dataDir));
    await expect(openDataFolder({ dataDir }, () => {})).rejects.toThrow(SetupProblem);
  });
});

describe('while the server runs, the file', () => {
  async function keepWithHands() {
    const file = join(temporaryFolder(), 'epoch.json');
    const bugs: unknown[] = [];
    const timers = createHandTimers();
    const raw = await openSqliteStore(':memory:');
    const { store } = await keepEpochFile(raw, file, {
      newId: () => 'new',
      after: (ms, work) => timers.after(ms, work),
      reportBug: error => void bugs.push(error),
    });
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= store.close());
    onTestFinished(close);
    const count = () =>
      store.transaction(async tx => {
        const counter = (await tx.lockStreams(['a'])).get('a') ?? 0;
        await tx.saveCounters(new Map([['a', counter + 1]]));
      });
    return {
      file,
      bugs,
      timers,
      store,
      close,
      count,
      counters: () => (JSON.parse(readFileSync(file, 'utf8')) as Mark).counters,
    };
  }

  test('follows commits after a second, however many there were', async () => {
    const { count, counters, timers, file } = await keepWithHands();
    for (let times = 0; times < 20; times += 1) await count();
    expect(counters()).toBe(0);
    expect(timers.pending()).toEqual([1000]);
    await timers.advance(1000);
    await expect.poll(counters).toBe(20);
    expect(readdirSync(join(file, '..'))).toEqual(['epoch.json']);
  });

  test('never says less than before within an epoch: a command beside may have counted less', async () => {
    const { count, store, file, timers, close } = await keepWithHands();
    const mark = { epoch: await store.readEpoch(), counters: 99 };
    writeFileSync(file, JSON.stringify(mark));
    await count();
    await timers.advance(1000);
    await close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(mark);
  });

  test('that cannot be written stops nothing, is told, and is written after the next commit', async () => {
    const { count, counters, timers, bugs, file } = await keepWithHands();
    rmSync(file);
    mkdirSync(join(file, 'in the way'), { recursive: true });
    await count();
    await timers.advance(1000);
    await expect.poll(() => bugs.length).toBe(1);
    rmSync(file, { recursive: true });
    await count();
    await timers.advance(1000);
    await expect.poll(() => existsSync(file) && counters()).toBe(2);
  });
});
