import { useLocation } from 'preact-iso/router';
import { programmeStream, readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { readTemplates } from '../../parts/checklist/read-templates.ts';
import { unsharedIn, type Unshared } from '../../parts/checklist/unshared.ts';
import { UnsharedBanner } from '../../parts/checklist/UnsharedBanner.tsx';
import { villageWords } from '../../parts/place.ts';
import { coordinates, roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, penIcon, pinIcon } from '../../ui/icons.ts';
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
  const unshared = useUnshared();
  const person = account.active.value;
  const regency = person?.scopes
    .map(({ id }) => readStream(id))
    .find(stream => stream?.kind === 'region')?.id;
  return (
    <Screen title={t('visit.list.title')} detail={t('visit.list.text')} back={paths.home()}>
      {unshared && unshared.length > 0 && <UnsharedBanner unshared={unshared} />}
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
      {coordinates(person) && (
        <ButtonLink href={laterPaths.templates()} kind="quiet" icon={penIcon} block>
          {t('checklist.template.open')}
        </ButtonLink>
      )}
    </Screen>
  );
}

/** Newest lists of visits that some region lacks which the person at the device coordinates. */
function useUnshared(): Unshared[] | undefined {
  const { records, account } = useServices();
  const person = account.active.value;
  return useLiveQuery(async () => {
    const regions = (await records.readStreams()).filter(
      stream => readStream(stream)?.kind === 'region' && roleIn(person, stream) === 'koordinator',
    );
    const written = await readTemplates(records, [...regions, programmeStream]);
    return unsharedIn(regions, ['visit'], written);
  }, [records, person]);
}
