import { kindNamed } from '../../domain/records/kinds.ts';
import { isInScope } from '../../domain/stream.ts';
import type { Home } from '../accounts/home.ts';
import { readScopes } from '../accounts/scopes.ts';
import type { Caller } from '../accounts/sign-in.ts';
import type { BlobStore } from '../blobs/blob-store.ts';

/** True if the caller may read a record that names the picture, now or earlier (rule 11.4). */
export async function mayReadPicture(
  { store, clock }: Home,
  caller: Caller,
  sha256: string,
): Promise<boolean> {
  const named = await store.findNamesOf([sha256]);
  const scopes = await readScopes(store, caller.person, clock());
  return named.some(({ stream, kind, record }) => {
    const village = kindNamed(kind)?.villageOf(record);
    return scopes.some(({ id }) => isInScope(id, stream, village));
  });
}

/** Sweeps away some of the pictures that nothing has named for 30 days (rule 11.5). */
export async function sweepPictures({ store, clock }: Home, blobs: BlobStore): Promise<void> {
  await blobs.sweep({
    now: clock(),
    isNamed: async sha256s =>
      new Set((await store.findNamesOf(sha256s)).map(({ sha256 }) => sha256)),
  });
}
