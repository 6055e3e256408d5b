import { mediaType } from '../../protocol/messages.ts';

/** Below this, packing costs more than it saves. */
const leastBytesToPack = 1024;

/** A body as it travels. `bytes` is its length. */
export interface Packed {
  headers: Record<string, string>;
  body: ArrayBuffer | string | undefined;
  bytes: number;
}

/** A value as JSON, pressed where the browser can. */
export async function pack(value: unknown): Promise<Packed> {
  if (value === undefined) return { headers: {}, body: undefined, bytes: 0 };
  const text = JSON.stringify(value);
  const headers: Record<string, string> = { 'Content-Type': mediaType.json };
  if (text.length < leastBytesToPack || typeof CompressionStream === 'undefined') {
    return { headers, body: text, bytes: text.length };
  }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const body = await new Response(stream).arrayBuffer();
  headers['Content-Encoding'] = 'gzip';
  return { headers, body, bytes: body.byteLength };
}
