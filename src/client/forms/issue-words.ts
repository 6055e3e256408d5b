import type { Issue } from '../../domain/forms/issue.ts';
import type { Format } from '../i18n/format.ts';
import type { ProfileWords } from '../i18n/profile/profile-words.ts';
import type { Translate } from '../i18n/translate.ts';

/** What is wrong or odd about an answer, and what would be right. */
export function issueWords(
  t: Translate,
  format: Format,
  { code, limit = 0, other }: Issue,
  words: Pick<ProfileWords, 'fields'>,
): string {
  const values = {
    limit: format.number(limit),
    other: (other !== undefined && words.fields[other]?.label) || '',
  };
  switch (code) {
    case 'below':
    case 'above':
    case 'too-short':
    case 'too-long':
    case 'too-many':
    case 'less-than-parts':
    case 'unlikely-low':
    case 'unlikely-high':
      return t(`form.issue.${code}`, { limit: values.limit });
    case 'too-early':
      // A year, not a figure: without the dot of thousands.
      return t('form.issue.too-early', { limit: String(limit) });
    case 'inaccurate':
      return t('form.issue.inaccurate', { limit: values.limit });
    case 'more-than':
    case 'less-than':
    case 'contradicts':
      return t(`form.issue.${code}`, { other: values.other });
    case 'not-readable':
    case 'decimals':
    case 'future':
    case 'phone':
    case 'email':
    case 'unknown-option':
    case 'alone':
    case 'outside-area':
    case 'no-consent':
    case 'kind-first':
      return t(`form.issue.${code}`);
  }
}
