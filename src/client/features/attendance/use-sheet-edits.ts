import { useI18n } from '../../i18n/use-i18n.tsx';
import { markWords } from '../../parts/attendance-words.ts';
import { useStable } from '../../parts/use-stable.ts';
import { useToast } from '../../ui/Toasts.tsx';
import { isSameMark, type MarkEdit, type SheetPerson, type SheetRow } from './sheet-rows.ts';
import type { MarkEdits, Marking } from './use-marking.ts';

interface SheetEdits {
  /** Changes one person's line. */
  edit: (person: SheetPerson, change: MarkEdit) => void;
  /** Marks those present who are not recorded yet; nobody else is touched. */
  markAllPresent: () => void;
}

/**
 * Changes on a sheet, each said when it is saved, and each to be taken back by one tap. Quiet: only what could
 * not be saved is said, for a screen that shows the rest and has its own way back.
 */
export function useSheetEdits(
  rows: readonly SheetRow[],
  save: Marking['save'],
  { isQuiet = false } = {},
): SheetEdits {
  const { t } = useI18n();
  const showToast = useToast();

  /** Saves, then says so and offers the way back; what fails was put back, and that is said. */
  async function commit(edits: MarkEdits, words: string): Promise<void> {
    const back = reverseOf(rows, edits);
    if ((await isSaved(edits)) && !isQuiet) {
      const action = { label: t('all.action.undo'), onPress: () => void undo(edits, back) };
      showToast({ text: t('fasilitator.sheet.saved', { what: words }), action });
    }
  }

  async function isSaved(edits: MarkEdits): Promise<boolean> {
    try {
      const outcome = await save(edits);
      if (outcome.as === 'failed') showToast({ text: t(`all.problem.${outcome.problem}`) });
      return outcome.as === 'saved';
    } catch (error) {
      showToast({ text: t('fasilitator.sheet.notSaved') });
      throw error;
    }
  }

  /** A new edit back to what was before, for those who still show what was written. */
  const undo = useStable(async (edits: MarkEdits, back: MarkEdits) => {
    const present = new Map(rows.map(row => [row.person.id, row]));
    const left: MarkEdits = new Map(
      [...back].filter(([person]) => {
        const row = present.get(person.id);
        const edit = edits.get(person);
        return row && edit && shows(row, edit);
      }),
    );
    if (left.size > 0 && (await isSaved(left))) showToast({ text: t('fasilitator.sheet.undone') });
  });

  const edit = useStable((person: SheetPerson, change: MarkEdit) => {
    const what =
      change.mark === undefined ? t('fasilitator.sheet.noteSaved') : markWords(t, change.mark);
    void commit(new Map([[person, change]]), `${person.name}: ${what}`);
  });

  const markAllPresent = useStable(() => {
    const missing = rows.filter(row => row.mark === null && row.isExpected);
    const edits = new Map(missing.map(row => [row.person, { mark: { status: 'hadir' } }] as const));
    void commit(edits, t('fasilitator.sheet.markedPresent', { n: missing.length }));
  });

  return { edit, markAllPresent };
}

/** The edits that would bring back what the rows show now. */
function reverseOf(rows: readonly SheetRow[], edits: MarkEdits): MarkEdits {
  const present = new Map(rows.map(row => [row.person.id, row]));
  return new Map(
    [...edits].map(([person, edit]) => {
      const row = present.get(person.id);
      const back: MarkEdit = {};
      if (edit.mark !== undefined) back.mark = row?.mark ?? null;
      if (edit.note !== undefined) back.note = row?.note || null;
      return [person, back];
    }),
  );
}

function shows(row: SheetRow, edit: MarkEdit): boolean {
  return (
    (edit.mark === undefined || isSameMark(edit.mark, row.mark)) &&
    (edit.note === undefined || (edit.note ?? '') === row.note)
  );
}
