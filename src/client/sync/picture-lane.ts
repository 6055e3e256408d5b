import { Problem } from '../../domain/problem.ts';
import { limits } from '../../protocol/messages.ts';
import { createBlobs, type BlobAccess, type Blobs } from '../api/blobs.ts';
import type { Network } from '../api/http.ts';
import type { WaitingPicture } from '../data/picture-store.ts';
import { withAnyToken } from './any-token.ts';
import type { Credentials, PictureLane, RoundWorld } from './round-world.ts';

/** Smallest piece to which a proxy that takes little brings us down, bytes. */
const leastPieceBytes = 16 * 1024;

/** Times that home may put us elsewhere in one picture before we leave it for the next round. */
const mostDetours = 8;

/** Creates the lane. It holds nothing but the size of its pieces. */
export function createPictureLane(network: Network): PictureLane {
  const blobs = createBlobs(network);
  let pieceBytes: number = limits.pieceBytes;

  /** Sends one picture. `interrupted` if operations wait, or pictures are to wait. */
  async function sendOne(
    { outbox, pictures, arePicturesHeld }: RoundWorld,
    access: BlobAccess,
    { sha256, size }: WaitingPicture,
    { checkTurn, onBytes }: { checkTurn: () => void; onBytes: (bytes: number) => void },
  ): Promise<'held' | 'left' | 'interrupted'> {
    const base = (await outbox.readPresent())?.base ?? '';
    const body = await pictures.readBytes(sha256);
    const at = await blobs.ask(access, sha256);
    let offset = at === 'held' ? size : Math.min(at, size);
    onBytes(offset);
    if (at === 'held') {
      await pictures.noteHeld(sha256, base);
      return 'held';
    }
    if (!body) return 'left';
    for (let detours = 0; detours < mostDetours;) {
      checkTurn();
      if (arePicturesHeld?.() || (await outbox.count()).waiting > 0) return 'interrupted';
      const bytes = body.slice(offset, offset + pieceBytes);
      const answer = await blobs.send(access, { sha256, offset, total: size, bytes });
      switch (answer.is) {
        case 'held':
          await pictures.noteHeld(sha256, base);
          onBytes(size);
          return 'held';
        case 'refused':
          await pictures.noteRefused(sha256, base);
          return 'left';
        case 'too-large':
          if (pieceBytes <= leastPieceBytes) throw new Problem('too-large');
          pieceBytes = Math.max(leastPieceBytes, Math.floor(pieceBytes / 2));
          break;
        case 'at':
          if (answer.offset !== offset + bytes.byteLength) detours += 1;
          offset = Math.min(answer.offset, size);
          onBytes(offset);
          break;
      }
    }
    return 'left';
  }

  return {
    sendPictures: async (world, people, checkTurn) => {
      const { pictures, onPhase } = world;
      const waiting = await pictures.readWaiting();
      const total = waiting.reduce((sum, { size }) => sum + size, 0);
      let sent = 0;
      let before = 0;
      for (const picture of waiting) {
        // A wrong hash is tried once more at once; what is then still refused is not waiting any more.
        for (let tries = 0; tries < 2; tries += 1) {
          const end = await withAnyToken(people, access =>
            sendOne(world, access, picture, {
              checkTurn,
              onBytes: bytes => onPhase({ is: 'sending-pictures', sent: before + bytes, total }),
            }),
          );
          if (end === 'interrupted') return { is: 'operations-wait', sent };
          if (end === 'held') sent += 1;
          if (end === 'held') break;
        }
        before += picture.size;
      }
      return { is: 'done', sent };
    },

    fetchPicture: (people, sha256) => fetchFromAny(blobs, people, sha256),
  };
}

/** Not everybody on a device may see every picture. */
async function fetchFromAny(
  blobs: Blobs,
  people: readonly Credentials[],
  sha256: string,
): Promise<ArrayBuffer | undefined> {
  for (const person of people) {
    const bytes = await blobs.fetch(person, sha256).catch((failure: unknown) => {
      if (failure instanceof Problem) return undefined;
      throw failure;
    });
    if (bytes) return bytes;
  }
  return undefined;
}
