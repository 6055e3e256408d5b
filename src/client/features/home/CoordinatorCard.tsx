import type { Person } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { mayInvite } from '../../parts/may-invite.ts';
import { coordinatesProgramme } from '../../parts/role-in.ts';
import { paths } from '../../paths.ts';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, chevronIcon, peopleIcon, tabletIcon, warningIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { BoardRows } from './BoardRows.tsx';

/** The ways to what a coordinator watches over. */
export function CoordinatorCard({ person }: { person: Person }) {
  const { t } = useI18n();
  return (
    <Card padding="flush" title={t('koordinator.home.title')}>
      <List>
        <BoardRows person={person} />
        <ListRow
          href={paths.devices()}
          leading={<Icon shape={tabletIcon} />}
          title={t('koordinator.devices.title')}
          detail={t('koordinator.home.devicesText')}
          trailing={<Icon shape={chevronIcon} />}
        />
        <ListRow
          href={paths.attention()}
          leading={<Icon shape={warningIcon} />}
          title={t('all.attention.title')}
          detail={t('koordinator.home.attentionText')}
          trailing={<Icon shape={chevronIcon} />}
        />
        {mayInvite(person) && (
          <ListRow
            href={paths.invite()}
            leading={<Icon shape={peopleIcon} />}
            title={t('all.invite.title')}
            detail={t('all.invite.homeText')}
            trailing={<Icon shape={chevronIcon} />}
          />
        )}
        {coordinatesProgramme(person) && (
          <ListRow
            href={laterPaths.newTraining()}
            leading={<Icon shape={addIcon} />}
            title={t('setup.home.newTraining')}
            detail={t('setup.home.newTrainingText')}
            trailing={<Icon shape={chevronIcon} />}
          />
        )}
      </List>
    </Card>
  );
}
