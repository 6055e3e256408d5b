import { useI18n } from '../i18n/use-i18n.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import { checkIcon } from '../ui/icons.ts';
import { ListRow } from '../ui/ListRow.tsx';
import { ProgressRing } from '../ui/ProgressRing.tsx';
import { sessionFacts } from './session-times.ts';
import { isComplete, type SessionOverview, type SessionPhase } from './training-overview.ts';

interface SessionRowProps {
  overview: SessionOverview;
  phase: SessionPhase;
  /** Where its attendance sheet is. */
  href: string;
}

/** A session in a list: when, what, where, and how much of its sheet is recorded. */
export function SessionRow({ overview: { session, summary }, phase, href }: SessionRowProps) {
  const { t, format } = useI18n();
  const people = summary.recorded + summary.missing;
  const isNow = phase === 'now' && session.notHeld === undefined;
  const recorded = isComplete(summary)
    ? t('all.session.complete')
    : summary.recorded === 0
      ? t('all.attendance.none')
      : t('all.session.missing', { n: summary.missing });
  const facts = sessionFacts({ t, format }, session);
  const detail = [facts, session.notHeld ?? recorded].filter(Boolean);
  return (
    <ListRow
      href={href}
      current={isNow}
      leading={
        <ProgressRing
          label={t('all.session.recordedOf', { done: summary.recorded, total: people })}
          value={people === 0 ? 0 : summary.recorded / people}
        >
          {isComplete(summary) ? <Icon shape={checkIcon} /> : summary.recorded}
        </ProgressRing>
      }
      title={session.title ?? t('all.session.untitled')}
      detail={detail.join(' · ')}
      trailing={
        session.notHeld !== undefined ? (
          <Badge>{t('all.session.notHeld')}</Badge>
        ) : (
          isNow && <Badge tone="good">{t('all.session.now')}</Badge>
        )
      }
    />
  );
}
