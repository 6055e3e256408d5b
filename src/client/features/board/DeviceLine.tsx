import { Component } from 'preact';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';
import { storedWords } from '../../parts/work/stored-words.ts';
import { waitingWords } from '../../parts/work/waiting-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import {
  checkIcon,
  chevronIcon,
  closeIcon,
  cloudWaitingIcon,
  offlineIcon,
  syncIcon,
  warningIcon,
  type IconShape,
} from '../../ui/icons.ts';
import type { BoardRow, RowState } from './board-rows.ts';
import { stateWords, toneOfState } from './state-words.ts';
import styles from './DeviceLine.module.css';

interface DeviceLineProps {
  row: BoardRow;
  /** Always the same function as long as the board is open. */
  onOpen: (row: BoardRow) => void;
  /** Handed down rather than asked for: a board has hundreds of lines. */
  words: { t: Translate; format: Format };
  now: () => number;
}

const iconOfState: Record<RowState, IconShape | undefined> = {
  lost: offlineIcon,
  apart: warningIcon,
  revoked: closeIcon,
  stale: offlineIcon,
  unproven: warningIcon,
  away: cloudWaitingIcon,
  never: offlineIcon,
  sending: syncIcon,
  held: cloudWaitingIcon,
  proving: syncIcon,
  whole: checkIcon,
  writtenOff: undefined,
  notExpected: undefined,
};

/** One device on the board. Drawn again only when the line itself changes. */
export class DeviceLine extends Component<DeviceLineProps> {
  override shouldComponentUpdate({ row, words }: DeviceLineProps): boolean {
    return row !== this.props.row || words !== this.props.words;
  }

  override render({ row, onOpen, words, now }: DeviceLineProps) {
    const { t } = words;
    const { state, share, note } = row;
    return (
      <li class={styles.item}>
        <button class={styles.line} type="button" onClick={() => onOpen(row)}>
          <span class={styles.words}>
            <span class={styles.name}>
              {row.names.length === 0 ? t('koordinator.devices.nobody') : row.names.join(', ')}
            </span>
            <span class={styles.state}>
              <Badge tone={toneOfState[state]} icon={iconOfState[state]}>
                {stateWords(words, row, now())}
              </Badge>
            </span>
            {row.device && <span class={styles.facts}>{factsOf(row, words, now())}</span>}
            {note && <span class={styles.note}>{note}</span>}
          </span>
          <Icon shape={chevronIcon} />
          {share !== undefined && (
            <span class={styles.bar} aria-hidden="true">
              <span class={styles.done} style={{ '--share': share }} />
            </span>
          )}
        </button>
      </li>
    );
  }
}

/** Whose device, how it is, what is in: one line of facts. */
function factsOf(
  { device, state }: BoardRow,
  { t, format }: DeviceLineProps['words'],
  nowMs: number,
): string {
  if (!device) return '';
  const { report, held = 0, isHere, lastSeenAt, proof } = device;
  const { leaving, battery, app } = report ?? {};
  const when = (at: number) => storedWords(format, at, nowMs);
  // What waits stands in the state already where the state is about that.
  const isWaitingTold = state === 'away' || state === 'sending' || state === 'whole';
  return [
    t('koordinator.board.arrived', { n: held }),
    !isWaitingTold && report && waitingWords(t, device),
    proof && proof.operations > 0 && t('koordinator.board.code', { code: proof.code }),
    isHere
      ? t('koordinator.board.connected')
      : lastSeenAt !== null && t('koordinator.board.lastSeen', { when: when(lastSeenAt) }),
    battery !== undefined &&
      t('koordinator.board.battery', { share: format.percent(Math.round(battery * 100) / 100) }),
    app !== undefined && t('koordinator.board.version', { version: app }),
    leaving &&
      (leaving.open.length === 0
        ? t('koordinator.board.leavingReady', { when: when(leaving.at) })
        : t('koordinator.board.leavingOpen', {
            when: when(leaving.at),
            n: leaving.open.length,
          })),
    `${device.name || t('koordinator.devices.unnamed')} ${device.id.slice(0, 8)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
