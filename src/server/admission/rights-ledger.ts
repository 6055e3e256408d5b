import { kindNamed } from '../../domain/records/kinds.ts';
import { programmeStream } from '../../domain/stream.ts';
import type { Operation } from '../../protocol/operation.ts';
import {
  couldActEverywhere,
  couldWrite,
  eraOf,
  type MemberValue,
  type RightsHistory,
} from '../accounts/rights.ts';
import type { StoreReader } from '../store/store.ts';
import type { Unjudged } from './arrival.ts';

/** The rights of everybody a batch is about, growing with what the batch admits. */
export interface RightsLedger {
  /** True if its author could write it when it was written; when its clock is uncertain, when it arrived (rule 4.6). */
  couldWrite(row: Unjudged): boolean;
  /** True if its author could then act everywhere, and so open a stream (rule 4.7). */
  couldActEverywhere(row: Unjudged): boolean;
  /** True if anything was ever said of its author in its stream. */
  hasPlace(row: Unjudged): boolean;
  /** What the person is called in the programme, as last said. */
  nameOf(person: string): string | undefined;
  /** Takes note of an admitted `member` operation. */
  learn(operation: Operation, stamp: number): void;
}

/** Loads what was ever said of the authors of these rows. */
export async function loadRights(
  tx: StoreReader,
  rows: readonly Unjudged[],
): Promise<RightsLedger> {
  const values = new Map<string, MemberValue[]>();
  const about = (stream: string, person: string) => {
    const place = `${stream} ${person}`;
    const known = values.get(place) ?? [];
    values.set(place, known);
    return known;
  };
  const learn = ({ id, stream, r, f }: Operation, stamp: number) =>
    about(stream, r).push({ id, stamp, fields: f as MemberValue['fields'] });

  for (const { body, stamp } of await tx.findMemberOperations(rows.map(({ author }) => author)))
    learn(JSON.parse(body) as Operation, stamp);

  const historyOf = ({ stream, author }: Unjudged): RightsHistory => ({
    inStream: about(stream, author),
    inProgramme: about(programmeStream, author),
  });
  const momentOf = (row: Unjudged) => (row.isClockUncertain ? row.receivedAt : row.stamp);
  const judged = new Map<string, boolean>();
  return {
    couldWrite(row) {
      const [history, at] = [historyOf(row), momentOf(row)];
      const era = eraOf(history, at);
      const target = { kind: row.kind, village: kindNamed(row.kind)?.villageOf(row.record) };
      if (era === undefined) return couldWrite(history, target, at);
      const place = `${row.stream} ${row.author} ${row.kind} ${target.village ?? ''} ${era}`;
      const could = judged.get(place) ?? couldWrite(history, target, at);
      judged.set(place, could);
      return could;
    },
    couldActEverywhere: row => couldActEverywhere(historyOf(row).inProgramme, momentOf(row)),
    hasPlace: ({ stream, author }) => about(stream, author).length > 0,
    nameOf: person =>
      about(programmeStream, person)
        .toSorted((one, other) => other.stamp - one.stamp)
        .map(({ fields }) => fields.name)
        .find(name => typeof name === 'string'),
    learn,
  };
}
