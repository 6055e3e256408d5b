import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, closeIcon, infoIcon } from '../../ui/icons.ts';
import type { CheckState } from './check-leaving.ts';
import type { CheckWords } from './check-words.ts';
import styles from './LeavingScreen.module.css';

interface CheckLineProps {
  state: CheckState;
  words: CheckWords;
  /** A button that puts it right. */
  cure: ComponentChildren;
}

const iconOf = { good: checkIcon, open: closeIcon, unknown: infoIcon };

/** One thing that was checked: a sign and words, and what to do where it is not in order. */
export function CheckLine({ state, words: { title, detail }, cure }: CheckLineProps) {
  return (
    <li class={styles.line} data-state={state}>
      <span class={styles.sign}>
        <Icon shape={iconOf[state]} />
      </span>
      <div class={styles.words}>
        <p class={styles.title}>{title}</p>
        {detail && <p class={styles.detail}>{detail}</p>}
      </div>
      {cure && <div class={styles.cure}>{cure}</div>}
    </li>
  );
}
