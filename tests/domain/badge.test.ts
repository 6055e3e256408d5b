import fc from 'fast-check';
import { expect, test } from 'vitest';
import { badgeText, numberAfter, readBadge, type ReadBadge } from '../../src/domain/badge.ts';

const whole = badgeText({ training: 'spp-tik', participant: 'p001', number: 1 });

test('a badge holds two ids, a number and a check, and is read back', () => {
  expect(whole).toMatch(/^JK1:spp-tik:p001:1:[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(readBadge(whole)).toEqual({
    is: 'badge',
    badge: { training: 'spp-tik', participant: 'p001', number: 1 },
  });
});

test('the longest badge is short enough for a small QR code', () => {
  const id = 'x'.repeat(64);
  const longest = badgeText({ training: id, participant: id, number: 9_999 });
  expect(longest.length).toBeLessThanOrEqual(148);
  expect(readBadge(longest).is).toBe('badge');
});

test.each<[string, string, ReadBadge['is']]>([
  ['a web address', 'https://jukung.example.id/enrol#ABCD', 'address'],
  ['a web address of 3 kB', `https://iklan.example/${'a'.repeat(3_000)}`, 'address'],
  ['an address without a scheme', 'www.perpusnas.go.id', 'address'],
  ['3 kB of text', 'Daftar hadir '.repeat(230), 'too-long'],
  ['the longest QR code there is', '7'.repeat(7_089), 'too-long'],
  ['nothing', '', 'foreign'],
  ['a Wi-Fi code', 'WIFI:T:WPA;S:Hotel;P:rahasia;;', 'foreign'],
  ['a phone contact', 'BEGIN:VCARD\nFN:Sari\nEND:VCARD', 'foreign'],
  ['a badge of a later version', 'JK2:spp-tik:p001:1:AAAA:more', 'newer'],
  ['a badge without its check', 'JK1:spp-tik:p001:1', 'damaged'],
  ['a badge with another person written in', whole.replace('p001', 'p002'), 'damaged'],
  ['a badge with another number written in', whole.replace(':1:', ':2:'), 'damaged'],
  ['a badge with a wrong check', `${whole.slice(0, -4)}0000`, 'damaged'],
  ['a badge and more', `${whole}:x`, 'damaged'],
  ['a badge with an id that cannot be', 'JK1:spp tik:p001:1:AAAA', 'damaged'],
  ['a badge in small letters', whole.toLowerCase(), 'foreign'],
])('%s is told apart', (_, text, is) => {
  expect(readBadge(text)).toEqual({ is });
});

test('every badge is read back, and no text at all is too odd to be told', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9.-]{1,64}$/);
  const badge = fc.record({
    training: id,
    participant: id,
    number: fc.integer({ min: 1, max: 9_999 }),
  });
  fc.assert(
    fc.property(badge, one => {
      expect(readBadge(badgeText(one))).toEqual({ is: 'badge', badge: one });
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(readBadge(text).is).not.toBe('badge');
    }),
  );
});

test('a new badge has the next number, and the last one stays the last', () => {
  expect([numberAfter(1), numberAfter(9_999)]).toEqual([2, 9_999]);
});
