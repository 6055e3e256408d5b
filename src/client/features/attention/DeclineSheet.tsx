import { useState } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import type { DescribedWork } from '../../parts/work/describe-work.ts';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface DeclineSheetProps {
  work: DescribedWork;
  onDecline: (note: string) => void;
  onClose: () => void;
}

/** Longest note that a decision carries. */
const mostLetters = 500;

/** Asks a coordinator for a word to the author, and leaves the work out. */
export function DeclineSheet({ work, onDecline, onClose }: DeclineSheetProps) {
  const { t } = useI18n();
  const [note, setNote] = useState('');
  return (
    <Sheet
      title={t('koordinator.attention.declineTitle')}
      detail={[work.title, ...work.values, work.place].filter(Boolean).join(' · ')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" block onPress={() => onDecline(note.trim())}>
            {t('koordinator.attention.decline')}
          </Button>
          <Button kind="quiet" block onPress={onClose}>
            {t('all.action.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('koordinator.attention.declineText')}</p>
      <TextField
        label={t('koordinator.attention.note')}
        hint={t('koordinator.attention.noteHint')}
        value={note}
        onType={setNote}
        lines={3}
        maxLength={mostLetters}
        autoCapitalize="sentences"
      />
    </Sheet>
  );
}
