import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteTables } from '../../src/server/backup/sqlite-tables.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Collects what nobody holds any more. */
function collectGarbage(): void {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
}

test('a long table is read to its end by helpings, whatever is collected in between', async () => {
  const file = join(temporaryFolder(), 'long.sqlite');
  const database = new DatabaseSync(file);
  database.exec('create table long (number integer primary key, words text)');
  const insert = database.prepare('insert into long (words) values (?)');
  for (let count = 0; count < 500; count += 1) insert.run('kata '.repeat(2000));
  const tables = openSqliteTables(file);
  onTestFinished(() => tables.close());

  const helpings = await tables.snapshot(async reader => {
    const lengths: number[] = [];
    for await (const rows of reader.read({ name: 'long', columns: ['number', 'words'] })) {
      lengths.push(rows.length);
      await new Promise(resolve => setImmediate(resolve));
      collectGarbage();
    }
    return lengths;
  });
  expect(helpings.length).toBeGreaterThan(3);
  expect(helpings.reduce((sum, length) => sum + length, 0)).toBe(500);
});
