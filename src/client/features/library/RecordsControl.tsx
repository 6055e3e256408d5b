import { useState } from 'preact/hooks';
import type { RecordsField } from '../../../domain/forms/field.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { addIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './RecordsControl.module.css';
import { answerWords } from '../../parts/profile/answer-words.ts';
import { recordForms, recordWords } from '../../parts/record-form/record-forms.ts';
import { recordDraftPrefix } from './profile-place.ts';
import type { LibraryBook } from './use-library.ts';
import { RecordForm } from '../../parts/record-form/RecordForm.tsx';
import { useProfileWords } from '../../parts/profile/use-profile-words.ts';

interface RecordsControlProps {
  book: LibraryBook;
  field: RecordsField;
  words: FieldWords;
}

/** A list of records of their own: a line for each, and a sheet in which one is written. */
export function RecordsControl({ book, field: { kind }, words }: RecordsControlProps) {
  const { records, loadDrafts, newId } = useServices();
  const { t, format, language } = useI18n();
  const saving = useSaving();
  const showToast = useToast();
  const profileWords = useProfileWords();
  const { stream, village } = book;
  const views = useLiveQuery(
    () => records.readShelf(stream, kind, village),
    [records, stream, kind, village],
  );
  const [openId, setOpenId] = useState<string>();
  const { fields, headedBy } = recordForms[kind];
  const fieldWords = recordWords(language);
  const listed = (views ?? []).filter(view => !isDeletedView(view));
  const open = views?.find(view => view.r === openId);
  const valuesIn = (view: RecordView | undefined) => valuesOf<Record<string, JsonValue>>(view);

  const write = (id: string, seen: RecordView | undefined, changed: Record<string, JsonValue>) =>
    saving(() => records.write([{ stream, t: kind, r: id, fields: changed, seen }]));

  /** A new one; or the one that was being written when the app was closed before anything of it was an answer. */
  async function begin(): Promise<void> {
    const typed = await (await loadDrafts()).read(recordDraftPrefix(kind, village));
    const begun = Object.keys(typed)
      .map(key => idOfDraft(key))
      .find(id => !views?.some(view => view.r === id));
    setOpenId(begun ?? `${village}:${newId()}`);
  }

  async function remove(view: RecordView): Promise<void> {
    setOpenId(undefined);
    if (!(await write(view.r, view, { deleted: true }))) return;
    const what = headOf(view);
    const undo = async () => {
      const seen = await records.readRecord(stream, kind, view.r);
      await write(view.r, seen, { deleted: false });
    };
    showToast({
      text: t('library.records.removed', { what }),
      action: { label: t('all.action.undo'), onPress: () => void undo() },
    });
  }

  function headOf(view: RecordView): string {
    const head = valuesIn(view)[headedBy];
    return typeof head === 'string' ? head : t('library.records.unnamed');
  }

  function detailOf(view: RecordView): string {
    if (!profileWords) return '';
    const values = valuesIn(view);
    const speech = { ...profileWords, fields: fieldWords };
    return fields
      .filter(({ key }) => key !== headedBy && values[key] !== undefined)
      .slice(0, 3)
      .map(one => answerWords({ t, format }, speech, one, values[one.key]))
      .join(' · ');
  }

  return (
    <Stack>
      <div>
        <p>
          <strong>{words.label}</strong>
        </p>
        {words.hint !== undefined && <p class={styles.soft}>{words.hint}</p>}
      </div>
      {listed.length === 0 ? (
        <p class={styles.soft}>{t('library.records.empty')}</p>
      ) : (
        <div class={styles.list}>
          <List label={words.label}>
            {listed.map(view => (
              <ListRow
                key={view.r}
                title={headOf(view)}
                detail={detailOf(view)}
                onPress={() => setOpenId(view.r)}
                trailing={<Icon shape={chevronIcon} />}
              />
            ))}
          </List>
        </div>
      )}
      <Button icon={addIcon} onPress={() => void begin()}>
        {t(kind === 'advocacy' ? 'library.records.addAdvocacy' : 'library.records.addFollowUp')}
      </Button>
      {openId !== undefined && profileWords && (
        <Sheet
          title={words.label}
          closeLabel={t('all.action.close')}
          onClose={() => setOpenId(undefined)}
          actions={
            <>
              {open && (
                <Button kind="quiet" onPress={() => void remove(open)}>
                  {t('all.action.delete')}
                </Button>
              )}
              <Button kind="primary" onPress={() => setOpenId(undefined)}>
                {t('all.action.done')}
              </Button>
            </>
          }
        >
          <RecordForm
            key={openId}
            fields={fields}
            view={open}
            prefix={`${recordDraftPrefix(kind, village)}${openId}|`}
            today={book.today}
            onAnswer={(key, given) => write(openId, open, { [key]: given })}
          />
        </Sheet>
      )}
    </Stack>
  );
}

/** The record that a draft is of; the field's name stands behind it. */
const idOfDraft = (key: string) => key.slice(0, key.lastIndexOf('|'));
