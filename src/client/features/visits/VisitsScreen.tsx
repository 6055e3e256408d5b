import { useLocation } from 'preact-iso/router';
import { readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { villageWords } from '../../parts/place.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, pinIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { visitsIn } from './use-village.ts';

/** Most visits that are listed here; all of a village's stand at the village. */
const mostListed = 20;

/** Visits to village libraries: choosing a village, and what was visited last. */
export function VisitsScreen() {
  const { records, account, loadTerritory } = useServices();
  const { t, format } = useI18n();
  const { route } = useLocation();
  const territory = useLoaded(loadTerritory);
  const visits = useLiveQuery(async () => {
    const views = [];
    for (const stream of await records.readStreams())
      if (readStream(stream)?.kind === 'region')
        views.push(...(await records.readShelf(stream, 'visit')));
    return visitsIn(views).slice(0, mostListed);
  }, [records]);
  const regency = account.active.value?.scopes
    .map(({ id }) => readStream(id))
    .find(stream => stream?.kind === 'region')?.id;
  return (
    <Screen title={t('visit.list.title')} detail={t('visit.list.text')} back={paths.home()}>
      <Card>
        <VillagePicker
          label={t('visit.list.choose')}
          territory={territory}
          value={undefined}
          regency={regency}
          onChoose={village => route(laterPaths.visitsOf(village))}
        />
      </Card>
      {visits && visits.length > 0 && (
        <Card padding="flush" title={t('visit.list.last')}>
          <List>
            {visits.map(({ day, view, purpose }) => {
              const village = view.r.slice(0, view.r.indexOf(':'));
              const label = territory?.villageLabel(village);
              return (
                <ListRow
                  key={view.r}
                  href={laterPaths.visit(village, day)}
                  title={label ? villageWords(t, label) : village}
                  detail={[format.day(day), purpose].filter(Boolean).join(' · ')}
                  leading={<Icon shape={pinIcon} />}
                  trailing={<Icon shape={chevronIcon} />}
                />
              );
            })}
          </List>
        </Card>
      )}
    </Screen>
  );
}
