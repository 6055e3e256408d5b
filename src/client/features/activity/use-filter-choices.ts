import { useMemo } from 'preact/hooks';
import type { Member } from '../../../domain/records/member.ts';
import { programmeStream, readStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { kindWords } from '../../parts/work/describe-work.ts';
import { textOr } from '../../parts/work/read-work.ts';
import { activityKinds } from './activity-kinds.ts';
import type { FilterChoices } from './FilterSheet.tsx';
import type { ToldEntry } from './told-entry.ts';
import type { DeviceNames } from './use-device-names.ts';

/** Whom and what one can narrow a stream's activity to: its members, their devices, and all that was met so far. */
export function useFilterChoices(
  stream: string,
  told: readonly ToldEntry[],
  { nameOf, usedBy }: DeviceNames,
): FilterChoices {
  const { records } = useServices();
  const { t } = useI18n();
  const members = useLiveQuery(async () => {
    const own = await records.readShelf(stream, 'member');
    const everywhere = await records.readShelf(programmeStream, 'member');
    return [...everywhere, ...own].map(
      view => [view.r, textOr(valuesOf<Member>(view).name, '')] as const,
    );
  }, [records, stream]);

  return useMemo(() => {
    const people = new Map<string, string>();
    for (const { entry, author } of told) people.set(entry.by, author ?? '');
    for (const [id, name] of members ?? []) if (name !== '') people.set(id, name);
    const known = readStream(stream);
    const kinds = [
      ...(known ? activityKinds[known.kind] : []),
      ...told.map(({ entry }) => entry.kind),
    ];
    const ids = [...told.map(({ entry }) => entry.device), ...usedBy(new Set(people.keys()))];
    return {
      by: [...people]
        .map(([value, name]) => ({ value, label: name || t('all.person.unknown') }))
        .sort((one, other) => one.label.localeCompare(other.label)),
      device: [...new Set(ids)].map(value => ({ value, label: nameOf(value) })),
      kind: [...new Set(kinds)].map(value => ({ value, label: kindWords(t, value) })),
    };
  }, [told, members, stream, nameOf, usedBy, t]);
}
