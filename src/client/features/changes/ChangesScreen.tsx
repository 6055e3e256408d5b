import { useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { describeRecord, kindWords } from '../../parts/work/describe-work.ts';
import { readName } from '../../parts/work/read-name.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { fieldsWords } from '../../parts/work/value-words.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { List } from '../../ui/List.tsx';
import { RiverPicture } from '../../ui/RiverPicture.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { ChangeItem, type ChangeLine } from './ChangeItem.tsx';
import { groupEdits, type EditGroup } from './group-edits.ts';

/** How long what was done can be taken back here, ms. The outbox keeps it longer. */
const reachMs = 30 * 86_400_000;

/** Groups shown at once; more on request. */
const pageSize = 30;

/** Edits read for one page of groups: a whole training marked present is one group of hundreds. */
const mostEdits = 3_000;

/** What was ticked, changed or deleted on this device in the last 30 days; each can be brought back, offline too. */
export function ChangesScreen() {
  const { account, loadOwnEdits, now, records } = useServices();
  const { t, format } = useI18n();
  const speech = useSpeech();
  const saving = useSaving();
  const showToast = useToast();
  const ownEdits = useLoaded(loadOwnEdits);
  const [pages, setPages] = useState(1);
  const people = account.known.value;

  const read = useLiveQuery(async () => {
    if (!ownEdits) return undefined;
    const groups = groupEdits(await ownEdits.read(now() - reachMs, mostEdits));
    const lines: ChangeLine[] = [];
    // One after another: Dexie loses its way when a live query opens several transactions at once.
    for (const group of groups.slice(0, pages * pageSize)) lines.push(await lineOf(group));
    return { lines, hasMore: groups.length > lines.length };
  }, [ownEdits, records, people, speech, pages]);

  async function lineOf(group: EditGroup): Promise<ChangeLine> {
    const [edit] = group.edits;
    if (!edit) throw new Error('A group without edits');
    const { stream, kind, id, by, fields, was } = edit;
    const isOne = group.edits.length === 1;
    const { title, place } = await describeRecord(
      { records, t, format },
      { stream, kind, id },
      was,
    );
    const said = fieldsWords(speech, kind, fields);
    const before = isOne ? fieldsWords(speech, kind, was) : [];
    let stands = false;
    for (const one of group.edits) stands ||= (await ownEdits?.readStanding(one))?.length !== 0;
    return {
      group,
      title: isOne
        ? title
        : t('all.changes.several', { n: group.edits.length, what: kindWords(t, kind) }),
      said: [place, ...said].filter(Boolean).join(' · '),
      before: before.join(' · '),
      by: await readName(records, people, stream, by),
      stands,
    };
  }

  async function takeBack({ group, title }: ChangeLine): Promise<void> {
    let wasLeft = false;
    const isSaved = await saving(async () => {
      wasLeft = (await ownEdits?.takeBack(group.edits)) ?? false;
    });
    if (isSaved)
      showToast({
        text: t(wasLeft ? 'all.changes.done' : 'all.changes.nothingLeft', { what: title }),
      });
  }

  const days = [...new Set(read?.lines.map(({ group }) => group.day))];
  return (
    <Screen title={t('all.changes.title')} detail={t('all.changes.text')} back={paths.device()}>
      {!read ? (
        <Skeleton label={t('all.changes.loading')} rows={6} />
      ) : read.lines.length === 0 ? (
        <EmptyState picture={<RiverPicture scene="moored" />} title={t('all.changes.none')}>
          {t('all.changes.noneText')}
        </EmptyState>
      ) : (
        days.map(day => (
          <Card key={day} padding="flush" title={format.day(day)}>
            <List>
              {read.lines
                .filter(({ group }) => group.day === day)
                .map(line => (
                  <ChangeItem
                    key={line.group.edits[0]?.n}
                    line={line}
                    onTakeBack={() => void takeBack(line)}
                  />
                ))}
            </List>
          </Card>
        ))
      )}
      {read?.hasMore && (
        <Button block onPress={() => setPages(pages + 1)}>
          {t('all.changes.more')}
        </Button>
      )}
    </Screen>
  );
}
