import { isIdPart } from '../ids.ts';
import type { RecordKind } from './kind.ts';

/**
 * One version of a checklist's template, as a coordinator wrote it; the id is `<template>:<version>`, the
 * version random. It is written once: whoever changes a template writes another version, so what was ticked
 * by the older one stays as it was. It lies in each stream where it is used, for who reads one stream may not
 * read another.
 */
export const checklistTemplate: RecordKind = {
  name: 'checklistTemplate',
  version: 1,
  streams: ['training', 'region', 'programme'],
  hasId(id) {
    const parts = id.split(':');
    return parts.length === 2 && parts.every(isIdPart);
  },
  parentOf: () => '',
  villageOf: () => undefined,
};
