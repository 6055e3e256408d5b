import type { GroupReceipt } from '../app-services.ts';

/**
 * True if home has said itself that it holds all of a group. `isProven` alone says that both agree on what
 * was admitted; that may be nothing, as long as everything is kept apart.
 */
export function isWhole({ isProven, home }: GroupReceipt): boolean {
  return isProven && home !== undefined && home.refused.length === 0;
}
