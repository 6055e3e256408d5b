import { attendance } from './attendance.ts';
import { boardNote } from './board-note.ts';
import { decision } from './decision.ts';
import { device } from './device.ts';
import { advocacy } from './advocacy.ts';
import { checklist, checklistItem } from './checklist.ts';
import { checklistTemplate } from './checklist-template.ts';
import type { RecordKind } from './kind.ts';
import { followUp } from './follow-up.ts';
import { followUpCheck } from './follow-up-check.ts';
import { library } from './library.ts';
import { libraryReview } from './library-review.ts';
import { libraryYear } from './library-year.ts';
import { member } from './member.ts';
import { participant } from './participant.ts';
import { session } from './session.ts';
import { signature } from './signature.ts';
import { training } from './training.ts';
import { visit } from './visit.ts';

/** Every kind this version knows. To add one, write its file and name it here and in schemas.ts. */
const all: readonly RecordKind[] = [
  training,
  session,
  participant,
  attendance,
  signature,
  member,
  device,
  decision,
  library,
  libraryYear,
  libraryReview,
  advocacy,
  followUp,
  followUpCheck,
  visit,
  checklistTemplate,
  checklist,
  checklistItem,
  boardNote,
];

const byName = new Map(all.map(kind => [kind.name, kind]));

/** The kind of that name; undefined for one that this version does not know yet. */
export function kindNamed(name: string): RecordKind | undefined {
  return byName.get(name);
}
