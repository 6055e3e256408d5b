import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';
import { Spinner } from './Spinner.tsx';
import styles from './Button.module.css';

interface ButtonProps {
  /** What happens, as a verb. */
  children: ComponentChildren;
  /** Left out only on a submit button, whose form knows. */
  onPress?: () => void;
  /** `primary` at most once a screen. Default 'secondary'. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconShape | undefined;
  type?: 'button' | 'submit';
  /** As wide as its place. */
  block?: boolean;
  /** Under way: keeps the focus, turns, and takes no further press. */
  busy?: boolean;
  disabled?: boolean;
}

/** Does something here. What leads elsewhere is a `ButtonLink`. */
export function Button({
  children,
  onPress,
  kind = 'secondary',
  icon,
  type = 'button',
  block = false,
  busy = false,
  disabled = false,
}: ButtonProps) {
  function press(event: Event) {
    if (busy) event.preventDefault();
    else onPress?.();
  }

  return (
    <button
      class={styles.button}
      type={type}
      data-kind={kind}
      data-block={block}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={press}
    >
      {busy ? <Spinner /> : icon && <Icon shape={icon} />}
      <span>{children}</span>
    </button>
  );
}
