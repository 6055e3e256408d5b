import { useState } from 'preact/hooks';
import { Problem, type ProblemCode } from '../../../domain/problem.ts';
import type { ActivityQuery } from '../../../protocol/activity-messages.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useAsked, type Asked } from '../../parts/use-asked.ts';
import { createTelling, type ToldEntry } from './told-entry.ts';

/** What is narrowed to; left out for all. */
export type ActivityFilter = Pick<ActivityQuery, 'by' | 'device' | 'kind'>;

/** Some entries, and how the ones before them are had. */
export interface ActivityPage {
  told: readonly ToldEntry[];
  next: string | null;
  /** Admitted entries that were not looked at yet. */
  left: number;
}

export interface Activity {
  /** How it goes with the latest page. */
  asked: Asked<ActivityPage>;
  /** All that was fetched so far, as one; undefined until the first page is there. */
  page: ActivityPage | undefined;
  /** Fetches the page before these. */
  fetchOlder: () => Promise<void>;
  isFetching: boolean;
  /** What stopped the last try to fetch an older page. */
  problem: ProblemCode | undefined;
}

/** A filter may find nothing in one answer: so many are asked for before the person is asked to go on. */
const mostAnswers = 10;

/** Who did what in a stream, page after page. Another filter begins anew. */
export function useActivity(stream: string, filter: ActivityFilter): Activity {
  const { records, account, fetchActivity, now } = useServices();
  const { t, format } = useI18n();
  const people = account.known.value;
  const [older, setOlder] = useState<{ after: ActivityPage; page: ActivityPage }>();
  const [going, setGoing] = useState<{ isFetching: boolean; problem: ProblemCode | undefined }>(
    idle,
  );

  async function load(from: string | undefined): Promise<ActivityPage> {
    const tell = createTelling({ records, t, format, people, stream });
    let before = from;
    for (let answers = 1; ; answers += 1) {
      const { entries, next, left } = await fetchActivity(stream, { ...filter, before });
      const isEnough = entries.length > 0 || next === null || answers === mostAnswers;
      if (isEnough) return { told: await tell(entries), next, left };
      before = next;
    }
  }

  const { by, device, kind } = filter;
  const asked = useAsked(() => load(undefined), [stream, by, device, kind, t], { now });
  const first = asked.last?.value;
  // What was fetched after another first page does not go on from this one.
  const page = older !== undefined && older.after === first ? older.page : first;

  async function fetchOlder(): Promise<void> {
    if (!first || !page || page.next === null || going.isFetching) return;
    setGoing({ isFetching: true, problem: undefined });
    let problem: ProblemCode | undefined;
    try {
      const { told, next, left } = await load(page.next);
      setOlder({ after: first, page: { told: [...page.told, ...told], next, left } });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error.code;
    } finally {
      setGoing({ isFetching: false, problem });
    }
  }

  return { asked, page, fetchOlder, ...going };
}

const idle = { isFetching: false, problem: undefined };
