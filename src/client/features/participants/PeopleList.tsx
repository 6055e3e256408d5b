import { Component } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Territory } from '../../../domain/territory.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { placeWords } from '../../parts/place.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import type { ListedPerson } from './use-people.ts';
import styles from './PeopleList.module.css';

/** As many as a slow tablet draws without keeping a tap waiting. */
const perBlock = 12;

/** As many blocks as one looks through before searching instead. */
const perPage = 5;

interface PeopleListProps {
  training: string;
  people: readonly ListedPerson[];
  territory: Territory | undefined;
}

/**
 * People one under another, block by block so that the screen goes on answering. However many they are,
 * no more are drawn than somebody asks for, and what stands below them stays in reach.
 */
export function PeopleList({ training, people, territory }: PeopleListProps) {
  const { t } = useI18n();
  const total = Math.ceil(people.length / perBlock);
  const [wanted, setWanted] = useState(perPage);
  const [drawn, setDrawn] = useState(1);
  const target = Math.min(wanted, total);
  useEffect(() => {
    if (drawn >= target) return;
    const timer = setTimeout(() => setDrawn(drawn + 1), 0);
    return () => clearTimeout(timer);
  }, [drawn, target]);
  const left = people.length - target * perBlock;
  return (
    <>
      <section class={styles.list} aria-label={t('people.list.title')} aria-busy={drawn < target}>
        {Array.from({ length: Math.min(drawn, target) }, (_, at) => (
          <BlockOfPeople
            key={at}
            training={training}
            people={people.slice(at * perBlock, (at + 1) * perBlock)}
            territory={territory}
            t={t}
          />
        ))}
      </section>
      {left > 0 && (
        <Button kind="quiet" block onPress={() => setWanted(wanted + perPage)}>
          {t('people.list.more', { n: left })}
        </Button>
      )}
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
      <List>
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
      </List>
    );
  }
}
