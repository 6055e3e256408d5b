import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Problem } from '../../../domain/problem.ts';
import type { HistoryEntry } from '../../../protocol/messages.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useAsked } from '../../parts/use-asked.ts';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { describeRecord } from '../../parts/work/describe-work.ts';
import { pathOfActivity } from '../../parts/work/path-of-activity.ts';
import { pathOfRecord } from '../../parts/work/path-of-record.ts';
import { readName } from '../../parts/work/read-name.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { HistoryEntryRow } from './HistoryEntryRow.tsx';

interface HistoryScreenProps {
  stream: string;
  kind: string;
  id: string;
}

/** Everything ever written of one record, the latest first, as home tells it. Needs the network. */
export function HistoryScreen({ stream, kind, id }: HistoryScreenProps) {
  const { records, account, fetchHistory, sync, now } = useServices();
  const { t, format } = useI18n();
  const speech = useSpeech();
  const location = useLocation();
  const people = account.known.value;
  const asked = useAsked(() => emptyIfUnknown(fetchHistory(stream, kind, id)), [stream, kind, id], {
    now,
    whenever: sync.status.value.completedAt,
  });
  const field = location.query['field'];
  const all = asked.last?.value;
  const entries = useMemo(
    () => (field === undefined ? all : all?.flatMap(entry => onlyOf(entry, field))),
    [all, field],
  );
  const record = useLiveQuery(async () => {
    const about = await describeRecord({ records, t, format }, { stream, kind, id });
    const view = await records.readRecord(stream, kind, id);
    const names = new Map<string, string | undefined>();
    for (const by of new Set(entries?.map(entry => entry.by))) {
      names.set(by, await readName(records, people, stream, by));
    }
    // What a record shows stands first among the values that nobody has replaced.
    const shown = new Set(Object.values(view?.state ?? {}).map(field => field.h[0]?.o));
    return { about, names, shown, isWaiting: view?.delivery === 'waiting' };
  }, [records, people, entries, t, format, stream, kind, id]);

  const form = speech.forms?.get(kind);
  const section = field === undefined ? undefined : form?.sectionOf(field);
  const { from } = location.query;
  const back =
    from === 'attention'
      ? paths.attention()
      : from === 'activity'
        ? (pathOfActivity(stream) ?? paths.home())
        : section !== undefined
          ? paths.librarySection(id, section, field)
          : (pathOfRecord({ stream, kind, id }) ?? paths.home());
  const asks = field === undefined ? undefined : form?.words.fields[field]?.label;
  return (
    <Screen
      title={asks ?? record?.about.title ?? t('all.word.history')}
      detail={[t('all.history.open'), asks ? record?.about.title : record?.about.place]
        .filter(Boolean)
        .join(' · ')}
      back={back}
    >
      {record?.isWaiting && (
        <Banner kind="info">
          <p>{t('all.history.waiting')}</p>
        </Banner>
      )}
      <AskedState asked={asked} loading={t('all.history.loading')} />
      {entries?.length === 0 && (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.history.none')}>
          {t('all.history.noneText')}
        </EmptyState>
      )}
      {entries && entries.length > 0 && record && (
        <Card padding="flush" title={t('all.history.count', { n: entries.length })}>
          <List>
            {entries.map(entry => (
              <HistoryEntryRow
                key={entry.id}
                entry={entry}
                kind={kind}
                speech={speech}
                author={record.names.get(entry.by)}
                isShown={entry.verdict === 'admitted' && record.shown.has(entry.id)}
              />
            ))}
          </List>
        </Card>
      )}
    </Screen>
  );
}

/** What an entry says of one field; nothing if it says nothing of it. */
function onlyOf(entry: HistoryEntry, field: string): HistoryEntry[] {
  const value = entry.fields[field];
  return value === undefined ? [] : [{ ...entry, fields: { [field]: value } }];
}

/** Home does not know a record of which nothing has reached it, and that is no failure. */
async function emptyIfUnknown<T>(asking: Promise<T[]>): Promise<T[]> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return [];
    throw error;
  }
}
