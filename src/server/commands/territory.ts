import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { TerritoryFile } from '../../domain/territory.ts';

const province = { code: '62', name: 'Kalimantan Tengah' };

/** Where the places themselves write their names differently from the data, or the data slipped. */
const spelling: Readonly<Record<string, string>> = {
  '62.71': 'Palangka Raya',
  '62.04.05': 'Gunung Bintang Awai',
  '62.02.06.2010': 'Telaga Baru',
  '62.02.13.2011': 'Sungai Ubar Mandiri',
};

/**
 * Writes the territory of Kalimantan Tengah to `outFile`, the same bytes from the same data. The
 * data are a development dependency, read here and nowhere else. What the file means is said by
 * `TerritoryFile`.
 */
export async function generateTerritory(outFile: string): Promise<void> {
  // One place a line, so that a later decree shows as a readable difference.
  await writeFile(outFile, `${JSON.stringify(await readTerritory(), undefined, 1)}\n`);
}

async function readTerritory(): Promise<TerritoryFile> {
  const { getRegencies, getDistricts, getVillages } = await import('idn-area-data');
  return {
    source: `idn-area-data ${installedVersion()}, https://github.com/fityannugroho/idn-area-data`,
    legalBase: 'Keputusan Menteri Dalam Negeri Nomor 300.2.2-2138 Tahun 2025',
    licence: 'ODbL-1.0, https://opendatacommons.org/licenses/odbl/1-0/',
    attribution:
      'Contains information from idn-area-data, which is made available under the Open Database License (ODbL).',
    province,
    regencies: namesByCode(await getRegencies(), withoutKind),
    districts: namesByCode(await getDistricts()),
    villages: namesByCode(await getVillages()),
  };
}

function installedVersion(): string {
  const manifest = createRequire(import.meta.url)('idn-area-data/package.json') as {
    version: string;
  };
  return manifest.version;
}

function namesByCode(
  places: readonly { code: string; name: string }[],
  tidy = (name: string) => name,
): Record<string, string> {
  return Object.fromEntries(
    places
      .filter(({ code }) => code.startsWith(`${province.code}.`))
      .map(({ code, name }): [string, string] => [code, spelling[code] ?? tidy(name)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** `KABUPATEN GUNUNG MAS` becomes `Gunung Mas`; that it is a kabupaten is told by its code. */
function withoutKind(name: string): string {
  return name
    .replace(/^(KABUPATEN|KOTA) /, '')
    .toLowerCase()
    .replace(/\b[a-z]/g, letter => letter.toUpperCase());
}
