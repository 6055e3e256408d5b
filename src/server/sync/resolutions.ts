import type { PullRequest, Resolution } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Home } from '../accounts/home.ts';
import type { Caller } from '../accounts/sign-in.ts';
import type { ApartOperation } from '../store/store.ts';
import { proofOf } from '../admission/proof.ts';

/** What became of the operations a device names as open, as far as they were ever kept apart (rule 6.10). */
export async function readResolutions(
  { store, keys }: Home,
  caller: Caller,
  { open, device, formerly = [] }: PullRequest,
): Promise<Resolution[]> {
  const devices = [...new Set([caller.device, ...(device ? [device] : []), ...formerly])];
  const wanted = devices.flatMap(writtenOn => open.map(key => ({ device: writtenOn, key })));
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
