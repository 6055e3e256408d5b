import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { InviteForm } from './InviteForm.tsx';
import { MadeInvitationCard } from './MadeInvitationCard.tsx';

/**
 * Lets somebody be let in: asks for whom and where, then shows what opens the door. What was made stays
 * until another is wanted, also when one goes elsewhere in between.
 */
export function InviteScreen() {
  const { account, invitations, loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const person = account.active.value;
  if (!person) return null;
  const { latest } = invitations;
  const made = latest.value?.by === person.id ? latest.value : undefined;
  return (
    <Screen
      title={made ? t('all.invite.titleMade', { name: made.request.name }) : t('all.invite.title')}
      back={paths.home()}
    >
      {made ? (
        <MadeInvitationCard
          key={made.code}
          made={made}
          territory={territory}
          onAnother={() => {
            latest.value = undefined;
          }}
        />
      ) : (
        <InviteForm person={person} territory={territory} />
      )}
    </Screen>
  );
}
