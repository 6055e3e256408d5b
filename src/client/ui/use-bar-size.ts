import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type BarProperty = '--top-bar-size' | '--bottom-bar-size';

/**
 * Keeps the height of a bar that covers an end of the page in a custom property of the document, so
 * that toasts stand clear of it and what gets the focus scrolls clear of it.
 */
export function useBarSize(
  bar: RefObject<HTMLElement | null>,
  property: BarProperty,
  isShown: boolean,
) {
  useLayoutEffect(() => {
    const element = bar.current;
    if (!isShown || !element) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.setProperty(property, `${element.offsetHeight}px`);
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      style.removeProperty(property);
    };
  }, [bar, property, isShown]);
}
