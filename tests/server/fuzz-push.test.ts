import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import * as v from 'valibot';
import { readStream } from '../../src/domain/stream.ts';
import {
  limits,
  mediaType,
  paths,
  pushResponse,
  type EnrolResponse,
  type PushResponse,
} from '../../src/protocol/messages.ts';
import { unpackAnswer } from '../../src/protocol/lean-messages.ts';
import { readOperation, type Operation } from '../../src/protocol/operation.ts';
import { signToken } from '../../src/server/accounts/tokens.ts';
import { effort } from '../support/effort.ts';
import { expectClosedAnswer } from '../support/closed-answer.ts';
import {
  asKnown,
  createVerdictBook,
  readId,
  readSent,
  recordOf,
  type SentLine,
} from '../support/fuzzed-pushes.ts';
import { openHome, openTraining, pull, push, report, type TestHome } from '../support/home.ts';
import { operation } from '../support/operations.ts';
import { expectedHeads, type KnownLine } from '../support/oracle.ts';
import { pinnedSeeds } from '../support/pinned-seeds.ts';
import { randomBatch, type LineAuthor } from '../support/random-lines.ts';
import { asSent, spoiledBody, spoiledToken, type SentBody } from '../support/random-requests.ts';
import { mutate } from '../support/random-json.ts';
import { announceSeed, createChance } from '../support/seed.ts';

const seed = announceSeed('fuzzed pushes');

/** Pushes in all, and the worlds they are spread over: what is remembered of all is compared with all. */
const pushes = effort({ share: 2_000, whole: 10_000 });
const worlds = 4;

interface PushWorld {
  home: TestHome;
  people: EnrolResponse[];
  authors: LineAuthor[];
}

/** A coordinator, two trainers of whom one works on a device that was shut out, and a librarian. */
async function openPushWorld(): Promise<PushWorld> {
  const home = await openHome();
  onTestFinished(() => home.close());
  const { stream, koordinator, amina } = await openTraining(home);
  const rina = await home.letIn('fasilitator', { name: 'Rina', stream }, 'tablet-r');
  const village = { name: 'Wati', stream: 'region:62.03', village: '62.03.01.2001' };
  const wati = await home.letIn('pengelola', village, 'phone-w');
  await home.operations.revokeDevice('tablet-r');
  home.now += 86_400_000;
  const people = [koordinator, amina, rina, wati];
  const devices = ['laptop-k', 'tablet-a', 'tablet-r', 'phone-w'];
  const authors = devices.map((dev, index) => ({ dev, by: people[index]?.person.id ?? '' }));
  return { home, people, authors };
}

