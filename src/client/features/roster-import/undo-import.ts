import type { JsonValue } from '../../../domain/records/kind.ts';
import { isSameValue, shownValue } from '../../../protocol/merge.ts';
import type { Change, Records } from '../../data/record-view.ts';

/**
 * Takes an import back at once: whoever came in with it goes, whoever was brought up to date shows again what
 * stood there; what somebody wrote since stays. Throws as `Records.write`.
 */
export async function undoImport(records: Records, made: readonly Change[]): Promise<void> {
  const [first] = made;
  if (!first) return;
  const shelf = await records.readShelf(first.stream, 'participant');
  const now = new Map(shelf.map(view => [view.r, view]));
  const back = made.map((change): Change => {
    const seen = now.get(change.r);
    if (!change.seen) return { ...change, fields: { deleted: true }, seen };
    const fields: Record<string, JsonValue> = {};
    for (const [field, value] of Object.entries(change.fields)) {
      if (!isSameValue(shownValue(seen?.state[field]) ?? null, value)) continue;
      fields[field] = shownValue(change.seen.state[field]) ?? null;
    }
    return { ...change, fields, seen };
  });
  await records.write(back);
}
