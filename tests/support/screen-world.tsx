import { computed, signal } from '@preact/signals';
import { render } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso/router';
import { readFileSync } from 'node:fs';
import type { ComponentChildren } from 'preact';
import {
  ServicesContext,
  type AppServices,
  type MadeInvitation,
  type Person,
  type SyncStatus,
} from '../../src/client/app-services.ts';
import { createBase } from '../../src/client/data/base.ts';
import { CacheDatabase } from '../../src/client/data/cache.ts';
import { KeepDatabase, operationOf } from '../../src/client/data/keep.ts';
import { createOwnEdits } from '../../src/client/data/own-edits.ts';
import { createDrafts } from '../../src/client/data/drafts.ts';
import type { Change } from '../../src/client/data/record-view.ts';
import { createRecords } from '../../src/client/data/records.ts';
import { openRosterDesk } from '../../src/client/device/roster-desk.ts';
import type { Location } from '../../src/client/device/locate.ts';
import { loadLaterWords } from '../../src/client/i18n/translation.ts';
import { Toasts } from '../../src/client/ui/Toasts.tsx';
import { Problem } from '../../src/domain/problem.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { trainingStream } from '../../src/domain/stream.ts';
import { openTerritory } from '../../src/domain/open-territory.ts';
import type { TerritoryFile } from '../../src/domain/territory.ts';
import type { InviteRequest, InviteResponse } from '../../src/protocol/messages.ts';
import type { Head } from '../../src/protocol/merge.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { emptyHome, playHome, type PlayedHome } from './played-home.ts';
import { startPlayedWorker } from './played-worker.ts';
import { createChance } from './seed.ts';

// Screens are drawn here without the routes that fetch their words with them.
await loadLaterWords();

/** 08.30 of the second day of the demonstration's training, in Kalimantan Tengah. */
export const morning = Date.parse('2021-06-30T08:30:00+07:00');
export const training = 'spp-tik';
export const stream = trainingStream(training);

export const rina: Person = {
  id: 'rina',
  name: 'Rina Fasilitator',
  role: 'fasilitator',
  scopes: [{ id: stream, role: 'fasilitator' }],
};
export const koordinator: Person = {
  id: 'kardi',
  name: 'Kardi Koordinator',
  role: 'koordinator',
  scopes: [{ id: 'programme', role: 'koordinator' }],
};

/** One field of a record as home has it: a value, or who said what where people disagree. */
type HeldField = JsonValue | Said[];

/** What somebody said; `s` its stamp, else long ago. */
interface Said {
  by: string;
  v: JsonValue;
  s?: number;
}

/**
 * A device with its two real databases (in memory) and the real reading and writing of records; only
 * what needs a network or a browser is played.
 */
export interface ScreenWorld extends PlayedHome {
  services: AppServices;
  status: { value: SyncStatus };
  /** Puts records on the device as a pull would. */
  hold(
    kind: string,
    records: Record<string, Record<string, HeldField>>,
    at?: string,
  ): Promise<void>;
  /** What was written on this device, oldest first. */
  readWritten(): Promise<Operation[]>;
  /** The names that were called, in order; `…` where it fell silent. */
  called: string[];
  /** From now on the disk is full, or no longer. */
  setFull(isFull: boolean): void;
  /** What entering a code answers. */
  onEnrol: (code: string) => Promise<Person>;
  /** What asking for an invitation answers. */
  onInvite: (request: InviteRequest) => Promise<InviteResponse>;
  /** What opening the camera answers. */
  onOpenScanner: AppServices['openScanner'];
  /** Where the device finds itself. */
  onLocate: () => Promise<Location>;
  /** How often each of these was asked for, and is being held. */
  counts: {
    askedToKeep: number;
    syncs: number;
    watching: number;
    heldBack: number;
    applied: number;
  };
}

