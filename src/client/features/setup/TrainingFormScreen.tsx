import { useLocation } from 'preact-iso/router';
import { dayAt } from '../../../domain/day.ts';
import { trainingForm } from '../../../domain/forms/record-forms.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { RecordForm } from '../../parts/record-form/RecordForm.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { NotForYou } from './NotForYou.tsx';
import { RegencyChoice } from './RegencyChoice.tsx';

/** A training's own facts, each saved by itself. */
export function TrainingFormScreen({ training: id }: { training: string }) {
  const { records, account } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(id);
  const read = useLiveQuery(
    async () => ({ view: await records.readRecord(stream, 'training', id) }),
    [records, stream, id],
  );
  const view = read?.view;
  const mayChange = roleIn(account.active.value, stream) === 'koordinator';
  return (
    <Screen
      title={valuesOf<Training>(view).name ?? t('all.training.unnamed')}
      detail={t('setup.training.edit')}
      back={paths.training(id)}
    >
      {!read ? (
        <Skeleton label={t('form.record.loading')} rows={6} />
      ) : !view || isDeletedView(view) ? (
        <NotForYou because="unknown" />
      ) : mayChange ? (
        <Facts stream={stream} view={view} />
      ) : (
        <NotForYou because="right" />
      )}
    </Screen>
  );
}

function Facts({ stream, view }: { stream: string; view: RecordView }) {
  const { records, device } = useServices();
  const { t } = useI18n();
  const { route } = useLocation();
  const saving = useSaving();
  const showToast = useToast();
  const { startsOn, endsOn, regency, name } = valuesOf<Training>(view);
  const isBackwards = startsOn !== undefined && endsOn !== undefined && endsOn < startsOn;

  const answer = (key: string, given: JsonValue) =>
    saving(() =>
      records.write([{ stream, t: 'training', r: view.r, fields: { [key]: given }, seen: view }]),
    );

  const setDeleted = (deleted: boolean) =>
    saving(async () => {
      const seen = await records.readRecord(stream, 'training', view.r);
      await records.write([{ stream, t: 'training', r: view.r, fields: { deleted }, seen }]);
    });

  async function remove(): Promise<void> {
    if (!(await setDeleted(true))) return;
    route(paths.home(), true);
    showToast({
      text: t('setup.training.deleted', { name: name ?? t('all.training.unnamed') }),
      action: { label: t('all.action.undo'), onPress: () => void setDeleted(false) },
    });
  }

  return (
    <>
      {isBackwards && <Banner kind="warning">{t('setup.missing.order')}</Banner>}
      <Card>
        <Stack gap="large">
          <RecordForm
            key={view.r}
            fields={trainingForm}
            view={view}
            prefix={`training|${view.r}|`}
            today={dayAt(device.likelyNow())}
            onAnswer={answer}
          />
          <RegencyChoice value={regency} onChoose={code => void answer('regency', code)} />
        </Stack>
      </Card>
      <ButtonLink kind="primary" href={paths.training(view.r)} block>
        {t('all.action.done')}
      </ButtonLink>
      <Button kind="quiet" onPress={() => void remove()} block>
        {t('setup.training.delete')}
      </Button>
    </>
  );
}
