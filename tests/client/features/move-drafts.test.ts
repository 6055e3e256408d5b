import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDrafts } from '../../../src/client/data/drafts.ts';
import { KeepDatabase } from '../../../src/client/data/keep.ts';
import { moveDrafts } from '../../../src/client/features/library/move-drafts.ts';

const from = '62.12.01.2008';
const to = '62.12.01.2009';

test('half an answer moves with the profile, and so does a line of a plan', async () => {
  const drafts = createDrafts(new KeepDatabase('move-drafts-1'), () => 0);
  await drafts.put(`library|${from}|kontak_hp`, '0812');
  await drafts.put(`followUp|${from}|${from}:a|kegiatan`, 'Kelas');
  await drafts.put('library|62.12.01.2010|kontak_hp', '0813');
  await moveDrafts(drafts, from, to);
  expect(await drafts.read('')).toEqual({
    [`library|${to}|kontak_hp`]: '0812',
    [`followUp|${to}|${to}:a|kegiatan`]: 'Kelas',
    'library|62.12.01.2010|kontak_hp': '0813',
  });
});

test('where something is being typed there too, neither is lost', async () => {
  const drafts = createDrafts(new KeepDatabase('move-drafts-2'), () => 0);
  const both = {
    [`library|${from}|kontak_hp`]: '0812',
    [`library|${to}|kontak_hp`]: '0813',
  };
  for (const [key, body] of Object.entries(both)) await drafts.put(key, body);
  await moveDrafts(drafts, from, to);
  expect(await drafts.read('')).toEqual(both);
});
