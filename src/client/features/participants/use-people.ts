import { useEffect, useMemo, useState } from 'preact/hooks';
import { searchText } from '../../../domain/search-text.ts';
import { useServices } from '../../app-services.ts';
import type { RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { inSteps } from '../../parts/people/in-steps.ts';
import { listRoster, type RosterEntry } from '../../parts/roster.ts';

/** Somebody in the list. */
export interface ListedPerson {
  entry: RosterEntry;
  /** The name as `searchText`: what the list is ordered by. */
  folded: string;
}

/** A training's people as they stand on this device. */
export interface People {
  /** All records of people, deleted ones included; undefined while they are read. */
  views: readonly RecordView[] | undefined;
  /** Each person once, in order of their ids. */
  roster: readonly RosterEntry[];
  /** The same by name; undefined until they are put in order. */
  listed: readonly ListedPerson[] | undefined;
}

const nobody: readonly RosterEntry[] = [];

/** Reads the people of a training and keeps them fresh, in steps that leave room for a tap. */
export function usePeople(stream: string): People {
  const { records } = useServices();
  const views = useLiveQuery(() => records.readShelf(stream, 'participant'), [records, stream]);
  const roster = useMemo(() => (views ? listRoster(views) : nobody), [views]);
  const [listed, setListed] = useState<readonly ListedPerson[]>();
  useEffect(() => {
    if (!views) return;
    const people: ListedPerson[] = [];
    return inSteps(roster, {
      each: entry => people.push(listedPerson(entry)),
      onStep: isDone => {
        if (isDone) setListed(people.sort(byName));
      },
    });
  }, [views, roster]);
  return { views, roster, listed };
}

/** Somebody as the list holds them. */
export function listedPerson(entry: RosterEntry): ListedPerson {
  return { entry, folded: searchText(entry.participant.name ?? '') };
}

/** By name; those without one last. */
export function byName(one: ListedPerson, other: ListedPerson): number {
  if (one.folded === '' || other.folded === '') {
    if (one.folded !== other.folded) return one.folded === '' ? 1 : -1;
  } else if (one.folded !== other.folded) return one.folded < other.folded ? -1 : 1;
  return one.entry.id < other.entry.id ? -1 : 1;
}
