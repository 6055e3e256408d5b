import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import type { Keys } from './accounts/keys.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import { listen } from './listen.ts';
import { SetupProblem } from './setup-problem.ts';
import type { Store } from './store/store.ts';

export interface ServerParts {
  config: Config;
  store: Store;
  keys: Keys;
  clientFolder: string;
}

/** A server that runs. `stop` finishes what was accepted and closes the store. */
export interface RunningServer {
  /** Where people reach it: what links begin with. */
  address: string;
  stop(): Promise<void>;
}

/** Serves app and devices until told to stop; the signals to end tell it too. */
export async function runServer({
  config,
  store,
  keys,
  clientFolder,
}: ServerParts): Promise<RunningServer> {
  if (!existsSync(clientFolder))
    throw new SetupProblem(`${clientFolder} is missing; build the app with npm run build.`);
  const app = createApp({
    store,
    keys,
    clock: Date.now,
    newId: randomUUID,
    log: pino({ level: config.logLevel, base: null }),
    version: __APP_VERSION__,
    clientFolder,
    trustProxy: config.trustProxy,
  });
  const listening = await listen(request => app.fetch(request), config);
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= listening.stop().then(() => store.close()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  return { address: addressOf({ ...config, port: listening.port }), stop };
}

/** How people reach the server, as far as it knows. */
export function addressOf({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** The link that carries a code; it travels behind the `#`, so that it never reaches a log. */
export function enrolLink(address: string, code: string): string {
  return `${address}/enrol#${code}`;
}
