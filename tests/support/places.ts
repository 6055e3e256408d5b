import { readFileSync } from 'node:fs';
import { openTerritory } from '../../src/domain/open-territory.ts';
import { placesOf } from '../../src/domain/roster/match-place.ts';
import type { TerritoryFile } from '../../src/domain/territory.ts';

const file = JSON.parse(readFileSync('public/territory.json', 'utf8')) as TerritoryFile;

/** All villages of Kalimantan Tengah. */
export const places = placesOf(openTerritory(file));
