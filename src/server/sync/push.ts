import { Problem } from '../../domain/problem.ts';
import type { PushRequest, PushResponse, Verdict } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import type { Caller } from '../accounts/sign-in.ts';
import { readToken, type Grant } from '../accounts/tokens.ts';
import type { Admission } from './admit.ts';
import { receive, type Arrival, type Delivery } from './arrival.ts';
import type { HomeOperations } from './home-operations.ts';
import { proofOf } from './proof.ts';

export interface Push {
  home: Home;
  operations: HomeOperations;
}

/**
 * Takes a batch from a device and answers with a verdict for each line, in order (rules 4.1 to 5.6).
 * `serverNow` is home's clock at the request's first byte. Throws `busy` and `server-full`; anything
 * else that goes wrong with one operation is that operation's `retry`.
 */
export async function push(
  { home, operations }: Push,
  caller: Caller,
  request: PushRequest,
  serverNow: number,
): Promise<PushResponse> {
  const { store, keys, clock } = home;
  const delivery = await describeDelivery();
  const arrivals = request.ops.map(line => receive(line, delivery));
  const { serverId, epoch } = store.identity;
  return {
    server: { id: serverId, epoch, now: clock() },
    results: await admitTogether(arrivals),
    nextMs: 0,
  };

  async function admitTogether(batch: readonly Arrival[]): Promise<Verdict[]> {
    if (batch.length === 0) return [];
    try {
      const admissions = await store.transaction(tx => operations.admit(tx, batch));
      return admissions.map((admission, index) => verdictOn(admission, batch[index]?.line));
    } catch (error) {
      if (error instanceof Problem) throw error;
      home.reportBug(error);
      // Rule 5.2: one by one, so that the one which fails delays no other.
      if (batch.length === 1) return [{ s: 'retry' }];
      const verdicts: Verdict[] = [];
      for (const arrival of batch) verdicts.push(...(await admitTogether([arrival])));
      return verdicts;
    }
  }

  function verdictOn({ operation, isRepeat }: Admission, line: unknown): Verdict {
    const { stamp } = operation;
    switch (operation.verdict) {
      case 'admitted': {
        const proof = proofOf(keys.proof, line, stamp);
        return { s: isRepeat ? 'dup' : 'ok', seq: operation.seq, stamp, proof };
      }
      case 'opaque':
        return { s: 'opaque', stamp };
      case 'quarantined':
        return { s: 'quarantined', stamp, code: operation.code };
    }
  }

  async function describeDelivery(): Promise<Delivery> {
    const { id, now, clk, tokens = [] } = request.device;
    const others = tokens.map(token => readToken(keys.token, token));
    const grants = [caller, ...others].filter((grant): grant is Grant => grant !== undefined);
    const writtenOn = request.ops.map(line => (line as { dev?: unknown } | null)?.dev);
    const devices = [...grants.map(({ device }) => device), ...writtenOn.filter(isText)];
    const revoked = await store.findRevoked([...new Set(devices)]);
    const byPerson = new Map<string, Grant>();
    for (const grant of grants) {
      const other = byPerson.get(grant.person);
      if (!other || revoked.has(other.device)) byPerson.set(grant.person, grant);
    }
    return {
      device: id,
      clocks: { device: { now, clk }, serverNow },
      vouch({ by, dev }) {
        const grant = byPerson.get(by);
        if (!grant) return { code: 'unknown-author' };
        if (revoked.has(grant.device) || revoked.has(dev)) return { code: 'device-revoked' };
        return { enrolledAt: grant.enrolledAt };
      },
    };
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
