import type { FieldWords } from '../i18n/profile/profile-words.ts';
import styles from './FieldFrame.module.css';

interface TicksProps {
  labelId: string;
  options: readonly string[];
  words: FieldWords;
  chosen: readonly string[];
  onToggle: (option: string) => void;
}

/** A tick for each option. */
export function Ticks({ labelId, options, words, chosen, onToggle }: TicksProps) {
  return (
    <fieldset class={styles.checks} aria-labelledby={labelId}>
      {options.map(option => (
        <Tick
          key={option}
          label={words.options?.[option] ?? option}
          isOn={chosen.includes(option)}
          onToggle={() => onToggle(option)}
        />
      ))}
    </fieldset>
  );
}

interface TickProps {
  label: string;
  isOn: boolean;
  onToggle: () => void;
}

/** One tick, its words part of the target. */
export function Tick({ label, isOn, onToggle }: TickProps) {
  return (
    <label class={styles.check}>
      <input type="checkbox" checked={isOn} onChange={onToggle} />
      <span>{label}</span>
    </label>
  );
}
