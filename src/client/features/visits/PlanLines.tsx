import { useState } from 'preact/hooks';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf, type RecordView } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLateSaving } from '../../parts/use-late-saving.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { addIcon } from '../../ui/icons.ts';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { isPlanState, planStates, planStatusWords, type PlanState } from './plan-words.ts';
import styles from './PlanLines.module.css';
import { isOpenLine, lineOf, type PlanLine, type VillageBook } from './use-village.ts';

interface PlanLinesProps {
  book: VillageBook;
  village: string;
  /** The day of the visit. */
  day: string;
}

/** The village's follow-up plan, each line with how it stands at this visit. */
export function PlanLines({ book, village, day }: PlanLinesProps) {
  const { t } = useI18n();
  // What is settled at this visit stays in sight.
  const lines = book.plan.filter(
    line => isOpenLine(line) || line.checks.some(check => check.day === day),
  );
  return (
    <Card title={t('visit.plan.title')}>
      {lines.length === 0 && (
        <p>{t(book.plan.length === 0 ? 'checklist.plan.none' : 'visit.plan.allDone')}</p>
      )}
      {lines.map(line => (
        <Line key={line.id} line={line} book={book} village={village} day={day} />
      ))}
      <ButtonLink href={paths.librarySection(village, 'dampak', 'rtl')} kind="quiet" icon={addIcon}>
        {t('visit.plan.write')}
      </ButtonLink>
    </Card>
  );
}

function Line({ line, book, village, day }: PlanLinesProps & { line: PlanLine }) {
  const { records } = useServices();
  const { t, format } = useI18n();
  const saving = useSaving();
  const showToast = useToast();
  const [typed, setTyped] = useState<string>();
  const { stream } = book;
  const r = `${village}:${day}:${lineOf(line.id)}`;
  const now = line.checks.find(check => check.day === day);
  const earlier = line.checks.find(check => check.day < day);

  const check = (fields: Record<string, JsonValue>) => ({
    stream,
    t: 'followUpCheck',
    r,
    fields,
    seen: now?.view,
  });

  async function choose(status: PlanState): Promise<void> {
    // Asked for here: the screen may not yet show what was tapped a moment ago.
    const before = {
      line: statusIn(await records.readRecord(stream, 'followUp', line.id)),
      check: statusIn(await records.readRecord(stream, 'followUpCheck', r)),
    };
    const change = { stream, t: 'followUp', r: line.id, fields: { status }, seen: line.view };
    // Both or none: how it was found at this visit, and how it stands since.
    if (!(await saving(() => records.write([check({ status }), change])))) return;
    showToast({
      text: t('checklist.item.saved', {
        what: line.activity ?? t('library.records.unnamed'),
        state: t(`visit.plan.${status}`),
      }),
      action: { label: t('all.action.undo'), onPress: () => void takeBack(before) },
    });
  }

  async function takeBack(before: { line: JsonValue; check: JsonValue }): Promise<void> {
    await saving(async () => {
      const seen = await records.readRecord(stream, 'followUp', line.id);
      const seenCheck = await records.readRecord(stream, 'followUpCheck', r);
      await records.write([
        { ...check({ status: before.check }), seen: seenCheck },
        { stream, t: 'followUp', r: line.id, fields: { status: before.line }, seen },
      ]);
    });
  }

  const saveNote = useLateSaving((value: string) => {
    const tidy = value.trim();
    if (tidy === (now?.note ?? '')) return;
    void saving(() => records.write([check({ catatan: tidy === '' ? null : tidy })]));
  });

  return (
    <div class={styles.line}>
      <SegmentedChoice
        label={line.activity ?? t('library.records.unnamed')}
        choices={planStates.map(value => ({ value, label: t(`visit.plan.${value}`) }))}
        value={isPlanState(line.status) ? line.status : null}
        onChoose={status => void choose(status)}
        density="compact"
      />
      <p class={styles.soft}>
        {[
          line.ends && t('checklist.due.on', { day: format.day(line.ends, 'medium') }),
          earlier &&
            t('visit.plan.before', {
              day: format.day(earlier.day, 'medium'),
              state: planStatusWords(t, earlier.status),
            }),
          earlier?.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <TextField
        label={t('visit.plan.note')}
        value={typed ?? now?.note ?? ''}
        onType={value => {
          setTyped(value);
          saveNote(value);
        }}
        maxLength={500}
        autoCapitalize="sentences"
      />
    </div>
  );
}

function statusIn(view: RecordView | undefined): JsonValue {
  return valuesOf<{ status?: JsonValue }>(view).status ?? null;
}
