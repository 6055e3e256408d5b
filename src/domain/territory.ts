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
