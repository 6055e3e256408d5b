import type { JsonValue } from '../../src/domain/records/kind.ts';
import type { Operation } from '../../src/protocol/operation.ts';

let serial = 0;

/** A valid operation: a mark in a training, unless said otherwise. Ids are new each time. */
export function operation(changes: Partial<Operation> = {}): Operation {
  serial += 1;
  return {
    v: 1,
    id: `00000000-0000-4000-8000-${serial.toString(16).padStart(12, '0')}`,
    dev: 'tablet-a',
    n: serial,
    by: 'amina',
    stream: 'training:t1',
    t: 'attendance',
    r: 's1:p1',
    sv: 1,
    f: { mark: { status: 'hadir' } },
    p: {},
    wall: 1_624_950_000_000,
    off: 0,
    clk: 1,
    ...changes,
  };
}

/** The same line with one property replaced by something it may not be. */
export function spoiled(property: string, value: unknown): Record<string, JsonValue> {
  return { ...operation(), [property]: value } as unknown as Record<string, JsonValue>;
}
