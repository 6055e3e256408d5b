import { useMemo } from 'preact/hooks';
import type { Day } from '../../../domain/day.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type Records, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { listRoster } from '../../parts/roster.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { listSigners, type Signer } from './round.ts';

interface Round {
  stream: string;
  trainingName: string | undefined;
  /** Undefined while it is being read. */
  signers: readonly Signer[] | undefined;
}

/** Reads a day's signature round and keeps it fresh: a signature costs the reading of signatures alone. */
export function useRound(training: string, day: Day): Round {
  const { records, loadTerritory } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(training);
  const about = useLiveQuery(
    async () => ({ read: await records.readRecord(stream, 'training', training) }),
    [records, stream, training],
  );
  const participants = useLiveQuery(
    () => records.readShelf(stream, 'participant'),
    [records, stream],
  );
  const sheets = useLiveQuery(() => readSheets(records, stream, day), [records, stream, day]);
  const signatures = useLiveQuery(
    () => records.readShelf(stream, 'signature', day),
    [records, stream, day],
  );
  const territory = useLoaded(loadTerritory);

  const roster = useMemo(() => participants && listRoster(participants), [participants]);
  const signers = useMemo(
    () =>
      roster && sheets && signatures
        ? listSigners(t, { day, roster, sheets, signatures, territory })
        : undefined,
    [t, day, roster, sheets, signatures, territory],
  );
  return { stream, trainingName: valuesOf<Training>(about?.read).name, signers };
}

/** The marks of each of a day's sessions. One after another: a live query loses its way in several at once. */
async function readSheets(records: Records, stream: string, day: Day): Promise<RecordView[][]> {
  const sheets: RecordView[][] = [];
  for (const session of await records.readShelf(stream, 'session')) {
    if (isDeletedView(session) || valuesOf<Session>(session).day !== day) continue;
    sheets.push(await records.readShelf(stream, 'attendance', session.r));
  }
  return sheets;
}
