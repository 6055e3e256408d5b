import { useState } from 'preact/hooks';
import type { District, Regency, Territory, VillageLabel } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { backIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { villageWords } from '../place.ts';

/** More than these are not read: another letter narrows them. */
const mostFound = 30;

interface VillagePickerProps {
  /** Undefined while it is being fetched. */
  territory: Territory | undefined;
  /** What the search is called. */
  label: string;
  onChoose: (code: string) => void;
}

/** A village by its name, or step by step: kabupaten, kecamatan, desa. Never shown without its kecamatan. */
export function VillagePicker({ territory, label, onChoose }: VillagePickerProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [regency, setRegency] = useState<Regency>();
  const [district, setDistrict] = useState<District>();
  if (!territory) return <output>{t('library.place.loading')}</output>;
  const found = typed.trim() === '' ? undefined : territory.search(typed, mostFound);
  return (
    <Stack>
      <SearchField
        label={label}
        value={typed}
        onSearch={setTyped}
        clearLabel={t('all.action.clear')}
      />
      {found ? (
        <Found labels={found} onChoose={onChoose} />
      ) : district && regency ? (
        <Steps
          heading={t('all.place.district', { name: district.name })}
          onBack={() => setDistrict(undefined)}
          rows={territory.villagesOf(district.code).map(village => ({
            code: village.code,
            title: t(`all.place.${village.kind}`, { name: village.name }),
          }))}
          onChoose={onChoose}
        />
      ) : regency ? (
        <Steps
          heading={t(`all.place.${regency.kind}`, { name: regency.name })}
          onBack={() => setRegency(undefined)}
          rows={territory.districtsOf(regency.code).map(({ code, name }) => ({
            code,
            title: t('all.place.district', { name }),
          }))}
          onChoose={code => setDistrict(territory.district(code))}
        />
      ) : (
        <Steps
          rows={territory.regencies().map(({ code, kind, name }) => ({
            code,
            title: t(`all.place.${kind}`, { name }),
          }))}
          onChoose={code => setRegency(territory.regency(code))}
        />
      )}
    </Stack>
  );
}

function Found({
  labels,
  onChoose,
}: {
  labels: readonly VillageLabel[];
  onChoose: (code: string) => void;
}) {
  const { t } = useI18n();
  if (labels.length === 0) return <output>{t('library.place.noneFound')}</output>;
  return (
    <List>
      {labels.map(label => (
        <ListRow
          key={label.village.code}
          title={villageWords(t, label)}
          onPress={() => onChoose(label.village.code)}
        />
      ))}
    </List>
  );
}

interface StepsProps {
  heading?: string;
  rows: readonly { code: string; title: string }[];
  onChoose: (code: string) => void;
  onBack?: () => void;
}

/** One step: what was chosen so far, and what can be chosen in it. */
function Steps({ heading, rows, onChoose, onBack }: StepsProps) {
  const { t } = useI18n();
  return (
    <>
      {onBack && (
        <Button kind="quiet" icon={backIcon} onPress={onBack}>
          {t('library.place.backFrom', { place: heading ?? '' })}
        </Button>
      )}
      <List label={heading ?? t('library.place.regencies')}>
        {rows.map(({ code, title }) => (
          <ListRow
            key={code}
            title={title}
            onPress={() => onChoose(code)}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </List>
    </>
  );
}
