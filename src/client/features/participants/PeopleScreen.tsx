import { useState } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { searchText } from '../../../domain/search-text.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useLocation } from 'preact-iso/router';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { NewPersonSheet } from '../../parts/people/NewPersonSheet.tsx';
import { useAdding } from '../../parts/people/use-adding.ts';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useDeferred } from '../../parts/use-deferred.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { addIcon } from '../../ui/icons.ts';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DeletedPeople } from './DeletedPeople.tsx';
import { PeopleList } from './PeopleList.tsx';
import { useFoundPeople } from './use-found-people.ts';
import { usePeople } from './use-people.ts';

/** Everybody of a training: to look somebody up, to add somebody, to bring somebody back. */
export function PeopleScreen({ training }: { training: string }) {
  const { account, loadTerritory } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const stream = trainingStream(training);
  const role = roleIn(account.active.value, stream);
  const canEdit = role !== undefined && canWrite(role, 'participant');
  const territory = useLoaded(loadTerritory);
  const { views, roster, listed } = usePeople(stream);
  const [typed, setTyped] = useState('');
  const found = useFoundPeople(listed, useDeferred(searchText(typed)), territory);
  const [isAdding, setIsAdding] = useState(false);
  const { draft, setDraft, add } = useAdding(stream);

  function open() {
    if (draft.name === '' && found?.people.length === 0) setDraft({ ...draft, name: typed });
    setIsAdding(true);
  }

  return (
    <Screen
      title={t('people.list.title')}
      detail={views && t('all.training.people', { n: roster.length })}
      back={paths.training(training)}
    >
      {!views || !found ? (
        <Skeleton label={t('people.list.loading')} rows={7} />
      ) : (
        <>
          {roster.length === 0 ? (
            <EmptyState picture={<RiverPicture scene="moored" />} title={t('people.list.nobody')}>
              {t('people.list.nobodyText')}
            </EmptyState>
          ) : (
            <SearchField
              label={t('people.list.search')}
              value={typed}
              onSearch={setTyped}
              clearLabel={t('all.action.clear')}
            />
          )}
          {canEdit && (
            <Button kind="quiet" icon={addIcon} onPress={open}>
              {t('people.add.title')}
            </Button>
          )}
          {found.people.length > 0 && (
            // A key for each search: it begins at the top again.
            <PeopleList
              key={found.typed}
              training={training}
              people={found.people}
              territory={territory}
            />
          )}
          {found.people.length === 0 && roster.length > 0 && <p>{t('people.list.none')}</p>}
          <DeletedPeople training={training} stream={stream} views={views} canEdit={canEdit} />
        </>
      )}
      {isAdding && (
        <NewPersonSheet
          draft={draft}
          onType={setDraft}
          roster={roster}
          chooseLabel={t('people.add.openThis')}
          onChoose={({ id }) => route(paths.participants(training, id))}
          onAdd={participant =>
            void add(participant).then(id => {
              if (id === undefined) return;
              setTyped('');
              setIsAdding(false);
            })
          }
          onClose={() => setIsAdding(false)}
        />
      )}
    </Screen>
  );
}
