import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test } from 'vitest';
import { messagesEn } from '../../../src/client/i18n/messages-en.ts';
import { messagesId, type MessageKey } from '../../../src/client/i18n/messages-id.ts';
import { problemCodes, refusalCodes } from '../../../src/domain/problem.ts';
import { attendanceStatuses } from '../../../src/domain/records/attendance.ts';
import { roles } from '../../../src/domain/records/member.ts';

const keys = Object.keys(messagesId) as MessageKey[];

/** The names a message asks for, at any depth. */
function placeholders(message: string): string[] {
  function namesIn(elements: MessageFormatElement[]): string[] {
    return elements.flatMap(element => {
      if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
      const inner =
        element.type === TYPE.select || element.type === TYPE.plural
          ? Object.values(element.options).flatMap(option => namesIn(option.value))
          : [];
      return [element.value, ...inner];
    });
  }
  return [...new Set(namesIn(parse(message, { ignoreTag: true })))].toSorted();
}

test('both catalogues hold the same keys in the same order', () => {
  expect(Object.keys(messagesEn)).toEqual(keys);
});

test('every message can be read and asks for the same values in both languages', () => {
  const asked = (messages: Record<MessageKey, string>) =>
    Object.fromEntries(keys.map(key => [key, placeholders(messages[key])]));

  expect(asked(messagesEn)).toEqual(asked(messagesId));
});

test('Indonesian leaves the choosing between forms to other languages', () => {
  const choosing = keys.filter(key => /\{\w+,\s*(plural|select)/.test(messagesId[key]));
  expect(choosing).toEqual([]);
});

test('a key has three parts, and no message is empty', () => {
  expect(keys.filter(key => !/^[a-z]+\.[a-zA-Z]+\.[a-zA-Z-]+$/.test(key))).toEqual([]);
  expect(keys.filter(key => !messagesId[key].trim() || !messagesEn[key].trim())).toEqual([]);
});

test('every status, role, problem and refusal of the domain has its words', () => {
  const needed = [
    ...attendanceStatuses.flatMap(status => [
      `all.attendance.${status}`,
      `all.attendanceLetter.${status}`,
    ]),
    ...roles.map(role => `all.role.${role}`),
    ...problemCodes.map(code => `all.problem.${code}`),
    ...refusalCodes.map(code => `all.refusal.${code}`),
  ];
  expect(needed.filter(key => !(key in messagesId))).toEqual([]);
});
