import * as v from 'valibot';
import { attendance } from './attendance.ts';
import { decision } from './decision.ts';
import { device } from './device.ts';
import type { JsonValue, RecordKind } from './kind.ts';
import { member } from './member.ts';
import { participant } from './participant.ts';
import { session } from './session.ts';
import { signature } from './signature.ts';
import { training } from './training.ts';

/** Every kind this version knows. To add one, write its file and name it here. */
const all: readonly RecordKind[] = [
  training,
  session,
  participant,
  attendance,
  signature,
  member,
  device,
  decision,
];

const byName = new Map(all.map(kind => [kind.name, kind]));

/** The kind of that name; undefined for one that this version does not know yet. */
export function kindNamed(name: string): RecordKind | undefined {
  return byName.get(name);
}

/**
 * True if the field may hold the value. The same check helps on the device and decides on the server.
 * It looks at that field alone: what is only odd beside other records is a finding, never a refusal.
 */
export function isValidValue(kind: RecordKind, field: string, value: JsonValue): boolean {
  const schema = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
  return schema !== undefined && (value === null || v.is(schema, value));
}
