import type { TemplateItem, TemplateVersion } from './template.ts';
import { newestVersions, versionOf } from './versions.ts';
import { templateOfRef } from './template.ts';

/** What a checklist asks. */
export interface ListedItems {
  version: TemplateVersion | undefined;
  /** False as long as the version it was begun with is not here: the newest one known stands in for it. */
  isExact: boolean;
  items: readonly TemplateItem[];
}

/**
 * The items of a checklist that was begun with these versions: one, or several where two tablets began it
 * apart. The first asks; of the others, and of any version known, comes what somebody has answered already,
 * so that nothing recorded is ever out of sight. Without a version it is the newest of the template.
 */
export function listedItems(
  template: string,
  begunWith: readonly string[],
  answered: readonly string[],
  written: readonly TemplateVersion[],
): ListedItems {
  const exact = begunWith.map(ref => versionOf(ref, written)).find(found => found !== undefined);
  const first = begunWith[0];
  const newest = newestVersions(written).find(({ ref }) => templateOfRef(ref) === template);
  const version = exact ?? newest;
  const items = [...(version?.content.items ?? [])];
  const known = new Set(items.map(({ key }) => key));
  const elsewhere = allItemsOf(template, begunWith, written);
  for (const key of answered) {
    if (known.has(key)) continue;
    known.add(key);
    // Of a version that is not here, no more than the key is known; it says enough to be seen.
    items.push(elsewhere.get(key) ?? { key, text: { id: key } });
  }
  return { version, isExact: first === undefined || version?.ref === first, items };
}

function allItemsOf(
  template: string,
  begunWith: readonly string[],
  written: readonly TemplateVersion[],
): Map<string, TemplateItem> {
  const ofTemplate = written.filter(({ ref }) => templateOfRef(ref) === template);
  const begun = begunWith.flatMap(ref => versionOf(ref, written) ?? []);
  const builtIn = versionOf(`${template}:1`, []);
  const found = new Map<string, TemplateItem>();
  for (const { content } of [...begun, ...ofTemplate, ...(builtIn ? [builtIn] : [])])
    for (const item of content.items) if (!found.has(item.key)) found.set(item.key, item);
  return found;
}
