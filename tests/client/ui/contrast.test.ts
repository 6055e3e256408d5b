import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../src/client/ui/tokens.css', import.meta.url), 'utf8');

type Colours = Record<string, string>;

/** The colours a selector sets, by name without dashes: `{ink: '#0c2224', …}`. */
function coloursOf(selector: string): Colours {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
}

const light = coloursOf(':root');
const dark = coloursOf("[data-theme='dark']");
const themes = {
  light,
  dark: { ...light, ...dark },
  sun: { ...light, ...coloursOf("[data-theme='sun']") },
};

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [a, b] = [one, other].map(name => {
    const colour = colours[name];
    if (!colour) throw new Error(`no colour --${name}`);
    return luminance(colour);
  });
  return (Math.max(a!, b!) + 0.05) / (Math.min(a!, b!) + 0.05);
}

const tones = ['good', 'caution', 'notice', 'care', 'problem', 'neutral'];

/** What is read for long, which WCAG AAA wants at 7 : 1. */
const bodyText = [
  ...['paper', 'surface', 'sunk', 'good-soft'].map(ground => ['ink', ground]),
  ...['paper', 'surface'].map(ground => ['ink-soft', ground]),
  ['paper', 'ink'],
  ...tones.map(tone => [`on-${tone}-soft`, `${tone}-soft`]),
  ['on-bar', 'bar'],
];

/** Other words, which AA wants at 4.5 : 1. */
const otherText = [
  ...tones.map(tone => [`on-${tone}`, tone]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-pressed'],
  ['ink-soft', 'sunk'],
  ['ink-soft', 'good-soft'],
  ...['paper', 'surface', 'sunk', 'notice-soft', 'caution-soft', 'problem-soft'].map(ground => [
    'accent',
    ground,
  ]),
  ...['surface', 'paper'].map(ground => ['on-problem-soft', ground]),
];

/** Edges and shapes that carry meaning, which AA wants at 3 : 1. */
const shapes = [
  ...['paper', 'surface', 'sunk'].map(ground => ['line-strong', ground]),
  ['accent', 'good-soft'],
  ['problem', 'surface'],
];

describe.each(Object.entries(themes))('in the theme %s', (theme, colours) => {
  test.each([
    ['long text', bodyText, 7],
    ['other words', otherText, 4.5],
    ['shapes', shapes, 3],
  ])('%s stand out from their ground', (_, pairs, least) => {
    const tooPale = pairs
      .map(([one, other]) => ({
        pair: `${one} on ${other}`,
        ratio: contrast(colours, one!, other!),
      }))
      .filter(({ ratio }) => ratio < least);
    expect(tooPale).toEqual([]);
  });

  test('ink is as strong as the theme promises', () => {
    expect(contrast(colours, 'ink', 'surface')).toBeGreaterThan(theme === 'sun' ? 20.9 : 12);
  });
});

test('dark is the same whether it was asked for or the system wants it', () => {
  expect(coloursOf(':root:not([data-theme])')).toEqual(dark);
  expect(Object.keys(dark).toSorted()).toEqual(Object.keys(light).toSorted());
});
