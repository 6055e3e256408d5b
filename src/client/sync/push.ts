import { Problem, type RefusalCode } from '../../domain/problem.ts';
import type { DeviceReport, PushResponse } from '../../protocol/messages.ts';
import { limits, protocolVersion } from '../../protocol/messages.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { Answer, Present } from '../data/outbox.ts';
import { withAnyToken } from './any-token.ts';
import { takeBatch, type BatchSize } from './batch.ts';
import type { Credentials, RoundWorld } from './round-world.ts';

/** What pushing came to. */
export interface Pushed {
  /** False if home could not store some of it for a moment. */
  isComplete: boolean;
  /** Operations of this device that were answered. */
  sent: number;
}

/** Takes what was answered to a batch; `epoch` is undefined where the device itself puts a line aside. */
type Take = (
  asked: Present | undefined,
  epoch: string | undefined,
  answers: [Operation, Answer][],
) => Promise<void>;

/**
 * Delivers everything that has no verdict of the present base, in batches, whoever wrote it (rule 7.5);
 * before it, in a new base, what home wrote to let its people in (rule 10.4). Throws the `Problem` that
 * stopped it; what was answered until then is stored.
 */
export async function pushAll(
  world: RoundWorld & { batch: BatchSize },
  people: readonly Credentials[],
  checkTurn: () => void,
): Promise<Pushed> {
  const { outbox, counters, device, given, pause, onPhase, batch } = world;
  const tried = new Set<number>();
  const triedGiven = new Set<string>();
  let sent = 0;
  let isComplete = true;

  const takeVerdicts: Take = async (asked, epoch, answers) => {
    const isStored = await outbox.storeAnswers(asked, epoch, answers);
    if (!isStored) throw new Problem('epoch-changed');
    if (answers.some(([, answer]) => answer.s === 'retry')) isComplete = false;
    sent += answers.length;
  };

  const takeGiven: Take = async (asked, epoch, answers) => {
    if (epoch !== undefined && !(await outbox.meet(asked, epoch))) {
      throw new Problem('epoch-changed');
    }
    const base = (await outbox.readPresent())?.base ?? '';
    const answered = answers.filter(([, answer]) => answer.s !== 'retry');
    if (answered.length < answers.length) isComplete = false;
    await given.noteDelivered(
      answered.map(([{ id }]) => id),
      base,
    );
  };

  /** Sends a batch; if home cannot read it, its halves, down to the line that is to blame (rule 5.5). */
  async function deliver(operations: readonly Operation[], take: Take): Promise<number> {
    checkTurn();
    const asked = await outbox.readPresent();
    try {
      const { report, answer } = await say(world, people, operations);
      await take(
        asked,
        answer.server.epoch,
        operations.map((operation, index) => [operation, answer.results[index] as Answer]),
      );
      if (report.gone) await counters.noteTold(report.id, report.gone);
      // What goes up under an id that was given up says nothing of the present one (rule 6.12).
      if (answer.forked && operations[0]?.dev === report.id) await device.renew(report.id);
      return answer.nextMs;
    } catch (failure) {
      const code = refusalOf(failure);
      if (failure instanceof Problem && (code || failure.code === 'timeout')) batch.halve();
      if (!code || operations.length === 0) throw failure;
      const [first, ...rest] = operations;
      if (first && rest.length === 0) {
        // If home cannot read even a push without a line, the line is not to blame.
        await say(world, people, []);
        await take(asked, undefined, [[first, { s: 'quarantined', code }]]);
        return 0;
      }
      const middle = Math.ceil(operations.length / 2);
      await deliver(operations.slice(0, middle), take);
      return deliver(operations.slice(middle), take);
    }
  }

  async function deliverGiven(base: string): Promise<void> {
    const lines = (await given.readUndelivered(base)).filter(({ id }) => !triedGiven.has(id));
    for (let first = 0; first < lines.length;) {
      const some = takeBatch(lines.slice(first, first + batch.size));
      for (const { id } of some) triedGiven.add(id);
      first += some.length;
      await deliver(some, takeGiven);
    }
  }

  const readBase = async () => (await outbox.readPresent())?.base;

  for (;;) {
    const base = await readBase();
    if (base !== undefined) await deliverGiven(base);
    const keys = (await outbox.readWaiting()).filter(key => !tried.has(key));
    if (keys.length === 0) {
      const { id } = await device.read();
      if ((await counters.readGone(id)).length > 0) await deliver([], takeVerdicts);
      if ((await readBase()) === base) return { isComplete, sent };
    }
    const total = sent + keys.length;
    for (let first = 0; first < keys.length;) {
      onPhase({ is: 'sending', sent, total });
      const operations = takeBatch(await outbox.readForPush(keys.slice(first, first + batch.size)));
      const size = batch.size;
      const nextMs = operations.length > 0 ? await deliver(operations, takeVerdicts) : 0;
      for (const key of keys.slice(first, first + Math.max(1, operations.length))) tried.add(key);
      first += Math.max(1, operations.length);
      if (batch.size === size) batch.grow();
      if (base !== undefined && (await readBase()) !== base) break;
      if (nextMs > 0 && first < keys.length) await pause(nextMs);
    }
    if (base !== undefined && (await readBase()) !== base) {
      // Home began anew: everything is open again.
      tried.clear();
      triedGiven.clear();
    }
  }
}

