import { useServices, type Person } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, checkIcon, personIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './PeopleCard.module.css';

/** Who is at the device, and handing it over: without a network, and nothing is lost by it. */
export function PeopleCard() {
  const { account } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const active = account.active.value;

  async function handOver(person: Person): Promise<void> {
    await account.switchTo(person.id);
    showToast({ text: t('all.device.handedOver', { name: person.name }) });
  }

  return (
    <Card padding="flush" title={t('all.device.people')}>
      <p class={styles.text}>{t('all.device.peopleText')}</p>
      <List>
        {account.people.value.map(person => {
          const isActive = person.id === active?.id;
          return (
            <ListRow
              key={person.id}
              leading={<Icon shape={personIcon} />}
              title={person.name}
              detail={[t(`all.role.${person.role}`), isActive && t('all.device.atDevice')]
                .filter(Boolean)
                .join(' · ')}
              current={isActive}
              trailing={isActive ? <Icon shape={checkIcon} /> : t('all.device.handOver')}
              {...(isActive ? {} : { onPress: () => void handOver(person) })}
            />
          );
        })}
      </List>
      <div class={styles.foot}>
        <ButtonLink href={paths.enrol()} icon={addIcon} kind="quiet" block>
          {t('all.enrol.addTitle')}
        </ButtonLink>
      </div>
    </Card>
  );
}
