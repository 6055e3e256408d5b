import type { JsonValue } from '../../domain/records/kind.ts';
import { operationOf, readRecordKey, type KeepDatabase, type OutboxRow } from './keep.ts';
import { isDeletedView, type Change, type Records } from './record-view.ts';

/** One edit made on this device, and what it replaced. */
export interface OwnEdit {
  n: number;
  /** The operation's id. */
  operation: string;
  by: string;
  /** When it was made, ms on the device's clock. */
  at: number;
  stream: string;
  kind: string;
  id: string;
  fields: Readonly<Record<string, JsonValue>>;
  /** What stood there before; fields that were empty are missing. */
  was: Readonly<Record<string, JsonValue>>;
}

/** Edits of this device, kept long after they were sent, so that each can be taken back. */
export interface OwnEdits {
  /** Those made since `since` (ms), the newest first, at most `most`. May be wrapped in a live query. */
  read(since: number, most: number): Promise<OwnEdit[]>;
  /** The fields of an edit that still show what it said. May be wrapped in a live query. */
  readStanding(edit: OwnEdit): Promise<string[]>;
  /**
   * Brings back what stood there before, as a new edit, wherever that edit still shows. True if anything was
   * left to bring back. Throws `Problem` `device-full`; then nothing changed.
   */
  takeBack(edits: readonly OwnEdit[]): Promise<boolean>;
}

/** Opens the edits kept in the outbox. */
export function createOwnEdits(keep: KeepDatabase, records: Records): OwnEdits {
  async function readStanding({ stream, kind, id, operation, fields }: OwnEdit): Promise<string[]> {
    const view = await records.readRecord(stream, kind, id);
    if (!view) return [];
    // What is deleted shows nothing else, and is brought back before anything else of it is.
    const names = isDeletedView(view) ? ['deleted'] : Object.keys(fields);
    return names.filter(field => view.state[field]?.h[0]?.o === operation);
  }

  return {
    read: async (since, most) => {
      const found: OwnEdit[] = [];
      await keep.outbox
        .orderBy('n')
        .reverse()
        .until(row => row.body.wall < since || found.length >= most)
        .each(row => {
          const edit = editOf(row);
          if (isToBeTakenBack(edit)) found.push(edit);
        });
      return found;
    },

    readStanding,

    takeBack: async edits => {
      const changes: Change[] = [];
      for (const edit of edits) {
        const { stream, kind, id, was } = edit;
        const standing = await readStanding(edit);
        if (standing.length === 0) continue;
        const fields = Object.fromEntries(
          standing.map(field => [field, was[field] ?? (field === 'deleted' ? false : null)]),
        );
        const seen = await records.readRecord(stream, kind, id);
        changes.push({ stream, t: kind, r: id, fields, seen });
      }
      await records.write(changes);
      return changes.length > 0;
    },
  };
}

/** Kinds whose records are ticks: taking one back leaves it empty. */
const ticks = new Set(['attendance', 'checklistItem', 'signature']);

/**
 * True for a tick, a deletion, and what replaced something. What was only added is deleted where it
 * stands, and a decision is taken back where it is shown.
 */
function isToBeTakenBack({ kind, fields, was }: OwnEdit): boolean {
  if (kind === 'decision' || kind === 'device') return false;
  return ticks.has(kind) || fields['deleted'] === true || Object.keys(was).length > 0;
}

function editOf(row: OutboxRow): OwnEdit {
  const { id, by, wall, f } = operationOf(row);
  const { stream, kind, id: record } = readRecordKey(row.record);
  return {
    n: row.n,
    operation: id,
    by,
    at: wall,
    stream,
    kind,
    id: record,
    fields: f,
    was: row.was ?? {},
  };
}
