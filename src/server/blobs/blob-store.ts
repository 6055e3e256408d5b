/**
 * Where home keeps the bytes of pictures, by their hash (rules 11.1 to 11.5). It knows devices, hashes and
 * bytes, and nothing of records, rights or HTTP. An object store can keep this contract as well as a folder.
 *
 * Hashes are SHA-256 in 64 lower-case hex digits, sizes and offsets bytes; what is handed in was checked for
 * that. Every member rejects with a `Problem`: `server-full` if there is no room left, `busy` if too many
 * files are open for a moment. Anything else that is thrown is a bug.
 */
export interface BlobStore {
  /** Which of these pictures are held whole and verified. */
  findHeld(sha256s: readonly string[]): Promise<Set<string>>;
  /**
   * True if a picture is held whole and verified. Whoever hears so relies on it, so a picture that nothing
   * names is from now on kept for another 30 days.
   */
  confirm(sha256: string): Promise<boolean>;
  /** How far this device's part of a picture has come; 0 if there is none. */
  offsetOf(part: Part): Promise<number>;
  /**
   * Adds a piece to this device's part and, when that is all, verifies it and takes it over. The same piece
   * twice, two devices with one picture, one device twice at once: all harmless. What a piece that failed
   * has brought may have been kept; `offsetOf` tells.
   */
  append(piece: Piece): Promise<Appended>;
  /** A picture that is held whole; undefined if it is not. Its bytes are read as they are wanted, if at all. */
  open(sha256: string): Promise<OpenBlob | undefined>;
  /** Removes some of what has had no use for 30 days; called again, it goes on from there. */
  sweep(sweep: Sweep): Promise<Swept>;
}

/** One device's part of a picture; nobody else's bytes ever get into it (rule 11.2). */
export interface Part {
  device: string;
  sha256: string;
}

export interface Piece extends Part {
  /** Where it begins. */
  offset: number;
  /** The size of the whole picture; not less than `offset` and the bytes together. */
  length: number;
  bytes: Uint8Array;
}

export type Appended =
  /** It was added; the part has come so far. */
  | { is: 'added'; offset: number }
  /** The picture is held whole and verified, from this device or from another. */
  | { is: 'held' }
  /** The part has come to another place than the piece begins at; nothing was added. */
  | { is: 'elsewhere'; offset: number }
  /** What came under this hash has another, or another size; the part was dropped. */
  | { is: 'wrong' };

export interface OpenBlob {
  size: number;
  /** The first bytes, at most 16, by which a file says what it is. */
  head: Uint8Array;
  bytes: ReadableStream<Uint8Array>;
}

export interface Sweep {
  /**
   * Which of these pictures are named by anything: records, history, what is kept apart or not understood.
   * Asked again after a picture was put out of reach, so that one which was named in between is kept.
   */
  isNamed: (sha256s: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Ms since 1970. */
  now: number;
}

/** How many were removed. */
export interface Swept {
  pictures: number;
  parts: number;
}
