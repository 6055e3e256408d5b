import { useId, useState } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { addIcon, minusIcon } from './icons.ts';
import styles from './NumberStepper.module.css';

interface NumberStepperProps {
  label: string;
  /** A whole number; null while nothing is said. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Default 0. */
  min?: number;
  max: number;
  /** What one press adds or takes. Typing may give any whole number. Default 1. */
  step?: number;
  /** After the number: "menit". */
  unit?: string;
  decreaseLabel: string;
  increaseLabel: string;
}

/** A whole number, by two big buttons, the arrow keys, or typing. Never leaves its bounds. */
export function NumberStepper({
  label,
  value,
  onChange,
  min = 0,
  max,
  step = 1,
  unit,
  decreaseLabel,
  increaseLabel,
}: NumberStepperProps) {
  const id = useId();
  // What stands in the field while it is being typed, which may not be a number in bounds yet.
  const [draft, setDraft] = useState<string | null>(null);

  function keepInBounds(number: number) {
    return Math.min(max, Math.max(min, number));
  }

  function stepBy(change: number) {
    setDraft(null);
    // From nothing it counts from 0, so that minutes come in fives and not in sixes.
    onChange(keepInBounds((value ?? 0) + change));
  }

  function type(text: string) {
    const digits = text.replace(/\D/g, '');
    setDraft(digits);
    onChange(digits === '' ? null : keepInBounds(Number(digits)));
  }

  function stepByKey(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') stepBy(step);
    else if (event.key === 'ArrowDown') stepBy(-step);
    else return;
    event.preventDefault();
  }

  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <div class={styles.stepper}>
        <IconButton
          icon={minusIcon}
          label={decreaseLabel}
          disabled={value === null || value <= min}
          onPress={() => stepBy(-step)}
        />
        <span class={styles.middle}>
          <input
            id={id}
            class={styles.input}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            role="spinbutton"
            aria-valuemin={min}
            aria-valuemax={max}
            aria-valuenow={value ?? undefined}
            aria-valuetext={value === null ? undefined : [value, unit].filter(Boolean).join(' ')}
            value={draft ?? value ?? ''}
            onInput={event => type(event.currentTarget.value)}
            onBlur={() => setDraft(null)}
            onKeyDown={stepByKey}
          />
          {unit && <span aria-hidden="true">{unit}</span>}
        </span>
        <IconButton
          icon={addIcon}
          label={increaseLabel}
          disabled={value !== null && value >= max}
          onPress={() => stepBy(step)}
        />
      </div>
    </div>
  );
}
