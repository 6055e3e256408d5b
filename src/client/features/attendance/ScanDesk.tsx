import { useCallback, useRef, useState } from 'preact/hooks';
import type { AttendanceMark } from '../../../domain/records/attendance.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { paths } from '../../paths.ts';
import { useNow } from '../../parts/use-now.ts';
import { useStable } from '../../parts/use-stable.ts';
import { judgeBadge } from './scan/judge-badge.ts';
import { LateChoice } from './scan/LateChoice.tsx';
import { markAt } from './scan/mark-at.ts';
import { PersonSearch } from './scan/PersonSearch.tsx';
import { ScanResult, type Seen, type SeenPerson } from './scan/ScanResult.tsx';
import { sound } from './scan/sound.ts';
import { useLateRule } from './scan/use-late-rule.ts';
import { Viewfinder } from './scan/Viewfinder.tsx';
import type { SheetRow } from './sheet-rows.ts';
import { useSheetEdits } from './use-sheet-edits.ts';
import type { AttendanceSheet } from './use-sheet.ts';

interface ScanDeskProps {
  training: string;
  session: string;
  sheet: AttendanceSheet;
  rows: readonly SheetRow[];
}

/** The camera, whom it saw last, and the search by name for those without a badge. */
export function ScanDesk({ training, session: id, sheet, rows }: ScanDeskProps) {
  const { records, device } = useServices();
  const { stream, session } = sheet;
  const [seen, setSeen] = useState<Seen>();
  const [lateRule, setLateRule] = useLateRule();
  const sightedAt = useRef<number | undefined>(undefined);
  const { edit } = useSheetEdits(rows, async edits => {
    const start = sightedAt.current;
    sightedAt.current = undefined;
    const outcome = await sheet.save(edits);
    // From the camera's frame to the device's disk: browsers' own tools show it.
    if (start !== undefined) performance.measure('check-in', { start });
    return outcome;
  });
  const likelyNow = useCallback(() => device.likelyNow(), [device]);
  const now = useNow(likelyNow);
  const participants = useLiveQuery(
    () => records.readShelf(stream, 'participant'),
    [records, stream],
  );

  const onSight = useStable((text: string, at: number) => {
    if (!participants) return;
    const judged = judgeBadge(text, training, participants);
    const row =
      judged.is === 'person'
        ? rows.find(({ person }) => person.entry.ids.includes(judged.person))
        : undefined;
    if (row) return void take(row, at);
    sound('look');
    setSeen(judged.is === 'person' ? { is: 'unknown' } : judged);
  });

  /** Marks somebody who is here, unless something else is recorded: that is shown, and the person decides. */
  const take = useStable(async (row: SheetRow, at?: number) => {
    const { mark, differences } = row;
    if (differences.length > 0) return show(row, 'disputed');
    if (mark?.status === 'hadir' || mark?.status === 'terlambat') {
      // Nobody listens for this one: a badge held up twice does no harm and is no mistake.
      const view = await records.readRecord(stream, 'attendance', row.record ?? '');
      return show(row, 'already', view?.state['mark']?.h[0]?.s);
    }
    if (mark) return show(row, 'other');
    sound('good');
    show(row, 'marked');
    sightedAt.current = at;
    return set(row, markAt(session, device.likelyNow(), lateRule));
  });

  function show({ person, mark }: SheetRow, why: SeenPerson['why'], since?: number): void {
    if (why === 'other' || why === 'disputed') sound('look');
    setSeen({ is: 'person', person: person.id, why, before: mark, since });
  }

  function set(row: SheetRow, mark: AttendanceMark | null): void {
    edit(row.person, { mark });
  }

  const ofPerson = seen?.is === 'person' ? seen : undefined;
  const row = ofPerson && rows.find(({ person }) => person.id === ofPerson.person);
  return (
    <>
      {/* A badge seen before it can be judged would not be seen again while it is held up. */}
      {participants && <Viewfinder onSight={onSight} />}
      <ScanResult
        seen={seen}
        row={row}
        sheetPath={paths.session(training, id, row?.person.id)}
        onUndo={() => row && set(row, ofPerson?.before ?? null)}
        onPresent={() => {
          if (!row) return;
          show(row, 'marked');
          set(row, markAt(session, device.likelyNow(), lateRule));
        }}
      />
      <LateChoice
        rule={lateRule}
        onChoose={setLateRule}
        startsAt={session.startsAt}
        mark={markAt(session, now, 'late')}
      />
      <PersonSearch rows={rows} onChoose={one => void take(one)} />
    </>
  );
}
