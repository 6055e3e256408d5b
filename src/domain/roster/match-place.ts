import { isNear } from '../people/is-near.ts';
import type { Territory } from '../territory.ts';
import { foldPlace, splitPlace, type SaidPlace } from './said-place.ts';
import type { OddityCode } from './row-note.ts';

/** A village with where it lies, as plain data that can be handed to a worker. */
export interface Place {
  village: string;
  name: string;
  district: string;
  regency: string;
  regencyName: string;
}

/** All villages of a territory. */
export function placesOf(territory: Territory): Place[] {
  return territory.regencies().flatMap(({ code: regency, name: regencyName }) =>
    territory.districtsOf(regency).flatMap(({ code, name: district }) =>
      territory.villagesOf(code).map(({ code: village, name }) => ({
        village,
        name,
        district,
        regency,
        regencyName,
      })),
    ),
  );
}

/** What a place comes to. */
export interface MatchedPlace {
  village?: string;
  regency?: string;
  odd?: { code: OddityCode; said: string; taken?: string };
}

/** How offices shorten the names of Kalimantan Tengah's regencies, folded. */
const short: Readonly<Record<string, string>> = {
  kobar: 'kotawaringinbarat',
  kotim: 'kotawaringintimur',
  barsel: 'baritoselatan',
  barut: 'baritoutara',
  bartim: 'baritotimur',
  gumas: 'gunungmas',
  pulpis: 'pulangpisau',
  mura: 'murungraya',
  plk: 'palangkaraya',
};

/**
 * Finds villages as offices write them: with or without "Desa", "Mantaren 2" for "Mantaren II", with one
 * slip of the pen; where several have the name, by their district and regency. Never guesses between two.
 */
export function createPlaceMatcher(places: readonly Place[]): (said: SaidPlace) => MatchedPlace {
  const fold = remembered(foldPlace);
  const regencies = new Map<string, string>();
  const byName = new Map<string, Place[]>();
  const byRegency = new Map<string, { folded: string; place: Place }[]>();
  for (const place of places) {
    const folded = fold(place.name);
    regencies.set(fold(place.regencyName), place.regency);
    byName.set(folded, [...(byName.get(folded) ?? []), place]);
    const others = byRegency.get(place.regency);
    if (others) others.push({ folded, place });
    else byRegency.set(place.regency, [{ folded, place }]);
  }
  // The same few places are said row after row.
  const known = new Map<string, MatchedPlace>();

  return said => {
    const key = `${said.village ?? ''}\n${said.district ?? ''}\n${said.regency ?? ''}`;
    const earlier = known.get(key);
    if (earlier) return earlier;
    const found = match(said);
    known.set(key, found);
    return found;
  };

  function match(said: SaidPlace): MatchedPlace {
    const whole: SaidPlace = { village: said.village };
    const parts = byName.has(fold(said.village ?? '')) ? whole : splitPlace(said.village ?? '');
    const regencySaid = said.regency ?? parts.regency ?? '';
    const folded = fold(regencySaid);
    const regency = regencies.get(short[folded] ?? folded);
    const isOdd = folded !== '' && regency === undefined;
    const oddRegency = { odd: { code: 'regency-unknown' as const, said: regencySaid } };
    const name = fold(parts.village ?? '');
    if (name === '') return { ...(regency !== undefined && { regency }), ...(isOdd && oddRegency) };
    // A kabupaten's office is written where a village might be.
    const own = regencies.get(short[name] ?? name);
    if (own !== undefined && !byName.has(name)) return { regency: regency ?? own };
    const found = matchVillage(name, fold(said.district ?? parts.district ?? ''), regency);
    const wanted = parts.village ?? '';
    return {
      ...(found.village === undefined && regency !== undefined && { regency }),
      ...(found.village !== undefined && { village: found.village }),
      ...(found.code
        ? {
            odd: {
              code: found.code,
              said: wanted,
              ...(found.taken !== undefined && { taken: found.taken }),
            },
          }
        : isOdd && oddRegency),
    };
  }

  function matchVillage(
    name: string,
    district: string,
    regency: string | undefined,
  ): { village?: string; code?: OddityCode; taken?: string } {
    const named = byName.get(name) ?? [];
    const here = regency === undefined ? named : named.filter(one => one.regency === regency);
    if (here.length > 0) {
      const close = here.filter(one => district === '' || fold(one.district) === district);
      const [only, ...others] = close.length > 0 ? close : here;
      if (only && others.length === 0) {
        const isExact = close.length > 0;
        return { village: only.village, ...(!isExact && nearly(only)) };
      }
      return {
        code: 'village-ambiguous',
        taken: here.map(one => one.district).join(', '),
      };
    }
    const around =
      regency === undefined ? [...byRegency.values()].flat() : (byRegency.get(regency) ?? []);
    const near = around.filter(
      ({ folded, place }) =>
        isNear(folded, name) && (district === '' || fold(place.district) === district),
    );
    const [only, ...others] = near;
    if (only && others.length === 0) return { village: only.place.village, ...nearly(only.place) };
    if (named.length > 0) {
      return {
        code: 'village-elsewhere',
        taken: [...new Set(named.map(one => one.regencyName))].join(', '),
      };
    }
    return { code: 'village-unknown' };
  }
}

const nearly = ({ name, district }: Place) => ({
  code: 'village-near' as const,
  taken: `${name}, ${district}`,
});

/** Gives the same answer to the same question without thinking twice: a list says a few names over and over. */
function remembered(answer: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return text => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
