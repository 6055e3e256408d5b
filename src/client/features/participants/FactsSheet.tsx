import { useState } from 'preact/hooks';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { OriginFields } from '../../parts/people/OriginFields.tsx';
import { tidyLine } from '../../parts/people/tidy-line.ts';
import { useLateSaving } from '../../parts/use-late-saving.ts';
import { Button } from '../../ui/Button.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { FactsCard } from './FactsCard.tsx';
import { factChanges } from './own-records.ts';

type FactsSheetProps = Omit<Parameters<typeof FactsCard>[0], 'canEdit'> & { onClose: () => void };

/** Fields that are written, with the most characters they keep. */
const written = {
  name: 200,
  nip: 30,
  position: 200,
  institution: 200,
  phone: 30,
} as const;

/** Changes who somebody is, each field saved by itself. */
export function FactsSheet({ participant, own, territory, onWrite, onClose }: FactsSheetProps) {
  const { t } = useI18n();

  function set(fields: Record<string, JsonValue>, field: string): void {
    const changes = factChanges(own, fields);
    if (changes.length > 0) onWrite(t('people.change.changed', { field }), changes);
  }

  return (
    <Sheet
      title={t('people.field.edit')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('all.action.done')}
        </Button>
      }
    >
      {(Object.keys(written) as (keyof typeof written)[]).map(field => (
        <FactField
          key={field}
          field={field}
          saved={participant[field] ?? ''}
          onSave={value => set({ [field]: value }, t(`all.field.${field}`))}
        />
      ))}
      <SegmentedChoice
        label={t('all.field.gender')}
        choices={(['P', 'L'] as const).map(value => ({ value, label: t(`all.value.${value}`) }))}
        value={participant.gender ?? null}
        onChoose={gender => set({ gender }, t('all.field.gender'))}
      />
      <OriginFields
        origin={participant}
        territory={territory}
        onChoose={({ village = null, regency = null }) =>
          set({ village, regency }, t('people.field.origin'))
        }
      />
    </Sheet>
  );
}

interface FactFieldProps {
  field: keyof typeof written;
  saved: string;
  onSave: (value: string | null) => void;
}

function FactField({ field, saved, onSave }: FactFieldProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState(saved);
  const saveLater = useLateSaving((value: string) => {
    const tidy = tidyLine(value, written[field]);
    // Nobody is without a name: an empty one is not saved, and the field says so.
    if (tidy !== saved && (tidy !== '' || field !== 'name')) onSave(tidy === '' ? null : tidy);
  });
  const isNameless = field === 'name' && tidyLine(typed, written.name) === '';

  function type(value: string) {
    setTyped(value);
    saveLater(value);
  }

  return (
    <TextField
      label={t(`all.field.${field}`)}
      value={typed}
      onType={type}
      error={isNameless ? t('people.add.nameMissing') : undefined}
      autoComplete="off"
      autoCapitalize={field === 'nip' || field === 'phone' ? 'none' : 'words'}
      {...(field === 'phone' && { type: 'tel' as const })}
      maxLength={written[field]}
    />
  );
}
