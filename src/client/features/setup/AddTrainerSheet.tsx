import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, personIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import type { MemberHere } from './use-members.ts';

interface AddTrainerSheetProps {
  /** Trainers who were let in elsewhere. */
  others: readonly MemberHere[];
  onAdd: (member: MemberHere) => void;
  onClose: () => void;
}

/** Adds a trainer: one who was let in before, at once; another by an invitation. */
export function AddTrainerSheet({ others, onAdd, onClose }: AddTrainerSheetProps) {
  const { t } = useI18n();
  return (
    <Sheet
      title={t('setup.rights.add')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={<ButtonLink href={paths.invite()}>{t('setup.rights.inviteNew')}</ButtonLink>}
    >
      <Stack>
        <p>{t(others.length > 0 ? 'setup.rights.known' : 'setup.rights.noneKnown')}</p>
        <List>
          {others.map(one => (
            <ListRow
              key={one.id}
              title={one.member.name ?? t('all.word.member')}
              leading={<Icon shape={personIcon} />}
              trailing={<Icon shape={addIcon} />}
              onPress={() => onAdd(one)}
            />
          ))}
        </List>
      </Stack>
    </Sheet>
  );
}
