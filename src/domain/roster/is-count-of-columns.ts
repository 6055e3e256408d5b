/** True for a row that numbers the columns, as offices have it below the headings: (1) (2) (3). */
export function isCountOfColumns(line: readonly string[]): boolean {
  if (!/^\(?1\)?$/.test(line.find(text => text !== '') ?? '')) return false;
  const texts = line.filter(text => text !== '');
  return (
    texts.length > 1 && texts.every((text, at) => Number(text.replace(/[()]/g, '')) === at + 1)
  );
}
