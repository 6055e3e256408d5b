import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import * as real from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from '../../../src/protocol/messages.ts';
import type { Appended, BlobStore } from '../../../src/server/blobs/blob-store.ts';
import type { Files } from '../../../src/server/blobs/disk.ts';
import { createChance } from '../../support/seed.ts';

/** Bytes that are nobody's picture, the same for the same seed. */
export function bytesOf(size: number, seed = size): Uint8Array<ArrayBuffer> {
  const chance = createChance(seed);
  return Uint8Array.from({ length: size }, () => chance.below(256));
}

export const shaOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Brings a picture the way a device does: from where home has got to, a piece at a time. */
export async function bring(
  blobs: BlobStore,
  device: string,
  bytes: Uint8Array,
  pieceBytes: number = limits.pieceBytes,
): Promise<Appended> {
  const sha256 = shaOf(bytes);
  let offset = await blobs.offsetOf({ device, sha256 });
  for (;;) {
    const piece = bytes.subarray(offset, offset + pieceBytes);
    const length = bytes.byteLength;
    const appended = await blobs.append({ device, sha256, offset, length, bytes: piece });
    if (appended.is === 'held' || appended.is === 'wrong') return appended;
    ({ offset } = appended);
  }
}

/** The hash of what is held under a hash; undefined if nothing is. */
export async function hashOfHeld(blobs: BlobStore, sha256: string): Promise<string | undefined> {
  const blob = await blobs.open(sha256);
  return blob && shaOf(new Uint8Array(await new Response(blob.bytes).arrayBuffer()));
}

/** Every file below a folder, by its path there. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(folder, name)).isFile())
    .toSorted();
}

/** What lies where whole pictures lie and is not what it is called. */
export function falsePictures(root: string): string[] {
  const pictures = join(root, 'pictures');
  if (!existsSync(pictures)) return [];
  return filesIn(pictures).filter(
    path => shaOf(readFileSync(join(pictures, path))) !== path.split(/[/\\]/).at(-1),
  );
}

/** What happens to one call: it is made, it fails, or, a write, only half of it is made and then it fails. */
export type Fate = 'made' | 'fails' | 'half made';

/** The real file system, but for what is decided of each call, by its name and its number; `calls` has names and paths. */
export function filesWithFate(
  decide: (call: string, number: number) => Fate,
  errorOf: () => Error,
): { files: Files; calls: string[] } {
  const calls: string[] = [];
  const meet = async <T>(
    call: string,
    make: () => Promise<T>,
    makeHalf?: () => Promise<unknown>,
  ) => {
    calls.push(call);
    const fate = decide(call, calls.length);
    if (fate === 'made') return make();
    if (fate === 'half made') await makeHalf?.();
    throw errorOf();
  };
  const open = (async (path: string, ...rest: [number, number]) => {
    const handle = await meet(`open ${path}`, () => real.open(path, ...rest));
    return new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== 'function') return member;
        const act = (...args: unknown[]): unknown => Reflect.apply(member, target, args);
        // A process that is gone has closed its files.
        if (name === 'close') return act;
        if (name === 'write')
          return (bytes: Uint8Array, from: number, length: number, at: number) =>
            meet(
              'write',
              async () => act(bytes, from, length, at),
              async () => act(bytes, from, Math.floor(length / 2), at),
            );
        return (...args: unknown[]) => meet(`${String(name)} ${path}`, async () => act(...args));
      },
    });
  }) as typeof real.open;
  const through = <Name extends Exclude<keyof Files, 'open'>>(name: Name): Files[Name] =>
    ((...args: unknown[]) =>
      meet(`${name} ${String(args.at(name === 'rename' ? 1 : 0))}`, () =>
        (real[name] as (...all: unknown[]) => Promise<unknown>)(...args),
      )) as unknown as Files[Name];
  const files: Files = {
    open,
    mkdir: through('mkdir'),
    readdir: through('readdir'),
    rename: through('rename'),
    stat: through('stat'),
    unlink: through('unlink'),
    utimes: through('utimes'),
  };
  return { files, calls };
}
