import { Component } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Territory } from '../../../domain/territory.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { placeWords } from '../../parts/place.ts';
import { useStable } from '../../parts/use-stable.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import type { ListedPerson } from './use-people.ts';
import styles from './PeopleList.module.css';

/** As many as a slow tablet draws without keeping a tap waiting. */
const perBlock = 12;

interface PeopleListProps {
  training: string;
  people: readonly ListedPerson[];
  territory: Territory | undefined;
}

/** People one under another. However many they are, only those are drawn that somebody has scrolled to. */
export function PeopleList({ training, people, territory }: PeopleListProps) {
  const { t } = useI18n();
  const [count, setCount] = useState(1);
  const total = Math.ceil(people.length / perBlock);
  const drawn = Math.min(count, total);
  const grow = useStable(() => setCount(drawn + 1));
  return (
    <>
      <section class={styles.list} aria-label={t('people.list.title')}>
        {Array.from({ length: drawn }, (_, at) => (
          <BlockOfPeople
            key={at}
            training={training}
            people={people.slice(at * perBlock, (at + 1) * perBlock)}
            territory={territory}
            t={t}
          />
        ))}
      </section>
      {drawn < total && <More key={drawn} left={people.length - drawn * perBlock} onMore={grow} />}
    </>
  );
}

interface BlockProps extends PeopleListProps {
  t: Translate;
}

/** A few people. Drawn again only when one of them changes. */
class BlockOfPeople extends Component<BlockProps> {
  override shouldComponentUpdate({ people, territory, t }: BlockProps): boolean {
    return (
      t !== this.props.t ||
      territory !== this.props.territory ||
      people.length !== this.props.people.length ||
      people.some((person, at) => person !== this.props.people[at])
    );
  }

  override render({ training, people, territory, t }: BlockProps) {
    return (
      <ul class={styles.block}>
        {people.map(({ entry }) => (
          <ListRow
            key={entry.id}
            href={paths.participants(training, entry.id)}
            title={entry.participant.name ?? t('all.person.unnamed')}
            detail={placeWords(t, entry.participant, territory)}
            trailing={
              <>
                {entry.ids.length > 1 && (
                  <Badge>{t('people.list.joined', { n: entry.ids.length })}</Badge>
                )}
                <Icon shape={chevronIcon} />
              </>
            }
          />
        ))}
      </ul>
    );
  }
}

/** The way on: taken by itself once it comes near, and a button for whoever comes by keyboard. */
function More({ left, onMore }: { left: number; onMore: () => void }) {
  const { t } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current || !('IntersectionObserver' in window)) return;
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { rootMargin: '600px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [onMore]);
  return (
    <div ref={place}>
      <Button kind="quiet" block onPress={onMore}>
        {t('people.list.more', { n: left })}
      </Button>
    </div>
  );
}
