import type { Day } from '../../domain/day.ts';
import { checkValue } from '../../domain/forms/check-value.ts';
import type { Field } from '../../domain/forms/field.ts';
import { readNumber } from '../../domain/forms/read-number.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ReadAnswer } from './control.ts';
import { issueWords } from './issue-words.ts';

/** How to say what is wrong. */
export interface Speech {
  t: Translate;
  format: Format;
}

/** A value as an answer to a field, or what is wrong with it. */
export function checked(
  { t, format }: Speech,
  field: Field,
  value: JsonValue,
  today: Day,
): ReadAnswer {
  const refused = checkValue(field, value, today).find(({ level }) => level === 'refused');
  if (!refused) return { is: 'answer', value };
  return { is: 'refused', words: issueWords(t, format, refused, { fields: {} }) };
}

/** A figure as somebody typed it: empty, a number, or why it is none. */
export function readFigure(
  { t }: Speech,
  typed: string,
  decimals: 0 | 1,
): { is: 'empty' } | { is: 'number'; value: number } | { is: 'refused'; words: string } {
  const read = readNumber(typed, decimals);
  if (read.is !== 'refused') return read;
  if (read.code === 'ambiguous') {
    const wholes = t('form.number.ambiguousWhole');
    return { is: 'refused', words: decimals === 0 ? wholes : t('form.number.ambiguousDecimal') };
  }
  return { is: 'refused', words: t(`form.issue.${read.code}`) };
}
