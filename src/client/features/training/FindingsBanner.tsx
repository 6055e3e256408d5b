import type { Finding } from '../../../domain/finding.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import type { TrainingOverview } from '../../parts/training-overview.ts';
import { Banner } from '../../ui/Banner.tsx';

/** What is odd when the records are seen together. Shown, never refused: the other half may be on its way. */
export function FindingsBanner({ overview }: { overview: TrainingOverview }) {
  const { t } = useI18n();
  const { findings, sessions } = overview;
  if (findings.length === 0) return null;

  const count = (code: Finding['code']) => findings.filter(one => one.code === code).length;
  const orphans = findings.reduce(
    (sum, one) => sum + (one.code === 'mark-without-session' ? one.count : 0),
    0,
  );
  const outside = new Set(
    findings.flatMap(one => (one.code === 'session-outside-training' ? [one.session] : [])),
  );
  const titles = sessions
    .filter(({ id }) => outside.has(id))
    .map(({ session }) => session.title ?? t('all.session.untitled'));
  const strangers = count('mark-without-participant');
  return (
    <Banner kind="info" title={t('all.finding.title')}>
      <ul>
        {orphans > 0 && <li>{t('all.finding.mark-without-session', { n: orphans })}</li>}
        {strangers > 0 && <li>{t('all.finding.mark-without-participant', { n: strangers })}</li>}
        {titles.length > 0 && (
          <li>{t('all.finding.session-outside-training', { titles: titles.join(', ') })}</li>
        )}
      </ul>
      <p>{t('all.finding.safe')}</p>
    </Banner>
  );
}
