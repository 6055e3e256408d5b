import type { Participant } from '../../../domain/records/participant.ts';
import { regionStream, trainingStream } from '../../../domain/stream.ts';
import { isVillageCode, regencyOfVillage } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The follow-up plan of every village that takes part: how many lines it has, and the way to write it. */
export function PlansCard({ training }: { training: string }) {
  const { records, loadTerritory, account } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const scopes = account.active.value?.scopes;
  const plans = useLiveQuery(async () => {
    const people = await records.readShelf(trainingStream(training), 'participant');
    const villages = people
      .filter(view => !isDeletedView(view))
      .flatMap(view => valuesOf<Participant>(view).village ?? [])
      .filter(isVillageCode);
    const counts: { village: string; lines: number }[] = [];
    for (const village of [...new Set(villages)].toSorted((one, other) => (one < other ? -1 : 1))) {
      const stream = regionStream(regencyOfVillage(village));
      const isReadable = scopes?.some(({ id }) => id === stream || id === 'programme');
      if (!isReadable) continue;
      const lines = await records.readShelf(stream, 'followUp', village);
      counts.push({ village, lines: lines.filter(view => !isDeletedView(view)).length });
    }
    return counts;
  }, [records, training, scopes]);
  if (!plans || plans.length === 0) return null;
  const written = plans.filter(({ lines }) => lines > 0).length;
  return (
    <Card
      padding="flush"
      title={t('checklist.plan.title')}
      trailing={
        <Badge tone={written === plans.length ? 'good' : 'neutral'}>
          {t('checklist.plan.count', { n: written, total: plans.length })}
        </Badge>
      }
    >
      <List>
        {plans.map(({ village, lines }) => {
          const label = territory?.villageLabel(village);
          return (
            <ListRow
              key={village}
              href={paths.librarySection(village, 'dampak', 'rtl')}
              title={label ? villageWords(t, label) : village}
              detail={
                lines === 0 ? t('checklist.plan.none') : t('checklist.plan.lines', { n: lines })
              }
              trailing={
                <>
                  {lines > 0 && <Icon shape={checkIcon} />}
                  <Icon shape={chevronIcon} />
                </>
              }
            />
          );
        })}
      </List>
    </Card>
  );
}