const send = (home: TestHome, { body, headers }: SentBody, token: string | undefined) =>
  home.fetch(paths.push, {
    method: 'POST',
    headers: { ...headers, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
    body,
  });

test.each([
  ...pinnedSeeds('fuzzed pushes'),
  ...Array.from({ length: worlds }, (_, index) => seed + index),
])(
  '4.2 4.4 4.5 5.2 with seed %i whatever is pushed, each line has its verdict once and for all, and home agrees with the oracle',
  async worldSeed => {
    const chance = createChance(worldSeed);
    const { home, people, authors } = await openPushWorld();
    const foreign = signToken(Buffer.alloc(32, 1), { device: 'd', person: 'p', enrolledAt: 0 });
    const tokens = people.map(({ token }) => token);
    const book = createVerdictBook();
    const earlier: Operation[] = [];

    for (let n = 0; n < (pushes / worlds) * 10; n += 10) {
      home.now += chance.below(5_000);
      const index = chance.below(people.length);
      const ops = randomBatch(chance, authors, { n, now: home.now, earlier: earlier.slice(-300) });
      const about = report(home, authors[index]?.dev ?? '', chance.happens(0.7) ? tokens : []);
      const message = {
        proto: 1,
        device: chance.happens(0.1) ? mutate(chance, about) : about,
        ...(chance.happens(0.1) && { via: mutate(chance, someWay) }),
        ops,
      };
      const sent = chance.happens(0.3) ? spoiledBody(chance, message) : asSent(chance, message);
      const token = tokens[index] as string;
      const shown = chance.happens(0.05) ? spoiledToken(chance, token, foreign) : token;
      const { status, content } = await expectClosedAnswer(await send(home, sent, shown), {
        as: 'json',
        schema: pushAnswer,
      });
      if (status !== 200) continue;
      const { ops: lines = [], device } = readSent(sent) ?? {};
      const deliverer = device?.id ?? '';
      book.note({ deliverer, lines }, (content as PushResponse).results, home.now);
      for (const line of lines) if (isWritten(line)) earlier.push(line);
    }

    // Everything again: each line has the verdict it had, and what was let in meanwhile is known.
    for (const deliverer of new Set(book.all().map(sent => sent.deliverer))) {
      const all = book.all().flatMap(sent => (sent.deliverer === deliverer ? [sent.line] : []));
      for (let from = 0; from < all.length; from += 50) {
        const lines = all.slice(from, from + 50);
        const about = report(home, deliverer, tokens);
        const { results } = await push(home, tokens[1] as string, lines, about);
        book.note({ deliverer, lines }, results, home.now);
      }
    }
    await expectHomeAgrees(home, tokens[0] as string, book.all());

    const valid = operation({ by: people[1]?.person.id ?? '', wall: home.now, n: 1e9 });
    const { results } = await push(home, tokens[1] as string, [valid]);
    expect(results).toMatchObject([{ s: 'ok' }]);
    expect(home.logged.filter(({ err }) => err)).toEqual([]);
  },
  effort({ share: 120_000, whole: 600_000 }),
);

/** A body that was spoiled into the second form is answered in it (rule 5.8). */
const pushAnswer = v.pipe(v.unknown(), v.transform(unpackAnswer), pushResponse);

const someWay = { kind: 'file', chain: [{ device: 'tablet-a', clk: 1, skew: 5 }] };

/** Good enough to be written again, and to be named by what is written later. */
const isWritten = (line: unknown): line is Operation => {
  const { as } = readOperation(line);
  const { f, stream = '' } = (line ?? {}) as Partial<Operation>;
  return as !== 'refused' && typeof f === 'object' && f !== null && !!readStream(stream);
};

/** Rules 2.1, 6.1, 6.2: what comes down is what was admitted, to the last id, and merges as it must. */
async function expectHomeAgrees(
  home: TestHome,
  token: string,
  sent: readonly SentLine[],
): Promise<void> {
  const isAdmitted = ({ verdict }: SentLine) => verdict.s === 'ok' || verdict.s === 'dup';
  const ids = [...new Set(sent.flatMap(({ line }) => readId(line) ?? []))];
  const own: string[] = [];
  for (let from = 0; from < ids.length; from += limits.open) {
    const { pages } = await pull(home, token, { open: ids.slice(from, from + limits.open) });
    own.push(...pages.flatMap(page => page.own.map(({ id }) => id)));
  }
  const admitted = sent.filter(isAdmitted).flatMap(({ line }) => readId(line) ?? []);
  expect(own.toSorted(byText)).toEqual(admitted.toSorted(byText));

  const { pages } = await pull(home, token);
  const pulled = new Map(
    pages
      .flatMap(({ records }) => records)
      // Members are home's own writing too.
      .filter(({ t }) => t !== 'member' && t !== 'device')
      .map(({ stream, t, r, f }) => [`${stream}|${t}|${r}`, f]),
  );
  const expected = new Map<string, KnownLine[]>();
  for (const one of sent) {
    const record = recordOf(one.line);
    const known = asKnown(one);
    if (record === undefined || !known) continue;
    expected.set(record, [...(expected.get(record) ?? []), known]);
  }
  for (const [record, lines] of expected) {
    if (/\|(member|device)\|/.test(record)) continue;
    const fields = Object.entries(pulled.get(record) ?? {});
    const heads = fields.map(([field, { h }]) => [field, h.map(({ o }) => o)] as const);
    expect(Object.fromEntries(heads), record).toEqual(expectedHeads(lines));
  }
}

const byText = (one: string, other: string) => (one < other ? -1 : 1);

test.each([
  ['a million parents', 1_000_000, { status: 413, verdict: undefined }],
  ['as many parents as a push can carry', 26_000, { status: 200, verdict: { code: 'too-large' } }],
  ['more parents than a field may name', 51, { status: 200, verdict: { code: 'malformed' } }],
])('1.2 1.6 %s: refused by code, plain or packed', async (_name, count, expected) => {
  const { home, people } = await openPushWorld();
  const amina = people[1] as EnrolResponse;
  const parents = Array.from({ length: count }, () => '00000000-0000-4000-8000-000000000000');
  const line = operation({ by: amina.person.id, p: { mark: parents } });
  const body = JSON.stringify({ proto: 1, device: report(home, 'tablet-a'), ops: [line] });
  const json = { 'Content-Type': mediaType.json };
  for (const sent of [
    { body, headers: json },
    { body: gzipSync(body), headers: { ...json, 'Content-Encoding': 'gzip' } },
  ]) {
    const response = await send(home, sent, amina.token);
    const answered = { as: 'json', schema: pushResponse } as const;
    const { status, content } = await expectClosedAnswer(response, answered);
    const [verdict] = (content as Partial<PushResponse>).results ?? [];
    expect({ status, verdict }).toMatchObject(expected);
  }
});

test('4.4 4.14 a line that is not understood stays so when somebody brings it again who cannot vouch for its author', async () => {
  const { home, people } = await openPushWorld();
  const [koordinator, amina] = people as [EnrolResponse, EnrolResponse];
  const line = operation({ by: amina.person.id, t: 'hologram' });
  const [first] = (await push(home, amina.token, [line])).results;
  const [again] = (await push(home, koordinator.token, [line], report(home, 'laptop-k'))).results;
  expect([first?.s, again]).toEqual(['opaque', first]);
});
