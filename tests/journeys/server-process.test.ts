import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { paths } from '../../src/protocol/messages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Runs the built server. `said` has its output so far; `ended` its exit code. */
function runServer(word: string, env: Record<string, string>) {
  const child = spawn(process.execPath, ['dist/server/main.js', word], {
    env: { ...process.env, PORT: '0', ...env },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    said,
    ended,
    stop: (signal: NodeJS.Signals) => child.kill(signal),
    async address() {
      for (;;) {
        const found = /http:\/\/localhost:\d+/.exec(said.out)?.[0];
        if (found) return found;
        await Promise.race([
          once(child.stdout, 'data'),
          ended.then(() => Promise.reject(new Error(said.err))),
        ]);
      }
    },
  };
}

describe('the server as a process', () => {
  test('answers, and ends well when told to', async () => {
    const server = runServer('demo', { DATA_DIR: temporaryFolder() });
    const address = await server.address();
    expect(await (await fetch(`${address}${paths.health}`)).json()).toMatchObject({ status: 'ok' });
    expect(server.said.out).toMatch(/DEMO-FASILITATOR[^]*DEMO-PENGELOLA[^]*DEMO-KOORDINATOR/);
    server.stop('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.said.err).toBe('');
  });

  test('finishes a request that had begun when it was told to stop', async () => {
    const server = runServer('demo', { DATA_DIR: temporaryFolder() });
    const { port } = new URL(await server.address());
    const body = JSON.stringify({ code: 'DEMO-KOORDINATOR', device: { id: 'd', name: 'D' } });
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST ${paths.enrol} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    socket.write(head + body.slice(0, 10));
    await fetch(`http://127.0.0.1:${port}${paths.health}`);
    server.stop('SIGINT');
    await untilNobodyIsLetIn(port);
    socket.write(body.slice(10));
    const [answer] = (await once(socket.setEncoding('utf8'), 'data')) as [string];
    expect(answer).toContain('HTTP/1.1 200');
    expect(await server.ended).toBe(0);
  });

  test('survives devices that hang up in the middle of a word', async () => {
    const server = runServer('demo', { DATA_DIR: temporaryFolder() });
    const address = await server.address();
    for (const path of [paths.push, paths.pull, paths.enrol]) {
      const socket = connect(Number(new URL(address).port), '127.0.0.1');
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{"proto`);
      await once(socket, 'connect');
      socket.destroy();
    }
    expect((await fetch(`${address}${paths.health}`)).status).toBe(200);
  });

  test('says in one line what is wrong with its settings, and ends with 1', async () => {
    const server = runServer('start', { DATA_DIR: temporaryFolder(), LOG_LEVEL: 'loud' });
    expect(await server.ended).toBe(1);
    expect(server.said.out).toBe('');
    expect(server.said.err).toMatch(/^LOG_LEVEL is "loud"; set it to [^\n]+\n$/);
  });
});

/** Comes back once nobody is let in any more. */
async function untilNobodyIsLetIn(port: string): Promise<void> {
  for (;;) {
    const socket = connect(Number(port), '127.0.0.1');
    try {
      await once(socket, 'connect');
      socket.destroy();
    } catch {
      return;
    }
  }
}
