import { useMemo, useState } from 'preact/hooks';
import type { Training } from '../../../domain/records/training.ts';
import { searchText } from '../../../domain/search-text.ts';
import { readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useDeferred } from '../../parts/use-deferred.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { textOr } from '../../parts/work/read-work.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { listIcon, syncIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ActivityLine } from './ActivityLine.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import { createFinder } from './find-entries.ts';
import { groupActivity } from './group-activity.ts';
import { OlderEntries } from './OlderEntries.tsx';
import { TableCard } from './TableCard.tsx';
import { useActivity, type ActivityFilter } from './use-activity.ts';
import { useDeviceNames } from './use-device-names.ts';
import { useFilterChoices } from './use-filter-choices.ts';
import styles from './ActivityScreen.module.css';

/** Who did what in a training or a region, when and on which device: for its coordinators. Needs the network. */
export function ActivityScreen({ stream }: { stream: string }) {
  const { t, format } = useI18n();
  const speech = useSpeech();
  const [filter, setFilter] = useState<ActivityFilter>({});
  const [isFiltering, setIsFiltering] = useState(false);
  const [typed, setTyped] = useState('');
  const activity = useActivity(stream, filter);
  const { asked, page } = activity;
  const devices = useDeviceNames();
  const { nameOf } = devices;
  const told = page?.told ?? nothing;
  const choices = useFilterChoices(stream, told, devices);
  const find = useMemo(() => createFinder(speech, nameOf), [speech, nameOf]);
  const wanted = useDeferred(searchText(typed));
  const days = useMemo(() => groupActivity(find(told, wanted)), [find, told, wanted]);

  const chosen = (['by', 'kind', 'device'] as const).flatMap(part => {
    const value = filter[part];
    if (value === undefined) return [];
    return choices[part].find(choice => choice.value === value)?.label ?? value;
  });
  const isNarrowed = chosen.length > 0 || wanted !== '';
  return (
    <Screen
      title={t('koordinator.activity.title')}
      detail={useStreamName(stream)}
      back={backOf(stream)}
    >
      <p class={styles.lead}>{t('koordinator.activity.order')}</p>
      <div class={styles.tools}>
        <div class={styles.search}>
          <SearchField
            label={t('koordinator.activity.search')}
            value={typed}
            onSearch={setTyped}
            clearLabel={t('all.action.clear')}
          />
        </div>
        <Button icon={listIcon} onPress={() => setIsFiltering(true)}>
          {t('koordinator.activity.filter')}
        </Button>
        <Button
          icon={syncIcon}
          busy={page !== undefined && asked.isAsking}
          onPress={asked.askAgain}
        >
          {t('koordinator.activity.refresh')}
        </Button>
      </div>
      {chosen.length > 0 && (
        <div class={styles.filtered}>
          <p>{t('koordinator.activity.filtered', { what: chosen.join(' · ') })}</p>
          <Button kind="quiet" onPress={() => setFilter({})}>
            {t('koordinator.activity.filterNone')}
          </Button>
        </div>
      )}
      <AskedState asked={asked} loading={t('koordinator.activity.loading')} />
      {page && days.length === 0 && (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t(isNarrowed ? 'koordinator.activity.notFound' : 'koordinator.activity.none')}
        >
          {t(isNarrowed ? 'koordinator.activity.notFoundText' : 'koordinator.activity.noneText')}
        </EmptyState>
      )}
      {days.map(({ day, groups }) => (
        <Card
          key={groups[0]?.[0].entry.id}
          padding="flush"
          title={t('koordinator.activity.arrivedOn', { day: format.day(day) })}
        >
          <List>
            {groups.map(group => (
              <ActivityLine key={group[0].entry.id} {...{ stream, speech, nameOf, group }} />
            ))}
          </List>
        </Card>
      ))}
      {page && <OlderEntries activity={activity} page={page} isSearching={wanted !== ''} />}
      {page && <TableCard stream={stream} speech={speech} nameOf={nameOf} />}
      {isFiltering && (
        <FilterSheet
          choices={choices}
          value={filter}
          onChoose={setFilter}
          onClose={() => setIsFiltering(false)}
        />
      )}
    </Screen>
  );
}

const nothing: [] = [];

function backOf(stream: string): string {
  const read = readStream(stream);
  if (read?.kind === 'training') return paths.training(read.id);
  return read?.kind === 'region' ? paths.libraries() : paths.home();
}

/** What the training or the kabupaten is called; undefined until that is known. */
function useStreamName(stream: string): string | undefined {
  const { records, loadTerritory } = useServices();
  const { t } = useI18n();
  const read = readStream(stream);
  const territory = useLoaded(loadTerritory);
  const name = useLiveQuery(async () => {
    if (read?.kind !== 'training') return undefined;
    return textOr(
      valuesOf<Training>(await records.readRecord(stream, 'training', read.id)).name,
      undefined,
    );
  }, [records, stream]);
  if (read?.kind !== 'region') return name;
  const regency = territory?.regency(read.id);
  return regency && t(`all.place.${regency.kind}`, { name: regency.name });
}
