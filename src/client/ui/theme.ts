/** How the screen is coloured; `sun` is as much contrast as the screen can give. */
export type Theme = 'light' | 'dark' | 'sun';

/** Shows a theme from now on; `null` follows the system. The browser's own bar takes its colour. */
export function applyTheme(theme: Theme | null): void {
  const root = document.documentElement;
  if (theme) root.dataset['theme'] = theme;
  else delete root.dataset['theme'];
  const bar = getComputedStyle(root).getPropertyValue('--bar').trim();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.setAttribute('content', bar);
  }
}
