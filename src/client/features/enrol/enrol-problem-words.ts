import type { Problem } from '../../../domain/problem.ts';
import type { Format } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Why somebody was not let in and what to do. Here nothing is recorded yet, so the words differ from elsewhere. */
export function enrolProblemWords(
  t: Translate,
  format: Format,
  { code, details }: Problem,
  nowMs: number,
): string {
  switch (code) {
    case 'offline':
      return t('all.enrol.offline');
    case 'timeout':
    case 'busy':
    case 'server-full':
    case 'unexpected':
      return t('all.enrol.serverTrouble');
    case 'foreign-answer':
      return t('all.enrol.foreignAnswer');
    case 'too-many-tries':
      return details.retryAfterMs === undefined
        ? t('all.problem.too-many-tries')
        : t('all.enrol.tooManyTries', {
            // A minute is always begun: the time shown must not be a moment too early.
            time: format.time(Math.ceil((nowMs + details.retryAfterMs) / 60_000) * 60_000),
          });
    case 'bad-request':
    case 'too-large':
    case 'unsupported-media':
    case 'sign-in-needed':
    case 'device-revoked':
    case 'code-unknown':
    case 'code-used':
    case 'code-expired':
    case 'no-right':
    case 'village-unknown':
    case 'not-found':
    case 'upgrade-needed':
    case 'epoch-changed':
    case 'wrong-offset':
    case 'wrong-bytes':
    case 'device-full':
      return t(`all.problem.${code}`);
  }
}
