import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mostPictureBytes } from '../../../src/domain/records/kind.ts';
import { blobPath, limits, mediaType } from '../../../src/protocol/messages.ts';
import { listen } from '../../../src/server/listen.ts';
import { bringOver, openBlobHome } from './blob-home.ts';
import { bytesOf, shaOf } from './blob-folder.ts';
import { openFiles } from './open-files.ts';

const photo = bytesOf(600_000, 1);
const sha256 = shaOf(photo);
const length = photo.byteLength;
const large = bytesOf(3_000_000, 3);

/** An answer as a device sees it. */
async function read(response: Response) {
  const { status, headers } = response;
  const text = await response.text();
  const code = text.startsWith('{') ? (JSON.parse(text) as { code: string }).code : undefined;
  expect(headers.get('Jukung-Server')).toBe('home-1');
  expect(headers.get('Cache-Control')).toBe('no-store');
  const offset = headers.get('Upload-Offset');
  return { status, ...(code !== undefined && { code }), ...(offset !== null && { offset }) };
}

describe('11.1 a picture comes in pieces, each at the offset that home says it has', () => {
  test('asked, brought piece by piece, verified, and from then on there for everybody', async () => {
    const home = await openBlobHome();
    const [first, second, third] = [0, 256_000, 512_000].map(at => photo.slice(at, at + 256_000));
    const add = (offset: number, bytes = new Uint8Array()) =>
      home.patch('a', sha256, { offset, length }, bytes);
    expect(await read(await home.head('a', sha256))).toEqual({ status: 404, offset: '0' });
    expect(await read(await add(0, first))).toEqual({ status: 204, offset: '256000' });
    expect(await read(await home.head('a', sha256))).toEqual({ status: 404, offset: '256000' });
    expect(await read(await home.head('b', sha256))).toEqual({ status: 404, offset: '0' });
    expect(await read(await add(0, first))).toEqual({
      status: 409,
      code: 'wrong-offset',
      offset: '256000',
    });
    expect(await read(await add(256_000, second))).toEqual({ status: 204, offset: '512000' });
    expect(await read(await add(512_000, third))).toEqual({ status: 201, offset: '600000' });
    for (const device of ['a', 'b'])
      expect(await read(await home.head(device, sha256))).toEqual({ status: 200 });
    expect(await read(await add(0, first))).toEqual({ status: 201, offset: '600000' });
  });

  test('11.2 a whole that is another is refused, and the device begins anew', async () => {
    const home = await openBlobHome();
    const wrong = bytesOf(1000, 7);
    const name = shaOf(bytesOf(1000, 8));
    expect(await read(await home.patch('a', name, { offset: 0, length: 1000 }, wrong))).toEqual({
      status: 422,
      code: 'wrong-bytes',
    });
    expect(await read(await home.head('a', name))).toEqual({ status: 404, offset: '0' });
    expect(await bringOver(home, 'a', bytesOf(1000, 8), 300)).toBe(201);
  });

  test('what is shorter than it said counts as far as it came', async () => {
    const home = await openBlobHome();
    const headers = { 'Content-Length': '5000' };
    const cut = await home.patch('a', sha256, { offset: 0, length }, photo.slice(0, 100), headers);
    expect(await read(cut)).toEqual({ status: 204, offset: '100' });
    const breaking = new ReadableStream<Uint8Array>({
      start: controller => controller.enqueue(photo.slice(100, 300)),
      pull: controller => controller.error(new Error('cable pulled')),
    });
    await home.patch('a', sha256, { offset: 100, length }, breaking);
    expect(await read(await home.head('a', sha256))).toEqual({ status: 404, offset: '300' });
    expect(await bringOver(home, 'a', photo, 256_000)).toBe(201);
  });

  test.each([
    ['no offset', { offset: '', length: 9 }, 400, 'bad-request'],
    ['an offset below zero', { offset: '-1', length: 9 }, 400, 'bad-request'],
    ['a fraction', { offset: '0', length: '1.5' }, 400, 'bad-request'],
    ['a number in words', { offset: 'nol', length: 9 }, 400, 'bad-request'],
    ['one in another form', { offset: '0x1', length: '1e3' }, 400, 'bad-request'],
    ['one beyond reason', { offset: '9'.repeat(40), length: '9'.repeat(40) }, 400, 'bad-request'],
    ['nothing at all', { offset: 0, length: 0 }, 400, 'bad-request'],
    ['an offset behind the end', { offset: 10, length: 9 }, 400, 'bad-request'],
    ['too large a picture', { offset: 0, length: mostPictureBytes + 1 }, 413, 'too-large'],
    ['a piece beyond the end', { offset: 0, length: 3 }, 413, 'too-large'],
  ])('5.5 %s is refused', async (_name, place, status, code) => {
    const home = await openBlobHome();
    const headers: Record<string, string> = {};
    const bytes = Uint8Array.of(1, 2, 3, 4);
    expect(await read(await home.patch('a', sha256, place, bytes, headers))).toEqual({
      status,
      code,
    });
    expect(await home.blobs.offsetOf({ device: 'a', sha256 })).toBe(0);
  });

  test('5.5 an overlong piece is refused as soon as it is too much, announced or not', async () => {
    const home = await openBlobHome();
    const place = { offset: 0, length: mostPictureBytes };
    const large = new Uint8Array(limits.pieceBytes + 1);
    expect(await read(await home.patch('a', sha256, place, large))).toEqual({
      status: 413,
      code: 'too-large',
    });
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    expect(await read(await home.patch('a', sha256, place, endless))).toEqual({
      status: 413,
      code: 'too-large',
    });
    expect(sent).toBeLessThan(2 * limits.pieceBytes);
  });

  test.each([{ 'Content-Type': 'image/jpeg' }, { 'Content-Encoding': 'gzip' }])(
    '5.5 %o: 415',
    async headers => {
      const home = await openBlobHome();
      const other = headers as unknown as Record<string, string>;
      const answer = await home.patch('a', sha256, { offset: 0, length }, photo.slice(0, 9), other);
      expect(await read(answer)).toEqual({ status: 415, code: 'unsupported-media' });
    },
  );

  test('a name that is no hash is nothing', async () => {
    const home = await openBlobHome();
    for (const name of ['x', sha256.toUpperCase(), `${sha256}0`, '..%2f..%2fsecret', '%00'])
      for (const method of ['GET', 'PATCH', 'DELETE', 'POST'])
        expect((await home.ask(blobPath(name), { method, headers: home.authOf('a') })).status).toBe(
          404,
        );
  });
});

