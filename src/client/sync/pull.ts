import { Problem } from '../../domain/problem.ts';
import { limits, schemaVersion, type PullEnd } from '../../protocol/messages.ts';
import { isCovered } from '../data/base.ts';
import type { Present } from '../data/outbox.ts';
import type { Credentials, RoundWorld } from './round-world.ts';

/**
 * What pulling came to. `anew`: home began a new epoch, or fell behind, so everything is to be done again.
 * `reopened`: complete, but home does not hold all that was thought to be sent, so that is to be sent again.
 */
export type Pulled = 'complete' | 'incomplete' | 'anew' | 'reopened';

/**
 * Fetches everything that one person may read, to its end, and takes over what home says of this device's
 * own work. Throws the `Problem` that stopped it.
 */
export async function pullAll(
  world: RoundWorld,
  person: Credentials,
  onRecords: (count: number) => void,
  checkTurn: () => void,
): Promise<Pulled> {
  const { outbox } = world;
  let scopes = person.scopes.map(scope => scope.id);
  const open = await outbox.readOpen();
  let isReopened = false;
  for (;;) {
    const before = await cursorsNow(world, scopes);
    let end: PullEnd | undefined;
    for (let first = 0; first === 0 || first < open.length; first += limits.open) {
      checkTurn();
      const some = open.slice(first, first + limits.open);
      const asked = await outbox.readPresent();
      const pulled = await pullOnce(world, person, asked, scopes, some, onRecords);
      if (pulled === 'anew') return 'anew';
      end = pulled.end;
      isReopened ||= pulled.isReopened;
    }
    if (!end) return 'incomplete';
    const heads = Object.fromEntries(end.scopes.map(({ id, head }) => [id, head]));
    scopes = Object.keys(heads);
    const after = await cursorsNow(world, scopes);
    if (scopes.every(scope => (after[scope] ?? 0) >= (heads[scope] ?? 0))) {
      return isReopened ? 'reopened' : 'complete';
    }
    if (scopes.every(scope => (after[scope] ?? 0) <= (before[scope] ?? 0))) return 'incomplete';
  }
}

async function pullOnce(
  world: RoundWorld,
  person: Credentials,
  asked: Present | undefined,
  scopes: readonly string[],
  open: string[],
  onRecords: (count: number) => void,
): Promise<{ end: PullEnd; isReopened: boolean } | 'anew'> {
  const { api, outbox, base, counters, device, measure, onScopes, onNames } = world;
  const { id, formerly } = await device.read();
  const before = await counters.readBefore();
  const cursors = asked
    ? await base.readCursors(asked.base, scopes)
    : Object.fromEntries(scopes.map(scope => [scope, 0]));
  const request = {
    ...(asked ? { epoch: asked.epoch } : {}),
    schema: schemaVersion,
    scopes: cursors,
    open,
    maxBytes: limits.pageBytes,
    device: id,
    // What was kept apart under an id of before is told of under that id (rule 6.10).
    ...(formerly.length > 0 && { formerly: formerly.slice(-limits.formerIds) }),
  };
  let hasStrangePage = false;
  const { answer: end, ...times } = await api
    .pull(person.token, request, async page => {
      // Pages of an epoch that is not the present one are not applied (rule 6.5).
      const present = (await outbox.meet(asked, page.epoch))
        ? await outbox.readPresent()
        : undefined;
      if (!present || (asked && present.base !== asked.base)) hasStrangePage = true;
      if (!present || hasStrangePage) return;
      if ((await base.applyPage(present.base, page)) === 'applied') onRecords(page.records.length);
    })
    .catch(async (failure: unknown) => {
      const epoch = failure instanceof Problem ? failure.details.epoch : undefined;
      if (!(failure instanceof Problem) || failure.code !== 'epoch-changed' || !epoch)
        throw failure;
      // 410 with the epoch we know: home fell behind within it.
      if (asked?.epoch === epoch) await outbox.startOver(asked);
      else await outbox.meet(asked, epoch);
      return { answer: 'anew' as const };
    });
  if (end === 'anew' || hasStrangePage) return 'anew';
  if (!end) throw new Problem('offline');
  if ('askedAt' in times) measure({ ...times, homeNow: end.now });
  if (asked && end.epoch !== asked.epoch) {
    await outbox.meet(asked, end.epoch);
    return 'anew';
  }
  if (asked && end.scopes.some(({ id, head }) => head < (cursors[id] ?? 0))) {
    await outbox.startOver(asked);
    return 'anew';
  }
  await onScopes(
    person.person,
    end.scopes.map(({ id, role }) => ({ id, role })),
  );
  if (end.names) await onNames(end.names);
  const present = asked ?? (await outbox.readPresent());
  if (present?.epoch !== end.epoch) return { end, isReopened: false };
  await world.settle(present, end.resolved);
  const lost = end.have ? await counters.compare(present, id, before, end.have) : [];
  if (lost.length > 0) await base.forgetOwn(present.base, lost);
  return { end, isReopened: lost.length > 0 };
}

/** Forgets the scopes that nobody on this device may read any more, where nothing is pending (rule 8.2). */
export async function purgeLost(world: RoundWorld): Promise<void> {
  const { outbox, base, people } = world;
  const present = await outbox.readPresent();
  if (!present) return;
  const granted = people().flatMap(person => person.scopes.map(scope => scope.id));
  for (const lost of await base.readLost(present.base, granted)) {
    const stream = lost.split('/', 1)[0] as string;
    const waiting = await outbox.readWaitingRecords(stream);
    const isNeeded = waiting.some(({ kind, id }) => isCovered([lost], stream, kind, id));
    if (!isNeeded) await base.purge(present.base, lost, granted);
  }
}

async function cursorsNow(
  { outbox, base }: RoundWorld,
  scopes: readonly string[],
): Promise<Record<string, number>> {
  const present = await outbox.readPresent();
  return present ? base.readCursors(present.base, scopes) : {};
}
