import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';
import styles from './IconButton.module.css';

interface IconButtonProps {
  icon: IconShape;
  /** What happens, in words: read aloud, and shown when the pointer rests on it. */
  label: string;
  onPress: () => void;
  /** For a button that stays down: whether it is. */
  pressed?: boolean;
  disabled?: boolean;
}

/** A button whose picture everyone knows. When in doubt, take a `Button` with a word. */
export function IconButton({ icon, label, onPress, pressed, disabled = false }: IconButtonProps) {
  return (
    <button
      class={styles.button}
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon shape={icon} />
    </button>
  );
}
