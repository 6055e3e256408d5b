import type { Answers, Unit } from '../../../domain/forms/field.ts';
import { libraryProfile } from '../../../domain/forms/library-profile.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';

/** One figure of two years: men and women together. */
export interface ComparedFigure {
  key: string;
  unit: Unit;
  before: number;
  after: number;
}

/** The figures that are known of both years, in the order in which they are asked for. */
export function comparedFigures(before: Answers, after: Answers): ComparedFigure[] {
  return libraryProfile.sections
    .flatMap(({ fields }) => fields)
    .flatMap(field => {
      if (field.type !== 'number' && field.type !== 'counts') return [];
      const [then, now] = [before, after].map(answers => sumOf(answers[field.key]));
      if (then === undefined || now === undefined) return [];
      return [{ key: field.key, unit: field.unit, before: then, after: now }];
    });
}

/** The whole where it was told, else men and women if both were: half of them is no sum. */
function sumOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { l, p, total } = value as Readonly<Record<string, JsonValue>>;
  if (typeof total === 'number') return total;
  return typeof l === 'number' && typeof p === 'number' ? l + p : undefined;
}
