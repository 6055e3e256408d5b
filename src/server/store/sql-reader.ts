import type { Outcome } from '../../domain/records/decision.ts';
import type { Role } from '../../domain/records/member.ts';
import type { Ranges } from '../../protocol/messages.ts';
import { keyColumns, keysText, readBatches, readShortKey, type ShortKey } from './operations.ts';
import { openShelves, readChangesOf, type Shelves } from './shelves.ts';
import { rowsText, type Column, type Sql } from './sql.ts';
import type { Admits, Guest, RecordKey, StoreReader, StoredEnrolment } from './store.ts';
import {
  fromApart,
  type ApartRow,
  type DeviceRow,
  type EnrolmentRow,
  type InvitationRow,
} from './tables.ts';

const one: readonly Column[] = [['value', 'text']];
const deviceKey: readonly Column[] = [
  ['device', 'text'],
  ['key', 'text'],
];
const place: readonly Column[] = [
  ['stream', 'text'],
  ['kind', 'text'],
  ['record', 'text'],
];

/** The statements of the reading half, in the database's own words. */
function statementsFor({ engine }: Sql, isHeld: boolean) {
  const list = `(select l.value from ${engine.rowsOf(one)} as l)`;
  const recordsApart = `select a.* from ${engine.rowsOf(place)} as k join apart as a
    on a.stream = k.stream and a.kind = k.kind and a.record = k.record and a.seq is null`;
  return {
    epoch: `select value from meta where name = 'epoch'`,
    heads: `select id, counter from stream where counter > 0`,
    opened: `select k.value from ${engine.rowsOf(one)} as k where exists (
      select 1 from shelf as s where s.stream = k.value and s.kind <> 'decision')`,
    memberships: `select distinct stream from member_operation where person = ?`,
    memberOperations: `select m.stream, m.seq from ${engine.rowsOf(one)} as k
      join member_operation as m on m.person = k.value`,
    recordsApart,
    placesApart: `select distinct a.stream, a.kind, a.record from ${engine.rowsOf(place)} as k
      join apart as a on a.stream = k.stream and a.kind = k.kind and a.record = k.record
        and a.seq is null`,
    apartByKey: `select a.* from ${engine.rowsOf(deviceKey)} as k
      join apart as a on a.device = k.device and a.key = k.key`,
    apartInStream: `select a.* from ${engine.rowsOf(keyColumns)} as k
      join apart as a on a.stream = k.stream and a.key = k.key and a.seq is null`,
    apartOf: `select * from apart where stream = ? and seq is null
      order by received_at desc, key desc, device desc limit ?`,
    apartAfter: `select * from apart where stream = ? and seq is null
      and (received_at, key, device) < (?, ?, ?)
      order by received_at desc, key desc, device desc limit ?`,
    opaque: `select * from apart where verdict = 'opaque' and seq is null
      and (received_at, n, key) > (?, ?, ?) order by received_at, n, key limit ?`,
    forbidden: `select * from apart where seq is null and code = 'forbidden' and author in ${list}
      order by received_at, n, key`,
    refused: `select * from apart where seq is null and verdict = 'quarantined' and outcome is null
      order by received_at desc, key limit ?`,
    refusedIn: `select * from apart where seq is null and verdict = 'quarantined' and outcome is null
      and (author = ? or stream in ${list}) order by received_at desc, key limit ?`,
    refusedFrom: `select * from apart where device = ? and seq is null and verdict = 'quarantined'
      and outcome is null`,
    held: `select ranges from held where device = ?`,
    devices: `select d.*, h.ranges as held from device as d left join held as h on h.device = d.id
      order by d.name, d.id`,
    namesOf: `select n.stream, n.kind, n.record, n.sha256 from ${engine.rowsOf(one)} as k
      join picture_name as n on n.sha256 = k.value`,
    enrolledOn: `select e.* from ${engine.rowsOf(one)} as k join enrolment as e on e.device = k.value`,
    invitation: `select * from invitation where code_hash = ? ${isHeld ? engine.forUpdate : ''}`,
    enrolments: `select * from enrolment where code_hash = ? order by enrolled_at, person`,
    openInvitations: `select count(*) as open from invitation as i
      where i.invited_by = ? and i.expires_at > ?
      and not exists (select 1 from enrolment as e where e.code_hash = i.code_hash)`,
    anyEnrolment: `select device from enrolment limit 1`,
  };
}

