import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../../app-services.ts';
import type { LateRule } from './mark-at.ts';

const key = 'scan|late';

/** What is recorded of whoever comes after the beginning: the device remembers the choice. */
export function useLateRule(): [LateRule, (rule: LateRule) => void] {
  const { loadDrafts } = useServices();
  const [rule, setRule] = useState<LateRule>('present');

  useEffect(() => {
    let isGone = false;
    void loadDrafts()
      .then(drafts => drafts.read(key))
      .then(kept => {
        if (!isGone && kept[''] === 'late') setRule('late');
      });
    return () => {
      isGone = true;
    };
  }, []);

  function choose(chosen: LateRule): void {
    setRule(chosen);
    // Not kept, it holds until the screen closes, no more.
    void loadDrafts()
      .then(drafts => drafts.put(key, chosen === 'late' ? chosen : undefined))
      .catch(() => {});
  }

  return [rule, choose];
}
