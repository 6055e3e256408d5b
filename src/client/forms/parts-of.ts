import type {
  AidField,
  CountsField,
  PublicationField,
  RespondentField,
  StoryField,
  Unit,
} from '../../domain/forms/field.ts';
import type { Keyboard } from './Entry.tsx';

/** The words over a part. */
export type PartLabel =
  | 'form.part.l'
  | 'form.part.p'
  | 'form.part.total'
  | 'form.part.tahun'
  | 'form.part.jumlah'
  | 'form.part.media'
  | 'form.part.tautan'
  | 'form.part.teks'
  | 'form.part.izin'
  | 'form.part.nama'
  | 'form.part.hp';

/** One place in an answer that has several. */
export type Part =
  | { key: string; as: 'figure'; label: PartLabel; unit?: Unit; keyboard: Keyboard }
  | { key: string; as: 'text'; label: PartLabel; lines?: number; keyboard: Keyboard }
  | { key: string; as: 'tick'; label: PartLabel }
  | { key: string; as: 'ticks'; options: readonly string[] };

const figures: Keyboard = { inputMode: 'numeric', autoComplete: 'off' };
const link: Keyboard = { autoCapitalize: 'none', autoComplete: 'off' };

/** The places to write that a field has, in order. */
export function partsOf(
  field: AidField | CountsField | PublicationField | RespondentField | StoryField,
): readonly Part[] {
  switch (field.type) {
    case 'counts':
      return field.parts.map(key => ({
        key,
        as: 'figure',
        label: `form.part.${key}`,
        unit: field.unit,
        keyboard: figures,
      }));
    case 'aid':
      return [
        { key: 'jenis', as: 'ticks', options: field.options },
        { key: 'tahun', as: 'figure', label: 'form.part.tahun', keyboard: figures },
      ];
    case 'publication':
      return [
        { key: 'jumlah', as: 'figure', label: 'form.part.jumlah', keyboard: figures },
        { key: 'media', as: 'text', label: 'form.part.media', keyboard: {} },
        { key: 'tautan', as: 'text', label: 'form.part.tautan', keyboard: link },
      ];
    case 'story':
      return [
        {
          key: 'teks',
          as: 'text',
          label: 'form.part.teks',
          lines: 5,
          keyboard: { autoCapitalize: 'sentences' },
        },
        { key: 'izin', as: 'tick', label: 'form.part.izin' },
      ];
    case 'respondent':
      return [
        {
          key: 'nama',
          as: 'text',
          label: 'form.part.nama',
          keyboard: { autoCapitalize: 'words', autoComplete: 'name' },
        },
        {
          key: 'hp',
          as: 'text',
          label: 'form.part.hp',
          keyboard: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
        },
      ];
  }
}
