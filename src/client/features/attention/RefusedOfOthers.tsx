import { useRef, useState } from 'preact/hooks';
import { useServices, type RefusedElsewhere } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useAsked } from '../../parts/use-asked.ts';
import { AskedState } from '../../parts/work/AskedState.tsx';
import { describeWork, type DescribedWork } from '../../parts/work/describe-work.ts';
import { readName } from '../../parts/work/read-name.ts';
import { useSpeech } from '../../parts/work/use-speech.ts';
import { readWork } from '../../parts/work/read-work.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import type { Change } from '../../data/record-view.ts';
import { DeclineSheet } from './DeclineSheet.tsx';
import { grantFor } from './grant-for.ts';
import { OthersItem } from './OthersItem.tsx';
import { readDecisions } from './read-decisions.ts';
import styles from './cards.module.css';

/** One refused operation of anybody, in words. */
export interface OthersWork {
  refused: RefusedElsewhere;
  work: DescribedWork;
  author: string | undefined;
  /** What would give its author the right to it; undefined where that is not what it lacked. */
  grant: Change | undefined;
}

/** How often the list is looked at again while it is in sight, ms. */
const lookEveryMs = 15_000;

/**
 * What home keeps apart of everybody in the coordinator's streams. The list needs the network; deciding
 * does not, and a decision stands here until home no longer lists what it is about.
 */
export function RefusedOfOthers() {
  const { attention, records, account, sync, now } = useServices();
  const { t } = useI18n();
  const speech = useSpeech();
  const showToast = useToast();
  const isSaved = useSaving();
  const place = useRef<HTMLDivElement>(null);
  const [declining, setDeclining] = useState<OthersWork>();
  const people = account.people.value;

  const asked = useAsked(() => attention.fetchAll(), [attention, account.active.value?.id], {
    now,
    // A decision that has been delivered takes its row along.
    whenever: `${sync.status.value.waiting} ${sync.status.value.completedAt}`,
    everyMs: lookEveryMs,
  });
  const listed = asked.last?.value;
  const rows = useLiveQuery(async () => {
    if (!listed) return undefined;
    const all: OthersWork[] = [];
    for (const refused of inOrder(listed)) {
      const { stream, by } = readWork(refused.operation);
      const author = await readName(records, people, stream, by);
      all.push({
        refused,
        work: await describeWork({ records, ...speech }, refused.operation),
        author,
        grant: await grantFor(records, refused, author),
      });
    }
    return { all, decisions: await readDecisions(records, listed) };
  }, [listed, records, people, speech]);

  async function decide(
    one: OthersWork,
    outcome: 'accept' | 'decline' | null,
    note?: string,
  ): Promise<boolean> {
    const { id, operation } = one.refused;
    const isDone = await isSaved(() => attention.decide({ id, operation }, outcome, note));
    if (isDone) place.current?.focus({ preventScroll: true });
    return isDone;
  }

  async function accept(one: OthersWork): Promise<void> {
    if (await decide(one, 'accept'))
      showToast({ text: t('koordinator.attention.accepted', { what: one.work.title }) });
  }

  /** The right first: with it, what its author writes from now on is admitted by itself. */
  async function acceptWithGrant(one: OthersWork): Promise<void> {
    const { grant } = one;
    if (!grant || !(await isSaved(() => records.write([grant])))) return;
    const name = one.author ?? t('all.person.unknown');
    if (await decide(one, 'accept'))
      showToast({ text: t('koordinator.attention.granted', { what: one.work.title, name }) });
  }

  async function decline(one: OthersWork, note: string): Promise<void> {
    setDeclining(undefined);
    if (!(await decide(one, 'decline', note || undefined))) return;
    showToast({
      text: t('koordinator.attention.declined', { what: one.work.title }),
      action: { label: t('all.action.undo'), onPress: () => void undo(one) },
    });
  }

  async function undo(one: OthersWork): Promise<void> {
    if (await decide(one, null)) showToast({ text: t('koordinator.attention.undone') });
  }

  return (
    <div ref={place} tabIndex={-1}>
      <Card padding="flush" title={t('koordinator.attention.title')}>
        <div class={styles.content}>
          <AskedState asked={asked} loading={t('all.attention.loading')} />
          {rows?.all.length === 0 && <p>{t('koordinator.attention.none')}</p>}
        </div>
        {rows && rows.all.length > 0 && (
          <List>
            {rows.all.map(one => (
              <OthersItem
                key={one.refused.id}
                one={one}
                decided={rows.decisions.get(one.refused.id)}
                onAccept={() => void accept(one)}
                onAcceptWithGrant={() => void acceptWithGrant(one)}
                onDecline={() => setDeclining(one)}
                onUndo={() => void undo(one)}
              />
            ))}
          </List>
        )}
      </Card>
      {declining && (
        <DeclineSheet
          work={declining.work}
          onDecline={note => void decline(declining, note)}
          onClose={() => setDeclining(undefined)}
        />
      )}
    </div>
  );
}

/** The latest first, and what arrived together as it was written on its device. */
function inOrder(listed: readonly RefusedElsewhere[]): RefusedElsewhere[] {
  const place = ({ operation: { n } }: RefusedElsewhere) => (typeof n === 'number' ? n : 0);
  return [...listed].sort(
    (one, other) => other.receivedAt - one.receivedAt || place(other) - place(one),
  );
}
