import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** A person who has a keyboard and nothing else, and looks where the focus is after every stroke. */
export interface Keyboard {
  /** Tabs on until the focus is on what is called so (or, `back`, the other way); fails when it comes round. */
  tabTo(name: RegExp, back?: 'back'): Promise<void>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** What has the focus is called, at some moment soon. */
  expectAt(name: RegExp): Promise<void>;
}

/** What has the focus: what it is called, and what is wrong with how it is shown. */
interface Focused {
  name: string;
  faults: string[];
}

/** More than any screen has to tab through. */
const mostTabs = 150;

/** Nobody should have to guess where they are: every stroke is followed by a look. */
export function keyboardOn(page: Page): Keyboard {
  async function look(): Promise<string> {
    // Scrolling to it and drawing its outline take a frame.
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)));
    const { name, faults } = await page.evaluate(readFocus);
    expect(faults, name).toEqual([]);
    return name;
  }

  return {
    async tabTo(name, back) {
      const passed: string[] = [];
      while (passed.length < mostTabs) {
        await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
        const here = await look();
        if (name.test(here)) return;
        passed.push(here);
      }
      throw new Error(`${name.source} was not among ${passed.join(' | ')}`);
    },
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: text => page.keyboard.type(text),
    async expectAt(name) {
      await expect
        .poll(async () => (await page.evaluate(readFocus)).name, { timeout: 10_000 })
        .toMatch(name);
      await look();
    },
  };
}

/** Runs in the page. */
function readFocus(): Focused {
  const element = document.activeElement;
  // Past the last thing on the page the focus is the browser's own for one stroke.
  if (!(element instanceof HTMLElement) || element === document.body)
    return { name: '', faults: [] };
  const said = (one: Element) => {
    const copy = one.cloneNode(true) as Element;
    for (const unsaid of copy.querySelectorAll('[aria-hidden="true"]')) unsaid.remove();
    return copy.textContent ?? '';
  };
  const labelled = element.getAttribute('aria-labelledby');
  const name = [
    element.ariaLabel ?? '',
    ...(labelled?.split(' ').map(id => document.getElementById(id)?.textContent) ?? []),
    ...('labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map(said) : []),
    element.closest('main') === element ? 'content' : said(element),
  ]
    .filter(Boolean)
    .join(' ')
    .trim();
  const faults: string[] = [];
  // What takes the focus only to be read on from needs no ring.
  if (element.tabIndex < 0) return { name, faults };

  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
  const hit = document.elementFromPoint(x, y);
  if (box.bottom <= 0 || box.top >= innerHeight) faults.push('out of sight');
  for (let over = hit; over; over = over.parentElement) {
    const covers = ['sticky', 'fixed'].includes(getComputedStyle(over).position);
    if (covers && !over.contains(element)) faults.push('covered by what stays in place');
  }
  const drawn = [
    element,
    element.nextElementSibling,
    element.parentElement,
    element.parentElement?.parentElement,
  ];
  const isRinged = drawn.some(one => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  });
  if (!isRinged) faults.push('no ring around it');
  return { name, faults };
}
