import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallResponse } from '../../src/protocol/event-messages.ts';
import { paths, type EnrolResponse } from '../../src/protocol/messages.ts';
import { listen, type Listening } from '../../src/server/listen.ts';
import { openEvents, type EventReader } from '../support/event-reader.ts';
import { openHome, openTraining, type TestHome } from '../support/home.ts';

const devices = 200;

let home: TestHome;
let server: Listening;
let koordinator: EnrolResponse;
let stream: string;
const lines: EventReader[] = [];

beforeAll(async () => {
  home = await openHome();
  ({ stream, koordinator } = await openTraining(home));
  server = await listen(
    request => {
      const { pathname, search } = new URL(request.url);
      return home.fetch(pathname + search, request);
    },
    { port: 0, host: '127.0.0.1' },
  );
});

afterAll(async () => {
  await Promise.all(lines.map(line => line.cut()));
  await server.stop();
  await home.close();
});

const overTheWire = (path: string, init: RequestInit) =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

test('13.3 a call reaches 200 connected devices within a second', async () => {
  for (let device = 0; device < devices; device += 1) {
    const guest = { name: `Fasilitator ${device}`, stream };
    const { token } = await home.letIn('fasilitator', guest, `tablet-${device}`);
    const line = await openEvents(overTheWire, token);
    await line.next('hello');
    lines.push(line);
  }
  const heard = lines.map(async line => {
    const event = await line.next('call');
    return { id: event?.id, at: performance.now() };
  });
  const askedAt = performance.now();
  const response = await overTheWire(paths.calls, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${koordinator.token}`,
    },
    body: JSON.stringify({ stream, pictures: 'now' }),
  });
  const { call, reached } = (await response.json()) as CallResponse;
  const all = await Promise.all(heard);
  const lastMs = Math.max(...all.map(({ at }) => at)) - askedAt;
  process.stdout.write(`a call reached ${devices} devices in ${lastMs.toFixed(0)} ms\n`);
  expect(reached).toHaveLength(devices);
  expect(all.every(({ id }) => id === call.id)).toBe(true);
  expect(lastMs).toBeLessThan(1_000);
});