describe('11.6 pictures wait while operations wait', () => {
  test('a piece is turned away before it is read, and told when to come back', async () => {
    const home = await openBlobHome();
    home.hand.waitMs = 4200;
    let isRead = false;
    const body = new ReadableStream<Uint8Array>(
      { pull: () => void (isRead = true) },
      { highWaterMark: 0 },
    );
    const answer = await home.patch('a', sha256, { offset: 0, length }, body);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(await read(answer)).toEqual({ status: 429, code: 'busy' });
    expect(isRead).toBe(false);
    home.hand.waitMs = 3;
    const again = await home.patch('a', sha256, { offset: 0, length }, photo.slice(0, 9));
    expect(again.headers.get('Retry-After')).toBe('1');
    expect((await home.head('a', sha256)).status).toBe(404);
    home.hand.waitMs = 0;
    expect(await bringOver(home, 'a', photo, 256_000)).toBe(201);
  });

  test('so many pieces are read at once and no more, and few of one device', async () => {
    const home = await openBlobHome();
    const ends: (() => void)[] = [];
    const hanging = () =>
      new ReadableStream<Uint8Array>({
        start: controller => void ends.push(() => controller.close()),
      });
    const ask = (device: string) => home.patch(device, sha256, { offset: 0, length }, hanging());
    const own = Array.from({ length: 5 }, () => ask('greedy'));
    expect((await own[4])?.status).toBe(429);
    const others = Array.from({ length: 61 }, (_, n) => ask(`d${n}`));
    const turnedAway = await others[60];
    expect([turnedAway?.status, turnedAway?.headers.get('Retry-After')]).toEqual([429, '1']);
    for (const end of ends) end();
    const statuses = (await Promise.all([...own, ...others])).map(({ status }) => status);
    expect(statuses.filter(status => status === 204)).toHaveLength(64);
    expect(await bringOver(home, 'greedy', photo, 256_000)).toBe(201);
  });
});

