import { useMemo, useState } from 'preact/hooks';
import { searchText } from '../../../domain/search-text.ts';
import type { Territory } from '../../../domain/territory.ts';
import type { Change, RecordView } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { joinChanges } from '../../parts/people/join-people.ts';
import { LikelyDoubles } from '../../parts/people/LikelyDoubles.tsx';
import { useLikelyDoubles } from '../../parts/people/use-likely-doubles.ts';
import { placeWords } from '../../parts/place.ts';
import { listRoster, type RosterEntry } from '../../parts/roster.ts';
import { useDeferred } from '../../parts/use-deferred.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useFoundPeople } from './use-found-people.ts';
import { byName, listedPerson } from './use-people.ts';

/** As many of those found as are shown; more would not be read. */
const most = 20;

interface JoinSheetProps {
  entry: RosterEntry;
  views: readonly RecordView[];
  territory: Territory | undefined;
  onWrite: (words: string, changes: readonly Change[]) => void;
  onClose: () => void;
}

/** Asks who the same person is: those likely first, all others by searching. */
export function JoinSheet({ entry, views, territory, onWrite, onClose }: JoinSheetProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const others = useMemo(
    () => listRoster(views).filter(({ id }) => id !== entry.id),
    [views, entry.id],
  );
  const listed = useMemo(() => others.map(listedPerson).sort(byName), [others]);
  const doubles = useLikelyDoubles(entry.participant, others);
  const searched = useDeferred(searchText(typed));
  const found = useFoundPeople(listed, searched, territory);
  const name = entry.participant.name ?? t('all.person.unnamed');

  function join(other: RosterEntry): void {
    onWrite(
      t('people.join.done', { one: name, other: other.participant.name ?? '' }),
      joinChanges(views, entry, other),
    );
    onClose();
  }

  return (
    <Sheet
      title={t('people.join.choose')}
      detail={t('people.join.text')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
    >
      <LikelyDoubles
        title={t('people.join.likely')}
        doubles={doubles}
        territory={territory}
        chooseLabel={t('people.join.join')}
        onChoose={join}
      />
      <SearchField
        label={t('people.list.search')}
        value={typed}
        onSearch={setTyped}
        clearLabel={t('all.action.clear')}
      />
      {found && found.typed !== '' && (
        <List label={t('people.list.title')}>
          {found.people.slice(0, most).map(({ entry: other }) => (
            <ListRow
              key={other.id}
              title={other.participant.name ?? t('all.person.unnamed')}
              detail={placeWords(t, other.participant, territory)}
              onPress={() => join(other)}
            />
          ))}
        </List>
      )}
      {found && found.typed !== '' && found.people.length === 0 && <p>{t('people.list.none')}</p>}
    </Sheet>
  );
}
