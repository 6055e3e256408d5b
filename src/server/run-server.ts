import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Home } from './accounts/home.ts';
import type { Keys } from './accounts/keys.ts';
import { openFileBlobStore } from './blobs/file-blob-store.ts';
import { keepBuilds } from './builds.ts';
import type { Config } from './config.ts';
import { createApp } from './http/app.ts';
import { clientFiles } from './http/static-files.ts';
import { listen } from './listen.ts';
import { enrolPath } from '../protocol/messages.ts';
import { SetupProblem } from './setup-problem.ts';
import type { Store } from './store/store.ts';
import { territoryIn } from './territory-in.ts';
import { createDeliveries } from './sync/deliveries.ts';
import { createHomeOperations } from './admission/home-operations.ts';
import { sweepPictures } from './sync/pictures.ts';
import { createSwitchboard } from './sync/switchboard.ts';
import { replayOpaque } from './admission/replay-opaque.ts';

export interface ServerParts {
  config: Config;
  /** Where keys and pictures lie; the demonstration's is not the one of the settings. */
  dataDir: string;
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

const sweepEveryMs = 10 * 60_000;

/** Serves app and devices until told to stop; the signals to end tell it too. */
export async function runServer({
  config,
  dataDir,
  store,
  keys,
  clientFolder,
}: ServerParts): Promise<RunningServer> {
  if (!existsSync(clientFolder))
    throw new SetupProblem(`${clientFolder} is missing; build the app with npm run build.`);
  const log = pino({ level: config.logLevel, base: null });
  const reportBug = (error: unknown) => log.error({ err: error }, 'bug');
  const home: Home = { store, keys, clock: Date.now, newId: randomUUID, reportBug };
  const operations = createHomeOperations(home);
  const deliveries = createDeliveries(home, operations, () => performance.now());
  const blobs = await openFileBlobStore(join(dataDir, 'blobs'));
  await replayOpaque(home, operations);
  // Not waited for: an older page that asks meanwhile waits a moment.
  const builds = keepBuilds({
    clientFolder,
    folder: join(dataDir, 'builds'),
    now: Date.now(),
    report: reportBug,
  });

  const switchboard = createSwitchboard(home);
  const app = createApp({
    home,
    switchboard,
    operations,
    deliveries,
    blobs,
    log,
    version: __APP_VERSION__,
    clientFiles: clientFiles(clientFolder, builds),
    loadTerritory: territoryIn(clientFolder),
    trustProxy: config.trustProxy,
  });
  const listening = await listen(request => app.fetch(request), config);
  const sweeping = setInterval(
    () => void sweepPictures(home, blobs).catch(reportBug),
    sweepEveryMs,
  );
  let stopped: Promise<void> | undefined;
  async function stopNow(): Promise<void> {
    clearInterval(sweeping);
    // Streams of events have no end of their own.
    switchboard.close();
    await listening.stop();
    await deliveries.drain();
    await store.close();
  }
  const stop = () => (stopped ??= stopNow());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  return { address: addressOf({ ...config, port: listening.port }), stop };
}

/** How people reach the server, as far as it knows. */
export function addressOf({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}

/** The link that carries a code. */
export function enrolLink(address: string, code: string): string {
  return `${address}${enrolPath(code)}`;
}
