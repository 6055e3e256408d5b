import { isInScope } from '../../domain/stream.ts';
import { kindNamed } from '../../domain/records/kinds.ts';
import { picturesIn } from '../../domain/records/kind.ts';
import type { Receipt, ReceiptsResponse } from '../../protocol/messages.ts';
import { receiptCode, receiptGroup } from '../../protocol/receipt.ts';
import type { Home } from '../accounts/home.ts';
import { readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredOperation } from '../store/store.ts';

/** Tells which of these pictures are there whole. */
export type FindHeldPictures = (sha256s: readonly string[]) => Promise<Set<string>>;

/**
 * Counts what home holds of a device: all of the caller's own, and of another what lies in the caller's
 * scopes (rule 10.1). Throws `device-revoked`.
 */
export async function readReceipts(
  { store, clock }: Home,
  findHeldPictures: FindHeldPictures,
  caller: Caller,
  device: string,
): Promise<ReceiptsResponse> {
  assertMayRead(caller);
  const scopes = await readScopes(store, caller.person, clock());
  const isReadable = ({ stream, kind, record }: StoredOperation) =>
    device === caller.device ||
    scopes.some(({ id }) => isInScope(id, stream, kindNamed(kind)?.villageOf(record)));

  const epoch = await store.readEpoch();
  const streams = [...(await store.readHeads()).keys()];
  const admitted = (await store.findWrittenOn(device, streams)).filter(isReadable);
  const refused = (await store.findRefusedFrom(device)).filter(isReadable);
  const groups = new Map<string, Counting>();
  for (const operation of admitted) countIn(groups, operation).admitted.push(operation);
  for (const operation of refused) countIn(groups, operation).refused.push(operation.key);

  const named = [...groups.values()].flatMap(({ pictures }) => [...pictures]);
  const isHeld = named.length > 0 ? await findHeldPictures(named) : new Set<string>();
  const receipts = [...groups.values()]
    .map(counting => toReceipt(counting, isHeld))
    .sort((one, other) => other.lastAt - one.lastAt);
  return { device, epoch, at: clock(), receipts };
}

interface Counting {
  stream: string;
  kind: string;
  group: string;
  admitted: StoredOperation[];
  refused: string[];
  pictures: Set<string>;
  lastAt: number;
}

function countIn(groups: Map<string, Counting>, operation: StoredOperation): Counting {
  const { stream, kind, record, body, receivedAt } = operation;
  const group = receiptGroup(kind, record);
  const place = `${stream}|${kind}|${group}`;
  const counting = groups.get(place) ?? {
    stream,
    kind,
    group,
    admitted: [],
    refused: [],
    pictures: new Set<string>(),
    lastAt: 0,
  };
  groups.set(place, counting);
  counting.lastAt = Math.max(counting.lastAt, receivedAt);
  if (operation.verdict === 'admitted' && body.includes('"sha256"'))
    for (const { sha256 } of picturesIn(JSON.parse(body))) counting.pictures.add(sha256);
  return counting;
}

function toReceipt(
  { stream, kind, group, admitted, refused, pictures, lastAt }: Counting,
  isHeld: ReadonlySet<string>,
): Receipt {
  return {
    stream,
    kind,
    group,
    operations: admitted.length,
    records: new Set(admitted.map(({ record }) => record)).size,
    refused: refused.sort(),
    pictures: {
      named: pictures.size,
      held: [...pictures].filter(sha256 => isHeld.has(sha256)).length,
    },
    lastAt,
    code: receiptCode(admitted.map(({ key }) => key)),
  };
}
