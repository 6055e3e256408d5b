import { useState } from 'preact/hooks';
import type { Training } from '../../../domain/records/training.ts';
import { readStream, regionStream } from '../../../domain/stream.ts';
import type { Territory } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { SegmentedChoice, type Choice } from '../../ui/SegmentedChoice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

interface TrainerPlaceProps {
  territory: Territory | undefined;
  /** A training's or a region's stream. */
  value: string | undefined;
  onChoose: (stream: string | undefined) => void;
}

/** Asks where a trainer works: in one of the trainings known here, or with a regency's libraries. */
export function TrainerPlace({ territory, value, onChoose }: TrainerPlaceProps) {
  const { t } = useI18n();
  const trainings = useTrainings();
  const isRegion = (stream: string | undefined) => readStream(stream ?? '')?.kind === 'region';
  const [wantsRegion, setWantsRegion] = useState(() => isRegion(value));
  if (!trainings || !territory) return <Skeleton label={t('all.village.loading')} />;
  const byRegency = 'regency';
  return (
    <>
      <SegmentedChoice
        label={t('all.invite.place')}
        direction="column"
        choices={[...trainings, { value: byRegency, label: t('all.invite.oneRegency') }]}
        value={wantsRegion ? byRegency : (value ?? null)}
        onChoose={chosen => {
          setWantsRegion(chosen === byRegency);
          onChoose(chosen === byRegency ? undefined : chosen);
        }}
      />
      {wantsRegion && (
        <SegmentedChoice
          label={t('all.invite.regency')}
          choices={territory.regencies().map(({ code, name, kind }) => ({
            value: regionStream(code),
            label: t(`all.place.${kind}`, { name }),
          }))}
          value={value ?? null}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

/** The trainings known on this device; undefined until they are read. */
function useTrainings(): Choice<string>[] | undefined {
  const { records } = useServices();
  const { t } = useI18n();
  return useLiveQuery(async () => {
    const found: Choice<string>[] = [];
    for (const name of await records.readStreams()) {
      const stream = readStream(name);
      if (stream?.kind !== 'training') continue;
      const view = await records.readRecord(name, 'training', stream.id);
      if (!view || isDeletedView(view)) continue;
      const training = valuesOf<Training>(view);
      found.push({ value: name, label: training.name ?? t('all.training.unnamed') });
    }
    return found;
  }, [records, t]);
}
