import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built server as its own process, on this machine only. */
export interface ServedApp {
  url: string;
  /** Ends the process at once, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop and gives its exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
  /** Everything it printed so far. */
  output(): string;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

/**
 * Starts a build's server on a free port with a data folder of its own; or on a place of the caller's,
 * who then removes it, if `settings` name one.
 */
export async function serveApp(
  command: 'demo' | 'start' = 'demo',
  {
    build = 'dist',
    settings = {},
  }: { build?: string; settings?: Readonly<Record<string, string>> } = {},
): Promise<ServedApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jukung-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let printed = '';
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    const started = spawn(process.execPath, [join(build, 'server/main.js'), command], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
    started.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    await answers(url, started, () => printed);
    return started;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }

  return {
    url,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    restart: async () => void (child = await launch()),
    output: () => printed,
    async dispose() {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks until the server answers; fails as soon as its process ends. */
async function answers(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${printed()}`);
    try {
      if ((await fetch(`${url}/api/health`)).ok) return;
    } catch {
      // Not listening yet: give its process a turn.
      await new Promise(resolve => setImmediate(resolve));
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
