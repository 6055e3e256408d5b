import type { JsonValue } from '../../domain/records/kind.ts';
import type { RecordState } from '../../protocol/merge.ts';
import { envelopeVersion, readOperation, type Operation } from '../../protocol/operation.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import type { AdmitMember } from '../accounts/enrolment.ts';
import type { Home } from '../accounts/home.ts';
import type { StoreTransaction } from '../store/store.ts';
import { admit, type Admission, type OpenStream } from './admit.ts';
import type { Arrival } from './arrival.ts';

/** The author of what home itself writes. No token names it, so nobody can push under it. */
export const homeAuthor = 'home';

/** An edit made at home. */
export interface HomeEdit {
  stream: string;
  t: string;
  r: string;
  fields: Record<string, JsonValue>;
  /** Who wrote it, and when (ms); home, now, unless said otherwise. */
  by?: string;
  at?: number;
  /** The record as it stands, if it does. */
  state?: RecordState;
}

/** Makes operations at home, for what enters without a device: members, the demonstration. */
export function createHomeOperations(home: Home) {
  const { store, clock, newId } = home;

  /** An operation as home would have received it. What others wrote is judged by their right all the same. */
  function mint({ stream, t, r, fields, by = homeAuthor, at = clock(), state }: HomeEdit): Arrival {
    const heads = Object.keys(fields).map(field => [
      field,
      state?.[field]?.h.map(({ o }) => o) ?? [],
    ]);
    const operation: Operation = {
      v: envelopeVersion,
      id: newId(),
      dev: store.identity.serverId,
      // Home neither loses nor repeats its own operations, so nothing is counted.
      n: 1,
      by,
      stream,
      t,
      r,
      sv: kindNamed(t)?.version ?? 1,
      f: fields,
      p: Object.fromEntries(heads) as Operation['p'],
      wall: at,
      off: 0,
      clk: 0,
    };
    if (readOperation(operation).as !== 'operation') throw new Error(`home wrote an invalid ${t}`);
    return {
      row: {
        device: operation.dev,
        key: operation.id,
        n: operation.n,
        author: by,
        stream,
        kind: t,
        record: r,
        stamp: at,
        isClockUncertain: false,
        receivedAt: clock(),
        body: JSON.stringify(operation),
      },
      ruling: { is: by === homeAuthor ? 'granted' : 'open', operation },
      line: operation,
    };
  }

  const openStream: OpenStream = ({ stream, person, name }) =>
    mint({
      stream,
      t: 'member',
      r: person,
      fields: { ...(name !== undefined && { name }), role: 'koordinator' },
    });

  const admitMember: AdmitMember = async (tx, { stream, person, fields }) => {
    const [record] = await tx.findRecords([{ stream, kind: 'member', record: person }]);
    const state = record ? (JSON.parse(record.state) as RecordState) : {};
    const news = Object.entries(fields).filter(
      ([field, value]) => state[field]?.h[0]?.v !== value || state[field].h.length > 1,
    );
    if (news.length === 0) return;
    const edit = { stream, t: 'member', r: person, fields: Object.fromEntries(news), state };
    await admit(tx, [mint(edit)], openStream);
  };

  return {
    mint,
    openStream,
    admitMember,
    /** Admits a batch within a transaction of the caller's. */
    admit: (tx: StoreTransaction, arrivals: readonly Arrival[]): Promise<Admission[]> =>
      admit(tx, arrivals, openStream),
  };
}

export type HomeOperations = ReturnType<typeof createHomeOperations>;
