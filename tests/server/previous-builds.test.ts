import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { keepBuilds } from '../../src/server/builds.ts';
import type { Env } from '../../src/server/http/env.ts';
import { clientFiles } from '../../src/server/http/static-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A server's data folder, and a built client that is built again and again. */
function openHost() {
  const folder = temporaryFolder();
  const clientFolder = join(folder, 'client');
  const builds = join(folder, 'data/builds');
  const reported: unknown[] = [];
  let now = Date.parse('2026-11-23');
  return {
    clientFolder,
    builds,
    reported,
    /** Puts another build in the place of the last: its assets by name and content. */
    build(assets: Record<string, string>) {
      rmSync(clientFolder, { recursive: true, force: true });
      mkdirSync(join(clientFolder, 'assets'), { recursive: true });
      writeFileSync(join(clientFolder, 'index.html'), '<title>Jukung</title>');
      for (const [name, content] of Object.entries(assets))
        writeFileSync(join(clientFolder, 'assets', name), content);
    },
    /** Starts a server on what is built; `get` has an address's status and text. */
    async start() {
      now += 3_600_000;
      const earlier = keepBuilds({
        clientFolder,
        folder: builds,
        now,
        report: error => reported.push(error),
      });
      await earlier;
      const app = new Hono<Env>().use(clientFiles(clientFolder, earlier));
      return async (path: string) => {
        const answer = await app.request(path);
        return `${answer.status} ${await answer.text()}`;
      };
    },
  };
}

const missing = '404 404 Not Found';

