import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messagesEn } from '../../../src/client/i18n/messages-en.ts';
import { messagesIdLater } from '../../../src/client/i18n/messages-id-later.ts';
import { messagesId, type MessageKey } from '../../../src/client/i18n/messages-id.ts';
import { problemCodes, refusalCodes } from '../../../src/domain/problem.ts';
import { attendanceStatuses } from '../../../src/domain/records/attendance.ts';
import { roles } from '../../../src/domain/records/member.ts';

const indonesian = { ...messagesId, ...messagesIdLater };
const keys = Object.keys(indonesian) as MessageKey[];

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

test('both languages hold the same keys in the same order', () => {
  expect(Object.keys(messagesEn)).toEqual(keys);
});

test('every message can be read and asks for the same values in both languages', () => {
  const asked = (messages: Record<MessageKey, string>) =>
    Object.fromEntries(keys.map(key => [key, placeholders(messages[key])]));

  expect(asked(messagesEn)).toEqual(asked(indonesian));
});

test('Indonesian leaves the choosing between forms to other languages', () => {
  const choosing = keys.filter(key => /\{\w+,\s*(plural|select)/.test(indonesian[key]));
  expect(choosing).toEqual([]);
});

test('a key has three parts, and no message is empty', () => {
  expect(keys.filter(key => !/^[a-z]+\.[a-zA-Z]+\.[a-zA-Z-]+$/.test(key))).toEqual([]);
  expect(keys.filter(key => !indonesian[key].trim() || !messagesEn[key].trim())).toEqual([]);
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
  expect(needed.filter(key => !(key in indonesian))).toEqual([]);
});

/** What is drawn before any other screen is fetched: all but those that are parts of their own. */
const firstToBeDrawn = ['app', 'parts', 'ui', 'features/home', 'features/enrol'];
/** What lies among these and yet is fetched with the screens that show it. */
const isFetchedLater = (name: string) =>
  /^(VillagePicker|HomeMore|BoardRows|CallNotice|CoordinatorCard|EveningCard|LeavingCard|LibrariesCard|VisitsCard)/.test(
    name,
  );

test('what the first screens say stands in the catalogue of the shell', () => {
  const later = new Set(Object.keys(messagesIdLater));
  const files = firstToBeDrawn.flatMap(folder =>
    readdirSync(`src/client/${folder}`, { withFileTypes: true })
      .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name) && !isFetchedLater(entry.name))
      .map(entry => `src/client/${folder}/${entry.name}`),
  );
  const missing = files.flatMap(file => {
    const source = readFileSync(file, 'utf8');
    const whole = [...source.matchAll(/'([a-z]+\.[a-zA-Z]+\.[a-zA-Z-]+)'/g)].map(([, key]) => key);
    // `all.problem.${code}` may be any that begins so.
    const begun = [...source.matchAll(/`([a-z]+\.[a-zA-Z]+\.[a-zA-Z-]*)\$\{/g)].map(
      ([, key]) => key,
    );
    return [
      ...whole.filter(key => later.has(key as string)),
      ...[...later].filter(key => begun.some(start => key.startsWith(start as string))),
    ].map(key => `${file}: ${key}`);
  });
  expect(files.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});
