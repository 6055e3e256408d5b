import { useState } from 'preact/hooks';
import { canWrite } from '../../../domain/access.ts';
import { summarisePerson, type AttendedSession } from '../../../domain/attendance-summary.ts';
import { certificateStanding } from '../../../domain/people/certificate.ts';
import type { Role } from '../../../domain/records/member.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useUndoable } from '../../parts/people/use-undoable.ts';
import { markOf, markViewOf } from '../../parts/roster.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { NumberStepper } from '../../ui/NumberStepper.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { Tone } from '../../ui/tone.ts';
import type { PersonPage } from './read-person.ts';

const toneOf = {
  unset: 'neutral',
  open: 'notice',
  met: 'good',
  missed: 'caution',
} as const satisfies Record<ReturnType<typeof certificateStanding>, Tone>;

interface CertificateCardProps {
  training: string;
  page: PersonPage;
  role: Role | undefined;
}

/** Whether the attendance is enough for a certificate, by what this training asks for and nothing else. */
export function CertificateCard({ training, page, role }: CertificateCardProps) {
  const { t, format } = useI18n();
  const [isAsking, setIsAsking] = useState(false);
  const { entry, sessions } = page;
  const minimum = page.training.values.minimumAttendance;
  const attended = sessions.map(({ session, marks }): AttendedSession => ({
    jp: session.jp,
    isHeld: session.notHeld === undefined,
    mark: markOf(markViewOf(entry, marks)),
  }));
  const { share, recorded, missing } = summarisePerson(attended);
  const standing = certificateStanding(attended, minimum);
  const canSet = role !== undefined && canWrite(role, 'training');
  return (
    <Card
      title={t('people.certificate.title')}
      trailing={<Badge tone={toneOf[standing]}>{t(`people.certificate.${standing}`)}</Badge>}
    >
      <Stack gap="small">
        <p>
          {share === undefined
            ? t('people.certificate.nothingYet')
            : t('people.certificate.share', {
                share: format.percent(share),
                recorded,
                total: recorded + missing,
              })}
        </p>
        <p>
          {minimum === undefined
            ? t('people.certificate.unsetText')
            : t('people.certificate.minimum', { minimum: format.percent(minimum / 100) })}
        </p>
        {canSet && (
          <Button kind="quiet" onPress={() => setIsAsking(true)}>
            {t(minimum === undefined ? 'people.certificate.set' : 'people.certificate.change')}
          </Button>
        )}
      </Stack>
      {isAsking && (
        <MinimumSheet training={training} page={page} onClose={() => setIsAsking(false)} />
      )}
    </Card>
  );
}

interface MinimumSheetProps extends Pick<CertificateCardProps, 'training' | 'page'> {
  onClose: () => void;
}

/** Asks how much attendance this training wants; empty is "nobody has said". */
function MinimumSheet({ training, page, onClose }: MinimumSheetProps) {
  const { t, format } = useI18n();
  const write = useUndoable();
  const minimum = page.training.values.minimumAttendance ?? null;
  const [percent, setPercent] = useState(minimum);

  async function save(): Promise<void> {
    if (percent === minimum) return onClose();
    const words =
      percent === null
        ? t('people.certificate.cleared')
        : t('people.certificate.minimum', { minimum: format.percent(percent / 100) });
    const isSaved = await write(words, [
      {
        stream: trainingStream(training),
        t: 'training',
        r: training,
        fields: { minimumAttendance: percent },
        seen: page.training.view,
      },
    ]);
    if (isSaved) onClose();
  }

  return (
    <Sheet
      title={t('people.certificate.set')}
      detail={t('people.certificate.setText')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={() => void save()}>
          {t('all.action.save')}
        </Button>
      }
    >
      <NumberStepper
        label={t('all.field.minimumAttendance')}
        value={percent}
        onChange={setPercent}
        max={100}
        step={5}
        unit="%"
        decreaseLabel={t('all.action.decrease')}
        increaseLabel={t('all.action.increase')}
      />
      {percent !== null && (
        <Button kind="quiet" onPress={() => setPercent(null)}>
          {t('all.action.clear')}
        </Button>
      )}
    </Sheet>
  );
}
