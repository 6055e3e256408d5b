import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { liveQuery } from 'dexie';
import type { SyncPhase, SyncStatus } from '../app-services.ts';
import type { Base } from '../data/base.ts';
import type { Outbox, OutboxCounts } from '../data/outbox.ts';
import type { PictureStore } from '../data/picture-store.ts';

/** What is said about delivery, and the two things the loop tells it. */
export interface Status {
  status: ReadonlySignal<SyncStatus>;
  setPhase: (phase: SyncPhase) => void;
  setOnline: (isOnline: boolean) => void;
  /** Stops following the databases. */
  close: () => void;
}

interface Stored extends OutboxCounts {
  completedAt: number | undefined;
  pictures: SyncStatus['pictures'];
}

/**
 * Follows what is stored, in whichever tab it changes: what counts as delivered is read from verdicts and
 * never concluded from the loop's being at rest. Resolves when the first figures are there, so that no
 * screen shows nought for not yet counted.
 */
export async function openStatus(
  outbox: Outbox,
  pictures: PictureStore,
  base: Base,
  isOnline: boolean,
): Promise<Status> {
  const readStored = async (): Promise<Stored> => {
    const completedAt = await base.readCompletedAt();
    return { ...(await outbox.count()), completedAt, pictures: await pictures.count() };
  };
  const stored = signal(await readStored());
  const phase = signal<SyncPhase>({ is: 'idle' });
  const online = signal(isOnline);
  const following = liveQuery(readStored).subscribe({
    next: figures => {
      stored.value = figures;
    },
  });
  return {
    status: computed(() => ({ ...stored.value, phase: phase.value, isOnline: online.value })),
    setPhase: now => {
      phase.value = now;
    },
    setOnline: now => {
      online.value = now;
    },
    close: () => following.unsubscribe(),
  };
}
