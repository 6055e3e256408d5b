import type { Field } from '../../../domain/forms/field.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Format } from '../../i18n/format.ts';
import type { ProfileWords } from '../../i18n/profile/profile-words.ts';
import type { Translate } from '../../i18n/translate.ts';

/** An answer in words, for one line. Empty is said to be so: never as a zero. */
export function answerWords(
  { t, format }: { t: Translate; format: Format },
  words: ProfileWords,
  field: Field,
  value: JsonValue | undefined,
): string {
  if (value === undefined || value === null) return t('all.word.noDataYet');
  const option = (id: string) => words.fields[field.key]?.options?.[id] ?? id;
  if (typeof value === 'number') {
    if (field.type !== 'number') return String(value);
    if (field.unit === 'rupiah') return `Rp ${format.number(value)}`;
    return `${format.number(value)} ${words.units[field.unit] ?? ''}`;
  }
  if (typeof value === 'string') return field.type === 'day' ? format.day(value) : option(value);
  if (Array.isArray(value)) return format.list(value.map(one => option(String(one))));
  if (typeof value !== 'object') return String(value);
  const parts = value as Record<string, JsonValue>;
  if (field.type === 'location') return locationWords(t, format, parts);
  if (field.type === 'consent') return consentWords(t, format, parts);
  return Object.entries(parts)
    .map(([key, part]) => {
      const label = partNames[key as keyof typeof partNames];
      const said = Array.isArray(part)
        ? format.list(part.map(one => option(String(one))))
        : typeof part === 'number'
          ? format.number(part)
          : typeof part === 'string'
            ? part
            : '';
      return said === '' ? '' : label ? `${t(label)}: ${said}` : said;
    })
    .filter(part => part !== '')
    .join(' · ');
}

const partNames = {
  l: 'form.part.l',
  p: 'form.part.p',
  total: 'form.part.jumlah',
  tahun: 'form.part.tahun',
  jumlah: 'form.part.jumlah',
  media: 'form.part.media',
} as const;

/** A place as the form checked it. */
function locationWords(t: Translate, format: Format, value: Record<string, JsonValue>): string {
  const figure = (key: string) => Number(value[key]);
  return t('form.location.at', {
    lat: figure('lat').toFixed(5),
    lon: figure('lon').toFixed(5),
    accuracy: format.number(figure('accuracy')),
  });
}

/** Who agreed to which text and when, and when it was taken back. */
function consentWords(t: Translate, format: Format, value: Record<string, JsonValue>): string {
  const { version, at, name, withdrawnAt } = value;
  const text = (part: JsonValue | undefined) => (typeof part === 'string' ? part : '');
  const given = t('library.consent.given', {
    name: text(name),
    when: format.dateTime(Number(at)),
    version: text(version),
  });
  if (typeof withdrawnAt !== 'number') return given;
  return `${given} ${t('library.consent.takenBack', { when: format.dateTime(withdrawnAt) })}`;
}
