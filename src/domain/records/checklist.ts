import { isIdPart } from '../ids.ts';
import type { StreamName } from '../stream.ts';
import { isVillageCode } from '../territory.ts';
import type { RecordKind } from './kind.ts';
import { isVillage, villageOfId } from './village-records.ts';

/**
 * A checklist that somebody ticks. In a training the id is `<template>:<training or session>:<n>`, in a
 * region `<village>:<day of the visit>:<template>`. It is made of what the list is about, so two tablets
 * that begin the same one write one record.
 */
export const checklist = kindOfChecklist('checklist', 3, id => villageIn(id) ?? '');

/** One item of a checklist; the id is `<checklist>:<item>`, so two tablets meet item by item. */
export const checklistItem = kindOfChecklist('checklistItem', 4, id =>
  id.slice(0, id.lastIndexOf(':')),
);

function kindOfChecklist(
  name: string,
  length: number,
  parentOf: (id: string) => string,
): RecordKind {
  return {
    name,
    version: 1,
    streams: ['training', 'region'],
    hasId(id, stream) {
      const parts = id.split(':');
      return parts.length === length && parts.every(isIdPart) && isAtHome(id, stream);
    },
    parentOf,
    villageOf: villageIn,
  };
}

/** True for a list of a village in that village's region, and of no village in a training. */
function isAtHome(id: string, stream: StreamName): boolean {
  return stream.kind === 'region'
    ? isVillage(villageOfId(id), stream)
    : villageIn(id) === undefined;
}

function villageIn(id: string): string | undefined {
  const first = villageOfId(id);
  return isVillageCode(first) ? first : undefined;
}
