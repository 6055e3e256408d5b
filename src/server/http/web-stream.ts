import type { Readable } from 'node:stream';

/**
 * Node's stream as one of the web, a piece at a time as it is asked for. Its reader may go at any moment: then
 * the source is destroyed. Node's own `Readable.toWeb` hands on what it still had when its reader has gone, and
 * throws where nobody can catch it (seen on Node 20.20 when connections were cut under load).
 */
export function webStream(source: Readable): ReadableStream<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  return new ReadableStream<Uint8Array>(
    {
      async pull(reader) {
        const piece = await pieces.next();
        if (piece.done) reader.close();
        else reader.enqueue(piece.value);
      },
      cancel() {
        source.destroy();
      },
    },
    // Nothing is made before it is asked for: a large answer to a slow reader stays where it is.
    { highWaterMark: 0 },
  );
}
