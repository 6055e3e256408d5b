import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { HonoRequest } from 'hono';
import * as v from 'valibot';
import { Problem } from '../../domain/problem.ts';
import { mediaType } from '../../protocol/messages.ts';

const inflate = promisify(gunzip);

/** Deepest nesting of a body. What goes deeper could be parsed, but not be written again. */
const mostDepth = 64;

/**
 * Reads a JSON body, gzip or as it is, of at most `mostBytes` unpacked, and checks its shape. Throws
 * `unsupported-media`, `too-large` (while reading or inflating, never after) and `bad-request`.
 */
export async function readBody<Schema extends v.GenericSchema>(
  request: HonoRequest,
  schema: Schema,
  mostBytes: number,
): Promise<v.InferOutput<Schema>> {
  return (await readSizedBody(request, schema, mostBytes)).body;
}

/** The same, with the bytes it took unpacked. */
export async function readSizedBody<Schema extends v.GenericSchema>(
  request: HonoRequest,
  schema: Schema,
  mostBytes: number,
): Promise<{ body: v.InferOutput<Schema>; bytes: number }> {
  assertType(request, mediaType.json);
  const packing = request.header('Content-Encoding')?.trim().toLowerCase() ?? 'identity';
  if (packing !== 'gzip' && packing !== 'identity') throw new Problem('unsupported-media');

  const { bytes: sent, broken } = await readBytes(request.raw, mostBytes + packingBytes);
  if (broken !== undefined) throw new Problem('bad-request', {}, broken);
  const bytes = packing === 'gzip' ? await unpack(sent, mostBytes) : sent;
  const parsed = v.safeParse(schema, parse(bytes));
  if (!parsed.success) throw new Problem('bad-request');
  return { body: parsed.output, bytes: bytes.length };
}

/**
 * Reads bytes as they are, at most `mostBytes`. If the connection breaks, what came before is worth keeping
 * and is what comes back. Throws `unsupported-media` and `too-large`.
 */
export async function readPiece(request: HonoRequest, mostBytes: number): Promise<Uint8Array> {
  assertType(request, mediaType.bytes);
  const packing = request.header('Content-Encoding') ?? 'identity';
  if (packing !== 'identity') throw new Problem('unsupported-media');
  return (await readBytes(request.raw, mostBytes)).bytes;
}

function assertType(request: HonoRequest, wanted: string): void {
  const [type] = (request.header('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== wanted) throw new Problem('unsupported-media');
}

/** Packed bytes are never more than unpacked ones, but for gzip's few dozen. */
const packingBytes = 1024;

/** What came of a body, and what broke it off, if anything. Throws `too-large` as soon as it is. */
async function readBytes(
  request: Request,
  most: number,
): Promise<{ bytes: Buffer; broken?: unknown }> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) throw new Problem('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of request.body ?? []) {
      length += chunk.byteLength;
      if (length > most) throw new Problem('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    return { bytes: Buffer.concat(chunks), broken: error ?? 'broken' };
  }
  return { bytes: Buffer.concat(chunks) };
}

async function unpack(packed: Buffer, mostBytes: number): Promise<Buffer> {
  try {
    return await inflate(packed, { maxOutputLength: mostBytes });
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Problem(isTooLarge ? 'too-large' : 'bad-request', {}, error);
  }
}

function parse(bytes: Buffer): unknown {
  if (isTooDeep(bytes)) throw new Problem('bad-request');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Problem('bad-request', {}, error);
  }
}

const [quote, backslash, openList, closeList, openObject, closeObject] = Buffer.from('"\\[]{}');

/** Counts brackets outside of texts. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (isInText) {
      if (byte === backslash) index += 1;
      else if (byte === quote) isInText = false;
    } else if (byte === quote) {
      isInText = true;
    } else if (byte === openList || byte === openObject) {
      depth += 1;
      if (depth > mostDepth) return true;
    } else if (byte === closeList || byte === closeObject) {
      depth -= 1;
    }
  }
  return false;
}
