import { describe, expect, test } from 'vitest';
import {
  attendanceId,
  countIds,
  idAfter,
  isOperationId,
  isRecordId,
  readAttendanceId,
} from '../../src/domain/ids.ts';
import {
  isInScope,
  readScope,
  readStream,
  regionStream,
  scopeOf,
  trainingStream,
} from '../../src/domain/stream.ts';
import { createChance } from '../support/seed.ts';

describe('ids', () => {
  test('a record is named by parts joined with colons', () => {
    expect(['a', '62.03.01.2001', 'a:b', 'A-1:b.2:c', 'x'.repeat(64)].every(isRecordId)).toBe(true);
    for (const id of [
      '',
      ':',
      'a:',
      ':a',
      'a b',
      'a/b',
      'é',
      'x'.repeat(65),
      'a:b:c:d:e:f:g',
      'a\n',
    ]) {
      expect(isRecordId(id), JSON.stringify(id)).toBe(false);
    }
  });

  test('an operation is named by a lower-case UUID', () => {
    expect(isOperationId('6f0c1a52-93a4-4c0e-9a60-0d8f5a8c9b11')).toBe(true);
    for (const id of ['6F0C1A52-93A4-4C0E-9A60-0D8F5A8C9B11', '6f0c1a52', '', 'x'.repeat(36)]) {
      expect(isOperationId(id), id).toBe(false);
    }
  });

  test('1.1 ids count on in their last four digits and never run into one another', () => {
    const first = '6f0c1a52-93a4-4c0e-9a60-0d8f5a8cfffe';
    expect(idAfter(first)).toBe('6f0c1a52-93a4-4c0e-9a60-0d8f5a8cffff');
    expect(idAfter(idAfter(first))).toBe('6f0c1a52-93a4-4c0e-9a60-0d8f5a8c0000');
    const chance = createChance(7);
    const ids = countIds(chance.uuid);
    const taken = Array.from({ length: 70_000 }, () => ids.next().value);
    expect(taken.every(isOperationId)).toBe(true);
    expect(new Set(taken).size).toBe(70_000);
    expect(new Set(taken.map(id => id.slice(0, -4))).size).toBe(2);
  });

  test('an attendance id says whose it is and where', () => {
    expect(readAttendanceId(attendanceId('s1', 'p1'))).toEqual({
      session: 's1',
      participant: 'p1',
    });
    for (const id of ['s1', 's1:', ':p1', 's1:p1:x'])
      expect(readAttendanceId(id), id).toBeUndefined();
  });
});

describe('streams and scopes', () => {
  test('a stream is a training, a region or the programme', () => {
    expect(readStream(trainingStream('t1'))).toEqual({ kind: 'training', id: 't1' });
    expect(readStream(regionStream('62.03'))).toEqual({ kind: 'region', id: '62.03' });
    expect(readStream('programme')).toEqual({ kind: 'programme', id: '' });
    for (const name of [
      '',
      'training',
      'training:',
      'training:a:b',
      'region:Kapuas',
      'programme:1',
      'other:x',
    ]) {
      expect(readStream(name), name).toBeUndefined();
    }
  });

  test('a narrowed scope reaches one village and nothing else of its region', () => {
    const scope = scopeOf('region:62.03', '62.03.01.2001');
    expect(readScope(scope)).toEqual({ stream: 'region:62.03', village: '62.03.01.2001' });
    expect(isInScope(scope, 'region:62.03', '62.03.01.2001')).toBe(true);
    expect(isInScope(scope, 'region:62.03', '62.03.01.2002')).toBe(false);
    expect(isInScope(scope, 'region:62.03', undefined)).toBe(false);
    expect(isInScope('region:62.03', 'region:62.03', '62.03.01.2002')).toBe(true);
    expect(isInScope('region:62.03', 'region:62.04', undefined)).toBe(false);
    for (const name of ['region:62.03/', 'region:62.03/x', 'nowhere', 'nowhere/62.03.01.2001']) {
      expect(readScope(name), name).toBeUndefined();
    }
  });
});
