import type { RecordKind } from './kind.ts';
import { isVillage } from './village-records.ts';

/** A village library's profile; the id is the village's code. What is asked stands in forms/library-profile.ts. */
export const library: RecordKind = {
  name: 'library',
  version: 1,
  streams: ['region'],
  hasId: isVillage,
  parentOf: () => '',
  villageOf: id => id,
};
