import { searchText } from './search-text.ts';

/**
 * The territory as `public/territory.json` holds it: names by official code, each list ordered by
 * code. Codes are identifiers, kept as dotted text: `62.11` regency, `62.11.05` district,
 * `62.11.05.2014` village. What a place is (kabupaten or kota, desa or kelurahan) is told by its code.
 */
export interface TerritoryFile {
  source: string;
  /** The decree that gives the codes and names. */
  legalBase: string;
  /** The licence of the data, which is not the licence of the program. */
  licence: string;
  attribution: string;
  province: { code: string; name: string };
  regencies: Readonly<Record<string, string>>;
  districts: Readonly<Record<string, string>>;
  villages: Readonly<Record<string, string>>;
}

/** A kabupaten or kota. The name stands without that word. */
export interface Regency {
  code: string;
  name: string;
  kind: 'kabupaten' | 'kota';
}

/** A kecamatan. */
export interface District {
  code: string;
  name: string;
}

/** A desa or kelurahan. */
export interface Village {
  code: string;
  name: string;
  kind: 'desa' | 'kelurahan';
}

/** A village as it is to be shown: names repeat within one regency, so never without its district. */
export interface VillageLabel {
  village: Village;
  district: District;
  regency: Regency;
}

/** The places of one province. Lists are ordered by code; an unknown code has no places below it. */
export interface Territory {
  regency(code: string): Regency | undefined;
  district(code: string): District | undefined;
  /** Undefined for a code that names no village, however well formed. */
  villageLabel(code: string): VillageLabel | undefined;
  regencies(): readonly Regency[];
  districtsOf(regency: string): readonly District[];
  villagesOf(district: string): readonly Village[];
  /**
   * At most `most` villages for what somebody has typed so far. Every word typed begins a word of
   * the village's, its district's or its regency's name; case, accents and apostrophes do not
   * count. Villages found by their own name come before those found by where they lie.
   */
  search(typed: string, most: number): readonly VillageLabel[];
}

/** True for the form of a regency's code, `62.11`. */
export function isRegencyCode(text: string): boolean {
  return /^\d{2}\.\d{2}$/.test(text);
}

/** True for the form of a village's code, `62.11.05.2014`. Whether it exists, a `Territory` knows. */
export function isVillageCode(text: string): boolean {
  return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(text);
}

/** The code of the regency in which a village lies. */
export function regencyOfVillage(villageCode: string): string {
  return villageCode.slice(0, '62.11'.length);
}

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
