import { useState } from 'preact/hooks';
import type { ItemState } from '../../../domain/checklists/progress.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { useSaving } from '../work/use-saving.ts';
import styles from './ChecklistBody.module.css';
import type { ListedItem } from './checklist-view.ts';
import { templateWords } from './checklist-words.ts';
import { ItemRow } from './ItemRow.tsx';
import { ItemSheet } from './ItemSheet.tsx';
import type { ChecklistBook } from './use-checklist.ts';

/** The items of a checklist, each answered at one tap; a toast takes the last tap back. */
export function ChecklistBody({ book }: { book: ChecklistBook }) {
  const { records } = useServices();
  const { t, language } = useI18n();
  const showToast = useToast();
  const saving = useSaving();
  const [openKey, setOpenKey] = useState<string>();
  const open = book.items.find(({ item }) => item.key === openKey);

  async function choose(listed: ListedItem, state: ItemState): Promise<void> {
    // Asked for here: the screen may not yet show what was tapped a moment ago.
    const held = await records.readRecord(book.stream, 'checklistItem', listed.id);
    const before = valuesOf<{ state?: ItemState | null }>(held).state ?? null;
    if (!(await book.answer(listed, { state }))) return;
    const what = templateWords(listed.item.text, language);
    showToast({
      text: t('checklist.item.saved', { what, state: t(`checklist.state.${state}`) }),
      action: { label: t('all.action.undo'), onPress: () => void takeBack(listed.id, before) },
    });
  }

  async function takeBack(r: string, state: ItemState | null): Promise<void> {
    const { stream } = book;
    await saving(async () => {
      const seen = await records.readRecord(stream, 'checklistItem', r);
      await records.write([{ stream, t: 'checklistItem', r, fields: { state }, seen }]);
    });
  }

  return (
    <>
      {!book.isExact && <Banner kind="info">{t('checklist.list.onTheWay')}</Banner>}
      <ul class={styles.list}>
        {book.items.map(listed => (
          <ItemRow
            key={listed.item.key}
            listed={listed}
            nameOf={book.nameOf}
            onChoose={book.canTick ? state => void choose(listed, state) : undefined}
            onOpen={() => setOpenKey(listed.item.key)}
          />
        ))}
      </ul>
      {open && (
        <ItemSheet key={open.id} book={book} listed={open} onClose={() => setOpenKey(undefined)} />
      )}
    </>
  );
}
