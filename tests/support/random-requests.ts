import { gzipSync } from 'node:zlib';
import { mediaType } from '../../src/protocol/messages.ts';
import { mutate, randomJson } from './random-json.ts';
import type { Chance } from './seed.ts';

/** A body on its way, with the headers that tell of it. */
export interface SentBody {
  body: NonNullable<RequestInit['body']>;
  headers: Record<string, string>;
}

/** 64 MB of blanks in 64 kB: much more than any body may be. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));

/** Twice packed, so that a reader that unpacks until there is nothing packed would be caught. */
const doubleBomb = gzipSync(bomb);

/** Packs a message as devices do, or leaves it plain. */
export function asSent(chance: Chance, message: unknown): SentBody {
  return chance.happens(0.5) ? packed(JSON.stringify(message)) : plain(JSON.stringify(message));
}

/** A valid message, mutated or damaged on its way, or something altogether else. */
export function spoiledBody(chance: Chance, message: unknown): SentBody {
  const dice = chance.next();
  if (dice < 0.6) return asSent(chance, mutate(chance, message));
  if (dice < 0.7) return asSent(chance, randomJson(chance));
  return chance.pick(damages)(chance, JSON.stringify(message));
}

const damages: ((chance: Chance, text: string) => SentBody)[] = [
  (chance, text) => plain(text.slice(0, chance.below(text.length))),
  (chance, text) => plain(Buffer.concat([Buffer.from(text), randomBytes(chance, 20)])),
  (chance, text) => plain(flipped(chance, Buffer.from(text))),
  (chance, text) => plain(withRawNumber(chance, text)),
  (_chance, text) => plain(`\ufeff${text}`),
  (_chance, text) => plain(text.replace('{', `{"proto":2,"proto":1,`)),
  (chance, text) =>
    plain(Buffer.concat([randomBytes(chance, 2_000), Buffer.from(text.slice(0, 2))])),
  (chance, text) => cut(chance, packed(text)),
  (chance, text) => ({ ...packed(text), body: flipped(chance, gzipSync(text)) }),
  (_chance, text) => ({ ...plain(text), headers: { ...json, 'Content-Encoding': 'gzip' } }),
  (_chance, text) => packed(gzipSync(text)),
  () => packed(bomb, true),
  () => packed(doubleBomb, true),
  () => plain('['.repeat(300_000)),
  () => plain(`"${'\\u0000'.repeat(50_000)}"`),
  (chance, text) => ({
    ...plain(text),
    headers: {
      ...json,
      'Content-Encoding': chance.pick(['br', 'deflate', 'gzip, gzip', 'GZIP ', '']),
    },
  }),
  (chance, text) => ({
    ...plain(text),
    headers: {
      'Content-Type': chance.pick([
        '',
        'text/html',
        'application/jsonp',
        'application/json ;x',
        ';',
      ]),
    },
  }),
  (chance, text) => ({
    ...plain(text),
    headers: { ...json, 'Content-Length': chance.pick(['0', '-1', 'many', '1e9', '99999999999']) },
  }),
];

const json = { 'Content-Type': mediaType.json };

const plain = (body: SentBody['body']): SentBody => ({ body, headers: json });

function packed(content: string | Uint8Array, isPacked = false): SentBody {
  const body = isPacked ? (content as Uint8Array<ArrayBuffer>) : gzipSync(content);
  return { body, headers: { ...json, 'Content-Encoding': 'gzip' } };
}

function cut(chance: Chance, { body, headers }: SentBody): SentBody {
  const whole = body as Uint8Array<ArrayBuffer>;
  return { body: whole.subarray(0, chance.below(whole.length)), headers };
}

function flipped(chance: Chance, bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  for (let flips = 1 + chance.below(4); flips > 0; flips -= 1) {
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  }
  return bytes;
}

/** Numbers that JSON can write and JavaScript cannot hold. */
function withRawNumber(chance: Chance, text: string): string {
  const numbers = [...text.matchAll(/(?<=[:[,])-?\d+(?=[,}\]])/g)];
  if (numbers.length === 0) return `${text}1e999`;
  const { index, 0: number } = chance.pick(numbers);
  const raw = chance.pick(['1e999', '-1e999', `1${'0'.repeat(400)}`, '0.1e-999', '-0', '01', '+1']);
  return text.slice(0, index) + raw + text.slice(index + number.length);
}

export function randomBytes(chance: Chance, most: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(1 + chance.below(most));
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = chance.below(256);
  return bytes;
}

/** Tokens that let nobody in, made of one that would. */
export function spoiledToken(chance: Chance, token: string, foreign: string): string | undefined {
  const at = chance.below(token.length);
  return chance.pick([
    undefined,
    '',
    foreign,
    token.slice(0, at),
    token.slice(0, at) + 'A' + token.slice(at + 2),
    `${token}.x`,
    `v2${token.slice(2)}`,
    'v1..',
    `v1.${Buffer.from('{"a":1}').toString('base64url')}.${token.split('.')[2] ?? ''}`,
    'x'.repeat(5_000),
  ]);
}
