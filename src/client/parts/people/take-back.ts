import type { JsonValue } from '../../../domain/records/kind.ts';
import { isSameValue, shownValue } from '../../../protocol/merge.ts';
import type { Change, Records } from '../../data/record-view.ts';

/**
 * Takes edits back: every field that still shows what they wrote shows again what it did before; what
 * somebody wrote since is left alone. True if anything was taken back. Throws as `Records.write`.
 */
export async function takeBack(records: Records, changes: readonly Change[]): Promise<boolean> {
  const back: Change[] = [];
  for (const { stream, t, r, fields, seen: before } of changes) {
    const seen = await records.readRecord(stream, t, r);
    const earlier = Object.entries(fields).flatMap(([field, value]): [string, JsonValue][] => {
      const shown = shownValue(seen?.state[field]) ?? null;
      if (!isSameValue(shown, value)) return [];
      return [[field, shownValue(before?.state[field]) ?? null]];
    });
    if (earlier.length > 0) back.push({ stream, t, r, fields: Object.fromEntries(earlier), seen });
  }
  await records.write(back);
  return back.length > 0;
}
