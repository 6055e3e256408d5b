import { canWrite } from '../../../domain/access.ts';
import { readAttendanceId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/records/session.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { describeRecord, kindWords } from '../../parts/work/describe-work.ts';
import { readName } from '../../parts/work/read-name.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { DifferenceGroup, type DescribedDifference } from './DifferenceGroup.tsx';
import { readDifferences, type OpenDifference } from './read-differences.ts';
import { settleByRule, type Rule } from './settle-by-rule.ts';

/** Differences of one kind, or of one session's attendance. */
interface Group {
  title: string;
  differences: DescribedDifference[];
}

/** All that people recorded differently in a training, group by group, settled one by one or all at once. */
export function DifferencesScreen({ training }: { training: string }) {
  const { records, account } = useServices();
  const { t, format } = useI18n();
  const speech = useSpeech();
  const saving = useSaving();
  const showToast = useToast();
  const person = account.active.value;
  const people = account.known.value;

  const groups = useLiveQuery(async () => {
    const regions = new Set([
      ...(await records.readStreams()),
      ...(person?.scopes.map(({ id }) => id) ?? []),
    ]);
    const byTitle = new Map<string, Group>();
    for (const open of await readDifferences(records, training, regions)) {
      const described = await describe(open);
      const title = await titleOf(open);
      const group = byTitle.get(title);
      if (group) group.differences.push(described);
      else byTitle.set(title, { title, differences: [described] });
    }
    return [...byTitle.values()];
  }, [records, training, person, people, speech]);

  async function describe(open: OpenDifference): Promise<DescribedDifference> {
    const { stream, kind, id } = open;
    const { title } = await describeRecord({ records, t, format }, { stream, kind, id });
    const names = new Map<string, string | undefined>();
    for (const { by } of open.sides) names.set(by, await readName(records, people, stream, by));
    const role = roleIn(person, stream);
    return { open, title, names, maySettle: role !== undefined && canWrite(role, kind) };
  }

  /** Attendance goes by its session, as the sheets do. */
  async function titleOf({ stream, kind, id }: OpenDifference): Promise<string> {
    const session = kind === 'attendance' ? readAttendanceId(id)?.session : undefined;
    if (session === undefined) return kindWords(t, kind);
    const { title } = valuesOf<Session>(await records.readRecord(stream, 'session', session));
    return `${kindWords(t, kind)} · ${title ?? t('all.session.untitled')}`;
  }

  async function settle(open: OpenDifference, value: Parameters<OpenDifference['settle']>[0]) {
    const isSaved = await saving(() => records.write(open.settle(value)));
    if (isSaved) showToast({ text: t('difference.page.settled', { n: 1 }) });
  }

  async function settleAll(rule: Rule, group: Group): Promise<void> {
    const settled = group.differences.filter(({ maySettle }) => maySettle);
    const changes = settleByRule(
      rule,
      settled.map(({ open }) => open),
    );
    if (await saving(() => records.write(changes)))
      showToast({ text: t('difference.page.settled', { n: settled.length }) });
  }

  const role = roleIn(person, trainingStream(training));
  return (
    <Screen
      title={t('difference.page.title')}
      detail={t('difference.page.text')}
      back={role === 'koordinator' ? paths.training(training) : paths.evening()}
    >
      {!groups ? (
        <Skeleton label={t('difference.page.loading')} rows={6} />
      ) : groups.length === 0 ? (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('difference.page.none')}>
          {t('difference.page.noneText')}
        </EmptyState>
      ) : (
        groups.map(group => (
          <DifferenceGroup
            key={group.title}
            title={group.title}
            differences={group.differences}
            speech={speech}
            onSettle={(open, value) => void settle(open, value)}
            onSettleAll={rule => void settleAll(rule, group)}
          />
        ))
      )}
    </Screen>
  );
}
