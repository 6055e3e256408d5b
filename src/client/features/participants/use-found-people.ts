import { useEffect, useMemo, useState } from 'preact/hooks';
import { isFound, searchText } from '../../../domain/search-text.ts';
import type { Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { inSteps } from '../../parts/people/in-steps.ts';
import { placeWords } from '../../parts/place.ts';
import type { ListedPerson } from './use-people.ts';

/** Who is shown for what was typed, and for which typing that is so. */
export interface Found {
  typed: string;
  people: readonly ListedPerson[];
}

/**
 * Those whose name or place is being searched, looked for in steps; until a search is through, the last
 * one's stay. `typed` is a `searchText`. Undefined until the people are there.
 */
export function useFoundPeople(
  people: readonly ListedPerson[] | undefined,
  typed: string,
  territory: Territory | undefined,
): Found | undefined {
  const { t } = useI18n();
  const [found, setFound] = useState<Found>();
  // Where somebody comes from is put together when first searched, and then kept.
  const places = useMemo(() => new Map<string, string>(), [people, territory, t]);
  useEffect(() => {
    if (!people) return;
    if (typed === '') return setFound({ typed, people });
    const passing: ListedPerson[] = [];
    return inSteps(people, {
      each(person) {
        const { id, participant } = person.entry;
        let place = places.get(id);
        if (place === undefined) {
          place = searchText(placeWords(t, participant, territory));
          places.set(id, place);
        }
        if (isFound(typed, `${person.folded} ${place}`)) passing.push(person);
      },
      onStep: isDone => {
        if (isDone) setFound({ typed, people: passing });
      },
    });
  }, [people, typed, territory, t, places]);
  return found;
}
