import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  title: string;
  /** A quieter line under the title. */
  detail?: string;
  closeLabel: string;
  /** Asked by the close button, Escape, Android's back gesture, or a tap beside the sheet. */
  onClose: () => void;
  /** Buttons that stay in reach of the thumb while the rest scrolls. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/**
 * Comes up from the bottom and holds the focus; the page behind rests. It is open as long as it is
 * rendered, and gives the focus back to where it was.
 */
export function Sheet({ title, detail, closeLabel, onClose, actions, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const askToClose = useRef(onClose);
  askToClose.current = onClose;

  useLayoutEffect(() => {
    const sheet = dialog.current!;
    const page = document.documentElement;
    const focusedBefore = document.activeElement;
    const overflowBefore = page.style.overflow;

    // The owner decides whether it closes, so the browser must not do it alone.
    function cancel(event: Event) {
      if (event.target !== sheet) return;
      event.preventDefault();
      askToClose.current();
    }
    // A second Escape is not cancelable in Chromium: the browser has closed it, so follow.
    function followBrowser(event: Event) {
      if (event.target === sheet) askToClose.current();
    }
    function closeBeside(event: MouseEvent) {
      if (event.target === sheet) askToClose.current();
    }
    sheet.addEventListener('cancel', cancel);
    sheet.addEventListener('close', followBrowser);
    sheet.addEventListener('click', closeBeside);
    sheet.showModal();
    page.style.overflow = 'hidden';

    return () => {
      sheet.removeEventListener('cancel', cancel);
      sheet.removeEventListener('close', followBrowser);
      sheet.removeEventListener('click', closeBeside);
      page.style.overflow = overflowBefore;
      sheet.close();
      if (focusedBefore instanceof HTMLElement) focusedBefore.focus();
    };
  }, []);

  return (
    <dialog ref={dialog} class={styles.sheet} aria-labelledby={titleId}>
      {/* The content covers the dialog's box, so a click on the dialog itself fell beside it. */}
      <div class={styles.content}>
        <div class={styles.head}>
          <div class={styles.words}>
            <h2 id={titleId} tabIndex={-1} autofocus>
              {title}
            </h2>
            {detail && <p class={styles.detail}>{detail}</p>}
          </div>
          <IconButton icon={closeIcon} label={closeLabel} onPress={onClose} />
        </div>
        <div class={styles.body}>{children}</div>
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  );
}
