import { useLocation } from 'preact-iso/router';
import { visitChecklistId } from '../../../domain/checklists/checklist-id.ts';
import { isDay } from '../../../domain/day.ts';
import { regionStream } from '../../../domain/stream.ts';
import { regencyOfVillage } from '../../../domain/territory.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { ChecklistBody } from '../../parts/checklist/ChecklistBody.tsx';
import { ChecklistHead } from '../../parts/checklist/ChecklistHead.tsx';
import { titleOfChecklist } from '../../parts/checklist/checklist-words.ts';
import { useChecklist } from '../../parts/checklist/use-checklist.ts';
import { villageWords } from '../../parts/place.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { checkIcon } from '../../ui/icons.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { PlanLines } from './PlanLines.tsx';
import { useVisitLists } from './use-visit-lists.ts';
import { mayVisit, useVillage, type VillageBook } from './use-village.ts';
import { VisitNotes } from './VisitNotes.tsx';

/** One visit: its checklist, the village's plan, and what else there is to say. */
export function VisitScreen({ village, day }: { village: string; day: string }) {
  const { account, loadTerritory, records } = useServices();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const { t, format } = useI18n();
  const territory = useLoaded(loadTerritory);
  const book = useVillage(village);
  const lists = useVisitLists(village, day);
  const label = territory?.villageLabel(village);
  const write = async (deleted: boolean) => {
    const stream = regionStream(regencyOfVillage(village));
    const [r, seen] = [
      `${village}:${day}`,
      await records.readRecord(stream, 'visit', `${village}:${day}`),
    ];
    return saving(() => records.write([{ stream, t: 'visit', r, fields: { deleted }, seen }]));
  };

  /** Begun by mistake: it leaves the lists, with its ticks kept, and comes back by one tap. */
  async function remove(): Promise<void> {
    if (!(await write(true))) return;
    route(laterPaths.visitsOf(village), true);
    showToast({
      text: t('visit.one.deleted'),
      action: { label: t('all.action.undo'), onPress: () => void write(false) },
    });
  }

  const isVisit = isDay(day) && mayVisit(account.active.value, village);
  return (
    <Screen
      title={
        isDay(day)
          ? t('visit.one.title', { day: format.day(day, 'medium') })
          : t('visit.list.title')
      }
      detail={label ? villageWords(t, label) : village}
      back={laterPaths.visitsOf(village)}
    >
      {!isVisit ? (
        <Banner kind="info" title={t('visit.village.elsewhere')}>
          <p>{t('visit.village.elsewhereText')}</p>
        </Banner>
      ) : book && lists ? (
        <>
          {lists.map(template => (
            <VisitChecklist key={template} template={template} {...{ village, day, book }} />
          ))}
          <PlanLines book={book} village={village} day={day} />
          <VisitNotes book={book} village={village} day={day} />
          <ButtonLink href={laterPaths.visitsOf(village)} icon={checkIcon} block>
            {t('visit.one.done')}
          </ButtonLink>
          <Button kind="quiet" onPress={() => void remove()} block>
            {t('visit.one.delete')}
          </Button>
        </>
      ) : (
        <Skeleton label={t('visit.village.loading')} rows={6} />
      )}
    </Screen>
  );
}

interface VisitChecklistProps {
  template: string;
  village: string;
  day: string;
  book: VillageBook;
}

function VisitChecklist({ template, village, day, book: { stream } }: VisitChecklistProps) {
  const { t, language } = useI18n();
  const book = useChecklist(stream, visitChecklistId(village, day, template), { day });
  if (!book) return <Skeleton label={t('checklist.list.loading')} rows={4} />;
  return (
    <>
      <h2>{titleOfChecklist(book, language)}</h2>
      <ChecklistHead book={book} />
      <ChecklistBody book={book} />
    </>
  );
}
