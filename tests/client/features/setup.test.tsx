// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDeletedView, valuesOf } from '../../../src/client/data/record-view.ts';
import { InvitationCardsScreen } from '../../../src/client/features/setup/InvitationCardsScreen.tsx';
import { NewTrainingScreen } from '../../../src/client/features/setup/NewTrainingScreen.tsx';
import { RightsScreen } from '../../../src/client/features/setup/RightsScreen.tsx';
import { TrainingFormScreen } from '../../../src/client/features/setup/TrainingFormScreen.tsx';
import { TrainingScreen } from '../../../src/client/features/training/TrainingScreen.tsx';
import { Problem } from '../../../src/domain/problem.ts';
import type { Training } from '../../../src/domain/records/training.ts';
import { templateTitles } from '../../../src/domain/training-template.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  morning,
  openScreenWorld,
  renderScreen,
  rina,
  stream,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

beforeEach(() => history.replaceState(null, '', '/'));
afterEach(cleanup);

async function open(person = koordinator, people: string[] = []) {
  const world = openScreenWorld(person);
  await holdTraining(world, people);
  return world;
}

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, text: string) => {
  await userEvent.type(await screen.findByLabelText(label), text);
  await userEvent.tab();
};
const setDay = async (label: string, day: string) => {
  const field = await screen.findByLabelText(label);
  await userEvent.click(field);
  fireEvent.input(field, { target: { value: day } });
  await userEvent.tab();
};
const member = async (world: ScreenWorld, id: string) =>
  valuesOf(await world.services.records.readRecord(stream, 'member', id));

async function fillIn(): Promise<void> {
  await type('Nama kegiatan', 'Bimtek Murung Raya');
  await setDay('Hari pertama', '2021-07-05');
  await setDay('Hari terakhir', '2021-07-06');
  await userEvent.selectOptions(
    await screen.findByLabelText('Peserta dari kabupaten atau kota'),
    'Kab. Murung Raya',
  );
}

test('a training is made with the sessions of the template laid over its days', async () => {
  const world = openScreenWorld(koordinator);
  renderScreen(world, <NewTrainingScreen />);
  await fillIn();
  expect(await accessibilityViolations()).toEqual([]);
  await press('Buat kegiatan ini');
  await waitFor(() => expect(location.pathname).toMatch(/^\/trainings\/.+/));

  const { records } = world.services;
  const [made] = await records.readStreams();
  const id = made!.slice('training:'.length);
  expect(valuesOf(await records.readRecord(made!, 'training', id))).toEqual({
    name: 'Bimtek Murung Raya',
    startsOn: '2021-07-05',
    endsOn: '2021-07-06',
    regency: '62.12',
  });
  const sessions = (await records.readShelf(made!, 'session')).map(view =>
    valuesOf<{ title: string; day: string; jp?: number }>(view),
  );
  expect(sessions.map(({ title }) => title).sort()).toEqual([...templateTitles].sort());
  expect(new Set(sessions.map(({ day }) => day))).toEqual(new Set(['2021-07-05', '2021-07-06']));
  expect(sessions.every(({ jp }) => jp === undefined)).toBe(true);

  await press('Urungkan');
  await waitFor(async () =>
    expect(isDeletedView((await records.readRecord(made!, 'training', id))!)).toBe(true),
  );
});

test('a training that is half filled in is still there after the screen was left', async () => {
  const world = openScreenWorld(koordinator);
  renderScreen(world, <NewTrainingScreen />);
  await fillIn();
  cleanup();
  renderScreen(world, <NewTrainingScreen />);
  expect(await screen.findByDisplayValue('Bimtek Murung Raya')).toBeTruthy();
  await press('Buat kegiatan ini');
  await waitFor(() => expect(location.pathname).toMatch(/^\/trainings\/.+/));
  cleanup();
  renderScreen(world, <NewTrainingScreen />);
  expect((await screen.findByLabelText<HTMLInputElement>('Nama kegiatan')).value).toBe('');
});

test('what is missing or the wrong way round is said, and nothing is made', async () => {
  const world = openScreenWorld(koordinator);
  renderScreen(world, <NewTrainingScreen />);
  await press('Buat kegiatan ini');
  expect(await screen.findByText('Tulis dulu nama kegiatan.')).toBeTruthy();
  await type('Nama kegiatan', 'Bimtek');
  await press('Buat kegiatan ini');
  expect(await screen.findByText(/^Isi dulu hari pertama/)).toBeTruthy();
  await setDay('Hari pertama', '2021-07-06');
  await setDay('Hari terakhir', '2021-07-05');
  await press('Buat kegiatan ini');
  expect(await screen.findByText(/lebih awal daripada hari pertama/)).toBeTruthy();
  expect(await world.readWritten()).toEqual([]);
});

test('a training’s own facts are changed one by one; least attendance stays unset until somebody sets it', async () => {
  const world = await open();
  renderScreen(world, <TrainingFormScreen training={training} />);
  const read = async () =>
    valuesOf<Training>(await world.services.records.readRecord(stream, 'training', training));
  await type('Angkatan', 'II');
  await waitFor(async () => expect(await read()).toMatchObject({ batch: 'II' }));
  expect((await read()).minimumAttendance).toBeUndefined();
  await type('Kehadiran terendah untuk sertifikat', '80');
  await waitFor(async () => expect(await read()).toMatchObject({ minimumAttendance: 80 }));
  expect(await accessibilityViolations()).toEqual([]);
});

test('a training that was made by mistake is deleted, and brought back', async () => {
  const world = await open();
  renderScreen(world, <TrainingFormScreen training={training} />);
  const isDeleted = async () => {
    const view = await world.services.records.readRecord(stream, 'training', training);
    return isDeletedView(view!);
  };
  await press('Hapus kegiatan');
  await waitFor(async () => expect(await isDeleted()).toBe(true));
  await press('Urungkan');
  await waitFor(async () => expect(await isDeleted()).toBe(false));
});

