import { useEffect, useState } from 'preact/hooks';
import { searchText } from '../../../domain/search-text.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { paths } from '../../paths.ts';
import { laterPaths } from '../../later-paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BadgeFace } from './BadgeFace.tsx';
import { useBadges } from './use-badges.ts';
import styles from './BadgesScreen.module.css';

/** A QR code takes a millisecond or more to draw: so many at a time leave the page smooth. */
const atOnce = 12;

/** Everybody's badges on A4, ten a page, to be printed and cut. What is searched for is what is printed. */
export function BadgesScreen({ training }: { training: string }) {
  const { t } = useI18n();
  const { badges, trainingName } = useBadges(training);
  const [typed, setTyped] = useState('');
  const [drawn, setDrawn] = useState(atOnce);
  const wanted = searchText(typed);
  const found = badges?.filter(one => one.searchable.includes(wanted)) ?? [];
  const isDrawn = drawn >= found.length;

  useEffect(() => {
    if (isDrawn) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(before => before + atOnce));
    return () => cancelAnimationFrame(frame);
  }, [drawn, isDrawn]);

  return (
    <Screen
      title={t('badge.list.title')}
      detail={trainingName}
      back={paths.training(training)}
      width="wide"
    >
      {!badges ? (
        <Skeleton label={t('badge.list.loading')} rows={5} />
      ) : badges.length === 0 ? (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('badge.list.none')} />
      ) : (
        <>
          <div class={styles.tools}>
            <p>{t('badge.list.text')}</p>
            <SearchField
              label={t('badge.list.search')}
              value={typed}
              onSearch={setTyped}
              clearLabel={t('all.action.clear')}
            />
            <Button kind="primary" busy={!isDrawn} disabled={found.length === 0} onPress={print}>
              {t('badge.list.print', { n: found.length })}
            </Button>
          </div>
          <ul class={styles.sheet} aria-label={t('badge.list.title')}>
            {found.slice(0, drawn).map(badge => (
              <li key={badge.id} class={styles.place}>
                <BadgeFace badge={badge} trainingName={trainingName} size="card" />
                <div class={styles.tools}>
                  <ButtonLink href={laterPaths.badge(training, badge.id)} kind="quiet">
                    {t('badge.list.open', { name: badge.name })}
                  </ButtonLink>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  );
}

const print = () => globalThis.print();