describe('a page that is open survives an upgrade', () => {
  test('the hashed files of the two builds before this one are still there, older ones are not', async () => {
    const host = openHost();
    for (const name of ['one', 'two', 'three', 'four']) {
      host.build({
        [`index-${name.padEnd(8, '_')}.js`]: `/* ${name} */`,
        'same-AAAAAAAA.css': 'p{}',
      });
      await host.start();
    }
    const get = await host.start();
    expect(await get('/assets/index-four____.js')).toBe('200 /* four */');
    expect(await get('/assets/index-three___.js')).toBe('200 /* three */');
    expect(await get('/assets/index-two_____.js')).toBe('200 /* two */');
    expect(await get('/assets/index-one_____.js')).toBe(missing);
    expect(await get('/assets/same-AAAAAAAA.css')).toBe('200 p{}');
    expect(readdirSync(host.builds)).toHaveLength(3);
    expect(host.reported).toEqual([]);
  });

  test('they come as the present ones do: packed, typed, to be kept for good', async () => {
    const host = openHost();
    host.build({ 'index-one_____.js': '/* one */'.repeat(100) });
    await host.start();
    host.build({ 'index-two_____.js': '/* two */' });
    const earlier = keepBuilds({
      clientFolder: host.clientFolder,
      folder: host.builds,
      now: Date.now(),
      report: () => {},
    });
    const app = new Hono<Env>().use(clientFiles(host.clientFolder, earlier));
    const { headers } = await app.request('/assets/index-one_____.js', {
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(headers.get('Content-Encoding')).toBe('br');
    expect(headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  test('a build that comes back counts as the latest, and starting the same again changes nothing', async () => {
    const host = openHost();
    const one = { 'index-one_____.js': '1' };
    const two = { 'index-two_____.js': '2' };
    for (const build of [one, two, one, one, one, { 'index-three___.js': '3' }]) {
      host.build(build);
      await host.start();
    }
    host.build({ 'index-four____.js': '4' });
    const get = await host.start();
    expect(await get('/assets/index-three___.js')).toBe('200 3');
    expect(await get('/assets/index-one_____.js')).toBe('200 1');
    expect(await get('/assets/index-two_____.js')).toBe(missing);
  });

  test('what has no hash in its name does not outlive its build', async () => {
    const host = openHost();
    host.build({ 'plain.js': 'old', 'x-1.js': 'old', 'index-one_____.js': '1' });
    await host.start();
    host.build({ 'index-two_____.js': '2' });
    const get = await host.start();
    expect(await get('/assets/plain.js')).toBe(missing);
    expect(await get('/assets/x-1.js')).toBe(missing);
    expect(await get('/assets/index-one_____.js')).toBe('200 1');
    expect(await get('/index-one_____.js')).toBe(missing);
  });
});

describe('what lies in that folder and does not belong there', () => {
  /** A host whose earlier build has been tampered with. */
  async function tamper(change: (earlier: string, host: ReturnType<typeof openHost>) => void) {
    const host = openHost();
    host.build({ 'index-one_____.js': 'one', 'other-one_____.js': 'other' });
    await host.start();
    const [name = ''] = readdirSync(host.builds);
    writeFileSync(join(host.builds, '../secret.txt'), 'secret');
    change(join(host.builds, name), host);
    host.build({ 'index-two_____.js': 'two' });
    return { get: await host.start(), host };
  }

  test('a file that was cut or changed is not served, the others are', async () => {
    const { get } = await tamper(earlier =>
      writeFileSync(join(earlier, 'index-one_____.js'), 'on'),
    );
    expect(await get('/assets/index-one_____.js')).toBe(missing);
    expect(await get('/assets/other-one_____.js')).toBe('200 other');
  });

  test('a file that was put there, or a link, leads nowhere', async () => {
    const { get } = await tamper((earlier, { builds }) => {
      writeFileSync(join(earlier, 'foreign-AAAAAAAA.js'), 'foreign');
      rmSync(join(earlier, 'index-one_____.js'));
      symlinkSync(join(builds, '../secret.txt'), join(earlier, 'index-one_____.js'));
      symlinkSync(join(builds, '..'), join(builds, 'f'.repeat(32)));
    });
    expect(await get('/assets/foreign-AAAAAAAA.js')).toBe(missing);
    expect(await get('/assets/index-one_____.js')).toBe(missing);
    expect(await get('/assets/secret.txt')).toBe(missing);
  });

  test.each([
    ['names outside of the build', '{"../../secret.txt":"x","../../a-AAAAAAAA.js":"y"}'],
    ['is no list', '[1,null]'],
    ['holds no texts', '{"index-one_____.js":7}'],
    ['is nothing', 'null'],
    ['is cut', '{"index-one'],
  ])('a list that %s is no list', async (_what, list) => {
    const { get, host } = await tamper(earlier => writeFileSync(join(earlier, 'files.json'), list));
    for (const path of ['index-one_____.js', '..%2f..%2fsecret.txt', '../../secret.txt'])
      expect(await get(`/assets/${path}`)).toBe(missing);
    expect(await get('/assets/index-two_____.js')).toBe('200 two');
    expect(host.reported).toEqual([]);
  });

  test('what is not a build is neither removed nor served', async () => {
    const { get, host } = await tamper((_earlier, { builds }) => {
      mkdirSync(join(builds, 'notes'));
      writeFileSync(join(builds, 'notes/diary-AAAAAAAA.js'), 'mine');
    });
    expect(readFileSync(join(host.builds, 'notes/diary-AAAAAAAA.js'), 'utf8')).toBe('mine');
    expect(await get('/assets/diary-AAAAAAAA.js')).toBe(missing);
  });
});

describe('a server starts whatever happens to that folder', () => {
  test('where a file is in its place it serves the present build and says why there is no other', async () => {
    const host = openHost();
    host.build({ 'index-one_____.js': 'one' });
    mkdirSync(join(host.builds, '..'), { recursive: true });
    writeFileSync(host.builds, '');
    const get = await host.start();
    expect(await get('/assets/index-one_____.js')).toBe('200 one');
    expect(host.reported).toEqual([expect.objectContaining({ code: 'EEXIST' })]);
  });

  test('two servers that start at the same moment keep one build', async () => {
    const host = openHost();
    host.build({ 'index-one_____.js': 'one' });
    await Promise.all([host.start(), host.start(), host.start()]);
    expect(readdirSync(host.builds)).toHaveLength(1);
    expect(host.reported).toEqual([]);
  });

  test('a draft that a killed server left is removed', async () => {
    const host = openHost();
    host.build({ 'index-one_____.js': 'one' });
    await host.start();
    const draft = join(host.builds, '0b1c2d3e-0000-4000-8000-000000000000');
    mkdirSync(draft);
    const late = Date.now() + 2 * 3_600_000;
    await keepBuilds({
      clientFolder: host.clientFolder,
      folder: host.builds,
      now: late,
      report: () => {},
    });
    expect(readdirSync(host.builds)).toHaveLength(1);
  });
});
