import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, moonIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to what is still open when the day is over. */
export function EveningCard() {
  const { t } = useI18n();
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={paths.evening()}
          leading={<Icon shape={moonIcon} />}
          title={t('fasilitator.evening.title')}
          detail={t('fasilitator.evening.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
