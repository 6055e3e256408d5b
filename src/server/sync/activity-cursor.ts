import type { ApartPlace } from '../store/store.ts';

/** How far somebody has read back in a stream. */
export interface ActivityCursor {
  /** Counters below this are still to come; undefined: all. */
  below: number | undefined;
  /** The last that was told of what is kept apart; undefined: nothing yet. */
  apart: ApartPlace | undefined;
}

/** A counter, and after it the place among what is kept apart. No name of a device holds a `~`. */
const form = /^(\d{1,15})(?:~(\d{1,15})~([\w-]{1,100})~([\w.-]{0,100}))?$/;

/** A cursor as it travels: a counter, and where something that is kept apart was told, its place. */
export function writeCursor({ below, apart }: { below: number } & ActivityCursor): string {
  if (!apart) return `${below}`;
  return [below, apart.receivedAt, apart.key, apart.device].join('~');
}

/** Reads a cursor; undefined for what is none. */
export function readCursor(text: string): ActivityCursor | undefined {
  const [, below, receivedAt, key, device] = form.exec(text) ?? [];
  if (below === undefined) return undefined;
  if (receivedAt === undefined || key === undefined || device === undefined)
    return { below: Number(below), apart: undefined };
  return { below: Number(below), apart: { receivedAt: Number(receivedAt), key, device } };
}
