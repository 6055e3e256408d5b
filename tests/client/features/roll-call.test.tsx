// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { RollCallScreen } from '../../../src/client/features/attendance/RollCallScreen.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';
import {
  holdTraining,
  koordinator,
  openScreenWorld,
  renderScreen,
  rina,
  training,
  type ScreenWorld,
} from '../../support/screen-world.tsx';

afterEach(cleanup);

async function open(
  person = rina,
  names: readonly string[] = ['Amina', 'Bernadus', 'Citra'],
  prepare: (world: ScreenWorld) => Promise<void> = () => Promise.resolve(),
) {
  const world = openScreenWorld(person);
  await holdTraining(world, names);
  await prepare(world);
  renderScreen(world, <RollCallScreen training={training} session="s2" />);
  return { world, user: userEvent.setup() };
}

const turnOf = (name: string) => screen.findByRole('heading', { name, level: 2 });
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const written = async (world: ScreenWorld) =>
  (await world.readWritten()).map(({ r, f }) => [r, f['mark']]);

test('each name is called, answered by one tap, and the next comes by itself', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  await waitFor(() => expect(world.called).toContain('Amina'));
  expect(await accessibilityViolations()).toEqual([]);
  await user.click(press('Hadir'));
  await turnOf('Bernadus');
  await user.click(press('Izin'));
  await turnOf('Citra');
  expect(screen.getByText('2 dari 3')).toBeTruthy();
  await user.keyboard('a');

  expect(await screen.findByText('Semua sudah dipanggil')).toBeTruthy();
  expect(world.called.filter(name => name !== '…')).toEqual(['Amina', 'Bernadus', 'Citra']);
  await waitFor(async () =>
    expect(await written(world)).toEqual([
      ['s2:p001', { status: 'hadir' }],
      ['s2:p002', { status: 'izin' }],
      ['s2:p003', { status: 'alpa' }],
    ]),
  );
});

test('a finger that bounces on an answer does not answer for the next', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  await user.dblClick(press('Hadir'));
  await turnOf('Bernadus');
  await waitFor(async () =>
    expect(await written(world)).toEqual([['s2:p001', { status: 'hadir' }]]),
  );
});

test('whoever was skipped comes again after all others', async () => {
  const { user } = await open();
  await turnOf('Amina');
  await user.click(press('Lewati dulu'));
  await turnOf('Bernadus');
  await user.click(press('Hadir'));
  await turnOf('Citra');
  await new Promise(done => setTimeout(done, 320));
  await user.click(press('Hadir'));
  expect(await turnOf('Amina')).toBeTruthy();
});

test('one goes back to put an answer right, and on from there', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  await user.click(press('Hadir'));
  await turnOf('Bernadus');
  await user.click(press('Sebelumnya'));
  await turnOf('Amina');
  expect(press('Hadir').getAttribute('aria-pressed')).toBe('true');
  await user.click(press('Sakit'));
  await turnOf('Bernadus');
  await waitFor(async () => expect(await written(world)).toHaveLength(2));
  expect((await written(world)).at(-1)).toEqual(['s2:p001', { status: 'sakit' }]);
});

test('somebody whom another tablet recorded meanwhile is not called', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  await world.hold('attendance', { 's2:p002': { mark: { status: 'hadir' } } });
  await screen.findByText('1 dari 3');
  await user.click(press('Hadir'));
  expect(await turnOf('Citra')).toBeTruthy();
});

test('a full device keeps the person there instead of going on as if it were saved', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  world.setFull(true);
  await user.click(press('Hadir'));
  expect(await screen.findByText(/penuh/)).toBeTruthy();
  await turnOf('Amina');
  expect(await written(world)).toEqual([]);
});

test('without sound nobody is called aloud', async () => {
  const { world, user } = await open();
  await turnOf('Amina');
  await waitFor(() => expect(world.called).toContain('Amina'));
  await user.click(press('Matikan suara'));
  await user.click(press('Hadir'));
  await turnOf('Bernadus');
  expect(world.called).toEqual(['Amina', '…']);
});

test('names of one letter and of 200 letters fit, and a coordinator is not asked to call', async () => {
  const long = `Hj. ${'Kusumawardhani '.repeat(13)}`.slice(0, 200).trim();
  await open(rina, ['A', long]);
  expect((await turnOf('A')).dataset['length']).toBe('short');
  await userEvent.click(press('Hadir'));
  expect((await turnOf(long)).dataset['length']).toBe('long');
  cleanup();

  await open(koordinator);
  expect(await screen.findByText('Di sesi ini tidak ada yang perlu dipanggil')).toBeTruthy();
});
