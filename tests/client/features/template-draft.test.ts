import { expect, test } from 'vitest';
import {
  changeItem,
  contentOf,
  draftOf,
  fitsOneOperation,
  moveItem,
  type TemplateDraft,
} from '../../../src/client/features/checklists/template-draft.ts';
import { builtInTemplates } from '../../../src/domain/checklists/built-in-templates.ts';
import { mostCharacters, mostItems } from '../../../src/domain/checklists/template.ts';
import { isValidValue } from '../../../src/domain/records/is-valid-value.ts';
import { operation } from '../../support/operations.ts';

const [preparation] = builtInTemplates;
if (!preparation) throw new Error('No template');
const before = preparation.content;
const draft = draftOf(before);

/** A draft of as many items as there can be, each as long as it can be. */
const longest = (letter: string): TemplateDraft => ({
  title: letter.repeat(mostCharacters),
  for: 'training',
  items: Array.from({ length: mostItems }, (_, n) => ({
    key: `3f9a1c22-7d1b-4b6e-9a31-${n.toString(16).padStart(12, '0')}`,
    text: letter.repeat(mostCharacters),
    blocks: 'leaving',
  })),
});

test('a draft that nobody changed comes to the same content, with the next number', () => {
  expect(contentOf(draft, before, 2)).toEqual({ ...before, number: 2 });
});

test('what is empty, or only spaces, is no item and no title', () => {
  const emptied = changeItem(draft, 'atk', { text: '  ' });
  expect(contentOf(emptied, before, 2)?.items).toHaveLength(before.items.length - 1);
  expect(contentOf({ ...draft, title: ' ' }, before, 2)).toBeUndefined();
});

test('an item moves as far as there is room', () => {
  const keys = (changed: TemplateDraft) => changed.items.map(({ key }) => key).slice(0, 3);
  expect(keys(moveItem(draft, 'surat', 1))).toEqual(['panitia', 'surat', 'ruang']);
  expect(moveItem(draft, 'surat', -1)).toBe(draft);
  expect(moveItem(draft, 'kertas', 1)).toBe(draft);
  expect(moveItem(draft, 'asing', 1)).toBe(draft);
});

test('nothing waits for an item of a session or a visit', () => {
  const content = contentOf({ ...draft, for: 'session' }, undefined, 1);
  expect(content?.items.some(({ blocks }) => blocks !== undefined)).toBe(false);
  expect(content?.due).toEqual({ from: 'day', days: 0 });
});

test('1.2 what the editor lets through is understood as one operation, and what would be too large is held back', () => {
  for (const letter of ['a', 'é', '李']) {
    const content = contentOf(longest(letter), undefined, 1);
    if (!content) throw new Error('No content');
    expect(isValidValue('checklistTemplate', 'content', content, undefined)).toBe(true);
    const line = operation({
      stream: 'programme',
      t: 'checklistTemplate',
      r: 'a:b',
      f: { content },
    });
    const size = new TextEncoder().encode(JSON.stringify(line)).length;
    expect(fitsOneOperation(content), letter).toBe(size < 16_000);
  }
  expect(fitsOneOperation(contentOf(longest('李'), undefined, 1) ?? before)).toBe(false);
});
