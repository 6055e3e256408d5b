// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../../src/client/ui/Button.tsx';
import { ButtonLink } from '../../../src/client/ui/ButtonLink.tsx';
import { IconButton } from '../../../src/client/ui/IconButton.tsx';
import { addIcon, undoIcon } from '../../../src/client/ui/icons.ts';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

test('a busy button keeps the focus and takes no further press, nor submits its form', async () => {
  const save = vi.fn<() => void>();
  const submit = vi.fn<(event: Event) => void>(event => event.preventDefault());
  function Form({ busy }: { busy: boolean }) {
    return (
      <form onSubmit={submit}>
        <Button type="submit" busy={busy} onPress={save}>
          Simpan
        </Button>
      </form>
    );
  }
  const { rerender } = render(<Form busy={false} />);
  const button = screen.getByRole('button', { name: 'Simpan' });
  await userEvent.click(button);
  expect([save.mock.calls.length, submit.mock.calls.length]).toEqual([1, 1]);

  rerender(<Form busy />);
  await userEvent.click(button);
  await userEvent.keyboard('{Enter}');

  expect([save.mock.calls.length, submit.mock.calls.length]).toEqual([1, 1]);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-busy')).toBe('true');
});

test('a button does not submit the form it happens to stand in', async () => {
  const submit = vi.fn<(event: Event) => void>(event => event.preventDefault());
  render(
    <form onSubmit={submit}>
      <Button onPress={() => {}}>Tambah</Button>
      <IconButton icon={undoIcon} label="Urungkan" onPress={() => {}} />
    </form>,
  );

  for (const button of screen.getAllByRole('button')) await userEvent.click(button);

  expect(submit).not.toHaveBeenCalled();
});

test('buttons and links say what they do, with and without words in sight', async () => {
  render(
    <main>
      <Button kind="primary" icon={addIcon} onPress={() => {}}>
        Tambah
      </Button>
      <Button disabled onPress={() => {}}>
        Hapus
      </Button>
      <IconButton icon={undoIcon} label="Urungkan" pressed={false} onPress={() => {}} />
      <ButtonLink href="/trainings">Kegiatan</ButtonLink>
    </main>,
  );

  expect(screen.getByRole('button', { name: 'Urungkan' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Kegiatan' }).getAttribute('href')).toBe('/trainings');
  expect(await accessibilityViolations()).toEqual([]);
});
