import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

interface RegencyChoiceProps {
  /** A regency's code; undefined where people come from several. */
  value: string | undefined;
  onChoose: (regency: string | null) => void;
}

/** Asks from which regency the people of a training come. */
export function RegencyChoice({ value, onChoose }: RegencyChoiceProps) {
  const { loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  if (!territory) return <Skeleton label={t('all.village.loading')} />;
  return (
    <SelectField
      label={t('setup.training.regency')}
      options={[
        { value: '', label: t('setup.training.regencies') },
        ...territory.regencies().map(({ code, name, kind }) => ({
          value: code,
          label: t(`all.place.${kind}`, { name }),
        })),
      ]}
      value={value ?? ''}
      onChoose={code => onChoose(code === '' ? null : code)}
    />
  );
}
