import { useMemo } from 'preact/hooks';
import type { Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { placeOfVillageWords } from './place-of-village-words.ts';
import styles from './VillagePicker.module.css';

interface VillagesFoundProps {
  territory: Territory;
  /** What was typed; not empty. */
  typed: string;
  value: string | undefined;
  onChoose: (code: string) => void;
}

/** More than a screen or two of rows helps nobody; another letter does. */
const most = 20;

/** The villages that fit what was typed, and how many they are, also for the ear. */
export function VillagesFound({ territory, typed, value, onChoose }: VillagesFoundProps) {
  const { t } = useI18n();
  const found = useMemo(() => territory.search(typed, most + 1), [territory, typed]);
  const shown = found.slice(0, most);
  return (
    <>
      <output class={styles.hint}>
        {found.length === 0
          ? t('all.village.none')
          : found.length > most
            ? t('all.village.foundMore', { n: most })
            : t('all.village.found', { n: found.length })}
      </output>
      {shown.length > 0 && (
        <div class={styles.places}>
          <List label={t('all.village.results')}>
            {shown.map(label => (
              <ListRow
                key={label.village.code}
                title={t(`all.place.${label.village.kind}`, { name: label.village.name })}
                detail={placeOfVillageWords(t, label)}
                current={label.village.code === value}
                onPress={() => onChoose(label.village.code)}
              />
            ))}
          </List>
        </div>
      )}
    </>
  );
}
