import type { HistoryEntry } from '../../../protocol/messages.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { EntryLook } from '../../parts/work/EntryLook.tsx';
import { fieldsWords, type Speech } from '../../parts/work/value-words.ts';
import { verdictWords } from '../../parts/work/verdict-words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { checkIcon } from '../../ui/icons.ts';
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
  const { verdict, stamp, receivedAt } = entry;
  const isRefused = verdict === 'quarantined';
  const trouble = verdictWords(t, entry);
  const facts = [
    format.dateTime(stamp),
    receivedAt - stamp > longOnTheWayMs &&
      t('all.history.arrived', { when: format.dateTime(receivedAt) }),
    t('all.history.from', { device: entry.device.slice(0, 8) }),
    entry.isClockUncertain && t('all.history.clockUncertain'),
  ];
  return (
    <ListRow
      leading={<EntryLook entry={entry} />}
      title={fieldsWords(speech, kind, entry.fields).map(words => (
        <span key={words} class={styles.value}>
          {words}
        </span>
      ))}
      detail={
        <>
          <span class={styles.line}>{author ?? t('all.person.unknown')}</span>
          <span class={styles.line}>{facts.filter(Boolean).join(' · ')}</span>
          {trouble !== undefined && (
            <span class={`${styles.line} ${isRefused ? styles.refused : ''}`}>{trouble}</span>
          )}
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
