import type { StreamKind } from '../../../domain/stream.ts';

/** The kinds of record one filters by, those first that are written most. */
export const activityKinds: Readonly<Record<StreamKind, readonly string[]>> = {
  training: [
    'attendance',
    'signature',
    'session',
    'participant',
    'checklist',
    'checklistItem',
    'checklistTemplate',
    'training',
    'member',
    'decision',
  ],
  region: [
    'library',
    'libraryYear',
    'libraryReview',
    'advocacy',
    'followUp',
    'visit',
    'followUpCheck',
    'checklist',
    'checklistItem',
    'member',
    'decision',
  ],
  programme: ['member', 'device', 'checklistTemplate', 'decision'],
};
