import { attendanceStatuses, type AttendanceStatus } from '../../../domain/records/attendance.ts';
import type { HistoryEntry } from '../../../protocol/messages.ts';
import { Icon } from '../../ui/Icon.tsx';
import { penIcon, warningIcon } from '../../ui/icons.ts';
import { StatusMark } from '../StatusMark.tsx';
import styles from './EntryLook.module.css';

/** A mark as on the sheet, unless it was refused; a pen for everything else. */
export function EntryLook({
  entry: { fields, verdict },
}: {
  entry: Pick<HistoryEntry, 'fields' | 'verdict'>;
}) {
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
