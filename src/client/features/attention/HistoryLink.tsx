import type { Operation } from '../../../protocol/operation.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { readWork } from '../../parts/work/read-work.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { historyIcon } from '../../ui/icons.ts';

/** The way to everything ever written of the record; nothing where no record can be read. */
export function HistoryLink({ operation }: { operation: Partial<Operation> }) {
  const { t } = useI18n();
  const { stream, kind, id } = readWork(operation);
  if (stream === undefined || kind === undefined || id === undefined) return null;
  return (
    <ButtonLink
      href={paths.history(stream, kind, id, { from: 'attention' })}
      kind="quiet"
      icon={historyIcon}
    >
      {t('all.history.open')}
    </ButtonLink>
  );
}
