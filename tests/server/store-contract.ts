import { describe } from 'vitest';
import type { Store } from '../../src/server/store/store.ts';
import { describeKeeping } from './store-keeping-contract.ts';
import { describeOperations } from './store-operations-contract.ts';

/** What every store promises, whatever lies below it. `open` gives one that is empty. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`a store on ${name}`, () => {
    describeKeeping(open);
    describeOperations(open);
  });
}
