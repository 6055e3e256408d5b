import type { BoardNote } from '../../../domain/records/board-note.ts';
import type { Call, DeviceEntry } from '../../../protocol/event-messages.ts';
import { weightOf } from './weight.ts';

/**
 * How a device stands, the one that needs most help first. `lost` answered the call and is gone before all
 * was in; `apart` has work that waits for a decision; `revoked` was shut out; `unproven` says that nothing
 * waits, and nobody has counted; `away` carries something and is not connected; `never` has not come at
 * all. `sending`, `held` (pictures, by the call) and `proving` are under way. `whole` is proven (rule 13.6).
 */
export const rowStates = [
  'lost',
  'apart',
  'revoked',
  'stale',
  'unproven',
  'away',
  'never',
  'sending',
  'held',
  'proving',
  'whole',
  'writtenOff',
  'notExpected',
] as const;

export type RowState = (typeof rowStates)[number];

/** One expected device, or a person of whom none ever came. The same object as long as nothing changes. */
export interface BoardRow {
  /** The device's id; the person's for whoever has none. */
  id: string;
  /** Whose it is; empty if nobody was let in on it. */
  names: readonly string[];
  state: RowState;
  device: DeviceEntry | undefined;
  /** Why it was written off or corrected. */
  note: string | undefined;
  /** How much of what it brought to the call is in, 0 to 1; undefined where nothing is under way. */
  share: number | undefined;
}

/** Somebody of the training who may carry its work on a device. */
export interface Trainer {
  id: string;
  name: string;
  /** A koordinator's device is waited for only while it carries something. */
  isKoordinator: boolean;
}

/** What rows are made of. */
export interface BoardParts {
  devices: ReadonlyMap<string, DeviceEntry>;
  trainers: readonly Trainer[];
  notes: ReadonlyMap<string, BoardNote>;
  /** The last call in this training. */
  call: Call | undefined;
  /** The most that each device had to bring since that call, as weight. */
  peaks: ReadonlyMap<string, number>;
}

/** Makes rows; those in which nothing changed are the ones of before. */
export function createRowMaker(): (parts: BoardParts) => BoardRow[] {
  let before = new Map<string, BoardRow>();
  return parts => {
    const rows = [...expectedDevices(parts).map(device => rowOf(device, parts)), ...absent(parts)];
    const kept = rows.map(row => {
      const earlier = before.get(row.id);
      return earlier && isSameRow(row, earlier) ? earlier : row;
    });
    before = new Map(kept.map(row => [row.id, row]));
    const rank = new Map(rowStates.map((state, at) => [state, at]));
    return kept.sort(
      (one, other) =>
        (rank.get(one.state) ?? 0) - (rank.get(other.state) ?? 0) ||
        compare(one.names.join(), other.names.join()) ||
        compare(one.id, other.id),
    );
  };
}

/** Devices on which a trainer was let in, and those that were added by hand (rule 13.7). */
function expectedDevices({ devices, trainers, notes }: BoardParts): DeviceEntry[] {
  const byId = new Map(trainers.map(trainer => [trainer.id, trainer]));
  return [...devices.values()].filter(device => {
    if (notes.get(device.id)?.state !== undefined) return true;
    const theirs = device.people.flatMap(({ id }) => byId.get(id) ?? []);
    return theirs.some(({ isKoordinator }) => !isKoordinator || weightOf(device) > 0);
  });
}

/** Trainers of whom no device is there at all. */
function absent({ devices, trainers, notes }: BoardParts): BoardRow[] {
  const seen = new Set([...devices.values()].flatMap(({ people }) => people.map(({ id }) => id)));
  return trainers
    .filter(({ id, isKoordinator }) => !isKoordinator && !seen.has(id))
    .map(({ id, name }) => ({
      id,
      names: [name],
      state: stateByNote(notes.get(id)) ?? 'never',
      device: undefined,
      note: notes.get(id)?.note,
      share: undefined,
    }));
}

function rowOf(device: DeviceEntry, { notes, call, peaks }: BoardParts): BoardRow {
  const note = notes.get(device.id);
  const state = stateByNote(note) ?? stateOf(device, call);
  const peak = peaks.get(device.id) ?? 0;
  const isUnderWay = state === 'sending' || state === 'held';
  return {
    id: device.id,
    names: device.people.map(person => person.name),
    state,
    device,
    note: note?.note,
    share: isUnderWay && peak > 0 ? 1 - weightOf(device) / peak : undefined,
  };
}

function stateByNote(note: BoardNote | undefined): RowState | undefined {
  return note?.state === 'writtenOff' || note?.state === 'notExpected' ? note.state : undefined;
}

/** How a device stands, by what it last said and by what home counted. */
export function stateOf(device: DeviceEntry, call: Call | undefined): RowState {
  const { isRevoked, proof, report, isHere = false } = device;
  if (isRevoked) return 'revoked';
  // What was whole in the morning says nothing of the day.
  if (proof && proof.at >= (call?.at ?? 0)) return 'whole';
  if (proof) return isHere ? 'proving' : 'stale';
  if (!report) return isHere ? 'proving' : 'never';
  if (!isHere && call !== undefined && report.call === call.id) return 'lost';
  const { ops, pictures } = report.waiting;
  if (ops > 0) return isHere ? 'sending' : 'away';
  if (pictures > 0) {
    if (!isHere) return 'away';
    return call?.pictures === 'later' ? 'held' : 'sending';
  }
  if ((report.apart ?? 0) > 0) return 'apart';
  return isHere ? 'proving' : 'unproven';
}

function isSameRow(one: BoardRow, other: BoardRow): boolean {
  return (
    one.device === other.device &&
    one.state === other.state &&
    one.note === other.note &&
    one.share === other.share &&
    one.names.join() === other.names.join()
  );
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
