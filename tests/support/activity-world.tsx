import { screen } from '@testing-library/preact';
import { expect } from 'vitest';
import { ActivityScreen } from '../../src/client/features/activity/ActivityScreen.tsx';
import type { ActivityEntry, ActivityQuery } from '../../src/protocol/activity-messages.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  participantId,
  renderScreen,
  stream,
  type ScreenWorld,
} from './screen-world.tsx';

const names = ['Amina', 'Bambang', 'Citra'];
let serial = 0;

/** What somebody wrote, unless said otherwise a mark by Rina that arrived at once. */
export function entry(changes: Partial<ActivityEntry> = {}): ActivityEntry {
  serial += 1;
  const { stamp = morning } = changes;
  return {
    id: `00000000-0000-4000-a000-${String(serial).padStart(12, '0')}`,
    by: 'rina',
    device: 'aaaaaaaa-1111',
    stamp,
    isClockUncertain: false,
    receivedAt: stamp + 1_000,
    verdict: 'admitted',
    code: null,
    fields: { mark: { status: 'hadir' } },
    parents: {},
    kind: 'attendance',
    record: `s2:${participantId(0)}`,
    ...changes,
  };
}

/** A home that holds these, the latest first, and tells them by pages. */
export function holdActivity(world: ScreenWorld, all: readonly ActivityEntry[], pageSize = 100) {
  const asked: ActivityQuery[] = [];
  world.onActivity = (of, query) => {
    expect(of).toBe(stream);
    asked.push(query);
    const { before, most = pageSize, by, device, kind } = query;
    const from = before === undefined ? 0 : Number(before);
    const end = Math.min(all.length, from + Math.min(most, pageSize));
    const entries = all
      .slice(from, end)
      .filter(one => by === undefined || one.by === by)
      .filter(one => device === undefined || one.device === device)
      .filter(one => kind === undefined || one.kind === kind);
    const left = all.length - end;
    return Promise.resolve({ entries, next: left === 0 ? null : `${end}`, left });
  };
  return asked;
}

/** The screen on a coordinator's device, where a training is, and home holds these entries. */
export async function openActivity(
  all: readonly ActivityEntry[],
  { pageSize = 100, prepare }: { pageSize?: number; prepare?: (world: ScreenWorld) => void } = {},
) {
  const world = openScreenWorld(koordinator);
  await holdTraining(world, names);
  const asked = holdActivity(world, all, pageSize);
  prepare?.(world);
  renderScreen(world, <ActivityScreen stream={stream} />);
  await screen.findByRole('heading', { level: 1 });
  return { world, asked };
}

/** A button that is there, or comes. */
export const button = (name: string) => screen.findByRole('button', { name });
