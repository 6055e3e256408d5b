import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { paths, type PushResponse } from '../../src/protocol/messages.ts';
import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { announceSeed, createChance } from '../support/seed.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const seed = announceSeed('postgres-servers');

/** Several servers on one database, in one process. */
async function openServers(count: number): Promise<{ url: string; homes: TestHome[] }> {
  const url = await freshDatabase();
  const homes: TestHome[] = [];
  for (let index = 0; index < count; index += 1) {
    const home = await openHome({ store: await openPostgresStore(url) });
    onTestFinished(() => home.close());
    homes.push(home);
  }
  return { url, homes };
}

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the tables of an empty database', () => {
  test('are made once when several servers start on it at the same time', async () => {
    const url = await freshDatabase();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgresStore(url)));
    onTestFinished(async () => void (await Promise.all(stores.map(store => store.close()))));
    expect(new Set(stores.map(({ serverId }) => serverId)).size).toBe(1);
    const epochs = await Promise.all(stores.map(store => store.readEpoch()));
    expect(new Set(epochs).size).toBe(1);
    const steps = await query<{ name: string }>(url, 'select name from kysely_migration');
    expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
  });

  test('are made once when two processes start on it at the same time, and both serve', async () => {
    const env = { DATABASE_URL: await freshDatabase(), DATA_DIR: temporaryFolder() };
    const addresses = await Promise.all([start(env), start(env)]);
    const states = await Promise.all(
      addresses.map(async address => (await fetch(`${address}${paths.health}`)).status),
    );
    expect(states).toEqual([200, 200]);
  });
});

/** Starts the built server as a process and gives its address. */
async function start(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['dist/server/main.js', 'start'], {
    env: { ...process.env, PORT: '0', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const pipe of [child.stdout, child.stderr])
    pipe.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(said)));
  for (;;) {
    const found = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (found) {
      ended.catch(() => {});
      return found;
    }
    await Promise.race([once(child.stdout, 'data'), ended]);
  }
}

describe('two servers on one database behave as one', () => {
  test('who was let in by one is known to the other, and what one took the other gives', async () => {
    const { homes } = await openServers(2);
    const [one, other] = homes as [TestHome, TestHome];
    const { amina, stream } = await openTraining(one);
    const mark = operation({ by: amina.person.id, stream });
    const first = await push(other, amina.token, [mark]);
    expect(first.results).toEqual([expect.objectContaining({ s: 'ok' })]);
    const seen = [await pull(one, amina.token), await pull(other, amina.token)];
    expect(seen[0]?.pages).toEqual(seen[1]?.pages);
    expect(JSON.stringify(seen[0]?.pages)).toContain(mark.id);
    expect(await push(one, amina.token, [mark])).toMatchObject({
      server: { id: first.server.id, epoch: first.server.epoch },
      results: [{ ...first.results[0], s: 'dup' }],
    });
  });

  test('4.2 the same operations sent to both at once are admitted once, with one number', async () => {
    const { homes } = await openServers(2);
    const [one, other] = homes as [TestHome, TestHome];
    const { amina, stream } = await openTraining(one);
    for (let times = 0; times < 5; times += 1) {
      const ops = Array.from({ length: 40 }, (_, index) =>
        operation({ by: amina.person.id, stream, r: `s${times}:p${index}` }),
      );
      const answers = await Promise.all([one, other].map(home => push(home, amina.token, ops)));
      const [left, right] = answers as [PushResponse, PushResponse];
      left.results.forEach((verdict, index) => {
        const twin = right.results[index];
        expect(new Set([verdict.s, twin?.s])).toEqual(new Set(['ok', 'dup']));
        expect({ ...verdict, s: '' }).toEqual({ ...twin, s: '' });
      });
    }
  });

  test('4.10 6.5 11 readers that go on from their cursors miss nothing while both take pushes', async () => {
    const chance = createChance(seed);
    const { homes } = await openServers(3);
    const [first] = homes as [TestHome];
    const { amina, stream } = await openTraining(first);
    const numbers: number[] = [];
    let writing = 6;

    async function write(tablet: number): Promise<void> {
      const device = `tablet-${tablet}`;
      for (let times = 0; times < 12; times += 1) {
        const home = chance.pick(homes);
        // Some write about the same people, so that records change again behind the readers.
        const ops = Array.from({ length: 1 + chance.below(6) }, (_, index) =>
          operation({
            by: amina.person.id,
            stream,
            dev: device,
            n: times * 10 + index + 1,
            r: `s1:p${chance.below(40)}`,
          }),
        );
        const { results } = await push(home, amina.token, ops, report(home, device));
        for (const verdict of results) if (verdict.s === 'ok') numbers.push(verdict.seq);
      }
      writing -= 1;
    }

    async function read(home: TestHome): Promise<Map<string, number>> {
      const seen = new Map<string, number>();
      let scopes: Record<string, number> = {};
      for (;;) {
        const isLast = writing === 0;
        const { pages } = await pull(home, amina.token, { scopes });
        for (const page of pages) {
          for (const { t, r, seq } of page.records) {
            if (seq <= page.from) throw new Error(`${t} ${r} came at ${seq}, behind ${page.from}`);
            seen.set(`${t} ${r}`, seq);
          }
          scopes = { ...scopes, [page.scope]: page.to };
        }
        if (isLast) return seen;
      }
    }

    const writers = Array.from({ length: writing }, (_, tablet) => write(tablet));
    const readers = homes.map(read);
    await Promise.all(writers);
    const views = await Promise.all(readers);
    const { pages } = await pull(first, amina.token);
    const all = new Map(
      pages.flatMap(page => page.records.map(({ t, r, seq }) => [`${t} ${r}`, seq] as const)),
    );
    for (const seen of views) expect(seen).toEqual(all);

    // Home's own first operations took the counters before these.
    numbers.sort((a, b) => a - b);
    const [least = 0] = numbers;
    expect(numbers).toEqual(numbers.map((_, index) => least + index));
    expect((await first.store.readHeads()).get(stream)).toBe(least + numbers.length - 1);
  });
});

test('a server survives that the database cuts all its connections', async () => {
  const { url, homes } = await openServers(1);
  const [home] = homes as [TestHome];
  const { amina, stream } = await openTraining(home);
  await query(
    url,
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const mark = operation({ by: amina.person.id, stream });
  // The first to come may find a broken connection: that is a moment's trouble, and nothing is lost.
  const answer = await push(home, amina.token, [mark]).catch(() => undefined);
  const repeated = await push(home, amina.token, [mark]);
  expect(repeated.results[0]?.s).toBe(answer ? 'dup' : 'ok');
});
