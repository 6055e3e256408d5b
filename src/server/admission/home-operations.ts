import type { JsonValue } from '../../domain/records/kind.ts';
import { homeAuthor } from '../../protocol/home-author.ts';
import type { RecordState } from '../../protocol/merge.ts';
import { envelopeVersion, readOperation, type Operation } from '../../protocol/operation.ts';
import { programmeStream } from '../../domain/stream.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import type { AdmitMember } from '../accounts/enrolment.ts';
import type { Home } from '../accounts/home.ts';
import type { StoreTransaction } from '../store/store.ts';
import { admit, type OpenStream } from './admit.ts';
import type { Arrival } from './arrival.ts';
import type { Admission } from './known-operations.ts';
import { proofOf } from './proof.ts';

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
      dev: store.serverId,
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

  /** Writes fields of a record by home's own hand: those that say something else than the record does. */
  async function write(tx: StoreTransaction, { stream, t, r, fields }: HomeEdit): Promise<void> {
    await tx.lockStreams([stream]);
    const [record] = await tx.findRecords([{ stream, kind: t, record: r }]);
    const state = record ? (JSON.parse(record.state) as RecordState) : {};
    const news = Object.entries(fields).filter(
      ([field, value]) => state[field]?.h[0]?.v !== value || state[field].h.length > 1,
    );
    if (news.length === 0) return;
    await admit(tx, [mint({ stream, t, r, fields: Object.fromEntries(news), state })], openStream);
  }

  const admitMember: AdmitMember = async (tx, { stream, person, fields }) => {
    await write(tx, { stream, t: 'member', r: person, fields: { ...fields } });
    const about = await tx.findMemberOperations([person]);
    const own = about.filter(({ author }) => author === homeAuthor);
    return own.map(({ body, stamp }) => {
      const operation = JSON.parse(body) as Operation;
      return { ...operation, stamp, proof: proofOf(home.keys.proof, operation, stamp) };
    });
  };

  /**
   * Shuts a device out (rule 4.15). False, and nothing written, if nobody was ever let in on it.
   */
  async function revokeDevice(device: string): Promise<boolean> {
    return store.transaction(async tx => {
      if ((await tx.findEnrolledOn([device])).length === 0) return false;
      const fields = { revoked: true };
      await write(tx, { stream: programmeStream, t: 'device', r: device, fields });
      return true;
    });
  }

  return {
    mint,
    openStream,
    admitMember,
    revokeDevice,
    /** Admits a batch within a transaction of the caller's. */
    admit: (tx: StoreTransaction, arrivals: readonly Arrival[]): Promise<Admission[]> =>
      admit(tx, arrivals, openStream),
  };
}

export type HomeOperations = ReturnType<typeof createHomeOperations>;
