/** A line as it is kept: no control characters, single spaces, none around; at most `most` characters. */
export function tidyLine(typed: string, most: number): string {
  const line = typed.replace(/\p{Cc}/gu, ' ').replace(/\s+/g, ' ');
  // Not through the middle of a character that takes two.
  const kept = line.trim().slice(0, most);
  return kept.replace(/[\ud800-\udbff]$/, '').trim();
}
