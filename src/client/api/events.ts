import * as v from 'valibot';
import {
  type Call,
  type DeviceEntry,
  callTold,
  devicesTold,
  eventsPath,
} from '../../protocol/event-messages.ts';
import { mediaType } from '../../protocol/messages.ts';
import { Problem } from '../../domain/problem.ts';
import { createHttp, reach, valueOf, type Network } from './http.ts';
import { hasMediaType, parseJson, problemOf } from './problem-of.ts';

/** What a stream of events told. */
export type Told =
  { is: 'hello' } | { is: 'call'; call: Call } | { is: 'devices'; devices: DeviceEntry[] };

/** What is listened to, and how. */
export interface Listening {
  token: string;
  /** Also hears what becomes of the devices that one watches over. */
  isBoard: boolean;
  /** The last call that was heard. */
  heard: string | undefined;
  /** Hangs up. */
  signal: AbortSignal;
  onTold: (told: Told) => void;
}

const shapes: Readonly<Record<string, v.GenericSchema<unknown, Told>>> = {
  hello: v.pipe(
    v.unknown(),
    v.transform((): Told => ({ is: 'hello' })),
  ),
  call: v.pipe(
    callTold,
    v.transform((call): Told => ({ is: 'call', call })),
  ),
  devices: v.pipe(
    devicesTold,
    v.transform(({ devices }): Told => ({ is: 'devices', devices })),
  ),
};

/**
 * Listens to home until the stream ends, and resolves then. A line on which nothing comes, not even a
 * comment, is given up after 30 s. Throws `Problem` if home did not let it begin.
 */
export async function listenTo(
  network: Network,
  { token, isBoard, heard, signal, onTold }: Listening,
): Promise<void> {
  const headers = {
    Accept: `${mediaType.events}, ${mediaType.problem}`,
    ...(heard !== undefined && { 'Last-Event-ID': heard }),
  };
  const path = eventsPath(isBoard);
  await createHttp(network).exchange(
    { path, method: 'GET', headers, token, bytes: 0 },
    async (response, deadline) => {
      if (!response.ok) throw problemOf(response, await reach(deadline, () => response.text()));
      if (!hasMediaType(response, mediaType.events)) throw new Problem('foreign-answer');
      const reader = response.body?.getReader();
      if (!reader) return;
      const hangUp = () => void reader.cancel().catch(() => {});
      signal.addEventListener('abort', hangUp);
      if (signal.aborted) hangUp();
      try {
        await readEvents(() => deadline.hold(reader.read()), {
          onPiece: () => deadline.extend(),
          onTold,
        });
      } finally {
        signal.removeEventListener('abort', hangUp);
        hangUp();
      }
    },
  );
}

async function readEvents(
  readPiece: () => Promise<ReadableStreamReadResult<Uint8Array>>,
  { onPiece, onTold }: { onPiece: () => void; onTold: (told: Told) => void },
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    // However the line breaks, it is opened again.
    const piece = await readPiece().catch(() => undefined);
    if (!piece || piece.done) return;
    onPiece();
    rest += decoder.decode(piece.value, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const told = read(block);
      if (told) onTold(told);
    }
  }
}

/** What a block tells; undefined for a comment, and for what a later version may say. */
function read(block: string): Told | undefined {
  const fieldOf = (name: string) =>
    block
      .split('\n')
      .find(line => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const shape = shapes[fieldOf('event') ?? ''];
  return shape && valueOf(shape, parseJson(fieldOf('data') ?? ''));
}
