import type { PagePart } from '../../src/client/sync/board.ts';

/** A page that the test brings to the front, or puts away. */
export interface FakePage extends PagePart {
  show(): void;
  hide(): void;
}

/** A page that somebody looks at. */
export function createFakePage(): FakePage {
  const target = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  const become = (now: DocumentVisibilityState) => {
    visibilityState = now;
    target.dispatchEvent(new Event('visibilitychange'));
  };
  return {
    get visibilityState() {
      return visibilityState;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    show: () => become('visible'),
    hide: () => become('hidden'),
  } as FakePage;
}
