import * as v from 'valibot';
import { templateContent } from '../checklists/template.ts';
import { itemStates } from '../checklists/progress.ts';
import { checkValue } from '../forms/check-value.ts';
import type { Field } from '../forms/field.ts';
import { libraryProfile } from '../forms/library-profile.ts';
import {
  advocacyForm,
  followUpCheckForm,
  followUpForm,
  sessionForm,
  trainingForm,
} from '../forms/record-forms.ts';
import { attendanceFields } from './attendance.ts';
import { boardNoteFields } from './board-note.ts';
import { decisionFields } from './decision.ts';
import { deviceFields } from './device.ts';
import {
  day,
  deleted,
  longText,
  recordId,
  text,
  villageCode,
  type FieldCheck,
  type FieldSchemas,
} from './kind.ts';
import { memberFields } from './member.ts';
import { participantFields } from './participant.ts';
import { signatureFields } from './signature.ts';
import { trainingFields } from './training.ts';

const profile = libraryProfile.sections.flatMap(({ fields }) => fields);

/** What the fields of each kind may hold, by the kind's name. */
export const schemas: Readonly<Record<string, FieldSchemas>> = {
  training: { ...ofForm(trainingForm), ...trainingFields },
  session: { ...ofForm(sessionForm), deleted },
  participant: participantFields,
  attendance: attendanceFields,
  signature: signatureFields,
  member: memberFields,
  device: deviceFields,
  decision: decisionFields,
  library: {
    // The village is the record's id, and what has records of its own has no value here.
    ...ofForm(profile.filter(({ type }) => type !== 'village' && type !== 'records')),
    /** Where the profile went, if its village was the wrong one. */
    movedTo: villageCode,
    deleted,
  },
  libraryYear: {
    ...ofForm(profile.filter(({ type }) => type === 'number' || type === 'counts')),
    deleted,
  },
  libraryReview: { reviewed: v.boolean(), note: longText(1000), deleted },
  advocacy: { ...ofForm(advocacyForm), deleted },
  followUp: { ...ofForm(followUpForm), deleted },
  followUpCheck: { ...ofForm(followUpCheckForm), deleted },
  visit: { day, purpose: text(200), note: longText(1000), deleted },
  checklistTemplate: { content: templateContent, deleted },
  checklist: {
    /** The version it was begun with: `<template>:<version>`. */
    template: recordId,
    /** By when, if not as its template says. */
    due: day,
    deleted,
  },
  checklistItem: {
    state: v.picklist(itemStates),
    note: longText(500),
    ...ofForm([{ key: 'photo', type: 'photo' }]),
    deleted,
  },
  boardNote: boardNoteFields,
};

/** The same check as on the device: only what is refused there is refused here. */
function ofForm(fields: readonly Field[]): Record<string, FieldCheck> {
  return Object.fromEntries(
    fields.map(field => [
      field.key,
      (value, today) => checkValue(field, value, today).every(({ level }) => level !== 'refused'),
    ]),
  );
}
