import { useId } from 'preact/hooks';
import type {
  AidField,
  CountsField,
  PublicationField,
  RespondentField,
  StoryField,
} from '../../domain/forms/field.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import type { ControlProps, ReadAnswer } from './control.ts';
import { Entry } from './Entry.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';
import { partsOf, type Part } from './parts-of.ts';
import { checked, readFigure } from './read-typed.ts';
import { Tick, Ticks } from './Ticks.tsx';
import { useTyped } from './use-typed.ts';

type PartsField = AidField | CountsField | PublicationField | RespondentField | StoryField;

/** What stands in each part as it is typed: texts, and ticks. */
type Typed = Record<string, string | boolean | string[]>;

/** Several answers that are only true together, and so are one: men and women, a name and its number. */
export function PartsControl(props: ControlProps<PartsField>) {
  const { field, words, units, value, draft, today, onType, onAnswer } = props;
  const { t, format } = useI18n();
  const id = useId();
  const parts = partsOf(field);
  const speech = { t, format };

  function read(typed: Typed): ReadAnswer {
    const answer: Record<string, JsonValue> = {};
    for (const part of parts) {
      const entry = typed[part.key];
      if (part.as === 'ticks') {
        if (Array.isArray(entry) && entry.length > 0) answer[part.key] = entry;
      } else if (part.as === 'tick') {
        if (entry === true) answer[part.key] = true;
      } else {
        const text = typeof entry === 'string' ? entry.trim() : '';
        if (text === '') continue;
        if (part.as === 'text') answer[part.key] = text;
        else {
          const figure = readFigure(speech, text, 0);
          if (figure.is === 'refused') return figure;
          if (figure.is === 'number') answer[part.key] = figure.value;
        }
      }
    }
    if (Object.keys(answer).length === 0) return { is: 'empty' };
    if (field.type === 'story') answer['izin'] ??= false;
    return checked(speech, field, answer, today);
  }

  const { typed, type, leave, refusal } = useTyped<Typed>({
    saved: writtenParts(parts, value, figure => format.plainNumber(figure)),
    draft: isObject(draft) ? (draft as Typed) : undefined,
    read,
    onType,
    onAnswer,
  });

  const set = (key: string, entry: Typed[string]) => {
    const next = { ...typed, [key]: entry };
    type(next);
    return next;
  };
  const isWide = parts.some(part => part.as !== 'figure');

  /** An answer is made when the whole group is left, not between two of its parts. */
  function leaveGroup(event: FocusEvent & { currentTarget: HTMLElement }) {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) leave();
  }

  return (
    <FieldFrame
      label={words.label}
      labelId={`${id}-label`}
      hint={words.hint}
      hintId={`${id}-hint`}
      error={refusal}
      errorId={`${id}-error`}
    >
      <fieldset
        class={styles.parts}
        data-wide={isWide}
        aria-labelledby={`${id}-label`}
        onFocusOut={leaveGroup}
      >
        {parts.map(part => (
          <div key={part.key}>
            {part.as === 'ticks' && (
              <Ticks
                labelId={`${id}-label`}
                options={part.options}
                words={words}
                chosen={listOf(typed[part.key])}
                onToggle={option =>
                  leave(set(part.key, toggled(part.options, listOf(typed[part.key]), option)))
                }
              />
            )}
            {part.as === 'tick' && (
              <Tick
                label={t(part.label)}
                isOn={typed[part.key] === true}
                onToggle={() => leave(set(part.key, typed[part.key] !== true))}
              />
            )}
            {(part.as === 'figure' || part.as === 'text') && (
              <>
                {part.label !== undefined && (
                  <label class={styles.partLabel} for={`${id}-${part.key}`}>
                    {t(part.label)}
                  </label>
                )}
                <Entry
                  id={`${id}-${part.key}`}
                  value={textOf(typed[part.key])}
                  onType={text => set(part.key, text)}
                  isInvalid={refusal !== undefined}
                  describedBy={refusal === undefined ? undefined : `${id}-error`}
                  isFigure={part.as === 'figure'}
                  lines={part.as === 'text' ? (part.lines ?? 1) : 1}
                  keyboard={part.keyboard}
                  after={part.as === 'figure' && part.unit ? units[part.unit] : undefined}
                />
              </>
            )}
          </div>
        ))}
      </fieldset>
    </FieldFrame>
  );
}

function writtenParts(
  parts: readonly Part[],
  value: JsonValue | undefined,
  number: (value: number) => string,
): Typed {
  const held = isObject(value) ? value : {};
  const written: Typed = {};
  for (const { key, as } of parts) {
    const one = held[key];
    if (as === 'ticks') written[key] = listOf(one);
    else if (as === 'tick') written[key] = one === true;
    else if (typeof one === 'number') written[key] = key === 'tahun' ? String(one) : number(one);
    else written[key] = typeof one === 'string' ? one : '';
  }
  return written;
}

const isObject = (value: unknown): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const toggled = (options: readonly string[], chosen: readonly string[], option: string) =>
  options.filter(one => (one === option ? !chosen.includes(one) : chosen.includes(one)));
