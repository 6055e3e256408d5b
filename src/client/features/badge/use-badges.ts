import { useMemo } from 'preact/hooks';
import { badgeText, numberAfter } from '../../../domain/badge.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Training } from '../../../domain/records/training.ts';
import { searchText } from '../../../domain/search-text.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { placeWords } from '../../parts/place.ts';
import { listRoster } from '../../parts/roster.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { useToast } from '../../ui/Toasts.tsx';

/** One person's badge as it is shown and printed. */
export interface ShownBadge {
  /** The participant's record, and all others of the same person. */
  id: string;
  ids: readonly string[];
  name: string;
  place: string;
  /** What the QR code holds. */
  text: string;
  /** 1 for a person's first badge. */
  number: number;
  searchable: string;
}

interface Badges {
  trainingName: string | undefined;
  /** By name; undefined while they are being read. */
  badges: readonly ShownBadge[] | undefined;
  /** Gives somebody a new badge, which makes the old ones void; can be taken back. */
  renew: (badge: ShownBadge) => Promise<void>;
}

/** Reads the badges of a training and keeps them fresh. */
export function useBadges(training: string): Badges {
  const { records, loadTerritory } = useServices();
  const { t } = useI18n();
  const attempt = useSaving();
  const showToast = useToast();
  const stream = trainingStream(training);
  const about = useLiveQuery(
    async () => ({ read: await records.readRecord(stream, 'training', training) }),
    [records, stream, training],
  );
  const participants = useLiveQuery(
    () => records.readShelf(stream, 'participant'),
    [records, stream],
  );
  const territory = useLoaded(loadTerritory);

  const badges = useMemo(
    () =>
      participants &&
      listRoster(participants)
        .map(({ id, ids, participant }): ShownBadge => {
          const name = participant.name ?? t('all.person.unnamed');
          const number = participant.badge ?? 1;
          const place = placeWords(t, participant, territory);
          const text = badgeText({ training, participant: id, number });
          return { id, ids, name, place, text, number, searchable: searchText(`${name} ${place}`) };
        })
        .sort((a, b) => compare(a.searchable, b.searchable) || compare(a.id, b.id)),
    [t, participants, territory, training],
  );

  /** Each record of a person carries a badge of its own: a new one makes all of them void. */
  async function setNumbers(numbers: ReadonlyMap<string, number | null>): Promise<boolean> {
    return attempt(async () => {
      const changes = [];
      for (const [r, badge] of numbers) {
        const seen = await records.readRecord(stream, 'participant', r);
        changes.push({ stream, t: 'participant', r, fields: { badge }, seen });
      }
      await records.write(changes);
    });
  }

  async function renew({ ids, name }: ShownBadge): Promise<void> {
    const before = new Map<string, number | null>();
    const after = new Map<string, number | null>();
    for (const id of ids) {
      const view = await records.readRecord(stream, 'participant', id);
      const { badge } = valuesOf<Participant>(view);
      before.set(id, badge ?? null);
      after.set(id, numberAfter(badge ?? 1));
    }
    if (!(await setNumbers(after))) return;
    showToast({
      text: t('badge.one.renewed', { name }),
      action: { label: t('all.action.undo'), onPress: () => void setNumbers(before) },
    });
  }

  return { trainingName: valuesOf<Training>(about?.read).name, badges, renew };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
