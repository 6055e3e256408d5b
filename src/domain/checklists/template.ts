import * as v from 'valibot';
import { isIdPart } from '../ids.ts';
import { text } from '../records/kind.ts';

/** What a checklist is about: a training as a whole, one of its sessions, or a visit to a village. */
export const subjects = ['training', 'session', 'visit'] as const;

export type Subject = (typeof subjects)[number];

/** Most items of a template, and most characters of a text: one version has to fit into one operation (rule 1.2). */
export const mostItems = 40;
export const mostCharacters = 120;

/** Words as they are shown; where there is no English, the Indonesian stands in. */
const words = v.strictObject({
  id: text(mostCharacters),
  en: v.exactOptional(text(mostCharacters)),
});

export type Words = v.InferOutput<typeof words>;

const key = v.pipe(v.string(), v.check(isIdPart));

const item = v.strictObject({
  /** Stays the same through all versions, so that what was ticked is found again. */
  key,
  text: words,
  /** What has to wait for it: leaving for the training, or its closing. */
  blocks: v.exactOptional(v.picklist(['leaving', 'closing'])),
});

export type TemplateItem = v.InferOutput<typeof item>;

/** When a list is due: so many days after the training's first or last day, or after its session's or visit's. */
const due = v.strictObject({
  from: v.picklist(['start', 'end', 'day']),
  days: v.pipe(v.number(), v.integer(), v.minValue(-60), v.maxValue(60)),
});

/** All that one version of a template says. One field, for it is only true together. */
export const templateContent = v.strictObject({
  title: words,
  for: v.picklist(subjects),
  /** Counts up from version to version, for people and to find the newest. */
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  due: v.exactOptional(due),
  /** No longer offered; what was begun with an earlier version stays. */
  retired: v.exactOptional(v.literal(true)),
  items: v.pipe(
    v.array(item),
    v.maxLength(mostItems),
    v.check(items => new Set(items.map(one => one.key)).size === items.length),
  ),
});

export type TemplateContent = v.InferOutput<typeof templateContent>;

/** One version of a template. */
export interface TemplateVersion {
  /** `<template>:<version>`: what a checklist that was begun with it names. */
  ref: string;
  content: TemplateContent;
}

/** The template of which a reference names a version. */
export function templateOfRef(ref: string): string {
  return ref.slice(0, ref.indexOf(':'));
}
