import { useRef } from 'preact/hooks';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useStable } from '../use-stable.ts';
import { useSaving } from '../work/use-saving.ts';

/**
 * Keeps every stroke under `prefix` and the field's name until it is an answer. `give` saves one, and is
 * true once it is on the disk: only then the draft goes, and not if it has been typed in since.
 */
export function useDrafting(
  prefix: string,
  give: (key: string, value: JsonValue) => Promise<boolean>,
) {
  const { loadDrafts } = useServices();
  const saving = useSaving();
  const strokes = useRef(new Map<string, number>());

  const keep = (key: string, typed: JsonValue | undefined) =>
    void saving(async () => (await loadDrafts()).put(prefix + key, typed));

  const type = useStable((key: string, typed: JsonValue | undefined) => {
    strokes.current.set(key, (strokes.current.get(key) ?? 0) + 1);
    keep(key, typed);
  });
  const answer = useStable(async (key: string, value: JsonValue) => {
    const stroke = strokes.current.get(key);
    const isSaved = await give(key, value);
    if (isSaved && strokes.current.get(key) === stroke) keep(key, undefined);
    return isSaved;
  });
  return { type, answer };
}
