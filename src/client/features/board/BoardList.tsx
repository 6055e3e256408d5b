import { useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useStable } from '../../parts/use-stable.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { BoardRow, RowState } from './board-rows.ts';
import { CorrectionSheet } from './CorrectionSheet.tsx';
import { DeviceLine } from './DeviceLine.tsx';
import { useGrownRows } from './use-grown-rows.ts';
import styles from './BoardList.module.css';

interface BoardListProps {
  stream: string;
  rows: readonly BoardRow[];
  /** Before a call nobody needs help: they have just not come in. */
  isCalled: boolean;
}

/** The groups, in the order in which they need the coordinator. */
const groups: readonly {
  title:
    | 'koordinator.board.groupHelp'
    | 'koordinator.board.groupUnderWay'
    | 'koordinator.board.groupIn'
    | 'koordinator.board.groupOff'
    | 'koordinator.board.groupUnexpected';
  tone: Tone;
  states: readonly RowState[];
}[] = [
  {
    title: 'koordinator.board.groupHelp',
    tone: 'caution',
    states: ['lost', 'apart', 'revoked', 'stale', 'unproven', 'away', 'never'],
  },
  {
    title: 'koordinator.board.groupUnderWay',
    tone: 'notice',
    states: ['sending', 'held', 'proving'],
  },
  { title: 'koordinator.board.groupIn', tone: 'good', states: ['whole'] },
  { title: 'koordinator.board.groupOff', tone: 'neutral', states: ['writtenOff'] },
  { title: 'koordinator.board.groupUnexpected', tone: 'neutral', states: ['notExpected'] },
];

/** All devices that are waited for, by how they stand; who needs help first. */
export function BoardList({ stream, rows, isCalled }: BoardListProps) {
  const { now } = useServices();
  const words = useI18n();
  const [opened, setOpened] = useState<string>();
  const open = useStable((row: BoardRow) => setOpened(row.id));
  const grown = useGrownRows(rows);
  const row = rows.find(({ id }) => id === opened);
  return (
    <>
      {rows.length > 0 && (
        <ul
          class={styles.list}
          aria-label={words.t('koordinator.board.title')}
          aria-busy={grown.length < rows.length}
        >
          {/* One list for all groups: a line that goes from one to the other stays what it is, and only moves. */}
          {groups.flatMap(({ title, tone, states }) => {
            const total = rows.filter(({ state }) => states.includes(state)).length;
            const drawn = grown.filter(({ state }) => states.includes(state));
            if (total === 0 && drawn.length === 0) return [];
            return [
              <li key={title} class={styles.heading}>
                <h2>
                  {words.t(
                    !isCalled && title === 'koordinator.board.groupHelp'
                      ? 'koordinator.board.groupNotIn'
                      : title,
                  )}
                </h2>
                <Badge tone={tone}>{words.format.number(total)}</Badge>
              </li>,
              ...drawn.map(one => (
                <DeviceLine key={one.id} row={one} onOpen={open} words={words} now={now} />
              )),
            ];
          })}
        </ul>
      )}
      {row && <CorrectionSheet stream={stream} row={row} onClose={() => setOpened(undefined)} />}
    </>
  );
}
