import { isFound, searchText } from '../../../domain/search-text.ts';
import { kindWords } from '../../parts/work/describe-work.ts';
import { fieldsWords, type Speech } from '../../parts/work/value-words.ts';
import type { ToldEntry } from './told-entry.ts';

/** What a search looks at: whom it is about, where, by whom, on what, and what it says. */
function foldedText(
  speech: Speech,
  { entry, title, place, author = '' }: ToldEntry,
  nameOf: (device: string) => string,
): string {
  const { kind, fields } = entry;
  const said = fieldsWords(speech, kind, fields).join(' ');
  const kindSaid = kindWords(speech.t, kind);
  return searchText([title, place, author, nameOf(entry.device), kindSaid, said].join(' '));
}

/** Finds entries by what is typed, a `searchText`; what was folded for one search is kept for the next. */
export function createFinder(speech: Speech, nameOf: (device: string) => string) {
  const folded = new WeakMap<ToldEntry, string>();
  return (told: readonly ToldEntry[], typed: string): readonly ToldEntry[] =>
    typed === ''
      ? told
      : told.filter(one => {
          let text = folded.get(one);
          if (text === undefined) folded.set(one, (text = foldedText(speech, one, nameOf)));
          return isFound(typed, text);
        });
}
