import { dayAt, type Day } from '../../../domain/day.ts';
import type { OwnEdit } from '../../data/own-edits.ts';

/** Edits of one moment that say the same, such as a whole sheet marked present: taken back together. */
export interface EditGroup {
  day: Day;
  at: number;
  /** At least one. */
  edits: readonly OwnEdit[];
}

/** Groups edits, given newest first, in that order. */
export function groupEdits(edits: readonly OwnEdit[]): EditGroup[] {
  const groups: { day: Day; at: number; edits: OwnEdit[]; key: string }[] = [];
  for (const edit of edits) {
    const { at, by, stream, kind, fields } = edit;
    const key = JSON.stringify([at, by, stream, kind, fields]);
    const last = groups.at(-1);
    if (last?.key === key) last.edits.push(edit);
    else groups.push({ day: dayAt(at), at, edits: [edit], key });
  }
  return groups;
}
