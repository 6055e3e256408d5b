import { useId } from 'preact/hooks';
import type { Change, RecordView } from '../../data/record-view.ts';
import type { ReadAnswer } from '../../forms/control.ts';
import { Entry } from '../../forms/Entry.tsx';
import { FieldFrame } from '../../forms/FieldFrame.tsx';
import { readFigure } from '../../forms/read-typed.ts';
import { useTyped } from '../../forms/use-typed.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { scoreChanges, scoresSaid, tests, type Test } from './scores.ts';

interface ScoresCardProps {
  /** The person's records, the one that stands for them first. */
  own: readonly RecordView[];
  canEdit: boolean;
  onWrite: (words: string, changes: readonly Change[]) => void;
}

/** Points of the tests before and after the training, 0 to 100. */
export function ScoresCard({ own, canEdit, onWrite }: ScoresCardProps) {
  const { t, format } = useI18n();
  const [before] = scoresSaid(own, 'pre');
  const [after] = scoresSaid(own, 'post');

  function set(test: Test, points: number | null): void {
    const name = t(`people.scores.${test}`);
    const words =
      points === null
        ? t('all.history.cleared', { field: name })
        : t('all.history.field', { field: name, value: format.plainNumber(points) });
    onWrite(words, scoreChanges(own, test, points));
  }

  return (
    <Card title={t('people.scores.title')}>
      <Stack>
        {tests.map(test => {
          const said = scoresSaid(own, test);
          return (
            <Stack key={test} gap="small">
              {canEdit ? (
                <ScoreField
                  label={t(`people.scores.${test}`)}
                  points={said[0]}
                  onSet={points => set(test, points)}
                />
              ) : (
                <p>
                  {t('all.history.field', {
                    field: t(`people.scores.${test}`),
                    value:
                      said[0] === undefined ? t('all.word.noDataYet') : format.plainNumber(said[0]),
                  })}
                </p>
              )}
              {said.length > 1 && (
                <Stack gap="small">
                  <p>{t('people.scores.differ')}</p>
                  <Stack direction="row" gap="small">
                    {said.map(points =>
                      canEdit ? (
                        <Button key={points} onPress={() => set(test, points)}>
                          {format.plainNumber(points)}
                        </Button>
                      ) : (
                        <span key={points}>{format.plainNumber(points)}</span>
                      ),
                    )}
                  </Stack>
                </Stack>
              )}
            </Stack>
          );
        })}
        {before !== undefined && after !== undefined && (
          <p>
            {t(after < before ? 'people.scores.lower' : 'people.scores.higher', {
              n: Math.abs(after - before),
            })}
          </p>
        )}
      </Stack>
    </Card>
  );
}

interface ScoreFieldProps {
  label: string;
  points: number | undefined;
  onSet: (points: number | null) => void;
}

function ScoreField({ label, points, onSet }: ScoreFieldProps) {
  const { t, format } = useI18n();
  const id = useId();

  function read(typed: string): ReadAnswer {
    const figure = readFigure({ t, format }, typed.trim(), 1);
    if (figure.is !== 'number') return figure;
    const { value } = figure;
    if (value < 0 || value > 100) return { is: 'refused', words: t('people.scores.outside') };
    return { is: 'answer', value };
  }

  const { typed, type, leave, refusal } = useTyped<string>({
    saved: points === undefined ? '' : format.plainNumber(points),
    draft: undefined,
    read,
    onType: () => {},
    onAnswer: value => onSet(typeof value === 'number' ? value : null),
  });
  return (
    <FieldFrame
      label={label}
      labelId={`${id}-label`}
      hint={t('people.scores.hint')}
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
        describedBy={[`${id}-hint`, refusal !== undefined && `${id}-error`]
          .filter(Boolean)
          .join(' ')}
        keyboard={{ inputMode: 'decimal', autoComplete: 'off' }}
        isFigure
      />
    </FieldFrame>
  );
}
