import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, homeIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The way to the libraries' profiles, for those who look after several. */
export function LibrariesCard() {
  const { t } = useI18n();
  return (
    <Card padding="flush">
      <List>
        <ListRow
          href={paths.libraries()}
          leading={<Icon shape={homeIcon} />}
          title={t('all.libraries.title')}
          detail={t('all.libraries.text')}
          trailing={<Icon shape={chevronIcon} />}
        />
      </List>
    </Card>
  );
}
