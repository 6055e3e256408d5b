import type { Page } from 'playwright-core';

/** Somebody who marks one after another as fast as the page takes it, and is told what it says. */
export interface QuickHands {
  /** Everything the page said so far, as it said it. */
  said: string[];
  /** Comes back once the page has said so many things, or nobody is left to be tapped. */
  hears(count: number): Promise<void>;
}

let hands = 0;

/**
 * Taps everybody on the open sheet who is not recorded yet, from the top or from the bottom, in the page
 * itself, so that nothing of a tap waits for the test. What the page says goes out at the moment it says it.
 */
export async function markQuickly(page: Page, from: 'top' | 'bottom' = 'top'): Promise<QuickHands> {
  const said: string[] = [];
  let onSaid = () => {};
  let isThrough = false;
  // A page may have several such hands, one after another.
  hands += 1;
  const ear = `hearSaid${hands}`;
  await page.exposeFunction(ear, (text: string | null) => {
    if (text === null) isThrough = true;
    else said.push(text);
    onSaid();
  });
  await page.evaluate(
    ([side, name]) => {
      const tell = (window as unknown as Record<string, (text: string | null) => void>)[name];
      let last = '';
      new MutationObserver(() => {
        const text = document.querySelector('[aria-live="polite"] p')?.textContent ?? '';
        if (text !== last && text !== '') tell?.(text);
        last = text;
      }).observe(document.body, { subtree: true, childList: true, characterData: true });

      function tapNext() {
        const open = [...document.querySelectorAll<HTMLElement>('li [data-status="none"]')];
        const next = side === 'top' ? open.at(0) : open.at(-1);
        next?.closest('button')?.click();
        if (next) setTimeout(tapNext, 10);
        else tell?.(null);
      }
      tapNext();
    },
    [from, ear] as const,
  );
  return {
    said,
    hears: count =>
      new Promise(resolve => {
        onSaid = () => void ((isThrough || said.length >= count) && resolve());
        onSaid();
      }),
  };
}
