/** Why a file could not be made a photo. */
export type PhotoTrouble =
  /** Decoding it would take more memory than a cheap phone has. */
  | 'too-many-pixels'
  /** A kind of picture that this browser cannot open, such as HEIC. */
  | 'format'
  /** Broken, or no picture. */
  | 'unreadable';

/** What the worker answers to a file. */
export type PhotoAnswer =
  { ok: true; bytes: ArrayBuffer; w: number; h: number } | { ok: false; trouble: PhotoTrouble };
