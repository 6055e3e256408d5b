import { Problem, type RefusalCode } from '../../domain/problem.ts';
import type { DeviceReport, PushResponse } from '../../protocol/messages.ts';
import { protocolVersion } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Timed } from '../api/http.ts';
import type { Answer, Outbox } from '../data/outbox.ts';
import { takeBatch, type BatchSize } from './batch.ts';
import type { Credentials, RoundWorld } from './round-world.ts';

/** What pushing came to. */
export interface Pushed {
  /** False if home could not store some of it for a moment. */
  isComplete: boolean;
}

/**
 * Delivers everything that has no verdict of the present base, in batches, whoever wrote it (rule 7.5).
 * Throws the `Problem` that stopped it; what was answered until then is stored.
 */
export async function pushAll(
  { api, outbox, reportDevice, measure, pause, onPhase, batch }: RoundWorld & { batch: BatchSize },
  people: readonly Credentials[],
  checkTurn: () => void,
): Promise<Pushed> {
  const tried = new Set<number>();
  let sent = 0;
  let isComplete = true;

  async function say(operations: readonly Operation[]): Promise<Timed<PushResponse>> {
    const device = await reportDevice();
    return withAnyToken(people, async ({ token, home }, others) => {
      const timed = await api.push(token, {
        proto: protocolVersion,
        device: { ...device, tokens: others } satisfies DeviceReport,
        ops: [...operations],
      });
      // A server that did not let this device in has no say over its work (rule 6.9).
      if (timed.answer.server.id !== home) throw new Problem('foreign-answer');
      measure({ ...timed, homeNow: timed.answer.server.now });
      return timed;
    });
  }

  async function store(
    asked: Awaited<ReturnType<Outbox['readPresent']>>,
    epoch: string | undefined,
    answers: [Operation, Answer][],
  ): Promise<void> {
    const isStored = await outbox.storeAnswers(asked, epoch, answers);
    if (!isStored) throw new Problem('epoch-changed');
    if (answers.some(([, answer]) => answer.s === 'retry')) isComplete = false;
    sent += answers.length;
  }

  /** Sends a batch; if home cannot read it, its halves, down to the line that is to blame (rule 5.5). */
  async function deliver(operations: readonly Operation[]): Promise<number> {
    checkTurn();
    const asked = await outbox.readPresent();
    try {
      const { answer } = await say(operations);
      await store(
        asked,
        answer.server.epoch,
        operations.map((operation, index) => [operation, answer.results[index] as Answer]),
      );
      return answer.nextMs;
    } catch (failure) {
      const code = refusalOf(failure);
      if (failure instanceof Problem && (code || failure.code === 'timeout')) batch.halve();
      if (!code) throw failure;
      const [first, ...rest] = operations;
      if (first && rest.length === 0) {
        // If home cannot read even a push without a line, the line is not to blame.
        await say([]);
        await store(asked, undefined, [[first, { s: 'quarantined', code }]]);
        return 0;
      }
      const middle = Math.ceil(operations.length / 2);
      await deliver(operations.slice(0, middle));
      return deliver(operations.slice(middle));
    }
  }

  for (;;) {
    const base = (await outbox.readPresent())?.base;
    const keys = (await outbox.readWaiting()).filter(key => !tried.has(key));
    if (keys.length === 0) return { isComplete };
    const total = sent + keys.length;
    for (let first = 0; first < keys.length;) {
      onPhase({ is: 'sending', sent, total });
      const operations = takeBatch(await outbox.readForPush(keys.slice(first, first + batch.size)));
      const size = batch.size;
      const nextMs = operations.length > 0 ? await deliver(operations) : 0;
      for (const key of keys.slice(first, first + Math.max(1, operations.length))) tried.add(key);
      first += Math.max(1, operations.length);
      if (batch.size === size) batch.grow();
      if (base !== undefined && (await outbox.readPresent())?.base !== base) {
        // Home began anew: everything is open again.
        tried.clear();
        break;
      }
      if (nextMs > 0 && first < keys.length) await pause(nextMs);
    }
  }
}

/** Why a single line is put aside, if home's answer to a whole push says that it could not take it. */
function refusalOf(failure: unknown): RefusalCode | undefined {
  if (!(failure instanceof Problem)) return undefined;
  if (failure.code === 'bad-request') return 'malformed';
  return failure.code === 'too-large' ? 'too-large' : undefined;
}

/** Anybody's token delivers everybody's work: tries each until one is still good. */
async function withAnyToken<T>(
  people: readonly Credentials[],
  work: (person: Credentials, others: string[]) => Promise<T>,
): Promise<T> {
  let refused = new Problem('sign-in-needed');
  for (const person of people) {
    const others = people.filter(other => other !== person).map(other => other.token);
    try {
      return await work(person, others);
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.code !== 'sign-in-needed') throw failure;
      refused = failure;
    }
  }
  throw refused;
}
