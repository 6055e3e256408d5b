import { Problem } from '../../domain/problem.ts';
import { mostPictureBytes, type Picture } from '../../domain/records/kind.ts';
import { withoutRoom } from './ballast.ts';
import type { KeepDatabase } from './keep.ts';
import { readPresent } from './outbox.ts';

/** Bytes are kept so long after home first said that it holds them, ms (rule 11.3). */
const keptHeldMs = 30 * 86_400_000;

/** A picture to be sent. */
export interface WaitingPicture {
  sha256: string;
  size: number;
}

/** The bytes of pictures that this device keeps. */
export interface PictureStore {
  /**
   * Resolves when bytes and what is known of them are durably kept. Throws `Problem` `device-full`
   * (nothing was kept: pictures never take the room of texts) or `too-large`.
   */
  keep: (picture: Picture, bytes: ArrayBuffer) => Promise<void>;
  /** The bytes; undefined if they are not kept here. */
  readBytes: (sha256: string) => Promise<ArrayBuffer | undefined>;
  /** What home has not verified in the present base, and can, oldest first. Reads no bytes. */
  readWaiting: () => Promise<WaitingPicture[]>;
  /** Home said in this base that it holds the picture verified. */
  noteHeld: (sha256: string, base: string) => Promise<void>;
  /** Home found other bytes than the hash says, or too many: after two times it is not tried again in this base. */
  noteRefused: (sha256: string, base: string) => Promise<void>;
  /** How many pictures home has not verified, and how many bytes they are. May be wrapped in a live query. */
  count: () => Promise<{ waiting: number; bytes: number }>;
  /** May be wrapped in a live query. */
  stateOf: (sha256: string) => Promise<'waiting' | 'home' | 'unknown'>;
  /** Removes bytes that home has held verified for 30 days. */
  clean: () => Promise<void>;
}

/** What is known of a picture kept here. It lies apart from the bytes, which are never written again. */
interface Kept extends WaitingPicture {
  keptAt: number;
  /** The base in which home said that it holds it, and when it first did, ms. */
  held?: { base: string; at: number };
  /** How often home refused it in a base. */
  refused?: { base: string; times: number };
}

const mostRefusals = 2;

/** Opens the pictures kept here. */
export function createPictureStore(keep: KeepDatabase, now: () => number): PictureStore {
  const { notes, bytes } = keep;

  const readAll = async () =>
    (await notes.where('kind').equals('picture').toArray()).map(({ body }) => body as Kept);

  const put = (kept: Kept) => notes.put({ kind: 'picture', key: kept.sha256, body: kept });

  function change(sha256: string, edit: (kept: Kept) => Kept): Promise<void> {
    return keep.transaction('rw', notes, async () => {
      const kept = (await notes.get(['picture', sha256]))?.body as Kept | undefined;
      if (kept) await put(edit(kept));
    });
  }

  const readNotHeld = () =>
    keep.transaction('r', notes, async () => {
      const base = (await readPresent(keep))?.base;
      return { base, kept: (await readAll()).filter(({ held }) => !held || held.base !== base) };
    });

  return {
    keep: async ({ sha256, size }, body) => {
      if (size > mostPictureBytes) throw new Problem('too-large');
      await withoutRoom(() =>
        keep.transaction('rw', notes, bytes, async () => {
          if (await notes.get(['picture', sha256])) return;
          await bytes.put({ sha: sha256, body, state: 'kept' });
          await put({ sha256, size, keptAt: now() });
        }),
      );
    },

    readBytes: async sha256 => (await bytes.get(sha256))?.body,

    readWaiting: async () => {
      const { kept, base } = await readNotHeld();
      return kept
        .filter(({ refused }) => !refused || refused.base !== base || refused.times < mostRefusals)
        .sort((a, b) => a.keptAt - b.keptAt)
        .map(({ sha256, size }) => ({ sha256, size }));
    },

    noteHeld: (sha256, base) =>
      change(sha256, kept => ({
        ...kept,
        held: kept.held?.base === base ? kept.held : { base, at: now() },
      })),

    noteRefused: (sha256, base) =>
      change(sha256, kept => {
        const times = kept.refused?.base === base ? kept.refused.times : 0;
        return { ...kept, refused: { base, times: times + 1 } };
      }),

    count: async () => {
      const { kept } = await readNotHeld();
      return { waiting: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) };
    },

    stateOf: sha256 =>
      keep.transaction('r', notes, async () => {
        const base = (await readPresent(keep))?.base;
        const note = await notes.get(['picture', sha256]);
        if (!note) return 'unknown';
        const { held } = note.body as Kept;
        return held && held.base === base ? 'home' : 'waiting';
      }),

    clean: async () => {
      const { base } = (await readPresent(keep)) ?? {};
      const old = (await readAll()).filter(
        ({ held }) => held && held.base === base && held.at <= now() - keptHeldMs,
      );
      if (old.length === 0) return;
      await keep.transaction('rw', notes, bytes, async () => {
        if ((await readPresent(keep))?.base !== base) return;
        await bytes.bulkDelete(old.map(({ sha256 }) => sha256));
        await notes.bulkDelete(old.map(({ sha256 }) => ['picture', sha256]));
      });
    },
  };
}
