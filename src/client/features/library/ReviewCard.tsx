import { useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { valuesOf } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Tick } from '../../forms/Ticks.tsx';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { roleIn } from '../../parts/role-in.ts';
import { useLateSaving } from '../../parts/use-late-saving.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './FieldRow.module.css';
import type { LibraryBook } from './use-library.ts';

interface Review {
  reviewed?: boolean;
  note?: string;
}

/** What a trainer who looked over a section says of it; the librarian reads it. */
export function ReviewCard({ book, section }: { book: LibraryBook; section: string }) {
  const { records, account } = useServices();
  const { t, format } = useI18n();
  const saving = useSaving();
  const { stream, village } = book;
  const id = `${village}:${section}`;
  const read = useLiveQuery(
    async () => ({ view: await records.readRecord(stream, 'libraryReview', id) }),
    [records, stream, id],
  );
  const [typed, setTyped] = useState<string>();
  const saveLater = useLateSaving((value: string) => void saveNote(value));
  if (!read) return null;
  const { view } = read;
  const { reviewed = false, note } = valuesOf<Review>(view);
  const canReview = roleIn(account.active.value, stream) !== 'pengelola';
  if (!canReview && view === undefined) return null;
  const head = view?.state['reviewed']?.h[0];

  const write = (fields: { reviewed?: boolean; note?: string | null }) =>
    saving(() => records.write([{ stream, t: 'libraryReview', r: id, fields, seen: view }]));

  async function saveNote(value: string): Promise<void> {
    const tidy = value.trim();
    if (tidy !== (note ?? '')) await write({ note: tidy === '' ? null : tidy });
  }

  function type(value: string) {
    setTyped(value);
    saveLater(value);
  }

  return (
    <Card title={t('library.review.title')}>
      <Stack>
        {canReview ? (
          <>
            <Tick
              label={t('library.review.done')}
              isOn={reviewed}
              onToggle={() => void write({ reviewed: !reviewed })}
            />
            <TextField
              label={t('all.word.note')}
              hint={t('library.review.noteHint')}
              value={typed ?? note ?? ''}
              onType={type}
              lines={3}
              maxLength={1000}
              autoCapitalize="sentences"
            />
          </>
        ) : (
          <>
            <p>
              <strong>{t(reviewed ? 'library.review.done' : 'library.review.notYet')}</strong>
            </p>
            {note !== undefined && <p>{note}</p>}
          </>
        )}
        {head && (
          <p class={styles.reviewer}>
            {[book.nameOf(head.by), format.dateTime(head.s)].filter(Boolean).join(' · ')}
          </p>
        )}
      </Stack>
    </Card>
  );
}
