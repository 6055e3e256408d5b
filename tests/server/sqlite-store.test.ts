import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/server/store/sqlite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { describeStore } from './store-contract.ts';

describeStore('SQLite in memory', () => openSqliteStore(':memory:'));
describeStore('SQLite in a file', () => openSqliteStore(join(temporaryFolder(), 'jukung.sqlite')));

describe('a database file', () => {
  test('is the same after it was closed and opened again', async () => {
    const file = join(temporaryFolder(), 'jukung.sqlite');
    const before = await openSqliteStore(file);
    await before.transaction(async tx => {
      await tx.lockStreams(['a']);
      await tx.saveCounters(new Map([['a', 3]]));
    });
    const epoch = await before.readEpoch();
    await before.close();
    const after = await openSqliteStore(file);
    expect(after.serverId).toBe(before.serverId);
    expect(await after.readEpoch()).toBe(epoch);
    expect(await after.readHeads()).toEqual(new Map([['a', 3]]));
    await after.close();
  });

  test('holds everything by itself once it was closed', async () => {
    const [file, copy] = [
      join(temporaryFolder(), 'jukung.sqlite'),
      join(temporaryFolder(), 'copy'),
    ];
    const store = await openSqliteStore(file);
    await store.transaction(async tx => {
      await tx.lockStreams(['a']);
      await tx.saveCounters(new Map([['a', 3]]));
    });
    await store.close();
    copyFileSync(file, copy);
    const copied = await openSqliteStore(copy);
    expect(copied.serverId).toBe(store.serverId);
    expect(await copied.readHeads()).toEqual(new Map([['a', 3]]));
    await copied.close();
  });

  test('is shared by a server and a command beside it', async () => {
    const file = join(temporaryFolder(), 'jukung.sqlite');
    const [server, command] = [await openSqliteStore(file), await openSqliteStore(file)];
    const count = (store: typeof server) =>
      store.transaction(async tx => {
        const counter = (await tx.lockStreams(['a'])).get('a') ?? 0;
        await tx.saveCounters(new Map([['a', counter + 1]]));
      });
    await count(server);
    await count(command);
    await count(server);
    expect(await command.readHeads()).toEqual(new Map([['a', 3]]));
    await Promise.all([server.close(), command.close()]);
  });

  test('is read while a transaction is open, as it was before', async () => {
    const store = await openSqliteStore(join(temporaryFolder(), 'jukung.sqlite'));
    await store.transaction(async tx => {
      await tx.lockStreams(['a']);
      await tx.saveCounters(new Map([['a', 1]]));
      expect(await store.readHeads()).toEqual(new Map());
    });
    expect(await store.readHeads()).toEqual(new Map([['a', 1]]));
    await store.close();
  });
});
