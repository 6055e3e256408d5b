import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen } from '../../src/server/listen.ts';

test('a server that is told to stop finishes what it accepted and takes nothing more', async () => {
  let arrive = () => {};
  const arrived = new Promise<void>(resolve => (arrive = resolve));
  let answerWith = (_response: Response) => {};
  const answer = new Promise<Response>(resolve => (answerWith = resolve));
  const fetchSlowly = () => {
    arrive();
    return answer;
  };
  const server = await listen(fetchSlowly, { port: 0, host: '127.0.0.1' });
  const address = `http://127.0.0.1:${server.port}/`;
  const accepted = fetch(address);
  await arrived;

  let isStopped = false;
  const stopped = server.stop().then(() => (isStopped = true));
  await expect(fetch(address)).rejects.toThrow('fetch failed');
  expect(isStopped).toBe(false);

  answerWith(new Response('all of it'));
  expect(await (await accepted).text()).toBe('all of it');
  await stopped;
});

test('a connection that was opened in advance and has said nothing does not hold the stop up', async () => {
  const server = await listen(() => new Response('never asked'), { port: 0, host: '127.0.0.1' });
  const socket = connect(server.port, '127.0.0.1');
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  await server.stop();
  await closed;
  expect(socket.destroyed).toBe(true);
});
