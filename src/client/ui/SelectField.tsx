import { useId } from 'preact/hooks';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './SelectField.module.css';

export interface Option<Value extends string> {
  value: Value;
  label: string;
}

interface SelectFieldProps<Value extends string> {
  label: string;
  /** Keeps the label for screen readers where the eye has it already. */
  labelHidden?: boolean;
  options: readonly Option<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** One of many, where they would take too much room side by side. */
export function SelectField<Value extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChoose,
}: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <div class={styles.field}>
      <label class={labelHidden ? undefined : styles.label} for={id}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      <select
        id={id}
        class={styles.select}
        value={value}
        onChange={event => onChoose(event.currentTarget.value as Value)}
      >
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
