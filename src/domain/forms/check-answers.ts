import type { Day } from '../day.ts';
import type { JsonValue } from '../records/kind.ts';
import { checkValue } from './check-value.ts';
import type { Answers, Form } from './field.ts';
import type { Issue } from './issue.ts';
import type { Rule } from './rule.ts';

/** All that is wrong or odd about a form's answers: each by itself, then two beside each other. */
export function issuesOf(
  form: Form,
  rules: readonly Rule[],
  answers: Answers,
  today: Day,
): Issue[] {
  const alone = form.sections.flatMap(({ fields }) =>
    fields.flatMap(field => {
      const value = answers[field.key];
      return value === undefined || value === null ? [] : checkValue(field, value, today);
    }),
  );
  return [...alone, ...rules.flatMap(rule => brokenBy(rule, answers))];
}

function brokenBy(rule: Rule, answers: Answers): Issue[] {
  const { key, other, level } = rule;
  const value = amountOf(answers[key]);
  if (value === undefined) return [];
  if (rule.is === 'zero-if') {
    const said = answers[other];
    const isSaid = Array.isArray(said) && said.includes(rule.option);
    return isSaid && value !== 0 ? [{ key, code: 'contradicts', level, other }] : [];
  }
  const beside = amountOf(answers[other]);
  if (beside === undefined) return [];
  switch (rule.is) {
    case 'at-least':
      return value < beside ? [{ key, code: 'less-than', level, other }] : [];
    case 'at-most':
      return value > beside ? [{ key, code: 'more-than', level, other }] : [];
    case 'both-zero':
      return (value === 0) === (beside === 0) ? [] : [{ key, code: 'contradicts', level, other }];
  }
}

/** What an answer amounts to: a figure itself, or of several the whole. */
function amountOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { l, p, total } = value as Record<string, JsonValue>;
  if (typeof total === 'number') return total;
  if (typeof l !== 'number' && typeof p !== 'number') return undefined;
  return (typeof l === 'number' ? l : 0) + (typeof p === 'number' ? p : 0);
}
