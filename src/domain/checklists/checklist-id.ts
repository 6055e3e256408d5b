import type { Day } from '../day.ts';
import { isVillageCode } from '../territory.ts';

/** The id of a training's checklist; `subject` is the training, or one of its sessions. */
export function checklistId(template: string, subject: string): string {
  return `${template}:${subject}:1`;
}

/** The id of a checklist that is ticked at a visit. */
export function visitChecklistId(village: string, day: Day, template: string): string {
  return `${village}:${day}:${template}`;
}

/** What a checklist's id says. */
export interface ChecklistName {
  template: string;
  /** A training, a session, or the day of a visit. */
  subject: string;
  /** Of a visit's alone. */
  village?: string;
}

/** Takes the id of a checklist apart; undefined if it is not one. */
export function readChecklistId(id: string): ChecklistName | undefined {
  const [first, second, third, ...rest] = id.split(':');
  if (!first || !second || !third || rest.length > 0) return undefined;
  return isVillageCode(first)
    ? { village: first, subject: second, template: third }
    : { template: first, subject: second };
}

/** The id of the record that says how one item of a checklist stands. */
export function checklistItemId(checklist: string, item: string): string {
  return `${checklist}:${item}`;
}

/** The item that such an id names. */
export function itemOfId(id: string): string {
  return id.slice(id.lastIndexOf(':') + 1);
}
