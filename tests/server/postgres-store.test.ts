import { openPostgresStore } from '../../src/server/store/postgres.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { describeStore } from './store-contract.ts';

describeStore('PostgreSQL', async () => openPostgresStore(await freshDatabase()));
