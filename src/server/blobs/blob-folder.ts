import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Part } from './blob-store.ts';

/** True for what a picture is called by. */
export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/**
 * Where everything lies. Whole pictures are under `pictures` and nowhere else; a copy of a folder needs
 * only those.
 */
export function blobFolder(root: string) {
  const pictures = join(root, 'pictures');
  const parts = join(root, 'parts');
  return {
    pictures,
    parts,
    /** Copies that are being verified. */
    incoming: join(root, 'incoming'),
    /** Pictures on their way out; what is found here after a crash is brought back. */
    leaving: join(root, 'leaving'),
    /** An empty file for each picture that nothing named, with the time since when. */
    unnamed: join(root, 'unnamed'),
    shelfOf: (sha256: string) => join(pictures, sha256.slice(0, 2)),
    pictureOf: (sha256: string) => join(pictures, sha256.slice(0, 2), sha256),
    partsOf: (device: string) => join(parts, folderName(device)),
    partOf: ({ device, sha256 }: Part) => join(parts, folderName(device), sha256),
  };
}

export type BlobFolder = ReturnType<typeof blobFolder>;

/** A device's id may be `..`, and may differ from another's by a capital only; its hash does neither. */
const folderName = (device: string) =>
  createHash('sha256').update(device).digest('hex').slice(0, 32);
