import { useState } from 'preact/hooks';
import { Problem } from '../../../domain/problem.ts';
import type { Territory } from '../../../domain/territory.ts';
import { invitedRoles } from '../../../protocol/messages.ts';
import { useServices, type Person } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { invitedRegion } from '../../parts/may-invite.ts';
import { coordinatesProgramme } from '../../parts/role-in.ts';
import { VillagePicker } from '../../parts/village/VillagePicker.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { inviteProblemWords } from '../../parts/invitation/invite-problem-words.ts';
import { TrainerPlace } from './TrainerPlace.tsx';
import styles from './InviteForm.module.css';

interface InviteFormProps {
  /** Who invites. */
  person: Person;
  territory: Territory | undefined;
}

type InvitedRole = (typeof invitedRoles)[number];

/** Asks whom to invite, as what, and where. Nothing that was filled in goes when it fails. */
export function InviteForm({ person, territory }: InviteFormProps) {
  const { invitations, sync } = useServices();
  const { t } = useI18n();
  const [role, setRole] = useState<InvitedRole>('pengelola');
  const [village, setVillage] = useState<string>();
  const [stream, setStream] = useState<string>();
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const isLibrarian = role === 'pengelola';
  const hasPlace = (isLibrarian ? village : stream) !== undefined;

  async function make(): Promise<void> {
    setIsTried(true);
    if (!hasPlace || name.trim() === '') return;
    setIsAsking(true);
    setProblem(undefined);
    try {
      await invitations.make({
        role,
        name: name.trim(),
        ...(isLibrarian
          ? village !== undefined && { village }
          : stream !== undefined && { stream }),
      });
    } catch (error) {
      const known = error instanceof Problem ? error : new Problem('unexpected', {}, error);
      setProblem(inviteProblemWords(t, known));
      setIsAsking(false);
      if (known !== error) throw error;
    }
  }

  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (!isAsking) void make();
      }}
    >
      <p>{t('all.invite.lead')}</p>
      {!sync.status.value.isOnline && <Banner kind="info">{t('all.invite.offline')}</Banner>}
      {coordinatesProgramme(person) && (
        <SegmentedChoice
          label={t('all.invite.role')}
          choices={invitedRoles.map(value => ({ value, label: t(`all.role.${value}`) }))}
          value={role}
          onChoose={setRole}
        />
      )}
      <TextField
        label={t('all.invite.name')}
        hint={t('all.invite.nameHint')}
        value={name}
        onType={setName}
        error={isTried && name.trim() === '' ? t('all.invite.nameMissing') : undefined}
        autoComplete="off"
        autoCapitalize="words"
        maxLength={200}
      />
      {isLibrarian ? (
        <VillagePicker
          territory={territory}
          value={village}
          onChoose={setVillage}
          label={t('all.invite.village')}
          regency={invitedRegion(person)}
        />
      ) : (
        <TrainerPlace territory={territory} value={stream} onChoose={setStream} />
      )}
      {isTried && !hasPlace && (
        <Banner kind="problem">
          {t(isLibrarian ? 'all.invite.villageMissing' : 'all.invite.placeMissing')}
        </Banner>
      )}
      {problem && <Banner kind="problem">{problem}</Banner>}
      <Button kind="primary" type="submit" busy={isAsking} block>
        {t(isAsking ? 'all.invite.making' : 'all.invite.make')}
      </Button>
    </form>
  );
}
