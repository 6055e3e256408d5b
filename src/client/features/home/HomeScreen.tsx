import type { Role } from '../../../domain/records/member.ts';
import { useServices } from '../../app-services.ts';
import { loadLaterWords } from '../../i18n/translation.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Screen } from '../../parts/Screen.tsx';
import { useLoaded } from '../../parts/use-loaded.ts';
import { paths } from '../../paths.ts';
import { IconLink } from '../../ui/IconLink.tsx';
import { personIcon } from '../../ui/icons.ts';
import { AttentionCard } from './AttentionCard.tsx';
import { DeliveryCard } from './DeliveryCard.tsx';
import { LibraryCard } from './LibraryCard.tsx';
import { Trainings } from './Trainings.tsx';

/** Where everybody begins: what is to be done today, and how the work stands. */
export function HomeScreen() {
  const { account } = useServices();
  const { t } = useI18n();
  const HomeMore = useLoaded(loadMore);
  const person = account.active.value;
  if (!person) return null;
  return (
    <Screen
      title="Jukung"
      detail={`${person.name} · ${t(`all.role.${person.role}`)}`}
      trailing={<IconLink icon={personIcon} label={t('all.device.title')} href={paths.device()} />}
    >
      <AttentionCard />
      {hasLibrary(person.role) ? <LibraryCard person={person} /> : <Trainings />}
      {HomeMore && <HomeMore person={person} />}
      <DeliveryCard />
    </Screen>
  );
}

/** Its words come with the other screens', and it has some of theirs. */
async function loadMore() {
  const [{ HomeMore }] = await Promise.all([import('./HomeMore.tsx'), loadLaterWords()]);
  return HomeMore;
}

function hasLibrary(role: Role): boolean {
  return role === 'pengelola';
}
