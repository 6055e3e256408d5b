import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { SegmentedChoice, type Choice } from '../../ui/SegmentedChoice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { ActivityFilter } from './use-activity.ts';

/** What can be chosen, by the part of the filter; without the choice of all. */
export type FilterChoices = Readonly<Record<keyof ActivityFilter, readonly Choice<string>[]>>;

interface FilterSheetProps {
  choices: FilterChoices;
  value: ActivityFilter;
  onChoose: (filter: ActivityFilter) => void;
  onClose: () => void;
}

const parts = ['by', 'kind', 'device'] as const;

const wordsOf = {
  by: ['koordinator.activity.byPerson', 'koordinator.activity.everyone'],
  device: ['koordinator.activity.byDevice', 'koordinator.activity.everyDevice'],
  kind: ['koordinator.activity.byKind', 'koordinator.activity.everything'],
} as const;

/** Narrows what is shown to a person, a device, a kind. Each choice holds at once. */
export function FilterSheet({ choices, value, onChoose, onClose }: FilterSheetProps) {
  const { t } = useI18n();
  return (
    <Sheet
      title={t('koordinator.activity.filterTitle')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button block onPress={() => onChoose({})}>
            {t('koordinator.activity.filterNone')}
          </Button>
          <Button block kind="primary" onPress={onClose}>
            {t('koordinator.activity.filterDone')}
          </Button>
        </>
      }
    >
      <Stack gap="large">
        {parts.map(part => {
          const [question, all] = wordsOf[part];
          return (
            <SegmentedChoice
              key={part}
              label={t(question)}
              density={part === 'kind' ? 'compact' : 'roomy'}
              direction={part === 'kind' ? 'row' : 'column'}
              choices={[{ value: '', label: t(all) }, ...choices[part]]}
              value={value[part] ?? ''}
              onChoose={chosen => onChoose({ ...value, [part]: chosen || undefined })}
            />
          );
        })}
      </Stack>
    </Sheet>
  );
}
