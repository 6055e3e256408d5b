import type { Day } from '../day.ts';
import type { JsonValue } from '../records/kind.ts';
import { issuesOf } from './check-answers.ts';
import type { Answers, Field, Form, Section } from './field.ts';
import type { Issue } from './issue.ts';
import type { Rule } from './rule.ts';

/** How far one section is. */
export interface SectionProgress {
  id: string;
  answered: number;
  total: number;
  requiredAnswered: number;
  requiredTotal: number;
  issues: Issue[];
}

/** How far a form is. */
export interface Progress {
  sections: SectionProgress[];
  requiredAnswered: number;
  requiredTotal: number;
  /** Every required answer is there, and none is refused, by itself or beside another. */
  isComplete: boolean;
}

/**
 * True if there is an answer: 0 and an empty choice's "none" are answers, nothing is none. Of men and women
 * both are asked for, or the whole; consent that was withdrawn is none.
 */
export function isAnswered(field: Field, value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value !== 'object') return true;
  const parts = value as Record<string, JsonValue>;
  if (field.type === 'counts') {
    return parts['total'] !== undefined || (parts['l'] !== undefined && parts['p'] !== undefined);
  }
  return field.type !== 'consent' || parts['withdrawnAt'] === undefined;
}

/** How far the answers are, on that day. */
export function progressOf(
  form: Form,
  rules: readonly Rule[],
  answers: Answers,
  today: Day,
): Progress {
  const issues = issuesOf(form, rules, answers, today);
  const sections = form.sections.map(({ id, fields }) => {
    // Records of their own are counted where they lie.
    const asked = fields.filter(({ type }) => type !== 'records');
    const answered = asked.filter(field => isAnswered(field, answers[field.key]));
    const keys = new Set(fields.map(({ key }) => key));
    return {
      id,
      answered: answered.length,
      total: asked.length,
      requiredAnswered: answered.filter(({ isRequired }) => isRequired).length,
      requiredTotal: asked.filter(({ isRequired }) => isRequired).length,
      issues: issues.filter(({ key }) => keys.has(key)),
    };
  });
  const sum = (count: (section: SectionProgress) => number) =>
    sections.reduce((total, section) => total + count(section), 0);
  const requiredAnswered = sum(section => section.requiredAnswered);
  const requiredTotal = sum(section => section.requiredTotal);
  return {
    sections,
    requiredAnswered,
    requiredTotal,
    isComplete:
      requiredAnswered === requiredTotal && issues.every(({ level }) => level !== 'refused'),
  };
}

/** The next required field without an answer, after that one and round again from the first; undefined if all are there. */
export function nextUnanswered(
  form: Form,
  answers: Answers,
  after?: string,
): { section: Section; field: Field } | undefined {
  const all = form.sections.flatMap(section => section.fields.map(field => ({ section, field })));
  const start = all.findIndex(({ field }) => field.key === after) + 1;
  return [...all.slice(start), ...all.slice(0, start)].find(
    ({ field }) => field.isRequired && !isAnswered(field, answers[field.key]),
  );
}
