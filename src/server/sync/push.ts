import { Problem } from '../../domain/problem.ts';
import type { PushRequest, PushResponse, Verdict } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Home } from '../accounts/home.ts';
import { findOwnIds } from '../accounts/own-devices.ts';
import { findRevoked } from '../accounts/revocation.ts';
import type { Caller } from '../accounts/sign-in.ts';
import { readToken, type Grant } from '../accounts/tokens.ts';
import type { StoreTransaction } from '../store/store.ts';
import { receive, type Arrival, type Delivery } from '../admission/arrival.ts';
import type { HomeOperations } from '../admission/home-operations.ts';
import type { Admission } from '../admission/known-operations.ts';
import { proofOf } from '../admission/proof.ts';
import { keptReportText, type Proof } from './kept-report.ts';

/** A push that was read and ruled on as far as it goes by itself, and waits for its turn. */
export interface PreparedPush {
  request: PushRequest;
  arrivals: readonly Arrival[];
  /** Of the ids the device names, those that are its own. */
  own: ReadonlySet<string>;
  /** The device of the token. */
  caller: string;
  /** When it came, home's clock, ms. */
  receivedAt: number;
  /** What home found if the device said that it is whole. */
  proof: Proof | undefined;
}

/** Both halves of a push: what can be done for many at once, and what one at a time does. */
export interface Pusher {
  /** Reads the lines of a push. `receivedAt` is home's clock at the request's first byte (rule 3.2). */
  prepare: (
    caller: Caller,
    request: PushRequest,
    came: { receivedAt: number; proof: Proof | undefined },
  ) => Promise<PreparedPush>;
  /**
   * Judges prepared pushes in one transaction and answers each, with a verdict for each line, in order.
   * If that fails, each push has a transaction of its own, and then each line: what goes wrong with one
   * line is that line's `retry` (rule 5.2). Rejects with `busy` and `server-full`.
   */
  commit: (pushes: readonly PreparedPush[]) => Promise<PushResponse[]>;
}

