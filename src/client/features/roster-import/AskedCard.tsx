import type { Decisions } from '../../../domain/roster/import-edits.ts';
import type { AskedRow } from '../../../domain/roster/summarise-plan.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Stack } from '../../ui/Stack.tsx';

interface AskedCardProps {
  rows: readonly AskedRow[];
  decisions: Decisions;
  onDecide: (decided: Decisions) => void;
}

/** So many are asked about one by one at a time; the others follow as these are decided. */
const mostShown = 20;

/** Asks, of each who may be there already, whether it is the same person. */
export function AskedCard({ rows, decisions, onDecide }: AskedCardProps) {
  const { t } = useI18n();
  const open = rows.filter(({ row }) => !decisions.has(row));
  const shown =
    rows.length > mostShown ? [...open, ...rows.filter(row => !open.includes(row))] : rows;

  function decideOpen(decided: 'same' | 'other'): void {
    onDecide(new Map([...decisions, ...open.map(({ row }) => [row, decided] as const)]));
  }

  return (
    <Card title={t('import.asked.title')}>
      <Stack gap="large">
        <p>{t('import.asked.text')}</p>
        {shown.slice(0, mostShown).map(row => (
          <SegmentedChoice
            key={row.row}
            label={questionOf(row)}
            choices={choicesOf(row)}
            value={decisions.get(row.row) ?? null}
            onChoose={decided => onDecide(new Map([...decisions, [row.row, decided]]))}
          />
        ))}
        {shown.length > mostShown && (
          <p>{t('import.notes.more', { n: shown.length - mostShown })}</p>
        )}
        {open.length > 2 && (
          <Stack direction="row">
            <Button onPress={() => decideOpen('same')}>
              {t('import.asked.allSame', { n: open.length })}
            </Button>
            <Button onPress={() => decideOpen('other')}>
              {t('import.asked.allOther', { n: open.length })}
            </Button>
          </Stack>
        )}
      </Stack>
    </Card>
  );

  function questionOf({ row, person: { name }, likely }: AskedRow): string {
    const values = { row, name, other: likely.name };
    if (likely.because === 'removed') return t('import.asked.removed', values);
    if (likely.row !== undefined) {
      return t('import.asked.otherRow', { ...values, otherRow: likely.row });
    }
    return t(`import.asked.${likely.because}`, values);
  }

  function choicesOf({ likely }: AskedRow) {
    const isRemoved = likely.because === 'removed';
    return [
      { value: 'same', label: t(isRemoved ? 'import.asked.bringBack' : 'import.asked.same') },
      { value: 'other', label: t(isRemoved ? 'import.asked.leaveOut' : 'import.asked.other') },
    ] as const;
  }
}
