import { libraryProfile } from '../../../domain/forms/library-profile.ts';

/** The section of the profile in which a field is asked; undefined for one that is in none. */
export function sectionOf(key: string): string | undefined {
  return libraryProfile.sections.find(({ fields }) => fields.some(field => field.key === key))?.id;
}
