import { hkdfSync } from 'node:crypto';

/** Home's secrets, one for each use. They come from one secret that no backup holds. */
export interface Keys {
  /** Signs what devices show to be let in. */
  token: Buffer;
  /** Marks what home has admitted. */
  proof: Buffer;
  /** Hashes invitation codes. */
  invitation: Buffer;
}

/** The keys that belong to a secret: the same from the same. */
export function deriveKeys(secret: Buffer): Keys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `jukung ${use}`, 32));
  return { token: derive('token'), proof: derive('proof'), invitation: derive('invitation') };
}
