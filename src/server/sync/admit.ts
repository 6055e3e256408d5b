import { readStream } from '../../domain/stream.ts';
import type { Operation } from '../../protocol/operation.ts';
import type { StoredOperation, StoreTransaction } from '../store/store.ts';
import { asReuse, type Arrival, type Ruling, type Unjudged } from './arrival.ts';
import { countOnFrom } from './counters.ts';
import { bodyText } from './proof.ts';
import { loadRights } from './rights-ledger.ts';
import { saveTouched } from './touched-records.ts';

/** What became of an arrival. */
export interface Admission {
  operation: StoredOperation;
  /** True if home knew the line before. */
  isRepeat: boolean;
}

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
  const waiting = await findWaiting(tx, arrivals.flatMap(memberNamedBy));
  const streams = [...arrivals.map(({ row }) => row.stream), ...waiting.map(row => row.stream)];
  const counters = countOnFrom(await tx.lockStreams(streams.filter(stream => stream !== '')));
  const rights = await loadRights(tx, [...arrivals.map(({ row }) => row), ...waiting]);
  const known = await findKnown(tx, arrivals);

  /** By the time of writing: what is new, and what was refused before and is admitted now. */
  const added: Admission[] = [];
  const released: Admission[] = [];
  const undecided = waiting.map((operation): Admission => ({ operation, isRepeat: true }));

  const admissions = arrivals.map(judge);
  await tx.insertOperations(added.map(({ operation }) => operation));
  await tx.settleOperations(released.map(({ operation }) => operation));
  const news = [...added, ...released].map(({ operation }) => operation);
  await saveTouched(tx, news.filter(hasRecord), counters);
  await tx.saveCounters(counters.changed());
  return admissions;

  function judge(arrival: Arrival): Admission {
    const earlier = known(arrival);
    if (earlier && isSame(earlier.operation, arrival))
      return { operation: earlier.operation, isRepeat: true };
    return earlier ? add(asReuse(arrival)) : add(arrival);
  }

  function add({ row, ruling, line }: Arrival): Admission {
    const admission = { operation: withoutRight(row, ruling), isRepeat: false };
    added.push(admission);
    known.remember(admission);
    if (ruling.is === 'granted' || (ruling.is === 'open' && rights.couldWrite(row)))
      enter(admission, row, line as Operation);
    else if (ruling.is === 'open') undecided.push(admission);
    return admission;
  }

  /** Gives an operation its number, and does what follows from its being there. */
  function enter(admission: Admission, row: Unjudged, operation: Operation): void {
    const { stream, author } = row;
    const opens = isTraining(stream) && counters.isNew(stream) && rights.couldActEverywhere(row);
    admission.operation = { ...row, verdict: 'admitted', code: null, seq: counters.next(stream) };
    if (opens) {
      const name = rights.nameOf(author);
      add(openStream({ stream, person: author, ...(name !== undefined && { name }) }));
    }
    if (operation.t === 'member') {
      rights.learn(operation, row.stamp);
      judgeAgain(operation.r);
    }
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
      if (!added.includes(admission)) released.push(admission);
      enter(admission, operation, JSON.parse(operation.body) as Operation);
    }
  }
}

/**
 * What was refused as `forbidden` by people whose right this batch might change; and, as that may hold
 * changes of other people's rights, theirs too.
 */
async function findWaiting(
  tx: StoreTransaction,
  people: readonly string[],
): Promise<StoredOperation[]> {
  const seen = new Set<string>();
  const waiting: StoredOperation[] = [];
  for (let next = people; next.length > 0;) {
    for (const person of next) seen.add(person);
    const found = await tx.findForbidden([...new Set(next)]);
    waiting.push(...found);
    next = found
      .filter(({ kind, record }) => kind === 'member' && !seen.has(record))
      .map(({ record }) => record);
  }
  return waiting;
}

interface Known {
  (arrival: Arrival): Admission | undefined;
  remember(admission: Admission): void;
}

/** Finds what is already there under an id: the same operation, or another that uses it. */
async function findKnown(tx: StoreTransaction, arrivals: readonly Arrival[]): Promise<Known> {
  const byDevice = new Map<string, Admission>();
  const byRecord = new Map<string, Admission>();
  const placeInRecord = ({ stream, kind, record, key }: Unjudged) =>
    `${stream} ${kind} ${record} ${key}`;
  const known: Known = ({ row }) =>
    byDevice.get(`${row.device} ${row.key}`) ?? byRecord.get(placeInRecord(row));
  known.remember = admission => {
    const { operation } = admission;
    byDevice.set(`${operation.device} ${operation.key}`, admission);
    byRecord.set(placeInRecord(operation), admission);
  };
  for (const operation of await tx.findOperations(arrivals.map(({ row }) => row)))
    known.remember({ operation, isRepeat: true });
  return known;
}

/** Rule 4.5: equal but for what home itself gave. */
function isSame(operation: StoredOperation, { row, line }: Arrival): boolean {
  return operation.body === row.body || bodyText(JSON.parse(operation.body)) === bodyText(line);
}

/** The person whose right a line might change. */
function memberNamedBy({ row, ruling }: Arrival): string[] {
  const isOne = (ruling.is === 'open' || ruling.is === 'granted') && row.kind === 'member';
  return isOne ? [row.record] : [];
}

const isTraining = (stream: string) => readStream(stream)?.kind === 'training';

const hasRecord = ({ stream }: StoredOperation) => stream !== '';

/** What stands as long as no right is found. */
function withoutRight(row: Unjudged, ruling: Ruling): StoredOperation {
  if (ruling.is === 'opaque') return { ...row, verdict: 'opaque', code: null, seq: null };
  const code = ruling.is === 'refused' ? ruling.code : 'forbidden';
  return { ...row, verdict: 'quarantined', code, seq: null };
}
