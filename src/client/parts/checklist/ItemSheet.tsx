import { useState } from 'preact/hooks';
import { isDisputed } from '../../../protocol/merge.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { historyIcon } from '../../ui/icons.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { PhotoAnswer } from '../photo/PhotoAnswer.tsx';
import { useLateSaving } from '../use-late-saving.ts';
import type { ListedItem } from './checklist-view.ts';
import { templateWords } from './checklist-words.ts';
import { Sides } from '../work/Sides.tsx';
import type { ChecklistBook } from './use-checklist.ts';

interface ItemSheetProps {
  book: ChecklistBook;
  listed: ListedItem;
  onClose: () => void;
}

/** What else there is to say of an item: a note, a photo, and the way to everything ever said. */
export function ItemSheet({ book, listed, onClose }: ItemSheetProps) {
  const { t, language } = useI18n();
  const { item, note, photo, view } = listed;
  const [typed, setTyped] = useState<string>();
  const notes = view?.state['note'];
  const photos = view?.state['photo'];

  const saveNote = useLateSaving((value: string) => {
    const tidy = value.trim();
    if (tidy !== (note ?? '')) void book.answer(listed, { note: tidy === '' ? null : tidy });
  });

  function type(value: string) {
    setTyped(value);
    saveNote(value);
  }

  return (
    <Sheet
      title={templateWords(item.text, language)}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {t('all.action.done')}
        </Button>
      }
    >
      <Stack gap="large">
        {view?.delivery === 'attention' && (
          <Banner
            kind="warning"
            actions={<ButtonLink href={paths.attention()}>{t('all.sync.seeAttention')}</ButtonLink>}
          >
            <p>{t('checklist.item.refused')}</p>
          </Banner>
        )}
        {notes && isDisputed(notes) && (
          <Sides
            heads={notes.h}
            nameOf={book.nameOf}
            wordsOf={value => (typeof value === 'string' ? value : t('checklist.item.noNote'))}
            onSettle={
              book.canTick
                ? value => {
                    setTyped(undefined);
                    void book.answer(listed, { note: value });
                  }
                : undefined
            }
          />
        )}
        {book.canTick ? (
          <>
            <TextField
              label={t('all.word.note')}
              value={typed ?? note ?? ''}
              onType={type}
              lines={3}
              maxLength={500}
              autoCapitalize="sentences"
            />
            {photos && isDisputed(photos) && <p>{t('checklist.item.twoPhotos')}</p>}
            <PhotoAnswer
              words={{ label: t('checklist.item.photo') }}
              value={photo}
              onAnswer={value => book.answer(listed, { photo: value })}
            />
          </>
        ) : (
          <p>{note ?? t('checklist.item.noNote')}</p>
        )}
        {view && (
          <ButtonLink
            href={paths.history(book.stream, 'checklistItem', listed.id)}
            kind="quiet"
            icon={historyIcon}
          >
            {t('all.history.open')}
          </ButtonLink>
        )}
      </Stack>
    </Sheet>
  );
}
