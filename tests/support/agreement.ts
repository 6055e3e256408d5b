import { expect } from 'vitest';
import type { TestHome } from './home.ts';
import {
  readBase,
  readHome,
  readOutboxOf,
  readSignIns,
  readView,
  statesOf,
  type Tablet,
} from './world.ts';

/**
 * Property 6: with nothing pending and nothing in attention, what the device holds is what home holds, and
 * its screens show just that. For a device on which one person was let in.
 */
export async function expectAgreement(
  home: TestHome,
  tablet: Pick<Tablet, 'name' | 'device'>,
): Promise<void> {
  const [signIn] = await readSignIns(tablet);
  const atHome = await readHome(home, signIn?.token ?? '');
  const base = await readBase(tablet);
  expect(base, 'the base is what home holds').toEqual(atHome);
  expect(await readView(tablet, base), 'the view is the base').toEqual(statesOf(base));
}

/** Property 2: everything in the outbox was answered by home, and home has it, once, as it was written. */
export async function expectAllAtHome(home: TestHome, tablet: Pick<Tablet, 'name'>): Promise<void> {
  const rows = await readOutboxOf(tablet);
  const stored = await home.store.findOperations(
    rows.map(({ id, body: { dev: device, stream, t: kind, r: record } }) => ({
      device,
      key: id,
      stream,
      kind,
      record,
    })),
  );
  /** Lines of which not even the id was sound. */
  const strange = rows.some(({ verdicts }) => verdicts.at(-1)?.code === 'malformed')
    ? await home.store.findRefused({ streams: 'all', author: '', most: 100_000 })
    : [];
  const said = { admitted: ['ok', 'dup'], quarantined: ['quarantined'], opaque: ['opaque'] };
  for (const { id, n, body, verdicts } of rows) {
    const isMalformed = verdicts.at(-1)?.code === 'malformed';
    const held = isMalformed
      ? strange.filter(it => (JSON.parse(it.body) as { id?: unknown } | null)?.id === id)
      : stored.filter(({ key }) => key === id);
    expect(held.map(it => JSON.parse(it.body) as unknown)).toEqual([{ ...body, n }]);
    expect(said[held[0]?.verdict ?? 'opaque']).toContain(verdicts.at(-1)?.s);
  }
}
