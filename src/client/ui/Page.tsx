import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useBarSize } from './use-bar-size.ts';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** A quieter line under the title. */
  detail?: ComponentChildren;
  /** At the start of the top bar: usually the way back. */
  leading?: ComponentChildren;
  /** At the end of the top bar: sync status, settings. */
  trailing?: ComponentChildren;
  /** Stays at the bottom, in reach of the thumb. */
  bottom?: ComponentChildren;
  /** `wide` for boards and tables. Default 'reading'. */
  width?: 'reading' | 'wide';
  children: ComponentChildren;
}

/** One screen: a top bar with its title, the content, and what the thumb needs at the bottom. */
export function Page({
  title,
  detail,
  leading,
  trailing,
  bottom,
  width = 'reading',
  children,
}: PageProps) {
  const topBar = useRef<HTMLElement>(null);
  const bottomBar = useRef<HTMLElement>(null);
  useBarSize(topBar, '--top-bar-size', true);
  useBarSize(bottomBar, '--bottom-bar-size', Boolean(bottom));

  return (
    <div class={styles.page} data-width={width}>
      <header ref={topBar} class={styles.top}>
        <div class={styles.topRow}>
          {leading}
          <div class={styles.words}>
            <h1 class={styles.title}>{title}</h1>
            {detail && <p class={styles.detail}>{detail}</p>}
          </div>
          {trailing && <div class={styles.trailing}>{trailing}</div>}
        </div>
      </header>
      <main class={styles.main} id="content" tabIndex={-1}>
        {children}
      </main>
      {bottom && (
        <footer ref={bottomBar} class={styles.bottom}>
          <div class={styles.bottomRow}>{bottom}</div>
        </footer>
      )}
    </div>
  );
}
