import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { checkIcon, type IconShape } from './icons.ts';
import { Mark } from './Mark.tsx';
import type { Tone } from './tone.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './SegmentedChoice.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  icon?: IconShape | undefined;
  /** A letter on a tile before the label, in its tone. */
  mark?: { sign: string; tone: Tone };
}

interface SegmentedChoiceProps<Value extends string> {
  /** The question. */
  label: string;
  /** Keeps the question for screen readers where the eye has it already. */
  labelHidden?: boolean;
  choices: readonly Choice<Value>[];
  /** The answer; null while there is none. */
  value: Value | null;
  onChoose: (value: Value) => void;
  /** `column`: one under another, as for long labels. Default 'row', which wraps. */
  direction?: 'row' | 'column';
  /** `compact` where the choices share a bar with other things. Default 'roomy'. */
  density?: 'roomy' | 'compact';
}

/** One of a few, all in sight, as big buttons. The arrow keys go from one to the next. */
export function SegmentedChoice<Value extends string>({
  label,
  labelHidden = false,
  choices,
  value,
  onChoose,
  direction = 'row',
  density = 'roomy',
}: SegmentedChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset class={styles.group}>
      <legend class={styles.label}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </legend>
      <div class={styles.choices} data-direction={direction} data-density={density}>
        {choices.map(choice => (
          <label key={choice.value} class={styles.choice}>
            <input
              class={styles.input}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <span class={styles.face}>
              {choice.mark && <Mark {...choice.mark} size="small" />}
              {choice.icon && <Icon shape={choice.icon} />}
              {choice.label}
              {choice.value === value && (
                <span class={styles.tick}>
                  <Icon shape={checkIcon} size="small" />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
