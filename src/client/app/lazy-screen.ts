import type { FunctionComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import { LoadFailed } from './LoadFailed.tsx';

/** A screen whose code is fetched when it is first wanted. Fails into words, not into a blank page. */
export function lazyScreen<Props>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return lazy<FunctionComponent<Props>>(() => load().catch(() => LoadFailed));
}
