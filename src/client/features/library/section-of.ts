import { libraryProfile } from '../../../domain/forms/library-profile.ts';

/** The section in which a field is asked; the first for one that is in none. */
export function sectionOf(key: string): string {
  const { sections } = libraryProfile;
  const found = sections.find(({ fields }) => fields.some(field => field.key === key));
  return (found ?? sections[0])?.id ?? '';
}
