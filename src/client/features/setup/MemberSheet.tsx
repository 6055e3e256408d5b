import { useState } from 'preact/hooks';
import { isDay } from '../../../domain/day.ts';
import type { Member } from '../../../domain/records/member.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface MemberSheetProps {
  member: Member;
  onClose: () => void;
  /** Null for a right without a last day. */
  onUntil: (until: string | null) => void;
  onRemove: () => void;
}

/** One person's right in a training: until when it holds, and taking it back. */
export function MemberSheet({ member, onClose, onUntil, onRemove }: MemberSheetProps) {
  const { t } = useI18n();
  const [until, setUntil] = useState(member.until ?? '');
  return (
    <Sheet
      title={member.name ?? t('all.word.member')}
      detail={t(`all.role.${member.role ?? 'fasilitator'}`)}
      closeLabel={t('all.action.close')}
      onClose={onClose}
    >
      <Stack>
        <TextField
          label={t('setup.rights.lastDay')}
          hint={t('setup.rights.lastDayHint')}
          type="date"
          value={until}
          onType={setUntil}
        />
        <Button
          kind="primary"
          block
          disabled={until !== '' && !isDay(until)}
          onPress={() => onUntil(until === '' ? null : until)}
        >
          {t('all.action.save')}
        </Button>
        <Button block onPress={onRemove}>
          {t('setup.rights.remove')}
        </Button>
        <p>{t('setup.rights.removeText')}</p>
      </Stack>
    </Sheet>
  );
}
