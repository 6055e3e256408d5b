import { useEffect, useState } from 'preact/hooks';
import { Problem, type ProblemCode } from '../../../domain/problem.ts';
import { dayAt, timeOfDayAt } from '../../../domain/day.ts';
import { activityLimits } from '../../../protocol/activity-messages.ts';
import { useServices } from '../../app-services.ts';
import { saveFile } from '../../parts/save-file.ts';
import type { Speech } from '../../parts/work/value-words.ts';
import { tableHead, tableRow } from './activity-table.ts';
import { separatedFile, separatedLines } from './separated-values.ts';
import { createTelling } from './told-entry.ts';

/** How a download goes: of so many entries as were there when it began, about. */
export interface TableProgress {
  state: 'fetching' | 'stopped' | 'done';
  rows: number;
  total: number;
  problem: ProblemCode | undefined;
}

/** A download that was begun: what it has so far, and where it goes on. */
interface Download {
  lines: string[];
  rows: number;
  left: number;
  before: string | undefined;
  isCancelled: boolean;
}

/** Fetches everything written in a stream, page by page, and hands it over as one file. */
export function useTable(stream: string, speech: Speech, nameOf: (device: string) => string) {
  const { records, account, fetchActivity, now } = useServices();
  const [progress, setProgress] = useState<TableProgress>();
  const [current, setCurrent] = useState<Download>();

  // Nobody waits for a download on a screen that was left.
  useEffect(
    () => () => {
      if (current) current.isCancelled = true;
    },
    [current],
  );

  async function run(download: Download): Promise<void> {
    const people = account.known.value;
    const tell = createTelling({ records, t: speech.t, format: speech.format, people, stream });
    const tellProgress = (state: TableProgress['state'], problem?: ProblemCode) => {
      const { rows, left } = download;
      if (!download.isCancelled) setProgress({ state, rows, total: rows + left, problem });
    };
    tellProgress('fetching');
    try {
      for (;;) {
        const { before } = download;
        const page = await fetchActivity(stream, { most: activityLimits.most, before });
        const told = await tell(page.entries);
        if (download.isCancelled) return;
        download.lines.push(separatedLines(told.map(one => tableRow(speech, one, nameOf))));
        download.rows += told.length;
        download.left = page.left;
        if (page.next === null) break;
        download.before = page.next;
        tellProgress('fetching');
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return tellProgress('stopped', error.code);
    }
    saveFile(separatedFile(download.lines), nameOfTable(stream, now()));
    tellProgress('done');
  }

  /** Begins, or goes on where something stopped it. */
  const start = () => {
    const isStopped = progress?.state === 'stopped' && current !== undefined;
    const head = separatedLines([tableHead(speech)]);
    const download = isStopped
      ? current
      : { lines: [head], rows: 0, left: 0, before: undefined, isCancelled: false };
    setCurrent(download);
    void run(download);
  };
  const cancel = () => {
    if (current) current.isCancelled = true;
    setCurrent(undefined);
    setProgress(undefined);
  };
  return { progress, start, cancel };
}

/** `jukung-jejak-spp-tik-2021-06-30-0830.csv`. */
function nameOfTable(stream: string, atMs: number): string {
  const minute = `${dayAt(atMs)}-${timeOfDayAt(atMs)}`.replace(':', '');
  return `jukung-jejak-${stream.slice(stream.indexOf(':') + 1)}-${minute}.csv`;
}
