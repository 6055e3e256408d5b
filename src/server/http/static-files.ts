import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import type { EarlierFile } from '../builds.ts';
import type { Env } from './env.ts';

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const packable = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.webmanifest',
  '.svg',
  '.txt',
  '.wasm',
]);

/** A file of the built client, read and packed when it is first asked for. */
interface ClientFile {
  etag: string;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/**
 * Serves the built client, and behind it what `earlier` still has of builds before it. Of the folder, only
 * what lay in it at the start is ever opened. An address without an extension is one of the app's own and
 * gets its page, so that every address may be opened cold.
 */
export function clientFiles(
  folder: string,
  earlier?: Promise<EarlierFile>,
): MiddlewareHandler<Env> {
  const names = new Map(listFiles(folder).map(name => [`/${name}`, join(folder, name)]));
  const read = new Map<string, Promise<ClientFile>>();

  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next();
    const isPage = !isFileName(c.req.path);
    const path = isPage ? '/index.html' : c.req.path;
    const file = await (read.get(path) ?? find(path));
    return file === undefined ? next() : answer(c, path, file);
  };

  /** Packs a file when it is first asked for, if there is one, and remembers it. */
  async function find(path: string): Promise<ClientFile | undefined> {
    const file = names.get(path);
    const plain = file === undefined ? await findEarlier(path) : readFile(file);
    if (plain === undefined) return undefined;
    const packed = packFile(path, plain);
    read.set(path, packed);
    // What failed once, such as a disk, may not fail the next time.
    packed.catch(() => read.delete(path));
    return packed;
  }

  async function findEarlier(path: string): Promise<Buffer | undefined> {
    const name = /^\/assets\/([^/]+)$/.exec(path)?.[1];
    return name === undefined ? undefined : (await earlier)?.(name);
  }
}

/** A village's code has points in it, too (`/libraries/62.11.05.2014`), but no letters behind the last. */
function isFileName(path: string): boolean {
  return /^\.\w*[a-z]/i.test(extname(path));
}

function answer(c: Context<Env>, path: string, { etag, plain, br, gzip: gz }: ClientFile) {
  c.header('ETag', etag);
  c.header(
    'Cache-Control',
    path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  c.header('Vary', 'Accept-Encoding');
  if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304);
  c.header('Content-Type', types[extname(path)] ?? 'application/octet-stream');
  const accepted = c.req.header('Accept-Encoding') ?? '';
  if (br && /\bbr\b/.test(accepted)) return send(br, 'br');
  if (gz && /\bgzip\b/.test(accepted)) return send(gz, 'gzip');
  return send(plain);

  function send(bytes: Buffer, packing?: string) {
    if (packing !== undefined) c.header('Content-Encoding', packing);
    return c.body(new Uint8Array(bytes));
  }
}

async function packFile(path: string, content: Buffer | Promise<Buffer>): Promise<ClientFile> {
  const plain = await content;
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  if (!packable.has(extname(path))) return { etag, plain };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return { etag, plain, br: await packBrotli(plain, quality), gzip: await packGzip(plain) };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
