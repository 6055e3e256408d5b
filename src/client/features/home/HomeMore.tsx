import type { Person } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { mayInvite } from '../../parts/may-invite.ts';
import { coordinates } from '../../parts/role-in.ts';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { peopleIcon } from '../../ui/icons.ts';
import { CallNotice } from '../../parts/CallNotice.tsx';
import { CoordinatorCard } from './CoordinatorCard.tsx';
import { EveningCard } from './EveningCard.tsx';
import { LeavingCard } from './LeavingCard.tsx';
import { LibrariesCard } from './LibrariesCard.tsx';
import { VisitsCard } from './VisitsCard.tsx';

/** What of the first page is not for everybody: fetched after the rest of it. */
export function HomeMore({ person }: { person: Person }) {
  const { t } = useI18n();
  return (
    <>
      <CallNotice />
      {person.role !== 'pengelola' && (
        <>
          <EveningCard />
          <LeavingCard />
          <LibrariesCard />
          <VisitsCard />
        </>
      )}
      {coordinates(person) ? (
        <CoordinatorCard person={person} />
      ) : (
        mayInvite(person) && (
          <ButtonLink href={paths.invite()} kind="quiet" icon={peopleIcon} block>
            {t('all.invite.title')}
          </ButtonLink>
        )
      )}
    </>
  );
}
