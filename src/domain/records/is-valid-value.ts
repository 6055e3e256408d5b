import * as v from 'valibot';
import type { Day } from '../day.ts';
import type { JsonValue } from './kind.ts';
import { schemas } from './schemas.ts';

/** True if records of that kind have such a field in this version. */
export function hasField(kind: string, field: string): boolean {
  const fields = Object.hasOwn(schemas, kind) ? schemas[kind] : undefined;
  return fields !== undefined && Object.hasOwn(fields, field);
}

/**
 * True if the field may hold the value. The same check helps on the device and decides on the server.
 * It looks at that field alone: what is only odd beside other records is a finding, never a refusal.
 */
export function isValidValue(
  kind: string,
  field: string,
  value: JsonValue,
  today: Day | undefined,
): boolean {
  const check = hasField(kind, field) ? schemas[kind]?.[field] : undefined;
  if (check === undefined) return false;
  if (value === null) return true;
  return typeof check === 'function' ? check(value, today) : v.is(check, value);
}
