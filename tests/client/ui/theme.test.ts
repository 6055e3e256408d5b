// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { applyTheme } from '../../../src/client/ui/theme.ts';

afterEach(() => {
  document.head.replaceChildren();
  applyTheme(null);
});

test('a theme colours the page and the bar of the browser, and lets the system decide again', () => {
  document.head.innerHTML = `
    <style>:root { --bar: #004f4c } [data-theme='sun'] { --bar: #001f1e }</style>
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="white">
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="black">`;
  const barColours = () =>
    [...document.querySelectorAll('meta')].map(meta => meta.getAttribute('content'));

  applyTheme('sun');
  expect(document.documentElement.dataset['theme']).toBe('sun');
  expect(barColours()).toEqual(['#001f1e', '#001f1e']);

  applyTheme(null);
  expect(document.documentElement.dataset['theme']).toBeUndefined();
  expect(barColours()).toEqual(['#004f4c', '#004f4c']);
});
