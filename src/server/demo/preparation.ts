import { checklistId, checklistItemId } from '../../domain/checklists/checklist-id.ts';
import type { ItemState } from '../../domain/checklists/progress.ts';
import type { JsonValue } from '../../domain/records/kind.ts';

/** What was said of the items of the preparation, the evening before the training. */
const said: readonly [item: string, state: ItemState, note?: string][] = [
  ['surat', 'sudah'],
  ['panitia', 'sudah'],
  ['ruang', 'sudah', 'Meja bundar, tujuh orang satu meja.'],
  ['proyektor', 'sudah'],
  ['stopkontak', 'belum', 'Kurang dua kabel rol, dipinjam dari kantor.'],
  ['wifi', 'sudah'],
  ['atk', 'sudah'],
  ['modul', 'sudah'],
  ['soal', 'sudah'],
  ['daftar-peserta', 'sudah'],
  ['kertas', 'belum'],
];

/** The records of a training's preparation, partly ticked. */
export function tickedPreparation(
  training: string,
): { t: string; r: string; fields: Record<string, JsonValue> }[] {
  const list = checklistId('persiapan', training);
  return [
    { t: 'checklist', r: list, fields: { template: 'persiapan:1' } },
    ...said.map(([item, state, note]) => ({
      t: 'checklistItem',
      r: checklistItemId(list, item),
      fields: { state, ...(note !== undefined && { note }) },
    })),
  ];
}
