import { Problem } from '../../domain/problem.ts';
import { mostPictureBytes, picture } from '../../domain/records/kind.ts';
import * as v from 'valibot';
import type { Pictures } from '../app-services.ts';
import type { PictureStore } from '../data/picture-store.ts';
import { sha256 } from '../device/sha256.ts';
import type { Credentials, PictureLane } from './round-world.ts';

/** What pictures need of the world. */
export interface PicturesWorld {
  store: PictureStore;
  people: () => readonly Credentials[];
  loadLane: () => Promise<PictureLane>;
  /** A picture was kept, and waits. */
  onKeep: () => void;
}

/** Pictures and signatures: see `Pictures` of app-services. */
export function createPictures({ store, people, loadLane, onKeep }: PicturesWorld): Pictures {
  return {
    keep: async (bytes, { mime, w, h }) => {
      if (bytes.byteLength > mostPictureBytes) throw new Problem('too-large');
      const size = bytes.byteLength;
      // What no field may hold would be refused once it is home.
      const kept = v.parse(picture, { sha256: await sha256(bytes), size, mime, w, h });
      await store.keep(kept, bytes);
      onKeep();
      return kept;
    },

    load: async ({ sha256: hash }) => {
      const kept = await store.readBytes(hash);
      if (kept || people().length === 0) return kept;
      try {
        const bytes = await (await loadLane()).fetchPicture(people(), hash);
        // The address is the content, whoever it came from.
        return bytes && (await sha256(bytes)) === hash ? bytes : undefined;
      } catch (failure) {
        if (failure instanceof Problem) return undefined;
        throw failure;
      }
    },

    stateOf: store.stateOf,
  };
}