/** The reading half of the contract, on a connection or inside a transaction that holds its streams. */
export function createSqlReader(
  sql: Sql,
  held?: { shelves: Shelves; shorten: () => Promise<ShortKey> },
): StoreReader {
  const shelves = held?.shelves ?? openShelves(sql, { isHeld: false });
  const shorten = held?.shorten ?? (() => readShortKey(sql));
  const say = statementsFor(sql, held !== undefined);
  const batches = readBatches(sql);
  const apart = async (text: string, ...parameters: unknown[]) =>
    (await sql.all<ApartRow>(text, ...parameters)).map(fromApart);
  const values = (list: readonly string[]) => rowsText(list.map(value => [value]));
  const places = (keys: readonly RecordKey[]) =>
    rowsText(keys.map(it => [it.stream, it.kind, it.record]));

  const findOperationsApart = async (keys: readonly RecordKey[]) =>
    keys.length === 0 ? [] : apart(say.recordsApart, places(keys));

  return {
    async readEpoch() {
      return (await sql.all<{ value: string }>(say.epoch))[0]?.value ?? '';
    },
    async readHeads() {
      const rows = await sql.all<{ id: string; counter: number }>(say.heads);
      return new Map(rows.map(({ id, counter }) => [id, counter]));
    },
    readChanges: range => readChangesOf(sql, range),
    async findOpened(streams) {
      if (streams.length === 0) return new Set();
      const rows = await sql.all<{ value: string }>(say.opened, values(streams));
      return new Set(rows.map(({ value }) => value));
    },
    findRecords: keys => shelves.find(keys),
    async findMemberships(person) {
      const streams = await sql.all<{ stream: string }>(say.memberships, person);
      const found = await shelves.find(
        streams.map(row => ({ stream: row.stream, kind: 'member', record: person })),
      );
      return found.sort((a, b) => (a.stream < b.stream ? -1 : 1));
    },
    async findMemberOperations(people) {
      if (people.length === 0) return [];
      return batches.at(await sql.all(say.memberOperations, values([...new Set(people)])));
    },
    async findOperations(keys) {
      if (keys.length === 0) return [];
      const rows = keysText(keys, await shorten());
      return [...(await apart(say.apartInStream, rows)), ...(await batches.under(keys, rows))];
    },
    async findOperationsOf(keys) {
      return [...(await batches.of(keys)), ...(await findOperationsApart(keys))];
    },
    findStretch: stretch => batches.between(stretch),
    findApartOf: ({ stream, after, most }) =>
      after
        ? apart(say.apartAfter, stream, after.receivedAt, after.key, after.device, most)
        : apart(say.apartOf, stream, most),
    findPlacesApart: async keys =>
      keys.length === 0 ? [] : sql.all<RecordKey>(say.placesApart, places(keys)),
    async findEverApart(keys) {
      if (keys.length === 0) return [];
      const rows = await sql.all<ApartRow>(
        say.apartByKey,
        rowsText(keys.map(it => [it.device, it.key])),
      );
      return rows.map(row => ({
        ...fromApart(row),
        outcome: row.outcome as Outcome | null,
        note: row.note,
      }));
    },
    async findApartIn(wanted) {
      if (wanted.length === 0) return [];
      return apart(say.apartInStream, keysText(wanted, await shorten()));
    },
    findOpaque: (most, after) =>
      apart(say.opaque, after?.receivedAt ?? -1, after?.n ?? 0, after?.key ?? '', most),
    async findForbidden(people) {
      return people.length === 0 ? [] : apart(say.forbidden, values(people));
    },
    async findAdmitted({ ids, stream: inStream, to }) {
      if (ids.length === 0) return [];
      const keys = ids.map(id => ({ stream: inStream, key: id }));
      const found = await batches.under(keys, keysText(keys, await shorten()));
      return found
        .flatMap(({ key: id, seq }) => (seq === null || seq > to ? [] : [{ id, seq }]))
        .sort((a, b) => a.seq - b.seq);
    },
    async findRefused({ streams, author, most }) {
      return streams === 'all'
        ? apart(say.refused, most)
        : apart(say.refusedIn, author, values(streams), most);
    },
    findWrittenOn: (writtenOn, streams) => batches.writtenOn(writtenOn, streams),
    findRefusedFrom: from => apart(say.refusedFrom, from),
    async readHeld(of) {
      const [row] = await sql.all<{ ranges: string }>(say.held, of);
      return row ? (JSON.parse(row.ranges) as Ranges) : [];
    },
    async readDevices() {
      const rows = await sql.all<DeviceRow>(say.devices);
      return rows.map(({ last_seen_at: lastSeenAt, held, ...row }) => ({
        ...row,
        lastSeenAt,
        held: held === null ? [] : (JSON.parse(held) as Ranges),
      }));
    },
    async findNamesOf(sha256s) {
      return sha256s.length === 0 ? [] : sql.all(say.namesOf, values(sha256s));
    },
    async findEnrolledOn(devices) {
      if (devices.length === 0) return [];
      return (await sql.all<EnrolmentRow>(say.enrolledOn, values(devices))).map(toEnrolment);
    },
    async findInvitation(codeHash) {
      const [row] = await sql.all<InvitationRow>(say.invitation, codeHash);
      return (
        row && {
          codeHash,
          admits: row.admits as Admits,
          role: row.role as Role,
          person: row.person,
          guests: JSON.parse(row.guests) as Guest[],
          createdAt: row.created_at,
          expiresAt: row.expires_at,
          ...(row.invited_by !== null && { invitedBy: row.invited_by }),
        }
      );
    },
    async countOpenInvitations(inviter, at) {
      const [row] = await sql.all<{ open: number }>(say.openInvitations, inviter, at);
      return Number(row?.open ?? 0);
    },
    async findEnrolments(codeHash) {
      return (await sql.all<EnrolmentRow>(say.enrolments, codeHash)).map(toEnrolment);
    },
    async hasEnrolments() {
      return (await sql.all(say.anyEnrolment)).length > 0;
    },
  };
}

function toEnrolment(row: EnrolmentRow): StoredEnrolment {
  const { code_hash: codeHash, enrolled_at: enrolledAt, role, ...rest } = row;
  return { ...rest, role: role as Role, codeHash, enrolledAt };
}