const idle: SyncStatus = {
  phase: { is: 'idle' },
  waiting: 0,
  attention: 0,
  delivered: 0,
  isOnline: true,
  completedAt: morning,
  pictures: { waiting: 0, bytes: 0 },
};

const territoryFile = JSON.parse(readFileSync('public/territory.json', 'utf8')) as TerritoryFile;
let worlds = 0;

/** A device on which `person` works; undefined for one on which nobody was let in. */
export function openScreenWorld(person: Person | undefined): ScreenWorld {
  worlds += 1;
  const keep = new KeepDatabase(`screen-${worlds}`);
  const cache = new CacheDatabase(`screen-${worlds}`);
  const base = createBase(cache);
  const { uuid } = createChance(worlds);
  const people = signal<readonly Person[]>(person ? [person] : []);
  const active = signal(person);
  const code = signal('');
  const latest = signal<MadeInvitation | undefined>(undefined);
  const language = signal<'id' | 'en'>('id');
  const theme = signal<'auto' | 'light' | 'dark' | 'sun'>('auto');
  const status = signal(idle);
  const isReady = signal(false);
  const isHeldBack = signal(false);
  let isFull = false;
  let seq = 0;

  const records = createRecords(keep, cache, {
    device: 'tablet-a',
    author: () => active.value?.id,
    clock: () => ({ wall: morning, off: 0, clk: 1 }),
    newId: uuid,
  });
  const drafts = createDrafts(keep, () => morning);
  const write = async (changes: readonly Change[]) => {
    if (isFull) throw new Problem('device-full');
    await records.write(changes);
  };

  const ownEdits = createOwnEdits(keep, { ...records, write });

  const world: ScreenWorld = {
    status,
    ...emptyHome(),
    counts: { askedToKeep: 0, syncs: 0, watching: 0, heldBack: 0, applied: 0 },
    called: [],
    setFull: full => {
      isFull = full;
    },
    onEnrol: () => Promise.reject(new Problem('code-unknown')),
    onInvite: () => Promise.reject(new Problem('no-right')),
    onOpenScanner: () => Promise.reject(new Error('missing')),
    onLocate: () => Promise.reject(new Error('denied')),
    readWritten: async () => (await keep.outbox.orderBy('n').toArray()).map(operationOf),
    async hold(t, held, at = stream) {
      const from = seq;
      const pulled = Object.entries(held).map(([r, fields]) => {
        seq += 1;
        const f = Object.fromEntries(
          Object.entries(fields).map(([field, value]) => [field, { h: headsOf(value) }]),
        );
        return { t, r, stream: at, seq, f };
      });
      const page = { epoch: 'e1', scope: at, from, to: seq, more: false, own: [] };
      await base.applyPage('e1', { ...page, records: pulled });
    },
    services: {
      records: { ...records, write },
      preparePhoto: () => Promise.reject(new Error('unreadable')),
      openRosterDesk: () => Promise.resolve(openRosterDesk(startPlayedWorker)),
      openScanner: (...eyes) => world.onOpenScanner(...eyes),
      loadDrafts: () => Promise.resolve(drafts),
      loadCaller: () =>
        Promise.resolve({
          call: name => {
            world.called.push(name);
            return Promise.resolve('spoken');
          },
          hush: () => world.called.push('…'),
          keepAwake: () => () => {},
        }),
      loadOwnEdits: () => Promise.resolve(ownEdits),
      account: {
        people,
        known: computed(() => people.value.map(({ id, name }) => ({ id, name }))),
        active,
        code,
        keepCode: typed => {
          code.value = typed;
        },
        async enrol(typed) {
          const entered = await world.onEnrol(typed);
          code.value = '';
          people.value = [...people.value, entered];
          active.value = entered;
          return entered;
        },
        switchTo(id) {
          active.value = people.value.find(one => one.id === id);
          return Promise.resolve();
        },
      },
      sync: {
        status,
        syncNow: () => {
          world.counts.syncs += 1;
        },
        watch() {
          world.counts.watching += 1;
          return () => {
            world.counts.watching -= 1;
          };
        },
      },
      invitations: {
        latest,
        make: async request => {
          const answer = await world.onInvite(request);
          latest.value = { ...answer, request, by: active.value?.id ?? '' };
        },
      },
      ...playHome(() => world, keep, records, write),
      settings: {
        language,
        setLanguage: chosen => {
          language.value = chosen;
        },
        theme,
        setTheme: chosen => {
          theme.value = chosen;
        },
      },
      device: {
        id: '3f9a1c22-7d1b-4b6e-9a31-0c52f0f1a001',
        storage: signal({ isPersistent: false, free: 2_400_000_000 }),
        askToKeep: () => {
          world.counts.askedToKeep += 1;
          return Promise.resolve();
        },
        isClockWrong: signal(false),
        likelyNow: () => morning,
        locate: () => world.onLocate(),
        exportUnsent: () => Promise.resolve(new Blob(['{}\n'])),
      },
      updates: {
        isReady,
        isOfflineReady: signal(true),
        isHeldBack,
        holdBack() {
          world.counts.heldBack += 1;
          isHeldBack.value = true;
          return () => {
            world.counts.heldBack -= 1;
            isHeldBack.value = world.counts.heldBack > 0;
          };
        },
        apply: () => {
          world.counts.applied += 1;
          return Promise.resolve();
        },
      },
      loadTerritory: () => Promise.resolve(openTerritory(territoryFile)),
      now: () => morning,
      newId: uuid,
    },
  };

  function headsOf(value: HeldField): Head[] {
    const said = isDispute(value) ? value : [{ by: 'kardi', v: value }];
    return said.map(({ by, v, s }, at) => ({ v, by, o: uuid(), s: s ?? morning - 60_000 - at }));
  }
  return world;
}

