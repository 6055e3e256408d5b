import { once } from 'node:events';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { webStream } from '../../src/server/http/web-stream.ts';

test('all that a source gives comes through, in order, and ends', async () => {
  const source = Readable.from(['satu ', 'dua ', 'tiga'], { objectMode: false });
  expect(await new Response(webStream(source)).text()).toBe('satu dua tiga');
});

test('a reader that goes in the middle ends the source, whatever it still had to give', async () => {
  let given = 0;
  const source = new Readable({
    read() {
      given += 1;
      // More than is asked for, and once more after the reader has gone.
      this.push(Buffer.alloc(70_000));
      setImmediate(() => this.push(Buffer.alloc(70_000)));
    },
  });
  const reader = webStream(source).getReader();
  await reader.read();
  const closed = once(source, 'close');
  await reader.cancel();
  await closed;
  const before = given;
  await new Promise(resolve => setImmediate(resolve));
  expect(source.destroyed).toBe(true);
  expect(given).toBe(before);
});

test('a reader that goes while a piece is on its way is no failure', async () => {
  const source = new Readable({ read() {} });
  const reader = webStream(source).getReader();
  const reading = reader.read();
  const going = reader.cancel();
  source.push('terlambat');
  await going;
  expect(await reading).toEqual({ done: true, value: undefined });
});

test('a source that fails breaks the answer off', async () => {
  const source = Readable.from(
    (function* () {
      yield 'satu';
      throw new Error('patah');
    })(),
    { objectMode: false },
  );
  await expect(new Response(webStream(source)).text()).rejects.toThrow('patah');
});
