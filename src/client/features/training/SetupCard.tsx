import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { chevronIcon, noteIcon, penIcon, peopleIcon, personIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';

/** The ways to what a coordinator sets up beforehand. */
export function SetupCard({ training }: { training: string }) {
  const { t } = useI18n();
  const ways = [
    ['importPeople', laterPaths.importPeople(training), peopleIcon],
    ['facts', laterPaths.trainingForm(training), penIcon],
    ['rights', laterPaths.rights(training), personIcon],
    ['cards', laterPaths.invitationCards(training), noteIcon],
  ] as const;
  return (
    <Card padding="flush" title={t('setup.card.title')}>
      <List>
        {ways.map(([key, href, icon]) => (
          <ListRow
            key={key}
            href={href}
            leading={<Icon shape={icon} />}
            title={t(`setup.card.${key}`)}
            detail={t(`setup.card.${key}Text`)}
            trailing={<Icon shape={chevronIcon} />}
          />
        ))}
      </List>
    </Card>
  );
}
