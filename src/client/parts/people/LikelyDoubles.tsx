import type { LikelyDouble } from '../../../domain/people/likely-doubles.ts';
import type { Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { placeWords } from '../place.ts';
import type { RosterEntry } from '../roster.ts';
import type { FiledEntry } from './use-likely-doubles.ts';
import styles from './LikelyDoubles.module.css';

interface LikelyDoublesProps {
  /** What they are said to be. */
  title: string;
  doubles: readonly LikelyDouble<FiledEntry>[];
  territory: Territory | undefined;
  /** What choosing one of them does, as a verb. */
  chooseLabel: string;
  onChoose: (entry: RosterEntry) => void;
}

/** Who is likely the one that is being asked about, each with the reason. */
export function LikelyDoubles({
  title,
  doubles,
  territory,
  chooseLabel,
  onChoose,
}: LikelyDoublesProps) {
  const { t } = useI18n();
  return (
    // Always there, so that a screen reader is told when somebody appears in it.
    <div aria-live="polite">
      {doubles.length > 0 && (
        <section class={styles.doubles} aria-label={title}>
          <p class={styles.title}>{title}</p>
          {doubles.map(({ person: { entry }, because }) => {
            const name = entry.participant.name ?? t('all.person.unnamed');
            const place = placeWords(t, entry.participant, territory);
            return (
              <div key={entry.id} class={styles.double}>
                <span class={styles.words}>
                  <span class={styles.name}>{name}</span>
                  <span class={styles.detail}>
                    {[place, t(`people.double.${because}`)].filter(Boolean).map(line => (
                      <span key={line} class={styles.line}>
                        {line}
                      </span>
                    ))}
                  </span>
                </span>
                <Button onPress={() => onChoose(entry)}>{chooseLabel}</Button>
              </div>
            );
          })}
        </section>
      )}
    </div>
  );
}
