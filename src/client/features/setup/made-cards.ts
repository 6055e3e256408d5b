import { signal } from '@preact/signals';
import type { MadeInvitation } from '../../app-services.ts';

/** A card with the key of whom it is for. */
export interface MadeCard {
  key: string;
  made: MadeInvitation;
}

/**
 * The cards that were made since the app was opened, by training and maker. A code is told once and never
 * stored, so leaving the screen must not lose a sheet that was not printed yet.
 */
export const madeCards = signal<ReadonlyMap<string, readonly MadeCard[]>>(new Map());

/** Adds one card to a sheet. */
export function addCard(sheet: string, card: MadeCard): void {
  const cards = madeCards.value.get(sheet) ?? [];
  madeCards.value = new Map([...madeCards.value, [sheet, [...cards, card]]]);
}
