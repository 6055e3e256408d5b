import { isDay, isTimeOfDay, type Day } from '../day.ts';
import type { JsonValue } from '../records/kind.ts';
import type { Field, Limits } from './field.ts';
import type { Issue, IssueCode } from './issue.ts';

type Level = Issue['level'];

/**
 * What is wrong or odd about one answer, looked at alone; nothing for a good one. The same on the device and on
 * the server. Takes anything that came as JSON. Without `today` nothing is held to be in the future.
 */
export function checkValue(field: Field, value: JsonValue, today?: Day): Issue[] {
  const found: Issue[] = [];
  const add = (code: IssueCode, level: Level = 'refused', more: Partial<Issue> = {}) => {
    found.push({ key: field.key, code, level, ...more });
  };
  check(field, value, today, add);
  return found;
}

type Add = (code: IssueCode, level?: Level, more?: Partial<Issue>) => void;

function check(field: Field, value: JsonValue, today: Day | undefined, add: Add): void {
  switch (field.type) {
    case 'text':
      checkText(value, field, add);
      return;
    case 'number':
      checkFigure(value, field, field.decimals, add);
      return;
    case 'year':
      checkYear(value, field.least, today, add);
      return;
    case 'day':
      if (typeof value !== 'string' || !isDay(value)) add('not-readable');
      else if (today !== undefined && !field.mayBeAhead && value > today) add('future');
      return;
    case 'time':
      if (typeof value !== 'string' || !isTimeOfDay(value)) add('not-readable');
      return;
    case 'lines':
      checkLines(value, field, add);
      return;
    case 'choice':
      if (typeof value !== 'string' || !field.options.includes(value)) add('unknown-option');
      return;
    case 'many':
      checkOptions(value, field.options, add);
      if (isList(value) && value.length > 1 && field.alone && value.includes(field.alone))
        add('alone');
      return;
    case 'aid': {
      const aid = partsOf(value, ['jenis', 'tahun'], add);
      if (!aid) return;
      if (aid['jenis'] === undefined) add('kind-first', 'refused', { part: 'jenis' });
      else checkOptions(aid['jenis'], field.options, add);
      if (aid['tahun'] !== undefined) checkYear(aid['tahun'], field.yearLeast, today, add);
      return;
    }
    case 'counts': {
      const counts = partsOf(value, field.parts, add);
      if (!counts) return;
      if (Object.keys(counts).length === 0) add('not-readable');
      for (const [part, count] of Object.entries(counts))
        checkFigure(count, field, 0, (code, level, more) => add(code, level, { part, ...more }));
      const { l, p, total } = counts;
      if (typeof total === 'number') {
        const sum = (typeof l === 'number' ? l : 0) + (typeof p === 'number' ? p : 0);
        if (sum > total) add('less-than-parts', 'refused', { part: 'total', limit: sum });
      }
      return;
    }
    case 'location':
      checkLocation(value, field, add);
      return;
    case 'publication': {
      const parts = partsOf(value, ['jumlah', 'media', 'tautan'], add);
      if (!parts) return;
      checkFigure(parts['jumlah'] ?? null, { least: 0, most: field.most }, 0, add);
      for (const part of ['media', 'tautan']) {
        const said = parts[part];
        if (said !== undefined) checkText(said, { format: 'line', most: 200 }, add);
      }
      return;
    }
    case 'story': {
      const parts = partsOf(value, ['teks', 'izin'], add);
      if (!parts) return;
      checkText(parts['teks'] ?? null, { format: 'paragraph', most: field.most }, add);
      if (typeof parts['izin'] !== 'boolean') add('not-readable', 'refused', { part: 'izin' });
      else if (!parts['izin']) add('no-consent', 'warned');
      return;
    }
    case 'respondent': {
      const parts = partsOf(value, ['nama', 'hp'], add);
      if (!parts) return;
      checkText(parts['nama'] ?? null, { format: 'name', least: 3, most: 100 }, add);
      checkText(parts['hp'] ?? null, { format: 'phone', most: 20 }, add);
      return;
    }
    case 'photo':
      checkPhoto(value, add);
      return;
    case 'consent':
      checkConsent(value, add);
      return;
    case 'village':
      if (typeof value !== 'string' || !/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(value))
        add('not-readable');
      return;
    case 'records':
      // These are records of their own and no value of this one.
      add('not-readable');
  }
}

interface TextLimits {
  format: Extract<Field, { type: 'text' }>['format'];
  least?: number;
  most: number;
}

function checkText(value: JsonValue, { format, least = 1, most }: TextLimits, add: Add): void {
  if (typeof value !== 'string') {
    add('not-readable');
    return;
  }
  // Longer in UTF-16 than twice the limit is longer in any way of counting; nothing that big is read through.
  if (value.length > most * 2 || lengthOf(value) > most) {
    add('too-long', 'refused', { limit: most });
    return;
  }
  const hidden = format === 'paragraph' ? /[^\P{Cc}\t\n\r]/u : /\p{Cc}/u;
  if (hidden.test(value)) add('not-readable');
  else if (lengthOf(value.trim()) < least) add('too-short', 'refused', { limit: least });
  else if (format === 'phone' && !/^(08|628|\+628)\d{7,11}$/.test(value.replace(/[\s.-]/g, '')))
    add('phone');
  else if (format === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) add('email');
}

