import type { FunctionComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import { loadLaterWords } from '../i18n/translation.ts';
import { LoadFailed } from './LoadFailed.tsx';

/** A screen whose code and words are fetched when it is first wanted. Fails into words, not into a blank page. */
export function lazyScreen<Props>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return lazy<FunctionComponent<Props>>(() =>
    Promise.all([load(), loadLaterWords()]).then(
      ([screen]) => screen,
      () => LoadFailed,
    ),
  );
}
