import type { Day } from '../../../domain/day.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import {
  readTrainingChecklists,
  waitingIn,
} from '../../parts/checklist/read-training-checklists.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, listIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to a training's checklists, and what still waits on them. */
export function ChecklistsCard({ training, today }: { training: string; today: Day }) {
  const { records } = useServices();
  const { t } = useI18n();
  const all = useLiveQuery(() => readTrainingChecklists(records, training), [records, training]);
  const waiting = all && waitingIn(all, today);
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={laterPaths.checklists(training)}
          leading={<Icon shape={listIcon} />}
          title={t('all.word.checklist')}
          detail={
            waiting && waiting.n > 0
              ? t(`checklist.wait.${waiting.what}`, { n: waiting.n })
              : t('checklist.list.text')
          }
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
