import { useState } from 'preact/hooks';
import type { BoardState } from '../../../domain/records/board-note.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { BoardRow } from './board-rows.ts';
import { stateWords } from './state-words.ts';
import { useCorrection } from './use-correction.ts';

interface CorrectionSheetProps {
  stream: string;
  row: BoardRow;
  onClose: () => void;
}

/** Longest note that a correction carries. */
const mostLetters = 500;

/** One line of the board: whether it is waited for, and why not. */
export function CorrectionSheet({ stream, row, onClose }: CorrectionSheetProps) {
  const { now } = useServices();
  const words = useI18n();
  const { t } = words;
  const correct = useCorrection(stream);
  const [state, setState] = useState<BoardState>(
    row.state === 'writtenOff' || row.state === 'notExpected' ? row.state : 'expected',
  );
  const [note, setNote] = useState(row.note ?? '');
  const [isNoteMissing, setIsNoteMissing] = useState(false);

  function save(): void {
    if (state === 'writtenOff' && note.trim() === '') {
      setIsNoteMissing(true);
      return;
    }
    onClose();
    void correct(row.id, { state, note: note.trim() });
  }

  return (
    <Sheet
      title={row.names.length === 0 ? t('koordinator.devices.nobody') : row.names.join(', ')}
      detail={stateWords(words, row, now())}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" block onPress={save}>
            {t('all.action.save')}
          </Button>
          {row.device && (
            <ButtonLink kind="quiet" block href={paths.deviceOfOthers(row.id)}>
              {t('koordinator.board.details')}
            </ButtonLink>
          )}
        </>
      }
    >
      <SegmentedChoice
        label={t('koordinator.board.choice')}
        direction="column"
        choices={[
          { value: 'expected', label: t('koordinator.board.chooseExpected') },
          { value: 'writtenOff', label: t('koordinator.board.chooseWrittenOff') },
          { value: 'notExpected', label: t('koordinator.board.chooseNotExpected') },
        ]}
        value={state}
        onChoose={setState}
      />
      <TextField
        label={t('koordinator.board.note')}
        hint={t('koordinator.board.noteHint')}
        error={isNoteMissing ? t('koordinator.board.noteMissing') : undefined}
        value={note}
        onType={typed => {
          setNote(typed);
          setIsNoteMissing(false);
        }}
        lines={2}
        maxLength={mostLetters}
        autoCapitalize="sentences"
      />
    </Sheet>
  );
}
