import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { roleIn } from '../../parts/role-in.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, historyIcon, peopleIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** For whoever coordinates a training: the ways to where people disagree, and to who recorded what in it. */
export function ActivityCard({ training }: { training: string }) {
  const { account } = useServices();
  const { t } = useI18n();
  if (roleIn(account.active.value, trainingStream(training)) !== 'koordinator') return null;
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={laterPaths.differences(training)}
          leading={<Icon shape={peopleIcon} />}
          title={t('difference.page.title')}
          detail={t('difference.page.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
        <ListRow
          href={laterPaths.activity(training)}
          leading={<Icon shape={historyIcon} />}
          title={t('koordinator.activity.title')}
          detail={t('koordinator.activity.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
