/** The part of the browser's crypto that is used; missing on plain http. */
type Digest = Pick<SubtleCrypto, 'digest'>;

/**
 * SHA-256 of bytes, in hex. Where the browser has no crypto of its own (plain http) a small program does
 * the same, a good deal slower; it is loaded only then. `subtle` null does without.
 */
export async function sha256(
  bytes: ArrayBuffer,
  subtle: Digest | null | undefined = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle,
): Promise<string> {
  const hash = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(bytes));
  return Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('');
}
