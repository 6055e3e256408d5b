import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { dayAt } from '../../../domain/day.ts';
import { trainingForm } from '../../../domain/forms/record-forms.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { templateTitles } from '../../../domain/training-template.ts';
import { useServices } from '../../app-services.ts';
import type { RecordView } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { RecordForm } from '../../parts/record-form/RecordForm.tsx';
import { useStoredDrafts } from '../../parts/record-form/use-stored-drafts.ts';
import { coordinatesProgramme } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { missingIn, newTrainingChanges, type Missing, type NewTraining } from './new-training.ts';
import { NotForYou } from './NotForYou.tsx';
import { RegencyChoice } from './RegencyChoice.tsx';

/** What is answered is kept here until the training is made, however often the screen is left. */
const draftPrefix = 'training|new|';
const answeredPrefix = `${draftPrefix}answered|`;
const typedPrefix = `${draftPrefix}typed|`;

/** Makes a training: what it is, where and when, and its sessions from the template. */
export function NewTrainingScreen() {
  const { account } = useServices();
  const { t } = useI18n();
  const stored = useStoredDrafts(answeredPrefix);
  return (
    <Screen title={t('setup.training.new')} back={paths.home()}>
      {!coordinatesProgramme(account.active.value) ? (
        <NotForYou because="right" />
      ) : stored ? (
        <NewTrainingForm stored={stored} />
      ) : (
        <Skeleton label={t('form.record.loading')} rows={6} />
      )}
    </Screen>
  );
}

function NewTrainingForm({ stored }: { stored: NewTraining }) {
  const { records, device, loadDrafts, newId } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const [answers, setAnswers] = useState(stored);
  // A press on the button also leaves the field, whose answer must not be missed.
  const latest = useRef(answers);
  const [withTemplate, setWithTemplate] = useState<'yes' | 'no'>('yes');
  const [missing, setMissing] = useState<Missing>();

  async function answer(key: string, given: JsonValue): Promise<boolean> {
    latest.current = { ...latest.current, [key]: given };
    setAnswers(latest.current);
    // What is missing is said until the next press: a button that moves as a field is left is missed.
    const kept = given === null ? undefined : given;
    return saving(async () => (await loadDrafts()).put(answeredPrefix + key, kept));
  }

  async function make(): Promise<void> {
    const lacks = missingIn(latest.current);
    setMissing(lacks);
    if (lacks) return;
    const changes = newTrainingChanges(latest.current, withTemplate === 'yes', newId);
    const made = changes[0];
    if (!made || !(await saving(() => records.write(changes)))) return;
    await saving(async () => (await loadDrafts()).clear(draftPrefix));
    route(paths.training(made.r), true);
    showToast({
      text: t('setup.training.made'),
      action: {
        label: t('all.action.undo'),
        onPress: () => {
          void saving(async () => {
            const seen = await records.readRecord(made.stream, 'training', made.r);
            await records.write([{ ...made, fields: { deleted: true }, seen }]);
          });
          route(paths.home(), true);
        },
      },
    });
    void device.askToKeep();
  }

  return (
    <>
      <Card>
        <Stack gap="large">
          <RecordForm
            fields={trainingForm}
            view={viewOf(answers)}
            prefix={typedPrefix}
            today={dayAt(device.likelyNow())}
            onAnswer={answer}
          />
          <RegencyChoice
            value={typeof answers['regency'] === 'string' ? answers['regency'] : undefined}
            onChoose={regency => void answer('regency', regency)}
          />
        </Stack>
      </Card>
      <Card>
        <Stack>
          <SegmentedChoice
            label={t('setup.training.template')}
            direction="column"
            choices={[
              { value: 'yes', label: t('setup.training.templateYes') },
              { value: 'no', label: t('setup.training.templateNo') },
            ]}
            value={withTemplate}
            onChoose={setWithTemplate}
          />
          <p>{t('setup.training.templateText', { n: templateTitles.length })}</p>
        </Stack>
      </Card>
      {missing && <Banner kind="problem">{t(`setup.missing.${missing}`)}</Banner>}
      <Button kind="primary" block onPress={() => void make()}>
        {t('setup.training.make')}
      </Button>
    </>
  );
}

/** The answers as the form shows those of a record. */
function viewOf(answers: NewTraining): RecordView {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return {
    stream: '',
    t: 'training',
    r: '',
    state: Object.fromEntries(
      given.map(([key, v]) => [key, { h: [{ v: v ?? null, by: '', o: '', s: 0 }] }]),
    ),
    delivery: 'home',
  };
}
