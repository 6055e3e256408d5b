import { programmeStream } from '../../domain/stream.ts';
import type { AttentionResponse } from '../../protocol/messages.ts';
import type { Home } from '../accounts/home.ts';
import { coordinatedStreams, readScopes } from '../accounts/scopes.ts';
import { assertMayRead, type Caller } from '../accounts/sign-in.ts';
import type { StoredOperation } from '../store/store.ts';

/** The newest refused operations that fit one answer. */
const most = 500;
const mostBytes = 8 * 1024 * 1024;

/**
 * The refused operations the caller may see, in full, newest first: their own, and in every stream
 * they coordinate everybody's. Throws `device-revoked`.
 */
export async function readAttention(
  { store, clock }: Home,
  caller: Caller,
): Promise<AttentionResponse> {
  assertMayRead(caller);
  const streams = coordinatedStreams(await readScopes(store, caller.person, clock()));
  const refused = await store.findRefused({
    streams: streams.includes(programmeStream) ? 'all' : streams,
    author: caller.person,
    most,
  });
  let bytes = 0;
  const fitting = refused.filter(({ body }) => {
    if (bytes + body.length > mostBytes) return false;
    bytes += body.length;
    return true;
  });
  return { refused: fitting.flatMap(toAnswer) };
}

function toAnswer(operation: StoredOperation): AttentionResponse['refused'] {
  if (operation.verdict !== 'quarantined') return [];
  const { key, code, stamp, receivedAt, device } = operation;
  const line = JSON.parse(operation.body) as unknown;
  const isObject = typeof line === 'object' && line !== null;
  // What is not even an object is wrapped, so that it can be shown and exported all the same.
  return [
    { id: key, code, stamp, receivedAt, device, body: isObject ? line : ({ line } as object) },
  ];
}
