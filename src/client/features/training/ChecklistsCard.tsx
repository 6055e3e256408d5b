import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, listIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to a training's checklists. */
export function ChecklistsCard({ training }: { training: string }) {
  const { t } = useI18n();
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={laterPaths.checklists(training)}
          leading={<Icon shape={listIcon} />}
          title={t('all.word.checklist')}
          detail={t('checklist.list.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
