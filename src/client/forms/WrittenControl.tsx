import { useId } from 'preact/hooks';
import type {
  DayField,
  LinesField,
  NumberField,
  TextField,
  TimeField,
  YearField,
} from '../../domain/forms/field.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import type { ControlProps, ReadAnswer } from './control.ts';
import { Entry, keyboardOf, type Keyboard } from './Entry.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { checked, readFigure } from './read-typed.ts';
import { useTyped } from './use-typed.ts';

type WrittenField = TextField | NumberField | YearField | DayField | TimeField | LinesField;

/** One place to write: a text, a figure, a year, a day, a time, or a text a line. */
export function WrittenControl({
  field,
  words,
  units,
  value,
  draft,
  today,
  onType,
  onAnswer,
}: ControlProps<WrittenField>) {
  const { t, format } = useI18n();
  const id = useId();
  const speech = { t, format };

  function read(typed: string): ReadAnswer {
    const text = typed.trim();
    if (text === '') return { is: 'empty' };
    if (field.type === 'lines') return checked(speech, field, linesOf(text), today);
    if (field.type === 'text' || field.type === 'day' || field.type === 'time')
      return checked(speech, field, text, today);
    const figure = readFigure(speech, text, field.type === 'number' ? field.decimals : 0);
    if (figure.is === 'number') return checked(speech, field, figure.value, today);
    return figure;
  }

  function written(answer: unknown): string {
    if (typeof answer === 'number') {
      // A year is a name, not a quantity: no thousands in it.
      return field.type === 'year' ? String(answer) : format.plainNumber(answer);
    }
    if (Array.isArray(answer)) return answer.join('\n');
    return typeof answer === 'string' ? answer : '';
  }

  const { typed, type, leave, refusal } = useTyped<string>({
    saved: written(value),
    draft: typeof draft === 'string' ? draft : undefined,
    read,
    onType,
    onAnswer,
  });
  const described = [
    words.hint !== undefined && `${id}-hint`,
    refusal !== undefined && `${id}-error`,
    `${id}-unit`,
  ].filter(Boolean);
  const unit = field.type === 'number' ? units[field.unit] : undefined;
  const isMoney = field.type === 'number' && field.unit === 'rupiah';
  return (
    <FieldFrame
      label={words.label}
      labelId={`${id}-label`}
      hint={words.hint}
      hintId={`${id}-hint`}
      error={refusal}
      errorId={`${id}-error`}
      inputId={id}
    >
      <Entry
        id={id}
        value={typed}
        onType={type}
        onLeave={() => leave()}
        isInvalid={refusal !== undefined}
        describedBy={described.join(' ')}
        keyboard={keyboardFor(field, today)}
        isFigure={field.type === 'number' || field.type === 'year'}
        lines={linesFor(field)}
        before={isMoney ? unit : undefined}
        after={isMoney ? undefined : unit}
      />
      <span id={`${id}-unit`} hidden>
        {unit}
      </span>
    </FieldFrame>
  );
}

/** Without empty ones, and without the space around them. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function linesFor(field: WrittenField): number {
  if (field.type === 'lines') return 3;
  return field.type === 'text' && field.format === 'paragraph' ? 5 : 1;
}

function keyboardFor(field: WrittenField, today: string): Keyboard {
  switch (field.type) {
    case 'text':
      return keyboardOf(field.format);
    case 'number':
      return { inputMode: field.decimals === 0 ? 'numeric' : 'decimal', autoComplete: 'off' };
    case 'year':
      return { inputMode: 'numeric', autoComplete: 'off' };
    case 'time':
      return { type: 'time' };
    case 'lines':
      return { autoCapitalize: 'words', autoComplete: 'off' };
    case 'day':
      return field.mayBeAhead ? { type: 'date' } : { type: 'date', max: today };
  }
}
