import type { Call } from '../../src/protocol/event-messages.ts';
import { receiptCode, receiptGroup } from '../../src/protocol/receipt.ts';
import { wholeCode } from '../../src/protocol/whole.ts';
import { openEvents, type EventReader } from './event-reader.ts';
import { createProtocolClient, Refused, type ProtocolClient } from './protocol-client.ts';

/** A device without a browser that does at the hotel what a tablet does: hears a call, brings its work, compares. */
export interface PlayedTablet {
  readonly client: ProtocolClient;
  /** Keeps a line to home open and comes when it is called, until `leave`. */
  listen(): Promise<void>;
  /** Brings everything, counts home's receipts against its own books, and says so if they agree. */
  sync(call?: Call): Promise<void>;
  /** Is gone, as with an empty battery: whatever it was doing. */
  die(): Promise<void>;
  /** How many batches it brings before it dies; for ever if undefined. */
  diesAfter: number | undefined;
}

interface PlayedTabletWorld {
  url: string;
  device: string;
  newId: () => string;
  random: () => number;
}

const batchSize = 10;

/** Creates such a device; nobody is let in on it yet. */
export function createPlayedTablet({
  url,
  device,
  newId,
  random,
}: PlayedTabletWorld): PlayedTablet {
  const client = createProtocolClient({
    url,
    device,
    name: 'Android 13, Chrome 126',
    newId,
    clock: Date.now,
  });
  let line: EventReader | undefined;
  let isDead = false;

  /** Asks again after a moment where home has no room: 200 come at once. */
  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (failure) {
        if (!(failure instanceof Refused) || failure.status !== 429) throw failure;
        const ms = Math.max(200, failure.retryAfterMs) * (0.5 + random());
        await new Promise(resolve => void setTimeout(resolve, ms));
      }
    }
  }

  const tablet: PlayedTablet = {
    client,
    diesAfter: undefined,
    async listen() {
      line = await openEvents((path, init) => fetch(url + path, init), client.token);
      await line.next('hello');
      void (async () => {
        for (;;) {
          const event = await line?.next('call').catch(() => undefined);
          if (!event || isDead) return;
          await tablet.sync(event.data as unknown as Call);
        }
      })();
    },
    async sync(call) {
      const said = call ? { call: call.id } : {};
      // "I am here" first.
      await patiently(() => client.push([], said));
      for (let batches = 0; client.pending().length > 0; batches += 1) {
        if (batches === tablet.diesAfter) return tablet.die();
        if (isDead) return;
        await patiently(() => client.push(client.pending().slice(0, batchSize), said));
      }
      const told = await patiently(() => client.receipts());
      const own = new Map<string, string[]>();
      for (const { stream, t, r, id } of client.written) {
        const place = `${device}|${stream}|${t}|${receiptGroup(t, r)}`;
        own.set(place, [...(own.get(place) ?? []), id]);
      }
      const books = new Map(
        [...own].map(([place, ids]) => [place, { operations: ids.length, code: receiptCode(ids) }]),
      );
      const homes = new Map(
        told.receipts.map(receipt => [
          `${device}|${receipt.stream}|${receipt.kind}|${receipt.group}`,
          receipt,
        ]),
      );
      const code = wholeCode(books);
      if (code !== wholeCode(homes) || told.receipts.some(({ refused }) => refused.length > 0))
        throw new Error(`${device}: home does not hold what was written here`);
      const whole = { epoch: told.epoch, operations: client.written.length, code };
      await patiently(() => client.push([], { ...said, whole, battery: 0.6 }));
    },
    async die() {
      isDead = true;
      await line?.cut();
    },
  };
  return tablet;
}