test('a coordinator sees the ways to set up on the training, a trainer does not', async () => {
  renderScreen(await open(), <TrainingScreen training={training} />);
  const card = within(await screen.findByRole('region', { name: 'Atur kegiatan' }));
  expect(card.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual([
    '/trainings/spp-tik/import',
    '/trainings/spp-tik/edit',
    '/trainings/spp-tik/people',
    '/trainings/spp-tik/invitations',
  ]);
  cleanup();
  renderScreen(await open(rina), <TrainingScreen training={training} />);
  await screen.findAllByText('Pembukaan');
  expect(screen.queryByRole('region', { name: 'Atur kegiatan' })).toBeNull();
});

test('a trainer’s right gets a last day, is taken back, and given again', async () => {
  const world = await open();
  renderScreen(world, <RightsScreen training={training} />);
  await press(/Rina Fasilitator/);
  fireEvent.input(await screen.findByLabelText('Izin berlaku sampai hari'), {
    target: { value: '2021-07-03' },
  });
  await press('Simpan');
  await waitFor(async () =>
    expect(await member(world, 'rina')).toMatchObject({ until: '2021-07-03' }),
  );
  expect(await screen.findByText(/sampai 3 Juli 2021/)).toBeTruthy();

  await press(/Rina Fasilitator/);
  await press('Cabut izin di kegiatan ini');
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: /Rina Fasilitator/ })).toBeNull(),
  );
  await press('Urungkan');
  expect(await screen.findByRole('button', { name: /Rina Fasilitator/ })).toBeTruthy();
  expect(await accessibilityViolations()).toEqual([]);
});

test('a trainer who was let in elsewhere is added at once', async () => {
  const world = await open();
  const { records } = world.services;
  await records.write([
    {
      stream: 'training:other',
      t: 'member',
      r: 'yunita',
      fields: { name: 'Yunita Fasilitator', role: 'fasilitator' },
      seen: undefined,
    },
  ]);
  renderScreen(world, <RightsScreen training={training} />);
  await press('Tambah fasilitator');
  await press(/Yunita Fasilitator/);
  await waitFor(async () =>
    expect(await member(world, 'yunita')).toMatchObject({
      name: 'Yunita Fasilitator',
      role: 'fasilitator',
    }),
  );
});

test('what to do when a tablet is lost stands there, step by step', async () => {
  renderScreen(await open(), <RightsScreen training={training} />);
  const card = within(await screen.findByRole('region', { name: 'Tablet atau ponsel hilang?' }));
  expect(card.getAllByRole('listitem')).toHaveLength(5);
  expect(card.getByRole('link').getAttribute('href')).toBe('/devices');
});

/** A home that hands out codes in order. */
function handOut(world: ScreenWorld): void {
  let n = 0;
  world.onInvite = () => {
    n += 1;
    const code = `AAAA-BBBB-00${n}0`;
    return Promise.resolve({ code, path: `/enrol#${code}`, expiresAt: morning + 14 * 86_400_000 });
  };
}

const cards = async () =>
  within(await screen.findByRole('list', { name: 'Kartu yang akan dicetak' })).getAllByRole(
    'listitem',
  );

test('everybody whose village is known gets a card, trainers by their names', async () => {
  const world = await open(koordinator, ['Siti Aminah', 'Citra Lestari']);
  handOut(world);
  renderScreen(world, <InvitationCardsScreen training={training} />);
  await userEvent.click(await screen.findByRole('checkbox', { name: /Citra Lestari/ }));
  await userEvent.type(screen.getByLabelText('Fasilitator'), 'Budi Fasilitator');
  await press('Buat 2 kartu');
  await waitFor(async () => expect(await cards()).toHaveLength(2));
  const [first, second] = await cards();
  expect(first?.textContent).toContain('Siti Aminah');
  expect(first?.textContent).toContain('AAAA-BBBB-0010');
  expect(first?.textContent).toContain('Desa Bahitom');
  expect(second?.textContent).toContain('Budi Fasilitator');
  expect(await accessibilityViolations()).toEqual([]);

  cleanup();
  renderScreen(world, <InvitationCardsScreen training={training} />);
  expect(await cards()).toHaveLength(2);
});

test('who has come in already gets no card', async () => {
  const world = await open({ ...koordinator, id: 'kardi-2' }, ['Siti Aminah']);
  await world.services.records.write([
    {
      stream: 'region:62.12',
      t: 'member',
      r: 'siti',
      fields: { name: 'SITI AMINAH, S.Pd.', role: 'pengelola', village: '62.12.01.2008' },
      seen: undefined,
    },
  ]);
  renderScreen(world, <InvitationCardsScreen training={training} />);
  expect(await screen.findByText('Sudah masuk')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Pilih dulu orangnya' })).toBeTruthy();
});

test('when the network goes half-way, the cards that are made stay, and the rest is made later', async () => {
  const world = await open({ ...koordinator, id: 'kardi-3' }, ['Siti Aminah', 'Citra Lestari']);
  handOut(world);
  const answer = world.onInvite;
  let asked = 0;
  world.onInvite = request => {
    asked += 1;
    return asked === 2 ? Promise.reject(new Problem('offline')) : answer(request);
  };
  renderScreen(world, <InvitationCardsScreen training={training} />);
  await press('Buat 2 kartu');
  await waitFor(async () => expect(await cards()).toHaveLength(1));
  expect(await screen.findByRole('alert')).toBeTruthy();
  await press('Buat 1 kartu');
  await waitFor(async () => expect(await cards()).toHaveLength(2));
});
