import { addDays, dayAt } from '../../../domain/day.ts';
import type { Training } from '../../../domain/records/training.ts';
import { readStream, trainingStream } from '../../../domain/stream.ts';
import { useServices, type Person } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { paths } from '../../paths.ts';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, syncIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';

/** Before a training devices are made ready, after it the last of them come in: so many days. */
const marginDays = 3;
const mostRows = 3;

/** The ways to the boards of the trainings at hand. */
export function BoardRows({ person }: { person: Person }) {
  const { records, now } = useServices();
  const { t } = useI18n();
  const trainings = useLiveQuery(async () => {
    const today = dayAt(now());
    const found: { id: string; name: string | undefined }[] = [];
    for (const { id: stream } of person.scopes) {
      const read = readStream(stream);
      if (read?.kind !== 'training' || roleIn(person, stream) !== 'koordinator') continue;
      const view = await records.readRecord(trainingStream(read.id), 'training', read.id);
      const { name, startsOn, endsOn = startsOn } = valuesOf<Training>(view);
      const isNear =
        startsOn !== undefined &&
        endsOn !== undefined &&
        addDays(startsOn, -marginDays) <= today &&
        today <= addDays(endsOn, marginDays);
      if (isNear) found.push({ id: read.id, name });
    }
    return found.slice(0, mostRows);
  }, [records, person]);
  return (
    <>
      {trainings?.map(({ id, name }) => (
        <ListRow
          key={id}
          href={paths.board(id)}
          leading={<Icon shape={syncIcon} />}
          title={t('koordinator.board.open')}
          detail={trainings.length > 1 ? name : t('koordinator.board.openText')}
          trailing={<Icon shape={chevronIcon} />}
        />
      ))}
    </>
  );
}
