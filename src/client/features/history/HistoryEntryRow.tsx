import { attendanceStatuses, type AttendanceStatus } from '../../../domain/records/attendance.ts';
import type { HistoryEntry } from '../../../protocol/messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { fieldsWords, type Speech } from '../../parts/work/value-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, penIcon, warningIcon } from '../../ui/icons.ts';
import { ListRow } from '../../ui/ListRow.tsx';
import styles from './HistoryScreen.module.css';

interface HistoryEntryRowProps {
  entry: HistoryEntry;
  kind: string;
  speech: Speech;
  author: string | undefined;
  /** True if the record shows what this entry says. */
  isShown: boolean;
}

/** From so long between writing and arriving on, both times are told, ms. */
const longOnTheWayMs = 3_600_000;

/** One moment of a record: what was written, by whom, where and when, and whether home let it in. */
export function HistoryEntryRow({ entry, kind, speech, author, isShown }: HistoryEntryRowProps) {
  const { t, format } = useI18n();
  const { verdict, code, stamp, receivedAt } = entry;
  const isRefused = verdict === 'quarantined';
  const facts = [
    format.dateTime(stamp),
    receivedAt - stamp > longOnTheWayMs &&
      t('all.history.arrived', { when: format.dateTime(receivedAt) }),
    t('all.history.from', { device: entry.device.slice(0, 8) }),
    entry.isClockUncertain && t('all.history.clockUncertain'),
  ];
  return (
    <ListRow
      leading={<Look entry={entry} />}
      title={fieldsWords(speech, kind, entry.fields).map(words => (
        <span key={words} class={styles.value}>
          {words}
        </span>
      ))}
      detail={
        <>
          <span class={styles.line}>{author ?? t('all.person.unknown')}</span>
          <span class={styles.line}>{facts.filter(Boolean).join(' · ')}</span>
          {isRefused && (
            <span class={`${styles.line} ${styles.refused}`}>
              {code === null
                ? t('all.sync.attention')
                : t('all.history.quarantined', { reason: t(`all.refusal.${code}`) })}
            </span>
          )}
          {verdict === 'opaque' && <span class={styles.line}>{t('all.history.opaque')}</span>}
          {isShown && (
            <span class={styles.badge}>
              <Badge tone="good" icon={checkIcon}>
                {t('all.history.shown')}
              </Badge>
            </span>
          )}
        </>
      }
    />
  );
}

/** A mark as on the sheet, unless it was refused; a pen for everything else. */
function Look({ entry: { fields, verdict } }: { entry: HistoryEntry }) {
  const status = statusOf(fields['mark']);
  const isRefused = verdict === 'quarantined';
  if (status && !isRefused) return <StatusMark status={status} size="small" />;
  return (
    <span class={styles.icon} data-look={isRefused ? 'refused' : 'plain'}>
      <Icon shape={isRefused ? warningIcon : penIcon} />
    </span>
  );
}

function statusOf(mark: unknown): AttendanceStatus | 'none' | undefined {
  if (mark === null) return 'none';
  if (typeof mark !== 'object' || !('status' in mark)) return undefined;
  return attendanceStatuses.find(status => status === mark.status);
}
