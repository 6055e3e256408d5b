import { useEffect, useState } from 'preact/hooks';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';

/** What was being typed under that prefix when it was last left, by the rest of its keys; read once. */
export function useStoredDrafts(prefix: string): Record<string, JsonValue> | undefined {
  const { loadDrafts } = useServices();
  const [stored, setStored] = useState<Record<string, JsonValue>>();
  useEffect(() => {
    let isGone = false;
    async function read(): Promise<void> {
      const drafts = await loadDrafts();
      await drafts.settle();
      const typed = await drafts.read(prefix);
      if (!isGone) setStored(typed);
    }

    void read();
    return () => {
      isGone = true;
    };
  }, [loadDrafts, prefix]);
  return stored;
}
