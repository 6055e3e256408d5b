import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openHome } from '../support/home.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = '<!doctype html><title>Jukung</title>';
const script = `console.log('${'jukung '.repeat(200)}')`;

async function openServed() {
  const clientFolder = temporaryFolder();
  mkdirSync(join(clientFolder, 'assets'));
  writeFileSync(join(clientFolder, 'index.html'), page);
  writeFileSync(join(clientFolder, 'sw.js'), '/* worker */');
  writeFileSync(join(clientFolder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(clientFolder, 'icon-192.png'), 'not really a picture');
  writeFileSync(join(clientFolder, 'assets/index-1a2b.js'), script);
  writeFileSync(join(clientFolder, '../secret.txt'), 'secret');
  const home = await openHome({ clientFolder });
  onTestFinished(() => home.close());
  return home;
}

describe('the built client', () => {
  test.each([
    '/',
    '/index.html',
    '/enrol',
    '/trainings/t1/sessions/s1',
    '/attention',
    '/libraries/62.11.05.2014',
  ])('%s gets the page, which is asked for anew each time', async path => {
    const response = await (await openServed()).fetch(path);
    expect(await response.text()).toBe(page);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  });

  test.each([
    ['/sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/manifest.webmanifest', 'application/manifest+json', 'no-cache'],
    ['/icon-192.png', 'image/png', 'no-cache'],
    [
      '/assets/index-1a2b.js',
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
  ])('%s comes as %s, to be kept: %s', async (path, type, keeping) => {
    const { status, headers } = await (await openServed()).fetch(path);
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
      200,
      type,
      keeping,
    ]);
  });

  test('comes packed in the best way the browser knows', async () => {
    const home = await openServed();
    const get = async (accepted: string) => {
      const headers = { 'Accept-Encoding': accepted };
      const response = await home.fetch('/assets/index-1a2b.js', { headers });
      return {
        packing: response.headers.get('Content-Encoding'),
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    };
    const brotli = await get('gzip, deflate, br');
    expect([brotli.packing, brotliDecompressSync(brotli.bytes).toString()]).toEqual(['br', script]);
    const gzip = await get('gzip');
    expect([gzip.packing, gunzipSync(gzip.bytes).toString()]).toEqual(['gzip', script]);
    expect(await get('identity')).toEqual({ packing: null, bytes: Buffer.from(script) });
  });

  test('is not sent again to who has it', async () => {
    const home = await openServed();
    const etag = (await home.fetch('/')).headers.get('ETag') ?? '';
    const again = await home.fetch('/', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const head = await home.fetch('/', { method: 'HEAD' });
    expect([head.status, head.headers.get('ETag')]).toEqual([200, etag]);
  });

  test.each([
    '/none.js',
    '/assets/none.css',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
  ])('%s is not there', async path => {
    expect((await (await openServed()).fetch(path)).status).toBe(404);
  });
});

test('every answer carries the headers that keep a browser safe', async () => {
  const home = await openServed();
  for (const path of ['/', '/api/health', '/sync/v1/attention', '/none.js']) {
    const { headers } = await home.fetch(path);
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'self'; img-src 'self' blob: data:; style-src 'self'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('payment=()');
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  }
});

test('health says what runs, and is not kept', async () => {
  const home = await openServed();
  const response = await home.fetch('/api/health');
  const epoch = await home.store.readEpoch();
  expect(await response.json()).toEqual({ status: 'ok', version: '0.0.0', epoch, store: 'sqlite' });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});
