import { Fragment } from 'preact';
import type { AttendanceMark } from '../../../domain/records/attendance.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { markWords } from '../../parts/attendance-words.ts';
import { DifferenceLine } from '../../parts/DifferenceLine.tsx';
import { joinedNote, markDifferences } from '../../parts/people/mark-differences.ts';
import { markOf, markViewOf } from '../../parts/roster.ts';
import { sessionTimes } from '../../parts/session-times.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import type { PersonPage, PersonSession } from './read-person.ts';
import styles from './AttendanceCard.module.css';

interface AttendanceCardProps {
  training: string;
  page: PersonPage;
  /** Settles a difference; left out where one only reads. */
  onSettle: ((session: PersonSession, mark: AttendanceMark | null) => void) | undefined;
}

/** How somebody attended, by day and session; each leads to where it is put right. */
export function AttendanceCard({ training, page, onSettle }: AttendanceCardProps) {
  const { t, format } = useI18n();
  const { entry, sessions, names } = page;
  const days = [...new Set(sessions.map(({ session }) => session.day))];
  if (sessions.length === 0) {
    return (
      <Card title={t('all.word.attendance')}>
        <p>{t('all.training.noSessions')}</p>
      </Card>
    );
  }
  return (
    <Card title={t('all.word.attendance')} padding="flush">
      {days.map(day => (
        <Fragment key={day ?? ''}>
          <h3 class={styles.day}>
            {day === undefined ? t('all.training.unplanned') : format.day(day)}
          </h3>
          <List>
            {sessions
              .filter(({ session }) => session.day === day)
              .map(one => (
                <SessionOfPerson
                  key={one.id}
                  one={one}
                  entry={entry}
                  names={names}
                  href={paths.session(training, one.id, entry.id)}
                  onSettle={onSettle && (mark => onSettle(one, mark))}
                />
              ))}
          </List>
        </Fragment>
      ))}
    </Card>
  );
}

interface SessionOfPersonProps extends Pick<PersonPage, 'entry' | 'names'> {
  one: PersonSession;
  href: string;
  onSettle: ((mark: AttendanceMark | null) => void) | undefined;
}

function SessionOfPerson({ one, entry, names, href, onSettle }: SessionOfPersonProps) {
  const { t, format } = useI18n();
  const { session, marks } = one;
  const mark = markOf(markViewOf(entry, marks));
  const differences = markDifferences(entry, marks, id => names.get(id));
  const isHeld = session.notHeld === undefined;
  const words = [
    sessionTimes(format, session),
    isHeld || mark ? markWords(t, mark) : '',
    joinedNote(entry, marks),
  ];
  return (
    <>
      <ListRow
        href={href}
        leading={<StatusMark status={mark?.status ?? 'none'} />}
        title={session.title ?? t('all.session.untitled')}
        detail={words.filter(Boolean).join(' · ')}
        trailing={!isHeld && <Badge>{t('all.session.notHeld')}</Badge>}
      />
      {differences.length > 0 && (
        <li>
          <DifferenceLine
            name={entry.participant.name ?? t('all.person.unnamed')}
            differences={differences}
            onSettle={onSettle}
          />
        </li>
      )}
    </>
  );
}