function isDispute(value: HeldField): value is Said[] {
  return (
    Array.isArray(value) &&
    value.every(one => typeof one === 'object' && one !== null && 'by' in one && 'v' in one)
  );
}

/** Puts a screen up on a device, at the address the page has. */
export function renderScreen(world: ScreenWorld, children: ComponentChildren): void {
  render(
    <ServicesContext.Provider value={world.services}>
      <Toasts dismissLabel="Tutup">
        <LocationProvider>{children}</LocationProvider>
      </Toasts>
    </ServicesContext.Provider>,
  );
}

/** A training of four days with two sessions a day, and these people. */
export async function holdTraining(world: ScreenWorld, names: readonly string[]): Promise<void> {
  await world.hold('training', {
    [training]: {
      name: 'Bimtek SPP-TIK',
      place: 'Palangka Raya',
      startsOn: '2021-06-29',
      endsOn: '2021-07-02',
    },
  });
  await world.hold('session', {
    s1: { title: 'Pembukaan', day: '2021-06-29', startsAt: '08:00', endsAt: '09:30' },
    s2: { title: 'Literasi digital', day: '2021-06-30', startsAt: '08:00', endsAt: '09:30' },
    s3: { title: 'Advokasi', day: '2021-07-01', startsAt: '13:00', endsAt: '15:00' },
  });
  await world.hold(
    'participant',
    Object.fromEntries(names.map((name, at) => [participantId(at), participantOf(name)])),
  );
  await world.hold('member', {
    rina: { name: 'Rina Fasilitator', role: 'fasilitator' },
    budi: { name: 'Budi Fasilitator', role: 'fasilitator' },
    kardi: { name: 'Kardi Koordinator', role: 'koordinator' },
  });
}

/** The id of the participant that stands at this place of the list handed to `holdTraining`. */
export function participantId(at: number): string {
  return `p${String(at + 1).padStart(3, '0')}`;
}

function participantOf(name: string) {
  return { name, gender: 'P', institution: 'Perpustakaan Desa Bahitom', village: '62.12.01.2008' };
}
