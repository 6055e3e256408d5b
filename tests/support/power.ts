import type { Fetch } from './faulty-network.ts';

/**
 * The power of one device, to be cut at any point: as it begins to write to one of its databases, after any
 * request of that, between its commit and the word of it, before a request to home and before its answer.
 */
export interface Power {
  /** Points passed since the last `restore`. */
  passed(): number;
  /** Cuts at that point, counted from 1; never, if it is not reached. */
  cutAt(point: number): void;
  /** Comes back when `work` is done or the power is cut; after the latter nothing of it is heard any more. */
  run(work: Promise<unknown>): Promise<void>;
  /** The network as the device sees it. */
  network(home: Fetch): Fetch;
  /** The power is back: what is opened from now on lives, what was open stays dead. */
  restore(): void;
  /** Lets go of the databases of this process. */
  release(): void;
}

/** What of fake-indexeddb all requests of a transaction come by. */
interface RequestsOf {
  _execRequestAsync(this: IDBTransaction, made: object): IDBRequest;
}

/** Takes the power of the device whose databases begin with `name` in hand. */
export function createPower(name: string): Power {
  const databases = IDBDatabase.prototype;
  const transactions = IDBTransaction.prototype as unknown as RequestsOf;
  // Called on whatever they were taken from.
  const transaction = Reflect.get(databases, 'transaction') as IDBDatabase['transaction'];
  const execute = Reflect.get(transactions, '_execRequestAsync') as RequestsOf['_execRequestAsync'];

  let passed = 0;
  let cutAt = Infinity;
  let life = 0;
  let isOff = false;
  let tellOff = () => {};
  let off = newOff();
  const running = new Set<IDBTransaction>();
  const openedIn = new WeakMap<IDBDatabase, number>();

  const power: Power = {
    passed: () => passed,
    cutAt: point => {
      passed = 0;
      cutAt = point;
    },
    run: work =>
      Promise.race([
        off,
        work.then(
          () => {},
          (failure: unknown) => {
            if (!isOff) throw failure;
            return off;
          },
        ),
      ]),
    network: home => async (path, init) => {
      const bornIn = life;
      const isDead = () => pass() || bornIn !== life;
      if (isDead()) return never();
      const response = await home(path, init);
      return isDead() ? never() : response;
    },
    restore: () => {
      life += 1;
      passed = 0;
      cutAt = Infinity;
      isOff = false;
      off = newOff();
    },
    release: () => {
      databases.transaction = transaction;
      transactions._execRequestAsync = execute;
    },
  };

  databases.transaction = function (this: IDBDatabase, ...how) {
    if (!this.name.startsWith(`${name}-`)) return transaction.apply(this, how);
    if (!openedIn.has(this)) openedIn.set(this, life);
    const [, mode] = how;
    // What only reads leaves nothing behind: no point of its own.
    const isWriting = mode === 'readwrite';
    if (openedIn.get(this) !== life || (isWriting ? pass() : isOff))
      throw new DOMException('The power is off', 'AbortError');
    const begun = transaction.apply(this, how);
    if (!isWriting) return begun;
    running.add(begun);
    begun.addEventListener('complete', event => {
      running.delete(begun);
      if (pass()) event.stopImmediatePropagation();
    });
    return begun;
  };

  transactions._execRequestAsync = function (made) {
    const request = execute.call(this, made);
    if (running.has(this))
      request.addEventListener('success', () => {
        // Whoever waited for this request alone has heard of it before everything stops.
        setImmediate(() => void (running.has(this) && pass()));
      });
    return request;
  };

  return power;

  /** True if the power is off now. */
  function pass(): boolean {
    passed += 1;
    if (!isOff && passed >= cutAt) {
      isOff = true;
      for (const one of running) {
        try {
          one.abort();
        } catch {
          // It has just ended.
        }
      }
      running.clear();
      // Not from within whatever Dexie is about.
      setImmediate(tellOff);
    }
    return isOff;
  }

  function newOff(): Promise<void> {
    return new Promise(resolve => {
      tellOff = resolve;
    });
  }
}

const never = () => new Promise<never>(() => {});