/** Without a call, that all of it is home is said no more often than this (rule 13.7), ms. */
const sayAgainMs = 300_000;

/**
 * Tells home how this device stands, if it has not yet since the app was opened, or if it stood otherwise
 * when it last did: so that the coordinator's board shows nothing waiting that has long arrived. Once it was
 * called, it also tells at once that all of it is home, else every few minutes. `isForced` tells in any case.
 */
export async function tellStanding(
  world: RoundWorld,
  people: readonly Credentials[],
  isForced = false,
): Promise<void> {
  const { told, now } = world;
  const { waiting } = await world.reportDevice();
  const isEmpty = waiting.ops === 0 && waiting.pictures === 0;
  const whole = isEmpty ? await world.readWhole?.() : undefined;
  const isSaid = told.waiting === JSON.stringify(waiting);
  const isWholeSaid = whole === undefined || told.whole === JSON.stringify(whole);
  const isOld = whole !== undefined && Math.abs(now() - (told.at ?? now())) >= sayAgainMs;
  const isCalled = world.isCalled?.() ?? false;
  if (!isForced && isSaid && !isOld && (isWholeSaid || !isCalled)) return;
  try {
    await say(world, people, [], whole);
  } catch (failure) {
    // Everything has been delivered: a word about it that is lost is said again the next time.
    if (!(failure instanceof Problem)) throw failure;
  }
}

/** One push, with this device's report, by whichever sign-in is still good. */
async function say(
  { api, device, counters, reportDevice, measure, told, now }: RoundWorld,
  people: readonly Credentials[],
  operations: readonly Operation[],
  whole?: DeviceReport['whole'],
): Promise<{ report: DeviceReport; answer: PushResponse }> {
  const { id, formerly } = await device.read();
  const gone = await counters.readGone(id);
  const report: DeviceReport = {
    ...(await reportDevice()),
    id,
    ...(formerly.length > 0 && { formerly: formerly.slice(-limits.formerIds) }),
    ...(gone.length > 0 && { gone }),
    ...(whole && { whole }),
  };
  return withAnyToken(people, async ({ token, home }, others) => {
    const timed = await api.push(token, {
      proto: protocolVersion,
      device: { ...report, tokens: others },
      ops: [...operations],
    });
    // A server that did not let this device in has no say over its work (rule 6.9).
    if (timed.answer.server.id !== home) throw new Problem('foreign-answer');
    measure({ ...timed, homeNow: timed.answer.server.now });
    // Home counts what came with the report as waiting no more.
    const ops = Math.max(0, report.waiting.ops - operations.length);
    told.waiting = JSON.stringify({ ...report.waiting, ops });
    told.whole = whole && JSON.stringify(whole);
    // Who delivers all day says it no sooner for that.
    if (operations.length === 0 || told.at === undefined) told.at = now();
    return { report, answer: timed.answer };
  });
}

/** Why a single line is put aside, if home's answer to a whole push says that it could not take it. */
function refusalOf(failure: unknown): RefusalCode | undefined {
  if (!(failure instanceof Problem)) return undefined;
  if (failure.code === 'bad-request') return 'malformed';
  return failure.code === 'too-large' ? 'too-large' : undefined;
}
