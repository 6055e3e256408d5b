import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  createPeopleIndex,
  leastAtTheDoor,
  type Describable,
  type LikelyDouble,
  type PeopleIndex,
} from '../../../domain/people/likely-doubles.ts';
import type { RosterEntry } from '../roster.ts';
import { useDeferred } from '../use-deferred.ts';
import { inSteps } from './in-steps.ts';

/** Somebody of the roster by one of the names they were entered under. */
export interface FiledEntry extends Describable {
  entry: RosterEntry;
}

/** How many are told: more would not be read. */
const most = 3;

const nobody: readonly LikelyDouble<FiledEntry>[] = [];

/**
 * Who of the roster is likely the one that is being described. Filing the roster goes in steps, and the
 * answer comes a turn after the stroke; until then nobody is told.
 */
export function useLikelyDoubles(
  candidate: Describable,
  roster: readonly RosterEntry[],
): readonly LikelyDouble<FiledEntry>[] {
  const [index, setIndex] = useState<PeopleIndex<FiledEntry>>();
  useEffect(() => {
    const filing = createPeopleIndex<FiledEntry>();
    return inSteps(roster, {
      each: entry => filing.add({ ...entry.participant, entry }),
      onStep: isDone => {
        if (isDone) setIndex(filing);
      },
    });
  }, [roster]);

  const asked = useDeferred(JSON.stringify(candidate));
  return useMemo(() => {
    const described = JSON.parse(asked) as Describable;
    const { nip, phone, village, regency } = described;
    const isBare = [nip, phone, village, regency].every(hint => !hint);
    const found = index?.likelyDoubles(described, isBare ? leastAtTheDoor : undefined);
    return found?.slice(0, most) ?? nobody;
  }, [index, asked]);
}
