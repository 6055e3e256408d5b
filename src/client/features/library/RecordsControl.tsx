import { useState } from 'preact/hooks';
import type { RecordsField } from '../../../domain/forms/field.ts';
import { checkValue } from '../../../domain/forms/check-value.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { isDeletedView, valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { FieldControl, isDrawnHere } from '../../forms/FieldControl.tsx';
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
import { answerWords } from './answer-words.ts';
import styles from './RecordsControl.module.css';
import { recordForms, recordWords } from './record-forms.ts';
import type { LibraryBook } from './use-library.ts';
import { useProfileWords } from './use-profile-words.ts';

interface RecordsControlProps {
  book: LibraryBook;
  field: RecordsField;
  words: FieldWords;
}

/** A list of records of their own: a line for each, and a sheet in which one is written. */
export function RecordsControl({ book, field: { kind }, words }: RecordsControlProps) {
  const { records, newId } = useServices();
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
      <Button icon={addIcon} onPress={() => setOpenId(`${village}:${newId()}`)}>
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
          <Stack gap="large">
            {fields.filter(isDrawnHere).map(one => {
              const value = valuesIn(open)[one.key];
              return (
                <FieldControl
                  key={one.key}
                  field={one}
                  words={fieldWords[one.key] ?? { label: one.key }}
                  units={profileWords.units}
                  value={value}
                  draft={undefined}
                  issues={value === undefined ? [] : checkValue(one, value, book.today)}
                  today={book.today}
                  onType={() => {}}
                  onAnswer={given => void write(openId, open, { [one.key]: given })}
                  locate={() => Promise.reject(new Error('unavailable'))}
                />
              );
            })}
          </Stack>
        </Sheet>
      )}
    </Stack>
  );
}
