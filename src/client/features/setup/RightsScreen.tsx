import { useState } from 'preact/hooks';
import type { Member } from '../../../domain/records/member.ts';
import type { Training } from '../../../domain/records/training.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { laterPaths } from '../../later-paths.ts';
import { roleIn } from '../../parts/role-in.ts';
import { Screen } from '../../parts/Screen.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, chevronIcon, personIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { AddTrainerSheet } from './AddTrainerSheet.tsx';
import { LostTabletCard } from './LostTabletCard.tsx';
import { MemberSheet } from './MemberSheet.tsx';
import { NotForYou } from './NotForYou.tsx';
import { useMembers, type MemberHere } from './use-members.ts';

/** Who may do what in a training, until when; and what to do when a tablet is lost. */
export function RightsScreen({ training: id }: { training: string }) {
  const { records, account } = useServices();
  const { t } = useI18n();
  const stream = trainingStream(id);
  const about = useLiveQuery(
    async () => valuesOf<Training>(await records.readRecord(stream, 'training', id)),
    [records, stream, id],
  );
  const mayChange = roleIn(account.active.value, stream) === 'koordinator';
  return (
    <Screen title={t('setup.rights.title')} detail={about?.name} back={paths.training(id)}>
      {mayChange ? <Rights training={id} /> : <NotForYou because="right" />}
    </Screen>
  );
}

function Rights({ training }: { training: string }) {
  const { records } = useServices();
  const { t, format } = useI18n();
  const saving = useSaving();
  const showToast = useToast();
  const stream = trainingStream(training);
  const members = useMembers(stream);
  const [open, setOpen] = useState<MemberHere | 'add'>();
  if (!members) return <Skeleton label={t('setup.rights.loading')} rows={4} />;

  const write = (id: string, fields: Record<string, string | null>) =>
    saving(async () => {
      const seen = await records.readRecord(stream, 'member', id);
      await records.write([{ stream, t: 'member', r: id, fields, seen }]);
    });

  /** Changes somebody's right, says so, and offers the way back to how it stood. */
  async function change(
    { id, member }: Pick<MemberHere, 'id' | 'member'>,
    fields: Record<string, string | null>,
    said: string,
  ): Promise<void> {
    setOpen(undefined);
    if (!(await write(id, fields))) return;
    const before = Object.fromEntries(
      Object.keys(fields).map(key => [key, member[key as keyof Member] ?? null]),
    );
    showToast({
      text: said,
      action: { label: t('all.action.undo'), onPress: () => void write(id, before) },
    });
  }

  const nameOf = ({ member: { name } }: Pick<MemberHere, 'member'>) => name ?? t('all.word.member');

  return (
    <>
      <Card padding="flush" title={t('setup.rights.here')}>
        <List>
          {members.here.map(one => (
            <ListRow
              key={one.id}
              title={nameOf(one)}
              detail={[
                t(`all.role.${one.member.role ?? 'fasilitator'}`),
                one.member.until !== undefined &&
                  t('setup.rights.until', { day: format.day(one.member.until, 'long') }),
              ]
                .filter(Boolean)
                .join(' · ')}
              leading={<Icon shape={personIcon} />}
              trailing={<Icon shape={chevronIcon} />}
              onPress={() => setOpen(one)}
            />
          ))}
        </List>
        <Stack>
          <Button kind="quiet" icon={addIcon} onPress={() => setOpen('add')}>
            {t('setup.rights.add')}
          </Button>
        </Stack>
      </Card>
      {members.everywhere.length > 0 && (
        <Card padding="flush" title={t('setup.rights.everywhere')}>
          <List>
            {members.everywhere.map(one => (
              <ListRow
                key={one.id}
                title={nameOf(one)}
                detail={t('setup.rights.everywhereText')}
                leading={<Icon shape={personIcon} />}
              />
            ))}
          </List>
        </Card>
      )}
      <ButtonLink href={laterPaths.invitationCards(training)} block>
        {t('setup.cards.title')}
      </ButtonLink>
      <LostTabletCard />
      {open === 'add' && (
        <AddTrainerSheet
          others={members.others}
          onClose={() => setOpen(undefined)}
          onAdd={one =>
            void change(
              // Somebody who had a right here before gets it back without its last day.
              { id: one.id, member: {} },
              { name: nameOf(one), role: 'fasilitator', until: null },
              t('setup.rights.added', { name: nameOf(one) }),
            )
          }
        />
      )}
      {open !== undefined && open !== 'add' && (
        <MemberSheet
          key={open.id}
          member={open.member}
          onClose={() => setOpen(undefined)}
          onUntil={until =>
            void change(
              open,
              { until },
              t(until === null ? 'setup.rights.noLastDay' : 'setup.rights.lastDaySet', {
                name: nameOf(open),
              }),
            )
          }
          onRemove={() =>
            void change(open, { role: null }, t('setup.rights.removed', { name: nameOf(open) }))
          }
        />
      )}
    </>
  );
}
