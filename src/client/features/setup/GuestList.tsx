import type { Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Guest } from './guests.ts';
import styles from './GuestList.module.css';

interface GuestListProps {
  guests: readonly Guest[];
  /** Whose card is made, by key. */
  made: ReadonlySet<string>;
  /** Who is to get none, by key. */
  left: ReadonlySet<string>;
  territory: Territory | undefined;
  onLeave: (left: ReadonlySet<string>) => void;
}

/** The librarians of a training, each with a tick for a card. */
export function GuestList({ guests, made, left, territory, onLeave }: GuestListProps) {
  const { t } = useI18n();
  if (guests.length === 0) return <p>{t('setup.cards.nobody')}</p>;

  function set(key: string, isWanted: boolean): void {
    onLeave(new Set(isWanted ? [...left].filter(other => other !== key) : [...left, key]));
  }

  return (
    <fieldset class={styles.list}>
      <legend class={styles.legend}>{t('setup.cards.librarians')}</legend>
      {guests.map(({ key, request: { name, village = '' }, isIn }) => {
        const label = territory?.villageLabel(village);
        const isDone = isIn || made.has(key);
        return (
          <label key={key} class={styles.guest}>
            <input
              type="checkbox"
              checked={!isDone && !left.has(key)}
              disabled={isDone}
              onChange={event => set(key, event.currentTarget.checked)}
            />
            <span class={styles.words}>
              <span>{name}</span>
              <span class={styles.place}>{label ? villageWords(t, label) : village}</span>
            </span>
            {isDone && (
              <Badge tone="good">{t(isIn ? 'setup.cards.isIn' : 'setup.cards.isMade')}</Badge>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