/** Takes deliveries from devices (rules 4.1 to 5.7). */
export function createPusher(home: Home, operations: HomeOperations): Pusher {
  const { store, keys, clock } = home;

  async function commit(pushes: readonly PreparedPush[]): Promise<PushResponse[]> {
    try {
      return await store.transaction(tx => commitWithin(tx, pushes));
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (pushes.length > 1) return oneByOne(pushes, commit);
      const [push] = pushes;
      if (!push || push.arrivals.length <= 1) home.reportBug(error);
      return push ? [await lineByLine(push)] : [];
    }
  }

  async function commitWithin(
    tx: StoreTransaction,
    pushes: readonly PreparedPush[],
  ): Promise<PushResponse[]> {
    const admissions = await operations.admit(
      tx,
      pushes.flatMap(({ arrivals }) => arrivals),
    );
    // In one order for all, so that two processes on one database do not wait for each other.
    const byDevice = pushes.toSorted((a, b) =>
      a.request.device.id < b.request.device.id ? -1 : 1,
    );
    for (const push of byDevice) await noteReport(tx, push);
    const server = { id: store.serverId, epoch: await tx.readEpoch(), now: clock() };
    let first = 0;
    return pushes.map(({ request, arrivals }) => {
      const results = admissions.slice(first, (first += arrivals.length));
      const { id } = request.device;
      const isForked = results.some(it => it.isFork && it.operation.device === id);
      return {
        server,
        results: results.map(verdictOn),
        ...(isForked && { forked: true as const }),
        nextMs: 0,
      };
    });
  }

  /** Rule 5.2: one by one, so that the line which fails delays no other. */
  async function lineByLine(push: PreparedPush): Promise<PushResponse> {
    if (push.arrivals.length <= 1) {
      const server = { id: store.serverId, epoch: await store.readEpoch(), now: clock() };
      return { server, results: push.arrivals.map(() => ({ s: 'retry' as const })), nextMs: 0 };
    }
    const alone = push.arrivals.map(arrival => ({ ...push, arrivals: [arrival] }));
    const answers = await oneByOne(alone, commit);
    const [answer] = answers.toReversed();
    if (!answer) throw new Error('a push without lines cannot fail line by line');
    const isForked = answers.some(({ forked }) => forked);
    return {
      ...answer,
      results: answers.flatMap(({ results }) => results),
      ...(isForked && { forked: true as const }),
    };
  }

  /**
   * What a device says of itself counts for the coordinator's board only (rules 5.1, 6.11). What it carries
   * in this very push waits no more. Nobody speaks for another's device.
   */
  async function noteReport(
    tx: StoreTransaction,
    { request: { device }, arrivals, own, caller, receivedAt, proof }: PreparedPush,
  ) {
    const { id, gone } = device;
    if (!own.has(id)) return;
    if (gone?.length) await tx.noteGone(id, gone);
    const text = keptReportText(device, { delivered: arrivals.length, proof });
    await tx.saveReport(id, text, receivedAt, caller);
  }

  function verdictOn({ operation, line, isRepeat }: Admission): Verdict {
    const { stamp } = operation;
    switch (operation.verdict) {
      case 'admitted': {
        const proof = proofOf(keys.proof, line() as Operation, stamp);
        return { s: isRepeat ? 'dup' : 'ok', seq: operation.seq, stamp, proof };
      }
      case 'opaque':
        return { s: 'opaque', stamp };
      case 'quarantined':
        return { s: 'quarantined', stamp, code: operation.code };
    }
  }

  async function describeDelivery(
    caller: Caller,
    { device, via, ops }: PushRequest,
    serverNow: number,
  ): Promise<{ delivery: Delivery; own: Set<string> }> {
    const { id, now, clk, tokens = [], formerly = [] } = device;
    const others = tokens.map(token => readToken(keys.token, token));
    const grants = [caller, ...others].filter((grant): grant is Grant => grant !== undefined);
    const writtenOn = ops.map(line => (line as { dev?: unknown } | null)?.dev);
    const devices = [...grants.map(grant => grant.device), ...writtenOn.filter(isText)];
    const revoked = await findRevoked(store, devices);
    const proven = new Set(grants.map(grant => grant.device));
    const own = await findOwnIds(store, proven, { id, formerly });
    // A line written elsewhere names a device, and on that its author must have been let in.
    const elsewhere = writtenOn.filter(isText).filter(dev => !own.has(dev));
    const enrolled = new Map<string, Set<string>>();
    for (const { device: on, person } of await store.findEnrolledOn([...new Set(elsewhere)])) {
      const people = enrolled.get(on) ?? new Set();
      enrolled.set(on, people.add(person));
    }
    const byPerson = new Map<string, Grant>();
    for (const grant of grants) {
      const other = byPerson.get(grant.person);
      if (!other || revoked.has(other.device)) byPerson.set(grant.person, grant);
    }
    const delivery: Delivery = {
      device: id,
      formerly,
      via,
      clocks: { device: { now, clk }, serverNow },
      vouch({ by, dev }) {
        const grant = byPerson.get(by);
        const isForeign = enrolled.get(dev)?.has(by) === false;
        if (!grant || isForeign) return { code: 'unknown-author', isForeign };
        if (caller.isRevoked || revoked.has(grant.device) || revoked.has(dev))
          return { code: 'device-revoked' };
        return { enrolledAt: grant.enrolledAt };
      },
      isProven: operation =>
        operation.stamp !== undefined &&
        operation.proof !== undefined &&
        operation.proof === proofOf(keys.proof, operation, operation.stamp),
    };
    return { delivery, own };
  }

  return {
    async prepare(caller, request, { receivedAt, proof }) {
      const { delivery, own } = await describeDelivery(caller, request, receivedAt);
      const arrivals = request.ops.map(line => receive(line, delivery));
      return { request, receivedAt, arrivals, own, caller: caller.device, proof };
    },
    commit,
  };
}

async function oneByOne(
  pushes: readonly PreparedPush[],
  commit: Pusher['commit'],
): Promise<PushResponse[]> {
  const answers: PushResponse[] = [];
  for (const push of pushes) answers.push(...(await commit([push])));
  return answers;
}

const isText = (value: unknown): value is string => typeof value === 'string';
