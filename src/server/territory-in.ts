import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTerritory } from '../domain/open-territory.ts';
import type { Territory, TerritoryFile } from '../domain/territory.ts';

/** Reads the places that come with the app in `clientFolder`, when they are first asked for. */
export function territoryIn(clientFolder: string): () => Promise<Territory> {
  let territory: Promise<Territory> | undefined;

  async function read(): Promise<Territory> {
    const text = await readFile(join(clientFolder, 'territory.json'), 'utf8');
    return openTerritory(JSON.parse(text) as TerritoryFile);
  }

  return () =>
    (territory ??= read().catch((failure: unknown) => {
      territory = undefined;
      throw failure;
    }));
}
