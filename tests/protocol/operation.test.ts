import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostOperationBytes, readOperation } from '../../src/protocol/operation.ts';
import { operation, spoiled } from '../support/operations.ts';
import { announceSeed } from '../support/seed.ts';

announceSeed('tests/protocol/operation.test.ts');

const verdictOf = (line: unknown) => {
  const reading = readOperation(line);
  return reading.as === 'refused' ? reading.code : reading.as;
};

test('4.1 a well-formed mark is an operation', () => {
  expect(verdictOf(operation())).toBe('operation');
  expect(verdictOf(operation({ f: { mark: null } }))).toBe('operation');
  expect(verdictOf(operation({ stamp: 1, proof: 'abc' }))).toBe('operation');
});

describe('4.3 a line that is no operation is malformed', () => {
  const rows: [string, unknown][] = [
    ['id', 'not-a-uuid'],
    ['dev', ''],
    ['dev', 'a:b'],
    ['n', 0],
    ['n', 1.5],
    ['n', '1'],
    ['by', null],
    ['stream', 7],
    ['t', ''],
    ['r', 's1::p1'],
    ['r', 'é'],
    ['sv', -1],
    ['f', null],
    ['f', {}],
    ['f', []],
    ['p', null],
    ['p', { mark: 'x' }],
    ['p', { mark: ['x'] }],
    ['p', { note: [] }],
    ['wall', 'now'],
    ['wall', 1e300],
    ['off', undefined],
    ['clk', -1],
    ['stamp', 'now'],
    ['proof', 7],
  ];
  test.each(rows)('%s = %j', (property, value) => {
    expect(verdictOf(spoiled(property, value))).toBe('malformed');
  });
  test.each([null, 'text', 7, [], [operation()], undefined])('%j', line => {
    expect(verdictOf(line)).toBe('malformed');
  });
  test('1.6 more than 50 parents, except of a deletion', () => {
    const parents = Array.from({ length: 51 }, () => operation().id);
    expect(verdictOf(operation({ p: { mark: parents } }))).toBe('malformed');
    expect(
      verdictOf(
        operation({ t: 'participant', r: 'p1', f: { deleted: true }, p: { deleted: parents } }),
      ),
    ).toBe('operation');
  });
});

describe('4.3 what a field may not hold, or an id that does not fit, is an invalid value', () => {
  test.each([
    operation({ f: { mark: { status: 'present' } } }),
    operation({ f: { mark: { status: 'hadir' }, note: '' } }),
    operation({ r: 's1' }),
    operation({ r: 's1:p1:x' }),
    operation({ stream: 'region:62.03' }),
    operation({ stream: 'nowhere' }),
    operation({ t: 'training', r: 't2', f: { name: 'x' } }),
  ])('%#', line => {
    expect(verdictOf(line)).toBe('invalid-value');
  });
});

test('4.2 what a later version wrote is opaque', () => {
  expect(verdictOf({ ...operation(), v: 2, anything: true })).toBe('opaque');
  expect(verdictOf(operation({ t: 'weather', f: { rain: true } }))).toBe('opaque');
  expect(verdictOf(operation({ f: { mark: { status: 'hadir' }, mood: 'good' } }))).toBe('opaque');
});

test('1.2 an operation of 16 KB is taken, one byte more is too large', () => {
  const withNote = (bytes: number) => {
    const bare = operation({ t: 'weather', f: { rain: '' } });
    const room = bytes - JSON.stringify(bare).length;
    return { ...bare, f: { rain: 'x'.repeat(room) } };
  };
  expect(verdictOf(withNote(mostOperationBytes))).toBe('opaque');
  expect(verdictOf(withNote(mostOperationBytes + 1))).toBe('too-large');
});

test('1.2 the size is that of UTF-8, whatever the script', () => {
  for (const character of ['x', 'é', 'ن', '李', '🛶']) {
    const line = operation({ t: 'weather', f: { rain: character.repeat(5_000) } });
    const isOver = Buffer.byteLength(JSON.stringify(line)) > mostOperationBytes;
    expect(verdictOf(line) === 'too-large', character).toBe(isOver);
  }
});

test('4.1 reading never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.anything(), anything => {
      readOperation(anything);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(operation())), fc.jsonValue(), (property, value) => {
      const reading = readOperation(spoiled(property, value));
      expect(['operation', 'opaque', 'refused']).toContain(reading.as);
    }),
    { numRuns: 2_000 },
  );
});
