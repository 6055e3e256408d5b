import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { Person } from '../../src/client/app-services.ts';
import { ParticipantsScreen } from '../../src/client/features/participants/ParticipantsScreen.tsx';
import {
  holdTraining,
  openScreenWorld,
  participantId,
  renderScreen,
  rina,
  stream,
  training,
  type ScreenWorld,
} from './screen-world.tsx';

/** The four who are on the roster unless a test says otherwise; the first and the last may be the same. */
export const names = ['Siti Aminah', 'Bernadus Ngabe, S.Pd.', 'Citra Lestari', 'St. Amina'];

export interface Opening {
  at?: string;
  person?: Person;
  prepare?: (world: ScreenWorld) => Promise<void>;
}

export async function open({ at, person = rina, prepare }: Opening = {}) {
  const world = openScreenWorld(person);
  await holdTraining(world, names);
  await prepare?.(world);
  renderScreen(
    world,
    <ParticipantsScreen training={training} {...(at !== undefined && { participant: at })} />,
  );
  return world;
}

export const openList = async (opening: Opening = {}) => {
  const world = await open(opening);
  await screen.findByRole('region', { name: 'Peserta' });
  return world;
};

export const openPerson = async (at = participantId(0), opening: Opening = {}) => {
  const world = await open({ ...opening, at });
  await screen.findByRole('region', { name: 'Kehadiran' });
  return world;
};

export const listed = () =>
  within(screen.getByRole('region', { name: 'Peserta' }))
    .getAllByRole('link')
    .map(link => link.querySelector('span > span')?.textContent);
export const press = async (name: string | RegExp, within_ = within(document.body)) =>
  userEvent.click(within_.getByRole('button', { name }));
export const dialog = () => within(screen.getByRole('dialog'));
export const card = (name: string) => within(screen.getByRole('region', { name }));
export const mark = (status: string) => ({ mark: { status } });

/** Deletes somebody as a screen would. */
export async function deletePerson({ services: { records } }: ScreenWorld, r: string) {
  const seen = await records.readRecord(stream, 'participant', r);
  await records.write([{ stream, t: 'participant', r, fields: { deleted: true }, seen }]);
}

/** What the outbox says, shortly: who, and what. */
export async function written(world: ScreenWorld) {
  return (await world.readWritten()).map(({ t, r, f }) => [`${t} ${r}`, f]);
}
