import type { Problem } from '../../../domain/problem.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Why no invitation was made, and what to do. No work is at stake here, so the words differ from elsewhere. */
export function inviteProblemWords(t: Translate, { code }: Problem): string {
  switch (code) {
    case 'offline':
    case 'timeout':
      return t('all.invite.unreached');
    case 'busy':
    case 'server-full':
    case 'unexpected':
      return t('all.invite.serverTrouble');
    case 'no-right':
      return t('all.invite.noRight');
    case 'too-many-tries':
      return t('all.invite.tooMany');
    case 'bad-request':
    case 'too-large':
    case 'unsupported-media':
    case 'sign-in-needed':
    case 'device-revoked':
    case 'code-unknown':
    case 'code-used':
    case 'code-expired':
    case 'village-unknown':
    case 'not-found':
    case 'upgrade-needed':
    case 'epoch-changed':
    case 'wrong-offset':
    case 'wrong-bytes':
    case 'foreign-answer':
    case 'device-full':
      return t(`all.problem.${code}`);
  }
}
