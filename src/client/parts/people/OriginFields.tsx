import { useState } from 'preact/hooks';
import { regencyOfVillage, type Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { VillagePicker } from '../village/VillagePicker.tsx';

/** Where somebody comes from: a village, or where there is none, a regency. */
export interface Origin {
  village?: string | undefined;
  regency?: string | undefined;
}

interface OriginFieldsProps {
  origin: Origin;
  territory: Territory | undefined;
  onChoose: (origin: Origin) => void;
}

/** Asks for the village, or for the kabupaten alone of those who come from its offices. */
export function OriginFields({ origin, territory, onChoose }: OriginFieldsProps) {
  const { t } = useI18n();
  const [isOfOffice, setIsOfOffice] = useState(
    origin.village === undefined && origin.regency !== undefined,
  );
  if (isOfOffice) {
    return (
      <>
        <SegmentedChoice
          label={t('people.field.regency')}
          density="compact"
          choices={(territory?.regencies() ?? []).map(({ code, kind, name }) => ({
            value: code,
            label: t(`all.place.${kind}`, { name }),
          }))}
          value={origin.regency ?? null}
          onChoose={regency => onChoose({ regency })}
        />
        <Button kind="quiet" onPress={() => setIsOfOffice(false)}>
          {t('people.field.fromVillage')}
        </Button>
      </>
    );
  }
  return (
    <>
      <VillagePicker
        label={t('people.field.village')}
        territory={territory}
        value={origin.village}
        regency={origin.regency}
        onChoose={village => onChoose({ village, regency: regencyOfVillage(village) })}
      />
      <Button kind="quiet" onPress={() => setIsOfOffice(true)}>
        {t('people.field.fromOffice')}
      </Button>
    </>
  );
}
