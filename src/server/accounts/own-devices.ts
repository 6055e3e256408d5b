import type { StoreReader } from '../store/store.ts';

/** A device as a request names it: what it goes by now, and went by before it was told to take a new id. */
export interface NamedDevice {
  id: string;
  formerly: readonly string[];
}

/**
 * Those of the ids a request names that are its device's own (rule 6.12): the ones its tokens prove, and, if
 * any of them is proven, those on which nobody else was let in.
 */
export async function findOwnIds(
  store: StoreReader,
  proven: ReadonlySet<string>,
  { id, formerly }: NamedDevice,
): Promise<Set<string>> {
  const named = [id, ...formerly];
  if (!named.some(name => proven.has(name))) return new Set();
  const unproven = named.filter(name => !proven.has(name));
  const taken = new Set((await store.findEnrolledOn(unproven)).map(({ device }) => device));
  return new Set(named.filter(name => proven.has(name) || !taken.has(name)));
}
