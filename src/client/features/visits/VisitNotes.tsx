import { useState } from 'preact/hooks';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLateSaving } from '../../parts/use-late-saving.ts';
import { useSaving } from '../../parts/work/use-saving.ts';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { VillageBook } from './use-village.ts';

interface VisitNotesProps {
  book: VillageBook;
  village: string;
  day: string;
}

/** What the visit was for, and what else was seen. */
export function VisitNotes({ book, village, day }: VisitNotesProps) {
  const { t } = useI18n();
  const { records } = useServices();
  const saving = useSaving();
  const { stream } = book;
  const visit = book.visits.find(one => one.view.r === `${village}:${day}`);

  async function save(field: 'purpose' | 'note', typed: string): Promise<void> {
    const tidy = typed.trim();
    if (tidy === (visit?.[field] ?? '')) return;
    const fields = { ...(!visit && { day }), [field]: tidy === '' ? null : tidy };
    const r = `${village}:${day}`;
    await saving(() => records.write([{ stream, t: 'visit', r, fields, seen: visit?.view }]));
  }

  return (
    <Card title={t('visit.one.about')}>
      <Stack>
        <Place
          label={t('visit.one.purpose')}
          value={visit?.purpose ?? ''}
          most={200}
          onSave={typed => void save('purpose', typed)}
        />
        <Place
          label={t('all.word.note')}
          value={visit?.note ?? ''}
          most={1000}
          lines={3}
          onSave={typed => void save('note', typed)}
        />
      </Stack>
    </Card>
  );
}

interface PlaceProps {
  label: string;
  value: string;
  most: number;
  lines?: number;
  onSave: (typed: string) => void;
}

function Place({ label, value, most, lines = 1, onSave }: PlaceProps) {
  const [typed, setTyped] = useState<string>();
  const saveLater = useLateSaving(onSave);
  return (
    <TextField
      label={label}
      value={typed ?? value}
      lines={lines}
      maxLength={most}
      autoCapitalize="sentences"
      onType={text => {
        setTyped(text);
        saveLater(text);
      }}
    />
  );
}