/** Characters as people count them, near enough: an emoji of one sign is one. */
const lengthOf = (text: string): number => Array.from(text).length;

function checkFigure(value: JsonValue, limits: Limits, decimals: 0 | 1, add: Add): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    add('not-readable');
    return;
  }
  const { least, most, likelyLeast, likelyMost } = limits;
  const scaled = value * 10 ** decimals;
  if (Math.abs(scaled - Math.round(scaled)) > 1e-6) add('decimals');
  else if (value < least) add('below', 'refused', { limit: least });
  else if (value > most) add('above', 'refused', { limit: most });
  else if (likelyLeast !== undefined && value < likelyLeast)
    add('unlikely-low', 'warned', { limit: likelyLeast });
  else if (likelyMost !== undefined && value > likelyMost)
    add('unlikely-high', 'warned', { limit: likelyMost });
}

function checkLines(
  value: JsonValue,
  { most, mostLines }: Extract<Field, { type: 'lines' }>,
  add: Add,
): void {
  if (!isList(value)) add('not-readable');
  else if (value.length > mostLines) add('too-many', 'refused', { limit: mostLines });
  else for (const line of value) checkText(line, { format: 'line', least: 1, most }, add);
}

/** Without a today, no year of four digits is too late. */
const lastYear = 9999;

function checkYear(value: JsonValue, least: number, today: Day | undefined, add: Add): void {
  if (typeof value !== 'number' || !Number.isInteger(value)) add('not-readable');
  else if (value < least) add('too-early', 'refused', { limit: least });
  else if (value > (today === undefined ? lastYear : Number(today.slice(0, 4)))) add('future');
}

function checkOptions(value: JsonValue, options: readonly string[], add: Add): void {
  if (!isList(value) || value.length === 0 || value.length > options.length) add('not-readable');
  else if (!value.every(one => typeof one === 'string' && options.includes(one)))
    add('unknown-option');
  else if (new Set(value).size < value.length) add('not-readable');
}

function checkLocation(
  value: JsonValue,
  { box, likelyAccuracy }: Extract<Field, { type: 'location' }>,
  add: Add,
): void {
  const parts = partsOf(value, ['lat', 'lon', 'accuracy'], add);
  if (!parts) return;
  const { lat, lon, accuracy } = parts;
  if (!isNumber(lat) || !isNumber(lon) || !isNumber(accuracy) || accuracy < 0) {
    add('not-readable');
    return;
  }
  const isInside = lat >= box.south && lat <= box.north && lon >= box.west && lon <= box.east;
  if (!isInside) add('outside-area');
  else if (accuracy > likelyAccuracy) add('inaccurate', 'warned', { limit: likelyAccuracy });
}

function checkPhoto(value: JsonValue, add: Add): void {
  const parts = partsOf(value, ['image', 'caption', 'consent'], add);
  if (!parts) return;
  if (!isPicture(parts['image'])) add('not-readable');
  const { caption, consent } = parts;
  if (caption !== undefined) checkText(caption, { format: 'line', most: 200 }, add);
  if (consent !== undefined && typeof consent !== 'boolean') add('not-readable');
}

function isPicture(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false;
  const { sha256, size, mime, w, h, ...rest } = value;
  const isSide = (side: unknown) =>
    Number.isInteger(side) && (side as number) >= 1 && (side as number) <= 20_000;
  return (
    Object.keys(rest).length === 0 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    Number.isInteger(size) &&
    (size as number) >= 1 &&
    (size as number) <= mostPhotoBytes &&
    ['image/jpeg', 'image/png', 'image/webp'].includes(mime as string) &&
    isSide(w) &&
    isSide(h)
  );
}

/** The same as for every picture: `mostPictureBytes`, which the form's code does not want to carry a schema for. */
const mostPhotoBytes = 8 * 1024 * 1024;

function checkConsent(value: JsonValue, add: Add): void {
  const parts = partsOf(value, ['version', 'at', 'name', 'withdrawnAt'], add);
  if (!parts) return;
  const { version, at, name, withdrawnAt } = parts;
  const isInstant = (instant: unknown) => Number.isSafeInteger(instant) && (instant as number) >= 0;
  checkText(version ?? null, { format: 'line', most: 40 }, add);
  checkText(name ?? null, { format: 'name', least: 3, most: 100 }, add);
  if (!isInstant(at) || (withdrawnAt !== undefined && !isInstant(withdrawnAt))) add('not-readable');
}

/** An answer's parts, if it has no others than these. */
function partsOf(
  value: JsonValue,
  names: readonly string[],
  add: Add,
): Readonly<Record<string, JsonValue>> | undefined {
  if (isObject(value) && Object.keys(value).every(name => names.includes(name))) return value;
  add('not-readable');
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, JsonValue>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] =>
  Array.isArray(value);

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
