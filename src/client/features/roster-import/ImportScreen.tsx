import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { Decisions } from '../../../domain/roster/import-edits.ts';
import { countImport } from '../../../domain/roster/summarise-plan.ts';
import type { Layout } from '../../../domain/roster/guess-layout.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import type { SheetHead, TableTrouble } from '../../../worker/roster-messages.ts';
import { useServices, type RosterDesk } from '../../app-services.ts';
import { isDeletedView, valuesOf, type Change } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useStable } from '../../parts/use-stable.ts';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { AskedCard } from './AskedCard.tsx';
import { ChooseList } from './ChooseList.tsx';
import { ColumnsCard } from './ColumnsCard.tsx';
import { NotesCard } from './NotesCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { ReadListCard } from './ReadListCard.tsx';
import { undoImport } from './undo-import.ts';
import { useImportPlan } from './use-import-plan.ts';

/** Takes over a list of people: choose it, look at it, decide, and only then write all of it at once. */
export function ImportScreen({ training: id }: { training: string }) {
  const { records, account } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(id);
  const read = useLiveQuery(
    async () => ({ view: await records.readRecord(stream, 'training', id) }),
    [records, stream, id],
  );
  const mayImport = roleIn(account.active.value, stream) === 'koordinator';
  const isGone = read !== undefined && (!read.view || isDeletedView(read.view));
  const about = valuesOf<Training>(read?.view);
  return (
    <Screen
      title={t('import.screen.title')}
      detail={about.name}
      back={paths.training(id)}
      width="wide"
    >
      {!read ? (
        <Skeleton label={t('all.training.loading')} rows={4} />
      ) : isGone || !mayImport ? (
        <EmptyState
          picture={<RiverPicture scene="moored" />}
          title={t(isGone ? 'all.training.unknown' : 'setup.right.none')}
          action={<ButtonLink href={paths.home()}>{t('all.word.home')}</ButtonLink>}
        >
          {t(isGone ? 'all.training.unknownText' : 'setup.right.noneText')}
        </EmptyState>
      ) : (
        <Import training={id} about={about} />
      )}
    </Screen>
  );
}

interface ReadList {
  name: string;
  sheets: readonly SheetHead[];
}

const nothingDecided: Decisions = new Map();

function Import({ training, about }: { training: string; about: Training }) {
  const { records, device, loadTerritory, newId } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const openDesk = useDesk();
  const [desk, setDesk] = useState<RosterDesk>();
  const territory = useLoaded(loadTerritory);
  const stream = trainingStream(training);
  const [list, setList] = useState<ReadList>();
  const [pasted, setPasted] = useState('');
  const [isReading, setIsReading] = useState(false);
  const [trouble, setTrouble] = useState<TableTrouble>();
  const [wanted, setWanted] = useState<{ sheet: number; layout: Layout }>();
  const [decisions, setDecisions] = useState(nothingDecided);
  const [isWriting, setIsWriting] = useState(false);
  const planning = useImportPlan(desk, stream, wanted);
  const made = planning?.is === 'done' ? planning.made : undefined;
  const counts = useMemo(() => made && countImport(made.summary, decisions), [made, decisions]);

  async function choose(source: Blob | string, name: string): Promise<void> {
    setIsReading(true);
    setTrouble(undefined);
    const answer = await read(source).catch((): TableTrouble => 'broken');
    setIsReading(false);
    if (typeof answer === 'string') setTrouble(answer);
    else {
      setList({ name, sheets: answer });
      // Notes and other lists often stand on the sheets before: the first that names people is meant.
      const named = answer.findIndex(({ layout }) => layout.columns.includes('name'));
      show(answer, Math.max(0, named));
    }
  }

  async function read(source: Blob | string): Promise<readonly SheetHead[] | TableTrouble> {
    const opened = await openDesk();
    setDesk(opened);
    return opened.read(source);
  }

  function show(sheets: readonly SheetHead[], sheet: number): void {
    const layout = sheets[sheet]?.layout;
    setDecisions(nothingDecided);
    if (layout) setWanted({ sheet, layout });
  }

  function begin(): void {
    setList(undefined);
    setWanted(undefined);
    setDecisions(nothingDecided);
  }

  async function write(): Promise<void> {
    if (!made || !desk) return;
    setIsWriting(true);
    const changes: Change[] = [];
    const isSaved = await saving(async () => {
      for (const { id, fields } of await desk.readEdits(decisions)) {
        const seen = id === undefined ? undefined : made.views.get(id);
        changes.push({ stream, t: 'participant', r: id ?? newId(), fields: { ...fields }, seen });
      }
      await records.write(changes);
    }).finally(() => setIsWriting(false));
    if (!isSaved) return;
    route(paths.participants(training), true);
    showToast({
      text: t('import.done.text', { n: changes.length }),
      action: {
        label: t('all.action.undo'),
        onPress: () =>
          void saving(() => undoImport(records, changes)).then(isUndone => {
            if (isUndone) showToast({ text: t('import.done.undone') });
          }),
      },
    });
    void device.askToKeep();
  }

  if (!list || !wanted)
    return (
      <ChooseList
        isReading={isReading}
        trouble={trouble}
        pasted={pasted}
        onPaste={setPasted}
        onChoose={(source, name) => void choose(source, name)}
      />
    );
  const asked = made?.summary.asked ?? [];
  const total = counts ? counts.added + counts.updated : 0;
  return (
    <>
      <ReadListCard name={list.name} rows={list.sheets[wanted.sheet]?.count ?? 0} onOther={begin} />
      <ColumnsCard
        sheets={list.sheets}
        {...wanted}
        onSheet={sheet => show(list.sheets, sheet)}
        onLayout={layout => {
          setDecisions(nothingDecided);
          setWanted({ sheet: wanted.sheet, layout });
        }}
      />
      {planning?.is === 'under-way' && (
        <ProgressBar label={t('import.screen.checking')} value={planning.share} />
      )}
      {planning?.is === 'failed' && <Banner kind="problem">{t('import.screen.planFailed')}</Banner>}
      {made && counts && (
        <>
          <PlanCard
            summary={made.summary}
            counts={counts}
            territory={territory}
            regency={about.regency}
          />
          {asked.length > 0 && (
            <AskedCard rows={asked} decisions={decisions} onDecide={setDecisions} />
          )}
          <NotesCard notes={made.summary.notes} />
          {counts.undecided > 0 && (
            <Banner kind="info">{t('import.screen.decideFirst', { n: counts.undecided })}</Banner>
          )}
          <Button
            kind="primary"
            block
            busy={isWriting}
            disabled={counts.undecided > 0 || total === 0}
            onPress={() => void write()}
          >
            {t(total === 0 ? 'import.screen.nothing' : 'import.screen.write', { n: total })}
          </Button>
        </>
      )}
    </>
  );
}

/** Opens the desk where lists are read when it is first asked for; it is closed with the screen. */
function useDesk(): () => Promise<RosterDesk> {
  const { openRosterDesk } = useServices();
  const opened = useRef<Promise<RosterDesk> | undefined>(undefined);
  useEffect(
    () => () => {
      void opened.current?.then(desk => desk.close());
    },
    [],
  );
  return useStable(
    () =>
      (opened.current ??= openRosterDesk().catch((failure: unknown) => {
        opened.current = undefined;
        throw failure;
      })),
  );
}
