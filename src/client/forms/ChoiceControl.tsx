import { useId } from 'preact/hooks';
import type { ChoiceField } from '../../domain/forms/field.ts';
import { SegmentedChoice } from '../ui/SegmentedChoice.tsx';
import type { ControlProps } from './control.ts';
import { ClearAnswer, FieldFrame } from './FieldFrame.tsx';

/** Above so many options, or with long words, they stand one under another. */
const mostInRow = 3;

/** One of several. */
export function ChoiceControl({ field, words, value, onAnswer }: ControlProps<ChoiceField>) {
  const id = useId();
  const choices = field.options.map(option => ({
    value: option,
    label: words.options?.[option] ?? option,
  }));
  const isShort =
    choices.length <= mostInRow ||
    choices.every(({ label }) => label.length <= 'Tidak tahu'.length);
  return (
    <FieldFrame label={words.label} labelId={`${id}-label`} hint={words.hint} hintId={`${id}-hint`}>
      <SegmentedChoice
        label={words.label}
        labelHidden
        choices={choices}
        value={typeof value === 'string' ? value : null}
        onChoose={onAnswer}
        direction={isShort ? 'row' : 'column'}
      />
      {typeof value === 'string' && (
        <ClearAnswer label={words.label} onPress={() => onAnswer(null)} />
      )}
    </FieldFrame>
  );
}
