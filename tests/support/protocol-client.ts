import type { JsonValue } from '../../src/domain/records/kind.ts';
import {
  limits,
  mediaType,
  paths,
  protocolVersion,
  schemaVersion,
  type DeviceReport,
  type EnrolResponse,
  type PulledRecord,
  type PullLine,
  type PushResponse,
  type ReceiptsResponse,
  type Verdict,
} from '../../src/protocol/messages.ts';
import { envelopeVersion, mostParents, type Operation } from '../../src/protocol/operation.ts';

/** Where a device asks, and whom it calls itself. */
export interface ProtocolClientWorld {
  /** The server's address, without a slash at the end. */
  url: string;
  device: string;
  /** What it is called; its id if left out. */
  name?: string;
  /** The device's clock, ms. */
  clock: () => number;
  newId: () => string;
}

/** A device that knows the protocol and nothing of browsers: what it writes is kept in memory, and no less honest. */
export interface ProtocolClient {
  readonly device: string;
  person: string;
  /** What it was let in with; empty before. */
  readonly token: string;
  /** Everything written here, in order; saved for good, as far as this device goes. */
  readonly written: readonly Operation[];
  /** What home last said of each, by id. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** The records as they came down, by `stream|kind|id`. */
  readonly base: ReadonlyMap<string, PulledRecord>;
  readonly epoch: string | undefined;
  /** Lets somebody in with a code; may be repeated when no answer came. */
  enrol(code: string): Promise<void>;
  /** Writes fields of a record, naming what its author has on the screen (rule 1.6). */
  write(place: Pick<Operation, 'stream' | 't' | 'r'>, fields: Record<string, JsonValue>): void;
  /**
   * Delivers these, or at most 50 of those without a verdict, and takes the verdicts in. `said` is what it
   * tells of itself beyond the least.
   */
  push(operations?: readonly Operation[], said?: Partial<DeviceReport>): Promise<PushResponse>;
  /** Fetches everything after its cursors. */
  pull(): Promise<void>;
  receipts(): Promise<ReceiptsResponse>;
  /** What has no verdict yet. */
  pending(): Operation[];
}

/** An answer that is not what was asked for. */
export class Refused extends Error {
  readonly status: number;
  /** Ms to wait before the next try; 0 if home did not say. */
  readonly retryAfterMs: number;

  constructor(response: Response, text: string) {
    super(`${response.status} ${text}`);
    this.status = response.status;
    this.retryAfterMs = Number(response.headers.get('Retry-After') ?? 0) * 1000;
  }
}

const batchSize = 50;

/** Opens such a device. */
export function createProtocolClient({
  url,
  device,
  name = device,
  clock,
  newId,
}: ProtocolClientWorld): ProtocolClient {
  let token = '';
  let epoch: string | undefined;
  const written: Operation[] = [];
  const byRecord = new Map<string, Operation[]>();
  const verdicts = new Map<string, Verdict>();
  const seqs = new Map<string, number>();
  const base = new Map<string, PulledRecord>();
  const cursors: Record<string, number> = {};

  async function ask(path: string, body?: unknown): Promise<string> {
    const response = await fetch(url + path, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'Content-Type': mediaType.json, Authorization: `Bearer ${token}` },
    });
    const text = await response.text();
    if (!response.ok) throw new Refused(response, text);
    return text;
  }

  /** Rules 1.6 and 6.6: the heads of the base, and what of one's own is not in it yet. */
  function parentsOf(key: string, field: string): string[] {
    const record = base.get(key);
    const heads = record?.f[field]?.h.map(({ o }) => o) ?? [];
    const own = (byRecord.get(key) ?? []).filter(
      ({ id, f }) => field in f && (seqs.get(id) ?? Infinity) > (record?.seq ?? 0),
    );
    return [...new Set([...heads, ...own.map(({ id }) => id)])].slice(-mostParents);
  }

  function apply(line: PullLine): void {
    if ('done' in line) return;
    if (epoch !== undefined && line.epoch !== epoch) throw new Error('another epoch');
    epoch = line.epoch;
    for (const record of line.records) {
      const key = `${record.stream}|${record.t}|${record.r}`;
      if ((base.get(key)?.seq ?? 0) <= record.seq) base.set(key, record);
    }
    for (const { id, seq } of line.own) seqs.set(id, seq);
    cursors[line.scope] = Math.max(line.to, cursors[line.scope] ?? 0);
  }

  const client: ProtocolClient = {
    device,
    person: '',
    get token() {
      return token;
    },
    written,
    verdicts,
    base,
    get epoch() {
      return epoch;
    },
    async enrol(code) {
      const answer = await ask(paths.enrol, { code, device: { id: device, name } });
      const enrolled = JSON.parse(answer) as EnrolResponse;
      token = enrolled.token;
      client.person = enrolled.person.id;
    },
    write({ stream, t, r }, fields) {
      const key = `${stream}|${t}|${r}`;
      const parents = Object.keys(fields).map(field => [field, parentsOf(key, field)]);
      const operation: Operation = {
        v: envelopeVersion,
        id: newId(),
        dev: device,
        n: written.length + 1,
        by: client.person,
        stream,
        t,
        r,
        sv: schemaVersion,
        f: fields,
        p: Object.fromEntries(parents) as Operation['p'],
        wall: clock(),
        off: 0,
        clk: 1,
      };
      written.push(operation);
      byRecord.set(key, [...(byRecord.get(key) ?? []), operation]);
    },
    async push(operations = client.pending().slice(0, batchSize), said = {}) {
      const waiting = { ops: client.pending().length, pictures: 0, bytes: 0 };
      const report = {
        id: device,
        now: clock(),
        clk: 1,
        app: '1',
        schema: schemaVersion,
        waiting,
        ...said,
      };
      const message = { proto: protocolVersion, device: report, ops: operations };
      const answer = JSON.parse(await ask(paths.push, message)) as PushResponse;
      operations.forEach(({ id }, index) => {
        const verdict = answer.results[index];
        if (!verdict || verdict.s === 'retry') return;
        verdicts.set(id, verdict);
        if (verdict.s === 'ok' || verdict.s === 'dup') seqs.set(id, verdict.seq);
      });
      return answer;
    },
    async pull() {
      const open = written.filter(({ id }) => !seqs.has(id)).map(({ id }) => id);
      const text = await ask(paths.pull, {
        ...(epoch !== undefined && { epoch }),
        schema: schemaVersion,
        scopes: cursors,
        open: open.slice(0, limits.open),
      });
      const lines = text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as PullLine);
      const last = lines.at(-1);
      if (!last || !('done' in last)) throw new Error('the answer was cut');
      lines.forEach(apply);
    },
    receipts: async () => JSON.parse(await ask(paths.receipts)) as ReceiptsResponse,
    pending: () => written.filter(({ id }) => !verdicts.has(id)),
  };
  return client;
}
