import { inject } from 'vitest';

/** An empty database on the run's PostgreSQL, its address. It goes with the run. */
export async function freshDatabase(): Promise<string> {
  const response = await fetch(inject('postgresDesk'));
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
