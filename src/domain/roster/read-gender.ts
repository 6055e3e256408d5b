import { searchText } from '../search-text.ts';

const words: Readonly<Record<string, 'L' | 'P'>> = {
  ...Object.fromEntries(
    ['l', 'lk', 'laki', 'laki laki', 'lakilaki', 'pria', 'cowok', 'm', 'male', 'bapak'].map(
      word => [word, 'L'] as const,
    ),
  ),
  ...Object.fromEntries(
    ['p', 'pr', 'perempuan', 'wanita', 'w', 'f', 'female', 'ibu'].map(word => [word, 'P'] as const),
  ),
};

/** Man or woman as somebody wrote it; undefined for what is neither. */
export function readGender(text: string): 'L' | 'P' | undefined {
  if (text === 'L' || text === 'P') return text;
  const said = searchText(text);
  return Object.hasOwn(words, said) ? words[said] : undefined;
}