describe('11.4 whoever may read a record that names a picture may have its bytes', () => {
  test.each([
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['image/webp', [0x52, 0x49, 0x46, 0x46, 9, 9, 9, 9, 0x57, 0x45, 0x42, 0x50, 1]],
    ['application/octet-stream', [...Buffer.from('<script>alert(1)</script>')]],
    ['application/octet-stream', [0x52, 0x49, 0x46, 0x46, 9, 9, 9, 9, 0x41, 0x56, 0x49, 0x20]],
    ['application/octet-stream', [0xff]],
  ])('as %s, for good, and harmless when opened by itself', async (type, content) => {
    const home = await openBlobHome();
    const bytes = Uint8Array.from(content);
    const name = shaOf(bytes);
    await bringOver(home, 'a', bytes, 1000);
    home.letRead('b', name);
    const answer = await home.get('b', name);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.status).toBe(200);
    const { headers } = answer;
    expect(headers.get('Content-Type')).toBe(type);
    expect(headers.get('Content-Length')).toBe(String(bytes.byteLength));
    expect(headers.get('Content-Disposition')).toBe('inline');
    expect(headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable');
    expect(headers.get('Vary')).toBe('Authorization');
    expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Jukung-Server')).toBe('home-1');
  });

  test('nobody else: neither who brought it, nor a stranger, nor a device that was shut out', async () => {
    const home = await openBlobHome();
    await bringOver(home, 'a', photo, 256_000);
    expect(await read(await home.get('a', sha256))).toEqual({ status: 404, code: 'not-found' });
    home.letRead('a', sha256);
    expect((await home.get('a', sha256)).status).toBe(200);
    home.revoked.add('a');
    expect(await read(await home.get('a', sha256))).toEqual({
      status: 403,
      code: 'device-revoked',
    });
    for (const method of ['GET', 'PATCH'])
      expect(await read(await home.ask(blobPath(sha256), { method }))).toEqual({
        status: 401,
        code: 'sign-in-needed',
      });
    const head = await home.ask(blobPath(sha256), { method: 'HEAD' });
    expect([head.status, head.headers.get('Upload-Offset')]).toEqual([401, null]);
  });

  test('5.4 a device that was shut out may still bring what it has', async () => {
    const home = await openBlobHome();
    home.revoked.add('a');
    expect(await bringOver(home, 'a', photo, 256_000)).toBe(201);
  });

  test('one that may be read but has not come yet is not there yet', async () => {
    const home = await openBlobHome();
    home.letRead('a', sha256);
    expect(await read(await home.get('a', sha256))).toEqual({ status: 404, code: 'not-found' });
  });

  test('the log names no picture', async () => {
    const home = await openBlobHome();
    await bringOver(home, 'a', photo, 256_000);
    await home.get('a', sha256);
    expect(home.logged.length).toBeGreaterThan(3);
    expect(home.logged.every(({ path }) => path === '/sync/v1/blobs')).toBe(true);
    expect(JSON.stringify(home.logged)).not.toContain(sha256);
  });
});

describe('over a real connection', () => {
  async function openServed() {
    const home = await openBlobHome();
    const server = await listen(request => home.app.fetch(request), { port: 0, host: '127.0.0.1' });
    onTestFinished(() => server.stop());
    return { home, port: server.port, address: `http://127.0.0.1:${server.port}` };
  }
  const patchHead = (home: Awaited<ReturnType<typeof openBlobHome>>, bytes: number) =>
    [
      `PATCH ${blobPath(sha256)} HTTP/1.1`,
      'Host: x',
      `Content-Type: ${mediaType.bytes}`,
      `Authorization: ${home.authOf('a').Authorization}`,
      'Upload-Offset: 0',
      `Upload-Length: ${length}`,
      `Content-Length: ${bytes}`,
      '\r\n',
    ].join('\r\n');

  test('a device that hangs up in the middle of a piece goes on from where it broke', async () => {
    const { home, port } = await openServed();
    const socket = connect(port, '127.0.0.1');
    socket.write(patchHead(home, 200_000));
    socket.write(photo.slice(0, 70_000), () => socket.end(() => socket.destroy()));
    await once(socket, 'close');
    let offset = 0;
    while (offset === 0) {
      await new Promise(resolve => setImmediate(resolve));
      offset = Number((await home.head('a', sha256)).headers.get('Upload-Offset'));
    }
    expect(offset).toBeLessThanOrEqual(70_000);
    expect(await bringOver(home, 'a', photo, 256_000)).toBe(201);
  });

  test('after a piece that was turned away unread, the connection still serves', async () => {
    const { home, port } = await openServed();
    home.hand.waitMs = 2000;
    const socket = connect(port, '127.0.0.1').setEncoding('latin1');
    let said = '';
    socket.on('data', text => (said += String(text)));
    socket.write(patchHead(home, 250_000));
    socket.write(photo.slice(0, 250_000));
    while (!said.includes('429')) await once(socket, 'data');
    socket.write(
      `GET /sync/v1/blobs/none HTTP/1.1\r\nHost: x\r\nAuthorization: ${home.authOf('a').Authorization}\r\n\r\n`,
    );
    while (!said.includes('HTTP/1.1 404')) await once(socket, 'data');
    socket.destroy();
    expect(said.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 429', 'HTTP/1.1 404']);
  });

  test('who hangs up while a picture comes down leaves no file open', async () => {
    const { home, address } = await openServed();
    await bringOver(home, 'a', large, limits.pieceBytes);
    home.letRead('a', shaOf(large));
    const ask = (signal?: AbortSignal) =>
      fetch(`${address}${blobPath(shaOf(large))}`, {
        headers: home.authOf('a'),
        ...(signal && { signal }),
      });
    for (let n = 0; n < 20; n += 1) {
      const controller = new AbortController();
      const { body } = await ask(controller.signal);
      await body?.getReader().read();
      controller.abort();
    }
    expect(shaOf(new Uint8Array(await (await ask()).arrayBuffer()))).toBe(shaOf(large));
    while (openFiles(home.root) > 0) await new Promise(resolve => setImmediate(resolve));
  });
});
