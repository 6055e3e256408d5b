import { searchText } from './search-text.ts';
import {
  regencyOfVillage,
  type District,
  type Regency,
  type Territory,
  type TerritoryFile,
  type Village,
  type VillageLabel,
} from './territory.ts';

/** Prepares the file for reading; the first search prepares searching. Both are to be done once. */
export function openTerritory(file: TerritoryFile): Territory {
  const regencies = new Map<string, Regency>();
  const districts = new Map<string, District>();
  const labels = new Map<string, VillageLabel>();
  const districtsByRegency = new Map<string, District[]>();
  const villagesByDistrict = new Map<string, Village[]>();
  let searchable: Searchable[] | undefined;

  for (const [code, name] of Object.entries(file.regencies)) {
    regencies.set(code, { code, name, kind: regencyKind(code) });
    districtsByRegency.set(code, []);
  }
  for (const [code, name] of Object.entries(file.districts)) {
    const district = { code, name };
    districts.set(code, district);
    villagesByDistrict.set(code, []);
    districtsByRegency.get(parentOf(code))?.push(district);
  }
  for (const [code, name] of Object.entries(file.villages)) {
    const district = districts.get(parentOf(code));
    const regency = regencies.get(regencyOfVillage(code));
    if (!district || !regency) throw new Error(`Territory: village ${code} lies nowhere`);
    const label = { village: { code, name, kind: villageKind(code) }, district, regency };
    labels.set(code, label);
    villagesByDistrict.get(district.code)?.push(label.village);
  }

  return {
    regency: code => regencies.get(code),
    district: code => districts.get(code),
    villageLabel: code => labels.get(code),
    regencies: () => [...regencies.values()],
    districtsOf: regency => districtsByRegency.get(regency) ?? [],
    villagesOf: district => villagesByDistrict.get(district) ?? [],
    search: (typed, most) => search((searchable ??= foldNames([...labels.values()])), typed, most),
  };
}

/** A village with its folded name, and that with district and regency; a space before every word. */
interface Searchable {
  label: VillageLabel;
  name: string;
  place: string;
}

function foldNames(labels: readonly VillageLabel[]): Searchable[] {
  const surroundings = new Map<District, string>();
  return labels.map(label => {
    const { village, district, regency } = label;
    const around =
      surroundings.get(district) ?? ` ${searchText(`${district.name} ${regency.name}`)}`;
    surroundings.set(district, around);
    const name = ` ${searchText(village.name)}`;
    return { label, name, place: name + around };
  });
}

function search(villages: readonly Searchable[], typed: string, most: number): VillageLabel[] {
  const phrase = searchText(typed);
  if (phrase === '') return [];
  const words = phrase.split(' ').map(word => ` ${word}`);
  const exact: VillageLabel[] = [];
  const begun: VillageLabel[] = [];
  const named: VillageLabel[] = [];
  const near: VillageLabel[] = [];
  for (const { label, name, place } of villages) {
    if (!words.every(word => place.includes(word))) continue;
    if (name === ` ${phrase}`) exact.push(label);
    else if (name.startsWith(` ${phrase}`)) begun.push(label);
    else if (words.every(word => name.includes(word))) named.push(label);
    else near.push(label);
  }
  return [...exact, ...begun, ...named, ...near].slice(0, most);
}

function parentOf(code: string): string {
  return code.slice(0, code.lastIndexOf('.'));
}

/** The second group of a code runs from 01 to 69 for kabupaten, from 71 to 99 for kota. */
function regencyKind(code: string): Regency['kind'] {
  return code.slice('62.'.length) > '70' ? 'kota' : 'kabupaten';
}

/** The last group of a code begins with 1 for kelurahan, with 2 for desa, with 3 for desa adat. */
function villageKind(code: string): Village['kind'] {
  return code.at('62.11.05.'.length) === '1' ? 'kelurahan' : 'desa';
}
