import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { offlineIcon } from '../../ui/icons.ts';
import type { BoardRow, RowState } from './board-rows.ts';
import styles from './BoardScreen.module.css';

/** Nobody reads more names at once. */
const mostNames = 8;

const unreached: readonly RowState[] = ['lost', 'stale', 'away', 'never'];

/** The devices that a call cannot reach, by name, and what to do about each. */
export function HelpCard({ rows }: { rows: readonly BoardRow[] }) {
  const { t } = useI18n();
  const away = rows.filter(({ state }) => unreached.includes(state));
  if (away.length === 0) return null;
  const names = away
    .slice(0, mostNames)
    .map(row => row.names.join(', ') || t('koordinator.devices.nobody'));
  const more = away.length - names.length;
  if (more > 0) names.push(t('koordinator.board.more', { n: more }));
  return (
    <Banner
      kind="warning"
      icon={offlineIcon}
      title={t('koordinator.board.helpTitle', { n: away.length })}
    >
      <p>{t('koordinator.board.helpNames', { names: names.join(' · ') })}</p>
      <ol class={styles.steps}>
        <li>{t('koordinator.board.helpNear')}</li>
        <li>{t('koordinator.board.helpCarry')}</li>
        <li>{t('koordinator.board.helpLost')}</li>
      </ol>
    </Banner>
  );
}
