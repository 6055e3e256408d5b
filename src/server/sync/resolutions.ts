import type { Resolution } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Home } from '../accounts/home.ts';
import type { ApartOperation } from '../store/store.ts';
import { proofOf } from '../admission/proof.ts';

/**
 * What became of operations that were written on these devices and are named as open, as far as they were
 * ever kept apart (rule 6.10).
 */
export async function readResolutions(
  { store, keys }: Home,
  devices: readonly string[],
  open: readonly string[],
): Promise<Resolution[]> {
  const wanted = devices.flatMap(device => open.map(key => ({ device, key })));
  return (await store.findEverApart(wanted)).flatMap(toResolution);

  function toResolution({ key: id, outcome, note, ...operation }: ApartOperation): Resolution[] {
    const { seq, stamp, body } = operation;
    if (seq !== null) {
      const proof = proofOf(keys.proof, JSON.parse(body) as Operation, stamp);
      return [{ id, outcome: 'accept', note, seq, stamp, proof }];
    }
    return outcome === null || outcome === 'accept' ? [] : [{ id, outcome, note }];
  }
}
