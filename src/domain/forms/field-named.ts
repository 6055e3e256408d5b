import type { Field } from './field.ts';
import { libraryProfile } from './library-profile.ts';

const byKey = new Map<string, Field>(
  libraryProfile.sections.flatMap(({ fields }) => fields.map(field => [field.key, field] as const)),
);

/** The profile's field of that name; undefined if there is none. */
export function fieldNamed(key: string): Field | undefined {
  return byKey.get(key);
}
