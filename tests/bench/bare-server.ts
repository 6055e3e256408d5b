import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';

/**
 * What taking in a push costs at the very least, as a process of its own: unpack, parse, and insert each
 * row as JSON text into SQLite, one transaction a request, on the disk before the answer. Takes the
 * database's file; says its port to whoever started it.
 */
const unpack = promisify(gunzip);

const database = new DatabaseSync(process.argv[2] ?? ':memory:');
database.exec('pragma journal_mode = wal');
database.exec('pragma synchronous = full');
database.exec('create table row(id text primary key, body text)');
const insert = database.prepare('insert into row(id, body) values (?, ?)');

const server = createServer((request, response) => {
  take(request).then(
    rows => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ rows }));
    },
    (error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    },
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

// Whatever ends the bench ends this.
process.on('disconnect', () => process.exit());

async function take(request: IncomingMessage): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = (await unpack(Buffer.concat(chunks))).toString();
  const { ops } = JSON.parse(text) as { ops: { id: string }[] };
  database.exec('begin immediate');
  for (const row of ops) insert.run(row.id, JSON.stringify(row));
  database.exec('commit');
  return ops.length;
}
