import { isOpenToAll } from '../../domain/access.ts';
import { canBeAccepted } from '../../domain/problem.ts';
import { readOperation, type Operation } from '../../protocol/operation.ts';
import type { ApartDecision, StoredOperation, StoreTransaction } from '../store/store.ts';
import { asReuse, type Arrival, type Ruling, type Unjudged } from './arrival.ts';
import { countOnFrom } from './counters.ts';
import { decisionOn, outcomeOf, targetsOf } from './decisions.ts';
import { loadHeld } from './held-counters.ts';
import { asRepeat, findKnown, isSameLine, type Admission } from './known-operations.ts';
import { findUnopened } from './opening.ts';
import { loadRights } from './rights-ledger.ts';
import { saveTouched } from './touched-records.ts';
import { findWaiting } from './waiting.ts';

/** Makes home's own operation that gives a person the koordinator's place in a stream. */
export type OpenStream = (opened: { stream: string; person: string; name?: string }) => Arrival;

/**
 * Judges a batch and writes all that follows: operations, the states of their records, the counters.
 * Answers in the order of the arrivals. Every way into home's records leads through here. A few
 * statements for the whole batch: lock, look up, decide and merge in memory, write.
 */
export async function admit(
  tx: StoreTransaction,
  arrivals: readonly Arrival[],
  openStream: OpenStream,
): Promise<Admission[]> {
  const counters = countOnFrom(await tx.lockStreams(arrivals.map(streamOf).filter(isNamed)));
  // Only now that nobody else can: what waits for one of this batch's operations.
  const targets = await tx.findApartIn(arrivals.flatMap(targetsNamedBy));
  const waiting = await findWaiting(tx, [
    ...arrivals.filter(isJudged).map(({ row }) => row),
    ...targets,
  ]);
  counters.add(await tx.lockStreams(counters.missing(waiting.map(({ stream }) => stream))));

  const rows = arrivals.map(({ row }) => row);
  const rights = await loadRights(tx, [...rows, ...waiting, ...targets]);
  const known = await findKnown(tx, arrivals);
  const held = await loadHeld(tx, new Set(rows.map(({ device }) => device)));
  const unopened = await findUnopened(tx, [...rows, ...waiting], counters, rights);

  /** By the time of writing: what is new, and what was kept apart and is judged otherwise now. */
  const added: Admission[] = [];
  const settled = new Set<Admission>();
  const undecided = waiting.map(known.hold);
  /** What a decision may be about, or was about before it came. */
  const toDecide: Admission[] = [];
  const toApply: StoredOperation[] = [];
  const decisionsHere: StoredOperation[] = [];
  const decided = new Map<string, ApartDecision>();

  const admissions = arrivals.map(judge);
  // What is let in may decide on something else.
  while (toDecide.length + toApply.length > 0)
    await decide([...toDecide.splice(0), ...(await findTargets(toApply.splice(0)))]);

  const operationsOf = (list: readonly Admission[]) => list.map(({ operation }) => operation);
  await tx.saveOperations({ added: operationsOf(added), settled: operationsOf([...settled]) });
  await tx.decideApart([...decided.values()]);
  const news = [...added, ...settled].filter(({ operation }) => isNamed(operation.stream));
  await saveTouched(tx, news, counters);
  await tx.saveCounters(counters.changed());
  return admissions;

  function judge(arrival: Arrival): Admission {
    const earlier = known.under(arrival.row);
    if (!earlier) return add(arrival);
    if (!isSameLine(earlier.operation, arrival)) return add(asReuse(arrival));
    judgeOtherwise(earlier, arrival);
    return asRepeat(earlier);
  }

  function add({ row, ruling, line }: Arrival): Admission {
    const isFork = held.take(row.device, row.n) && row.key === (line as Operation | null)?.id;
    const operation = letIn(row, ruling);
    const admission: Admission = {
      operation: operation ? admitted(row, 0) : keptApart(row, ruling),
      line: () => line,
      isRepeat: false,
      isFork,
    };
    added.push(admission);
    known.remember(admission);
    if (operation) enter(admission, row, operation);
    else {
      if (ruling.is === 'open') undecided.push(admission);
      toDecide.push(admission);
    }
    return admission;
  }

  /** The operation, if it may come in. */
  function letIn(row: Unjudged, ruling: Ruling): Operation | undefined {
    if (ruling.is === 'granted') return ruling.operation;
    if (ruling.is !== 'open') return undefined;
    const { operation } = ruling;
    return isOwnWithdrawal(row, operation) || rights.couldWrite(row) ? operation : undefined;
  }

  /**
   * Taking back needs no right, but something of one's own to take back, or a place in the stream: else
   * anybody could fill streams that nobody opened (rule 4.13).
   */
  function isOwnWithdrawal(row: Unjudged, { f }: Operation): boolean {
    if (!isOpenToAll(row.kind, f)) return false;
    const places = targetsOf(row);
    const isOwn = ({ stream, key, author }: StoredOperation) =>
      author === row.author && places.some(place => place.stream === stream && place.key === key);
    return (
      rights.hasPlace(row) ||
      targets.some(isOwn) ||
      added.some(({ operation }) => operation.seq === null && isOwn(operation))
    );
  }

  /** A proof lets in what is kept apart (rule 4.12), and a later version may understand it (rule 4.14). */
  function judgeOtherwise(earlier: Admission, { row, ruling }: Arrival): void {
    const { verdict, seq } = earlier.operation;
    if (seq !== null || (verdict !== 'opaque' && ruling.is !== 'granted')) return;
    if (ruling.is === 'opaque') return;
    // Its author was proven when it came; that whoever repeats it cannot prove it again changes nothing.
    if (ruling.is === 'refused' && canBeAccepted(ruling.code)) return;
    // Who wrote it, and where it lies, stays as it was.
    const asBefore: Unjudged = {
      ...earlier.operation,
      stamp: ruling.is === 'granted' ? row.stamp : earlier.operation.stamp,
    };
    const operation = letIn(asBefore, ruling);
    if (operation) release(earlier, asBefore, operation);
    else {
      earlier.operation = keptApart(asBefore, ruling);
      if (!added.includes(earlier)) settled.add(earlier);
      if (ruling.is === 'open') undecided.push(earlier);
      toDecide.push(earlier);
    }
  }

  /** Gives an operation its number, and does what follows from its being there. */
  function enter(admission: Admission, row: Unjudged, operation: Operation): void {
    const { stream, author } = row;
    const opens = unopened.has(stream) && rights.couldActEverywhere(row);
    admission.operation = admitted(row, counters.next(stream));
    if (opens) {
      unopened.delete(stream);
      const name = rights.nameOf(author);
      add(openStream({ stream, person: author, ...(name !== undefined && { name }) }));
    }
    if (operation.t === 'decision') {
      decisionsHere.push(admission.operation);
      toApply.push(admission.operation);
    }
    if (operation.t === 'member') {
      rights.learn(operation, row.stamp);
      judgeAgain(operation.r);
    }
  }

  function release(admission: Admission, row: Unjudged, operation: Operation): void {
    if (!added.includes(admission)) settled.add(admission);
    enter(admission, row, operation);
  }

  /**
   * Rule 4.8. A right in the programme reaches into every stream, so what waits in any of them is
   * looked at; where nothing changed, the judgement is the same.
   */
  function judgeAgain(person: string): void {
    for (const admission of undecided) {
      const { operation } = admission;
      if (operation.author !== person || operation.verdict === 'admitted') continue;
      if (!counters.has(operation.stream) || !rights.couldWrite(operation)) continue;
      release(admission, operation, admission.line() as Operation);
    }
  }

  /** What is kept apart, from before or from this batch, that these decisions are about. */
  async function findTargets(decisions: readonly StoredOperation[]): Promise<Admission[]> {
    const places = decisions.flatMap(targetsOf);
    if (places.length === 0) return [];
    const isTarget = ({ operation: { stream, key, seq } }: Admission) =>
      seq === null && places.some(place => place.stream === stream && place.key === key);
    const before = (await tx.findApartIn(places)).map(known.hold);
    return [...added, ...before].filter(isTarget);
  }

  /** Rule 4.13: does what was decided of these, whether the decision came before them or after. */
  async function decide(round: readonly Admission[]): Promise<void> {
    const open = [...new Set(round)].filter(({ operation }) => operation.seq === null);
    const stored = await tx.findOperationsOf(open.map(({ operation }) => decisionOn(operation)));
    // Of the same batch, and refused when nothing was known yet of what they take back.
    const apartHere = added
      .map(({ operation }) => operation)
      .filter(({ kind, seq }) => kind === 'decision' && seq === null);
    for (const admission of open) {
      const { operation } = admission;
      if (operation.seq !== null) continue;
      const place = decisionOn(operation);
      const about = [...stored, ...decisionsHere, ...apartHere].filter(
        it =>
          it.kind === 'decision' &&
          it.stream === place.stream &&
          it.record === place.record &&
          // Nothing decides on itself.
          it.key !== operation.key,
      );
      if (about.length === 0) continue;
      // The author took it back before it came, and had no place that would have let that in.
      for (const early of about.filter(it => it.seq === null && it.author === operation.author)) {
        const held = known.hold(early);
        const { seq, code } = held.operation;
        if (seq !== null || code !== 'forbidden' || !counters.has(early.stream)) continue;
        const withdrawal = held.line() as Operation;
        if (isOpenToAll('decision', withdrawal.f)) release(held, early, withdrawal);
      }
      // What is not understood yet is decided on once it is (rule 4.14).
      if (operation.verdict !== 'quarantined') continue;
      const { device, key, stream, code } = operation;
      const { outcome, note } = outcomeOf(operation, about);
      decided.set(`${device} ${key} ${stream}`, { device, key, stream, outcome, note });
      if (outcome !== 'accept' || !canBeAccepted(code) || !counters.has(operation.stream)) continue;
      const reading = readOperation(admission.line());
      if (reading.as === 'operation') release(admission, operation, reading.operation);
      else if (reading.as === 'opaque') postpone(admission, operation);
    }
  }

  /** What is accepted and not understood is let in by a later version, which looks at it first (rule 4.14). */
  function postpone(admission: Admission, row: Unjudged): void {
    admission.operation = keptApart(row, { is: 'opaque' });
    if (!added.includes(admission)) settled.add(admission);
  }
}

const streamOf = ({ row }: Arrival): string => row.stream;

const isNamed = (stream: string): boolean => stream !== '';

const isJudged = ({ ruling }: Arrival): boolean => ruling.is === 'open' || ruling.is === 'granted';

function targetsNamedBy(arrival: Arrival) {
  return isJudged(arrival) && arrival.row.kind === 'decision' ? targetsOf(arrival.row) : [];
}

/** Written out, because every line of every push comes by here. */
function admitted(row: Unjudged, seq: number): StoredOperation {
  const { device, key, n, author, stream, kind, record, stamp, receivedAt, body } = row;
  const { isClockUncertain } = row;
  const verdict = 'admitted';
  // prettier-ignore
  return {
    device, key, n, author, stream, kind, record, verdict, code: null, seq,
    stamp, isClockUncertain, receivedAt, body,
  };
}

/** What stands as long as no right is found. */
function keptApart(row: Unjudged, ruling: Ruling): StoredOperation {
  if (ruling.is === 'opaque') return { ...row, verdict: 'opaque', code: null, seq: null };
  const code = ruling.is === 'refused' ? ruling.code : 'forbidden';
  return { ...row, verdict: 'quarantined', code, seq: null };
}
