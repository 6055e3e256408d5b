import { useId } from 'preact/hooks';
import type { ManyField } from '../../domain/forms/field.ts';
import type { ControlProps } from './control.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { Ticks } from './Ticks.tsx';

/** Some of several. "None" takes the others away, and any other takes "none" away. */
export function ManyControl({ field, words, value, onAnswer }: ControlProps<ManyField>) {
  const id = useId();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];

  function toggle(option: string) {
    const isOn = !chosen.includes(option);
    const next = field.options.filter(one => {
      if (one === option) return isOn;
      if (!chosen.includes(one)) return false;
      return !isOn || (option !== field.alone && one !== field.alone);
    });
    onAnswer(next.length === 0 ? null : next);
  }

  return (
    <FieldFrame label={words.label} labelId={`${id}-label`} hint={words.hint} hintId={`${id}-hint`}>
      <Ticks
        labelId={`${id}-label`}
        options={field.options}
        words={words}
        chosen={chosen}
        onToggle={toggle}
      />
    </FieldFrame>
  );
}
