import { searchText } from '../search-text.ts';

/** A place in an office's words. */
export interface SaidPlace {
  village?: string | undefined;
  district?: string | undefined;
  regency?: string | undefined;
}

const digits: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  x: '10',
};

const kinds = new Set(
  'desa ds kelurahan kel kampung kecamatan kec kabupaten kab kota kotamadya provinsi prov'.split(
    ' ',
  ),
);

/** A place's name for comparing: without what kind of place it is, Roman numbers as digits, no spaces. */
export function foldPlace(name: string): string {
  const words = searchText(name).split(' ');
  while (words.length > 1 && kinds.has(words[0] as string)) words.shift();
  return words.map((word, at) => (at > 0 ? (digits[word] ?? word) : word)).join('');
}

/** Takes "Desa Bahitom, Kec. Murung, Kab. Murung Raya" apart. What stands first and says nothing else is the village. */
export function splitPlace(text: string): SaidPlace {
  const place: SaidPlace = {};
  const parts = text
    .split(/[,;/\n]|(?=\b(?:Kec|Kecamatan|Kab|Kabupaten)\b\.?\s)/i)
    .map(part => part.trim())
    .filter(part => part !== '');
  for (const part of parts) {
    if (/^(kec|kecamatan)\b/i.test(part)) place.district ??= part;
    else if (/^(kab|kabupaten|kota)\b/i.test(part)) place.regency ??= part;
    else place.village ??= part;
  }
  return place;
}

/** The village that an institution is named after: "Perpustakaan Desa Bahitom". */
export function villageInName(institution: string): string | undefined {
  return /(?:desa|kelurahan|kel\.|ds\.)\s+(.+)$/i.exec(institution)?.[1];
}
