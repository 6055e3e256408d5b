// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { SearchField } from '../../../src/client/ui/SearchField.tsx';
import { SelectField } from '../../../src/client/ui/SelectField.tsx';
import { TextField } from '../../../src/client/ui/TextField.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

test('every stroke in a text field is handed on', async () => {
  const typed: string[] = [];
  function Note() {
    const [note, setNote] = useState('');
    return (
      <TextField
        label="Catatan"
        lines={3}
        value={note}
        onType={value => {
          typed.push(value);
          setNote(value);
        }}
      />
    );
  }
  render(<Note />);

  await userEvent.type(screen.getByRole('textbox', { name: 'Catatan' }), 'izin');

  expect(typed).toEqual(['i', 'iz', 'izi', 'izin']);
});

test('hint and error are read with the field', async () => {
  const field = (error?: string) => (
    <TextField label="Nomor HP" hint="Mulai dengan 08" error={error} value="07" onType={() => {}} />
  );
  const { rerender } = render(field());
  const input = screen.getByLabelText('Nomor HP');
  const description = () =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map(id => document.getElementById(id)?.textContent);
  expect(description()).toEqual(['Mulai dengan 08']);
  expect(input.getAttribute('aria-invalid')).toBe('false');

  rerender(field('Nomor HP terlalu pendek'));

  expect(description()).toEqual(['Mulai dengan 08', 'Nomor HP terlalu pendek']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(await accessibilityViolations()).toEqual([]);
});

test('a search is cleared by its button and by Escape, and keeps the focus', async () => {
  function Search() {
    const [text, setText] = useState('');
    return <SearchField label="Cari nama" value={text} onSearch={setText} clearLabel="Kosongkan" />;
  }
  render(<Search />);
  const input = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cari nama' });
  expect(screen.queryByRole('button')).toBeNull();

  await userEvent.type(input, 'amina');
  expect(await accessibilityViolations()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Kosongkan' }));
  expect(input.value).toBe('');
  expect(document.activeElement).toBe(input);

  await userEvent.type(input, 'budi{Escape}');
  expect(input.value).toBe('');
});

test('one of many is chosen from a list, by its words', async () => {
  const chosen: string[] = [];
  render(
    <SelectField
      label="Kabupaten"
      options={[
        { value: '62.12', label: 'Murung Raya' },
        { value: '62.13', label: 'Barito Timur' },
      ]}
      value="62.12"
      onChoose={value => chosen.push(value)}
    />,
  );
  await userEvent.selectOptions(screen.getByLabelText('Kabupaten'), 'Barito Timur');
  expect(chosen).toEqual(['62.13']);
  expect(await accessibilityViolations()).toEqual([]);
});
