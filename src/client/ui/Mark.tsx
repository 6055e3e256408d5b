import type { Tone } from './tone.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Mark.module.css';

interface MarkProps {
  /** One or two signs, told apart without colour: a letter, a dash. */
  sign: string;
  /** The whole word, read instead of the sign; left out where it stands beside the mark. */
  label?: string;
  /** `neutral` is drawn as an empty place. */
  tone: Tone;
  /** Default 'medium'. */
  size?: 'small' | 'medium';
}

/** A letter on a tile, to be told apart from arm's length in the sun. */
export function Mark({ sign, label, tone, size = 'medium' }: MarkProps) {
  return (
    <span class={styles.mark} data-tone={tone} data-size={size}>
      <span aria-hidden="true">{sign}</span>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </span>
  );
}
