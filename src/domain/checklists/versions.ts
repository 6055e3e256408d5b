import { builtInTemplates } from './built-in-templates.ts';
import { templateOfRef, type Subject, type TemplateVersion } from './template.ts';

/** A version by its reference. What the program brings cannot be written over. */
export function versionOf(
  ref: string,
  written: readonly TemplateVersion[],
): TemplateVersion | undefined {
  return [...builtInTemplates, ...written].find(version => version.ref === ref);
}

/**
 * The newest version of each template, those that are retired too, in the order in which the templates first
 * came. Of two with the same number (two coordinators without a network) the greater reference counts: the
 * same on every device.
 */
export function newestVersions(written: readonly TemplateVersion[]): TemplateVersion[] {
  const newest = new Map<string, TemplateVersion>();
  for (const version of [...builtInTemplates, ...written]) {
    const template = templateOfRef(version.ref);
    const known = newest.get(template);
    if (!known || isNewer(version, known)) newest.set(template, version);
  }
  return [...newest.values()];
}

/** What can be begun of these templates about such a thing. */
export function offeredVersions(
  written: readonly TemplateVersion[],
  subject: Subject,
): TemplateVersion[] {
  return newestVersions(written).filter(
    ({ content }) => content.for === subject && !content.retired && content.items.length > 0,
  );
}

function isNewer(one: TemplateVersion, other: TemplateVersion): boolean {
  const by = one.content.number - other.content.number;
  return by > 0 || (by === 0 && one.ref > other.ref);
}
