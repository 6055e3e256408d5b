import type { Translate } from '../../i18n/translate.ts';

/** How a line of a plan can stand. */
export const planStates = ['direncanakan', 'berjalan', 'selesai', 'batal'] as const;

export type PlanState = (typeof planStates)[number];

/** How a line of a plan stands, in words. */
export function planStatusWords(t: Translate, status: unknown): string {
  return isPlanState(status) ? t(`visit.plan.${status}`) : t('visit.plan.unsaid');
}

/** True for a state of a plan's line. */
export function isPlanState(value: unknown): value is PlanState {
  return planStates.some(state => state === value);
}
