import { useMemo, useState } from 'preact/hooks';
import { dayAt } from '../../../domain/day.ts';
import { libraryProfile, libraryRules } from '../../../domain/forms/library-profile.ts';
import { progressOf } from '../../../domain/forms/progress.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { searchText } from '../../../domain/search-text.ts';
import { readStream, regionStream } from '../../../domain/stream.ts';
import { regencyOfVillage, type Territory } from '../../../domain/territory.ts';
import { useServices, type Person } from '../../app-services.ts';
import {
  disputedFields,
  isDeletedView,
  valuesOf,
  type RecordView,
} from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { villageWords } from '../../parts/place.ts';
import { answersIn, movedTo } from '../../parts/moved-to.ts';
import { coordinatesProgramme, roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useDeferred } from '../../parts/use-deferred.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, checkIcon, chevronIcon, historyIcon } from '../../ui/icons.ts';
import { IconLink } from '../../ui/IconLink.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { ProgressRing } from '../../ui/ProgressRing.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useLocation } from 'preact-iso/router';
import styles from './LibrariesScreen.module.css';

/** One library in the list. */
interface Line {
  village: string;
  name: string | undefined;
  place: string;
  answered: number;
  total: number;
  isComplete: boolean;
  differences: number;
  /** Answers that came to a profile after it had moved away; 0 for one that is where it belongs. */
  late: number;
  /** What a search looks at. */
  folded: string;
}

/** All profiles that may be seen here, by kabupaten: how complete they are, and the way into each. */
export function LibrariesScreen() {
  const { account, loadTerritory } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const territory = useLoaded(loadTerritory);
  const lines = useLines(territory);
  const [typed, setTyped] = useState('');
  const [isPicking, setIsPicking] = useState(false);
  const wanted = searchText(useDeferred(typed));
  const shown = lines?.filter(({ folded }) => folded.includes(wanted));
  const regencies = regenciesToShow(territory, account.active.value, shown, wanted === '');
  return (
    <Screen title={t('library.list.title')} back={paths.home()} width="wide">
      {!lines || !shown ? (
        <Skeleton label={t('library.profile.loading')} rows={6} />
      ) : (
        <>
          <p>{t('library.list.text')}</p>
          <div class={styles.tools}>
            {lines.length > 0 && (
              <div class={styles.search}>
                <SearchField
                  label={t('library.list.search')}
                  value={typed}
                  onSearch={setTyped}
                  clearLabel={t('all.action.clear')}
                />
              </div>
            )}
            <div class={styles.start}>
              <Button icon={addIcon} block onPress={() => setIsPicking(true)}>
                {t('library.list.start')}
              </Button>
            </div>
          </div>
          {lines.length === 0 && regencies.length === 0 && (
            <EmptyState picture={<RiverPicture scene="moored" />} title={t('library.list.none')}>
              <p>{t('library.list.noneText')}</p>
            </EmptyState>
          )}
          <div class={styles.regencies}>
            {regencies.map(code => (
              <RegencyCard
                key={code}
                code={code}
                lines={shown.filter(({ village }) => regencyOfVillage(village) === code)}
                territory={territory}
              />
            ))}
          </div>
        </>
      )}
      {isPicking && (
        <Sheet
          title={t('library.village.choose')}
          closeLabel={t('all.action.close')}
          onClose={() => setIsPicking(false)}
        >
          <VillagePicker
            label={t('library.village.choose')}
            territory={territory}
            value={undefined}
            onChoose={village => route(paths.library(village))}
          />
        </Sheet>
      )}
    </Screen>
  );
}

/** Every profile on this device, in the order of the villages' codes; undefined while they are read. */
function useLines(territory: Territory | undefined): readonly Line[] | undefined {
  const { records, device } = useServices();
  const { t } = useI18n();
  const today = dayAt(device.likelyNow());
  const views = useLiveQuery(async () => {
    const regions = (await records.readStreams()).filter(
      stream => readStream(stream)?.kind === 'region',
    );
    const shelves = [];
    for (const stream of regions) shelves.push(await records.readShelf(stream, 'library'));
    return shelves.flat();
  }, [records]);
  return useMemo(
    () =>
      views
        ?.filter(view => !isDeletedView(view) && (movedTo(view) === undefined || lateIn(view) > 0))
        .map(view => {
          const village = view.r;
          const answers = {
            ...valuesOf<Record<string, JsonValue>>(view),
            kode_wilayah: village,
          };
          const progress = progressOf(libraryProfile, libraryRules, answers, today);
          const label = territory?.villageLabel(village);
          const place = label ? villageWords(t, label) : village;
          // The card says the kabupaten already.
          const within = label
            ? [
                t(`all.place.${label.village.kind}`, { name: label.village.name }),
                t('all.place.district', { name: label.district.name }),
              ].join(', ')
            : village;
          const said = (answers as Record<string, JsonValue>)['nama_perpustakaan'];
          const name = typeof said === 'string' ? said : undefined;
          return {
            village,
            name,
            place: within,
            answered: progress.requiredAnswered,
            total: progress.requiredTotal,
            isComplete: progress.isComplete,
            differences: disputedFields(view).length,
            late: movedTo(view) === undefined ? 0 : lateIn(view),
            folded: searchText(`${name ?? ''} ${place}`),
          };
        })
        .sort((one, other) => (one.village < other.village ? -1 : 1)),
    [views, territory, today, t],
  );
}

