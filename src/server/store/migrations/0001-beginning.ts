import { sql, type Kysely, type Migration } from 'kysely';

/** Tables that grow are keyed by stream, or by device for what is looked up by an operation's id. */
export const beginning: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('meta')
      .addColumn('name', 'text', column => column.primaryKey())
      .addColumn('value', 'text', column => column.notNull())
      .execute();
    await schema
      .createTable('stream')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('counter', 'bigint', column => column.notNull())
      .execute();
    await schema
      .createTable('operation')
      .addColumn('device', 'text', column => column.notNull())
      .addColumn('key', 'text', column => column.notNull())
      .addColumn('n', 'bigint', column => column.notNull())
      .addColumn('author', 'text', column => column.notNull())
      .addColumn('stream', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('record', 'text', column => column.notNull())
      .addColumn('verdict', 'text', column => column.notNull())
      .addColumn('code', 'text')
      .addColumn('stamp', 'bigint', column => column.notNull())
      .addColumn('uncertain', 'integer', column => column.notNull())
      .addColumn('seq', 'bigint')
      .addColumn('received_at', 'bigint', column => column.notNull())
      .addColumn('body', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('operation_by_device', ['device', 'key'])
      .execute();
    // Not unique: an id that two devices used for one record is found here and refused as id-reuse.
    await sql`create index operation_by_record on operation (stream, kind, record, key)`.execute(
      db,
    );
    await sql`create index operation_apart on operation (stream, kind, record) where seq is null`.execute(
      db,
    );
    await sql`create index operation_refused_by_author on operation (author, received_at)
      where seq is null`.execute(db);
    await schema
      .createTable('record')
      .addColumn('stream', 'text', column => column.notNull())
      .addColumn('kind', 'text', column => column.notNull())
      .addColumn('id', 'text', column => column.notNull())
      .addColumn('seq', 'bigint', column => column.notNull())
      .addColumn('village', 'text')
      .addColumn('state', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('record_by_stream', ['stream', 'kind', 'id'])
      .execute();
    await sql`create index record_by_counter on record (stream, seq)`.execute(db);
    await sql`create index record_of_member on record (id, stream) where kind = 'member'`.execute(
      db,
    );
    await schema
      .createTable('invitation')
      .addColumn('code_hash', 'text', column => column.primaryKey())
      .addColumn('admits', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('person', 'text', column => column.notNull())
      .addColumn('guests', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('expires_at', 'bigint')
      .execute();
    await schema
      .createTable('device')
      .addColumn('id', 'text', column => column.primaryKey())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .execute();
    await schema
      .createTable('enrolment')
      .addColumn('device', 'text', column => column.notNull())
      .addColumn('person', 'text', column => column.notNull())
      .addColumn('name', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('code_hash', 'text', column => column.notNull())
      .addColumn('enrolled_at', 'bigint', column => column.notNull())
      .addPrimaryKeyConstraint('enrolment_by_device', ['device', 'person'])
      .execute();
    await sql`create index enrolment_by_code on enrolment (code_hash)`.execute(db);
  },
};
