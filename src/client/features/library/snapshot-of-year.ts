import { isAnswered } from '../../../domain/forms/progress.ts';
import type { Answers } from '../../../domain/forms/field.ts';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Change } from '../../data/record-view.ts';

/**
 * When a profile goes on to another year, its figures stay as those of the year they were of: the change
 * that keeps them, or none.
 */
export function snapshotOfYear(
  stream: string,
  village: string,
  answers: Answers,
  fields: Readonly<Record<string, JsonValue>>,
): Change[] {
  const before = answers['tahun_data'];
  const next = fields['tahun_data'];
  if (typeof before !== 'number' || typeof next !== 'number' || next === before) return [];
  const figures: Record<string, JsonValue> = {};
  for (const field of libraryProfile.sections.flatMap(section => section.fields)) {
    const value = answers[field.key];
    const isFigure = field.type === 'number' || field.type === 'counts';
    if (isFigure && value !== undefined && value !== null && isAnswered(field, value))
      figures[field.key] = value;
  }
  if (Object.keys(figures).length === 0) return [];
  return [
    { stream, t: 'libraryYear', r: `${village}:${before}`, fields: figures, seen: undefined },
  ];
}
