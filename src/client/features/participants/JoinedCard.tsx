import { useState } from 'preact/hooks';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Territory } from '../../../domain/territory.ts';
import { valuesOf, type Change, type RecordView } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { apartChanges } from '../../parts/people/join-people.ts';
import { placeWords } from '../../parts/place.ts';
import type { RosterEntry } from '../../parts/roster.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { JoinSheet } from './JoinSheet.tsx';

interface JoinedCardProps {
  entry: RosterEntry;
  views: readonly RecordView[];
  /** The person's records, the one that stands for them first. */
  own: readonly RecordView[];
  territory: Territory | undefined;
  onWrite: (words: string, changes: readonly Change[]) => void;
}

/** Says of somebody that they were entered twice, and takes it back whenever it turns out wrong. */
export function JoinedCard({ entry, views, own, territory, onWrite }: JoinedCardProps) {
  const { t } = useI18n();
  const [isChoosing, setIsChoosing] = useState(false);
  const isJoined = own.length > 1;
  return (
    <Card title={t('people.join.title')} padding={isJoined ? 'flush' : 'roomy'}>
      {isJoined && (
        <List label={t('people.join.records')}>
          {own.map(view => {
            const participant = valuesOf<Participant>(view);
            const name = participant.name ?? t('all.person.unnamed');
            return (
              <ListRow
                key={view.r}
                title={name}
                detail={placeWords(t, participant, territory)}
                aside={
                  <Button
                    kind="quiet"
                    onPress={() =>
                      onWrite(
                        t('people.join.apartDone', { name }),
                        apartChanges(views, entry, view.r),
                      )
                    }
                  >
                    {t('people.join.apart')}
                  </Button>
                }
              />
            );
          })}
        </List>
      )}
      <Button kind="quiet" icon={peopleIcon} block onPress={() => setIsChoosing(true)}>
        {t('people.join.choose')}
      </Button>
      {isChoosing && (
        <JoinSheet
          entry={entry}
          views={views}
          territory={territory}
          onWrite={onWrite}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </Card>
  );
}
