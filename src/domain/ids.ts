/**
 * How things are called on the wire. A record's id is made of parts of `[A-Za-z0-9.-]`, joined by a
 * colon; it is deterministic where the world has a natural key, so that two tablets that write about
 * the same person write about the same record.
 */
const part = /^[A-Za-z0-9.-]{1,64}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Longest chain of parts that any kind uses. */
const mostParts = 6;

/** True for one part of an id: 1 to 64 of `A-Z a-z 0-9 . -`. */
export function isIdPart(text: string): boolean {
  return part.test(text);
}

/** True for a record's id: 1 to 6 parts joined by colons. */
export function isRecordId(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= mostParts && parts.every(isIdPart);
}

/** True for a lower-case UUID, the form of an operation's id. */
export function isOperationId(text: string): boolean {
  return uuid.test(text);
}

/**
 * The id that counts on from a lower-case UUID: its last four hex digits are one more, round within those
 * four. All else stays as random as it was. After 65,536 of them one is back at the first.
 */
export function idAfter(id: string): string {
  const next = (Number.parseInt(id.slice(-4), 16) + 1) & 0xffff;
  return id.slice(0, -4) + next.toString(16).padStart(4, '0');
}

/** An endless row of ids for one moment: `newId` gives the first, and another where counting would repeat. */
export function* countIds(newId: () => string): Generator<string, never> {
  for (;;) {
    const first = newId();
    let id = first;
    do {
      yield id;
      id = idAfter(id);
    } while (id !== first);
  }
}

/**
 * True for what home calls an operation by: its id, or, for a line that has none of its own, `sha256-` and
 * 56 hex digits of its content's hash.
 */
export function isOperationKey(text: string): boolean {
  return isOperationId(text) || /^sha256-[0-9a-f]{56}$/.test(text);
}

/** The id of the record that says how one participant attended one session. */
export function attendanceId(session: string, participant: string): string {
  return `${session}:${participant}`;
}

/** What an attendance id names; undefined if it is not one. */
export function readAttendanceId(id: string): { session: string; participant: string } | undefined {
  const [session, participant, ...rest] = id.split(':');
  if (!session || !participant || rest.length > 0) return undefined;
  return { session, participant };
}
