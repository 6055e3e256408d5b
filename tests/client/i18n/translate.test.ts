import { expect, test } from 'vitest';
import { messagesEn } from '../../../src/client/i18n/messages-en.ts';
import { messagesIdLater } from '../../../src/client/i18n/messages-id-later.ts';
import { messagesId, type MessageKey } from '../../../src/client/i18n/messages-id.ts';
import { createTranslate } from '../../../src/client/i18n/translate.ts';
import { compileMessage } from '../../../.tools/compile-messages.mjs';

const t = createTranslate('id', { ...messagesId, ...messagesIdLater });

test('a key becomes its words', () => {
  expect(t('all.attendance.alpa')).toBe('Tanpa keterangan');
  expect(createTranslate('en', messagesEn)('all.attendance.alpa')).toBe('Absent, no notice');
});

test('values take their places, numbers as the language writes them', () => {
  expect(t('all.sync.sending', { done: 3, total: 1250 })).toBe('Mengirim 3 dari 1.250');
  expect(createTranslate('en', messagesEn)('all.sync.sending', { done: 3, total: 1250 })).toBe(
    'Sending 3 of 1,250',
  );
});

test('what a person typed is shown as typed, braces and angle brackets too', () => {
  expect(t('all.sync.lastAt', { when: '<b>{kemarin}</b>' })).toBe(
    'Terakhir tersambung <b>{kemarin}</b>',
  );
});

test('a language may choose between forms', () => {
  const en = createTranslate('en', {
    ...messagesEn,
    'all.sync.waiting': '{n, plural, one {# entry} other {# entries}} to send',
  });
  expect([en('all.sync.waiting', { n: 1 }), en('all.sync.waiting', { n: 2 })]).toEqual([
    '1 entry to send',
    '2 entries to send',
  ]);
});

test('an unknown key shows itself instead of failing', () => {
  expect(t('all.newer.words' as 'all.action.save')).toBe('[all.newer.words]');
});

test('a missing value shows its braces instead of failing', () => {
  const careless = t as (key: MessageKey) => string;
  expect(careless('all.sync.waiting')).toBe('Belum terkirim: {n, number}');
});

test('a broken message is shown as it is instead of failing', () => {
  const broken = createTranslate('id', { ...messagesId, 'all.sync.waiting': 'Belum {n, numb' });
  expect(broken('all.sync.waiting', { n: 1 })).toBe('Belum {n, numb');
});

test('messages taken apart while the app is built say the same as those that are not', () => {
  const whole = { ...messagesId, ...messagesIdLater };
  const apart = Object.fromEntries(
    Object.entries(whole).map(([key, message]) => [key, compileMessage(message)]),
  ) as unknown as typeof whole;
  const english = Object.fromEntries(
    Object.entries(messagesEn).map(([key, message]) => [key, compileMessage(message)]),
  ) as unknown as typeof messagesEn;
  // Whatever a message asks for is called here; numbers, for forms are chosen by them.
  const values = new Proxy({}, { get: () => 2, has: () => true });

  type Careless = (key: MessageKey, values?: object) => string;
  const said = (speak: unknown, key: MessageKey) => (speak as Careless)(key, values);
  for (const key of Object.keys(whole) as MessageKey[]) {
    expect(said(createTranslate('id', apart), key)).toBe(said(t, key));
    expect(said(createTranslate('en', english), key)).toBe(
      said(createTranslate('en', messagesEn), key),
    );
  }
  const careless = createTranslate('id', apart) as Careless;
  expect(careless('all.sync.waiting')).toBe('Belum terkirim: {n}');
});
