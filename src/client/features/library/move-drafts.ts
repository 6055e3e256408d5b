import type { Drafts } from '../../data/drafts.ts';
import { draftPrefix, recordDraftPrefix } from './profile-place.ts';

/**
 * Takes what is being typed of a profile, and of its records, along to another village. Where something is
 * being typed there too, both stay where they are. Throws `Problem` `device-full`; what did not move then
 * lies where it was.
 */
export async function moveDrafts(drafts: Drafts, from: string, to: string): Promise<void> {
  async function move(
    before: string,
    after: string,
    renamed: (key: string) => string,
  ): Promise<void> {
    const there = await drafts.read(after);
    for (const [key, body] of Object.entries(await drafts.read(before))) {
      if (renamed(key) in there) continue;
      await drafts.put(after + renamed(key), body);
      await drafts.put(before + key, undefined);
    }
  }

  await drafts.settle();
  await move(draftPrefix(from), draftPrefix(to), key => key);
  for (const kind of ['advocacy', 'followUp']) {
    // A record's id begins with its village.
    await move(recordDraftPrefix(kind, from), recordDraftPrefix(kind, to), key =>
      key.startsWith(from) ? to + key.slice(from.length) : key,
    );
  }
}