const lateIn = (view: RecordView) => Object.keys(answersIn(view)).length;

interface RegencyCardProps {
  code: string;
  lines: readonly Line[];
  territory: Territory | undefined;
}

function RegencyCard({ code, lines, territory }: RegencyCardProps) {
  const { account } = useServices();
  const { t } = useI18n();
  const regency = territory?.regency(code);
  const total =
    territory
      ?.districtsOf(code)
      .reduce((sum, district) => sum + territory.villagesOf(district.code).length, 0) ?? 0;
  const complete = lines.filter(({ isComplete }) => isComplete).length;
  const begun = lines.filter(({ isComplete, late }) => !isComplete && late === 0).length;
  const share = (part: number) => (total === 0 ? '0' : `${(part / total) * 100}%`);
  return (
    <Card
      padding="flush"
      title={regency ? t(`all.place.${regency.kind}`, { name: regency.name }) : code}
      trailing={
        roleIn(account.active.value, regionStream(code)) === 'koordinator' && (
          <IconLink
            icon={historyIcon}
            label={t('koordinator.activity.title')}
            href={laterPaths.activityOfRegion(code)}
          />
        )
      }
    >
      <div class={styles.progress}>
        {t('library.list.complete', { n: complete, begun, total })}
        <span class={styles.bar} aria-hidden="true">
          <span data-count={complete} style={{ inlineSize: share(complete) }} />
          <span data-part="begun" data-count={begun} style={{ inlineSize: share(begun) }} />
        </span>
      </div>
      {lines.length > 0 && (
        <List>
          {lines.map(line => (
            <LibraryRow key={line.village} {...line} />
          ))}
        </List>
      )}
    </Card>
  );
}

function LibraryRow({ village, name, place, answered, total, isComplete, ...odd }: Line) {
  const { t, format } = useI18n();
  const progress = t('library.profile.progress', { answered, total });
  return (
    <ListRow
      href={paths.library(village)}
      title={name ?? place}
      detail={
        <>
          {name !== undefined && place}
          <span class={styles.state}>
            {isComplete ? <Badge tone="good">{t('library.state.complete')}</Badge> : progress}
            {odd.late > 0 ? (
              <Badge tone="caution">{t('library.list.late', { n: odd.late })}</Badge>
            ) : (
              odd.differences > 0 && (
                <Badge tone="caution">
                  {t('library.list.differences', { n: odd.differences })}
                </Badge>
              )
            )}
          </span>
        </>
      }
      leading={
        <ProgressRing label={progress} value={answered / total}>
          {answered === total ? (
            <Icon shape={checkIcon} />
          ) : (
            format.percent(Math.floor((answered / total) * 100) / 100)
          )}
        </ProgressRing>
      }
      trailing={<Icon shape={chevronIcon} />}
    />
  );
}

/**
 * The kabupaten whose profiles may be seen here, by name: those without any profile too, for that is what a
 * coordinator looks for. While something is searched, only those in which it is found.
 */
function regenciesToShow(
  territory: Territory | undefined,
  person: Person | undefined,
  shown: readonly Line[] | undefined,
  isWhole: boolean,
): string[] {
  const codes = new Set(shown?.map(({ village }) => regencyOfVillage(village)));
  if (isWhole) {
    for (const { id } of person?.scopes ?? []) {
      const read = readStream(id);
      if (read?.kind === 'region') codes.add(read.id);
    }
    if (coordinatesProgramme(person))
      for (const { code } of territory?.regencies() ?? []) codes.add(code);
  }
  const nameOf = (code: string) => territory?.regency(code)?.name ?? code;
  return [...codes].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
