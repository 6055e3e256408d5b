import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startPostgres, type TestPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `freshDatabase` asks. */
    postgresDesk: string;
  }
}

/**
 * One PostgreSQL for a whole run, started when the first test file asks for a database, so that a run
 * that needs none pays nothing. Vitest calls this once before all tests; what it gives back, after them.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<TestPostgres> | undefined;
  const openDatabase = async () => (await (server ??= startPostgres())).createDatabase();
  const desk = createServer((_request, response) => {
    openDatabase().then(
      url => response.end(url),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  project.provide('postgresDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    // One that did not start has told so to whoever asked.
    await (await server?.catch(() => undefined))?.stop();
  };
}
