import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

/** A server that is measured, as a process of its own. */
export interface Served {
  url: string;
  pid: number;
  /** Stops it and waits until it is gone. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** The build to run. */
  dist: string;
  command: 'demo' | 'start';
  dataDir: string;
  /** Any free one, unless given. */
  port?: number;
  /** Runs its clock so far from this machine's, ms. */
  clockShiftMs?: number;
}

/** Starts the built server and waits until it answers. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { dist, command, dataDir, clockShiftMs = 0 } = options;
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const shifted = `const now = Date.now; Date.now = () => now() + (${clockShiftMs});`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(shifted)}`];
  const child = spawn(
    process.execPath,
    [...(clockShiftMs === 0 ? [] : preload), `${dist}/server/main.js`, command],
    {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        DATABASE_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (text: Buffer) => (printed = (printed + text.toString()).slice(-4_000)));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${printed}`);
    const isUp = await fetch(`${url}/api/health`).then(
      response => response.ok,
      () => false,
    );
    if (isUp) return served(child, url);
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Starts the bare server on a database file that is not there yet. */
export async function serveBare(file: string): Promise<Served> {
  const child = startScript('bare-server.js', [file]);
  const [port] = (await once(child, 'message')) as [number];
  return served(child, `http://127.0.0.1:${port}`);
}

/** Starts one of the bench's own scripts beside this one; talk to it by messages. */
export function startScript(name: string, args: readonly string[] = []): ChildProcess {
  const script = fileURLToPath(new URL(name, import.meta.url));
  return fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

function served(child: ChildProcess, url: string): Served {
  const { pid } = child;
  if (pid === undefined) throw new Error('the server did not start');
  const ended = once(child, 'exit');
  // Whatever ends the bench ends what it started.
  const end = () => void child.kill('SIGKILL');
  process.once('exit', end);
  return {
    url,
    pid,
    async stop() {
      process.off('exit', end);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Samples a process's resident memory until the returned function is called, which gives its peak, MB. */
export function watchMemory(pid: number): () => number | undefined {
  let peak: number | undefined;
  const sample = () => {
    const now = residentMb(pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
  };
  sample();
  const timer = setInterval(sample, 50);
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}

/** Undefined where the system does not tell under /proc. */
function residentMb(pid: number): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
