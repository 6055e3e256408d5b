// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Badge } from '../../../src/client/ui/Badge.tsx';
import { Banner } from '../../../src/client/ui/Banner.tsx';
import { Button } from '../../../src/client/ui/Button.tsx';
import { Card } from '../../../src/client/ui/Card.tsx';
import { EmptyState } from '../../../src/client/ui/EmptyState.tsx';
import { Icon } from '../../../src/client/ui/Icon.tsx';
import { IconLink } from '../../../src/client/ui/IconLink.tsx';
import { backIcon, chevronIcon } from '../../../src/client/ui/icons.ts';
import { List } from '../../../src/client/ui/List.tsx';
import { ListRow } from '../../../src/client/ui/ListRow.tsx';
import { Mark } from '../../../src/client/ui/Mark.tsx';
import { Page } from '../../../src/client/ui/Page.tsx';
import { ProgressBar } from '../../../src/client/ui/ProgressBar.tsx';
import { ProgressRing } from '../../../src/client/ui/ProgressRing.tsx';
import { RiverPicture } from '../../../src/client/ui/RiverPicture.tsx';
import { Skeleton } from '../../../src/client/ui/Skeleton.tsx';
import { Stack } from '../../../src/client/ui/Stack.tsx';
import { accessibilityViolations } from '../../support/accessibility.ts';

afterEach(cleanup);

test('a page made of all the pieces is sound for a screen reader', async () => {
  render(
    <Page
      title="Sesi 1"
      detail="08.00–09.30"
      leading={<IconLink icon={backIcon} label="Kembali" href="/" />}
      bottom={<Button kind="primary">Semua hadir</Button>}
    >
      <Banner kind="problem" title="Gagal terkirim" actions={<Button>Coba lagi</Button>}>
        Pekerjaan Anda aman.
      </Banner>
      <Card title="Peserta" trailing={<Badge tone="caution">2</Badge>} padding="flush">
        <List label="Peserta">
          <ListRow
            href="/a"
            current
            title="Amina"
            detail="Desa Buntoi"
            leading={<Mark sign="H" tone="good" label="Hadir" />}
            trailing={<Icon shape={chevronIcon} />}
          />
          <ListRow title="Bernadus" onPress={() => {}} aside={<Button>Tanda tangan</Button>} />
          <ListRow title="Christin" />
        </List>
      </Card>
      <Stack direction="row">
        <ProgressBar label="Mengirim" detail="12 dari 38" value={12} max={38} />
        <ProgressRing label="Tercatat" value={0.5}>
          22
        </ProgressRing>
        <ProgressRing label="Memuat" value={null} />
      </Stack>
      <Skeleton label="Memuat peserta" />
      <EmptyState picture={<RiverPicture scene="moored" />} title="Belum ada kegiatan">
        Koordinator belum menugaskan kegiatan.
      </EmptyState>
    </Page>,
  );

  expect(await accessibilityViolations()).toEqual([]);
});

test('a row is a link, a button or plain words, and its aside is a target of its own', async () => {
  const [openPerson, sign] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(
    <List label="Peserta">
      <ListRow title="Amina" href="/amina" />
      <ListRow
        title="Bernadus"
        onPress={openPerson}
        aside={<Button onPress={sign}>Tanda tangan</Button>}
      />
      <ListRow title="Christin" />
    </List>,
  );
  expect(screen.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.getByRole('link', { name: 'Amina' }).getAttribute('href')).toBe('/amina');

  await userEvent.click(screen.getByRole('button', { name: 'Tanda tangan' }));
  expect([openPerson.mock.calls.length, sign.mock.calls.length]).toEqual([0, 1]);

  await userEvent.click(screen.getByRole('button', { name: 'Bernadus' }));
  expect([openPerson.mock.calls.length, sign.mock.calls.length]).toEqual([1, 1]);
});

test('progress says how far it is, and says nothing when nobody can tell', () => {
  const { rerender } = render(<ProgressBar label="Mengirim" value={12} max={38} />);
  const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Mengirim' });
  expect([bar.value, bar.max]).toEqual([12, 38]);

  rerender(<ProgressBar label="Mengirim" value={null} max={38} />);

  expect(bar.hasAttribute('value')).toBe(false);
});

test('a problem is read out at once, anything else when there is time', () => {
  render(
    <>
      <Banner kind="problem" title="Gagal terkirim" />
      <Banner kind="info" title="Versi baru" />
    </>,
  );

  expect(screen.getByRole('alert').textContent).toBe('Gagal terkirim');
  expect(screen.getByRole('status').textContent).toBe('Versi baru');
});
