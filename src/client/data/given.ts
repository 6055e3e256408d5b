import type { Operation } from '../../protocol/operation.ts';
import { withRoom } from './ballast.ts';
import type { KeepDatabase } from './keep.ts';

/**
 * What home wrote to let this device's people in (rule 10.4): kept beside the outbox, and delivered to a
 * home that came back from an old backup. Not this device's work, so it is never counted with it.
 */
export interface Given {
  /** Resolves when the lines are durably kept. `epoch` is that in which home holds them. Throws `Problem` `device-full`. */
  keep: (lines: readonly Operation[], epoch: string) => Promise<void>;
  /** What was not delivered in this base yet. */
  readUndelivered: (base: string) => Promise<Operation[]>;
  /** Home answered for these in this base. */
  noteDelivered: (ids: readonly string[], base: string) => Promise<void>;
}

interface GivenLine {
  operation: Operation;
  /** The base in which home last answered for it. */
  deliveredIn: string;
}

/** Opens what was given. */
export function createGiven(keep: KeepDatabase, now: () => number): Given {
  const { notes } = keep;
  return {
    keep: async (lines, epoch) => {
      if (lines.length === 0) return;
      await withRoom(keep, now(), () =>
        notes.bulkPut(
          lines.map(operation => ({
            kind: 'given',
            key: operation.id,
            body: { operation, deliveredIn: epoch } satisfies GivenLine,
          })),
        ),
      );
    },

    readUndelivered: async base => {
      const lines = (await notes.where('kind').equals('given').toArray()).map(
        ({ body }) => body as GivenLine,
      );
      return lines.filter(line => line.deliveredIn !== base).map(line => line.operation);
    },

    noteDelivered: (ids, base) =>
      keep.transaction('rw', notes, async () => {
        const held = await notes.bulkGet(ids.map(id => ['given', id]));
        await notes.bulkPut(
          held.flatMap(note =>
            note ? [{ ...note, body: { ...(note.body as GivenLine), deliveredIn: base } }] : [],
          ),
        );
      }),
  };
}
