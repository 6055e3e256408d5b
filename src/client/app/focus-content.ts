/** Puts the focus where a screen's content begins, as a new page would. */
export function focusContent(): void {
  document.querySelector('main')?.focus({ preventScroll: true });
}
