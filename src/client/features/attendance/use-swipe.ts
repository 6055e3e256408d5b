import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useStable } from '../../parts/use-stable.ts';

/** So far a finger goes before it counts, px: a thumb that scrolls wavers less. */
const enough = 72;

/** Until then it is not told whether it is a swipe or a scroll, px. */
const slack = 12;

/** What a swipe did: towards the end of the line, or towards its beginning. */
export type SwipeDirection = 'forward' | 'back';

/**
 * Follows a finger across one row of a list: `onSwipe` is told the row's `data-row` and the direction once it
 * has gone far enough. Up and down stays scrolling. The row follows by the property `--swipe`.
 */
export function useSwipe(
  list: RefObject<HTMLElement | null>,
  onSwipe: ((row: string, direction: SwipeDirection) => void) | undefined,
): void {
  const tell = useStable((row: string, direction: SwipeDirection) => onSwipe?.(row, direction));
  const isOn = onSwipe !== undefined;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || !isOn) return undefined;
    let start: { x: number; y: number; id: number; row: HTMLElement } | undefined;
    let moved = 0;

    function begin(event: PointerEvent) {
      const row = (event.target as Element).closest<HTMLElement>('[data-row]');
      if (event.pointerType === 'mouse' || !event.isPrimary || !row) return;
      start = { x: event.clientX, y: event.clientY, id: event.pointerId, row };
      moved = 0;
    }

    function follow(event: PointerEvent) {
      if (!start || event.pointerId !== start.id) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (moved === 0 && (Math.abs(x) < slack || Math.abs(x) < Math.abs(y) * 2)) return;
      moved = x;
      start.row.style.setProperty('--swipe', `${Math.max(-96, Math.min(96, x))}px`);
      start.row.dataset['swipe'] = Math.abs(x) < enough ? 'begun' : x > 0 ? 'forward' : 'back';
    }

    function end(event: PointerEvent) {
      if (!start || event.pointerId !== start.id) return;
      const { row } = start;
      row.style.removeProperty('--swipe');
      delete row.dataset['swipe'];
      start = undefined;
      const id = row.dataset['row'];
      if (event.type === 'pointerup' && Math.abs(moved) >= enough && id !== undefined)
        tell(id, moved > 0 ? 'forward' : 'back');
    }

    /** A finger that has swiped has not tapped as well. */
    function swallow(event: MouseEvent) {
      if (Math.abs(moved) < slack) return;
      moved = 0;
      event.preventDefault();
      event.stopPropagation();
    }

    element.addEventListener('pointerdown', begin);
    element.addEventListener('pointermove', follow);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
    element.addEventListener('click', swallow, true);
    return () => {
      element.removeEventListener('pointerdown', begin);
      element.removeEventListener('pointermove', follow);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
      element.removeEventListener('click', swallow, true);
    };
  }, [list, tell, isOn]);
}
