/** A line as far as the oracle cares: what it says, what it names, and what home said of it. */
export interface KnownLine {
  id: string;
  f: Record<string, unknown>;
  p: Record<string, readonly string[]>;
  /** Ms; of an admitted one. */
  stamp: number;
  isAdmitted: boolean;
}

/**
 * What a record must hold, worked out naively from everything that is known of it (rules 2.1, 2.3, 2.5,
 * 2.7): of each field, the ids of the admitted lines that no other admitted line names, directly or through
 * refused ones, the latest first. Fields that nothing admitted sets are missing.
 */
export function expectedHeads(lines: readonly KnownLine[]): Record<string, string[]> {
  const admitted = lines.filter(({ isAdmitted }) => isAdmitted);
  const fields = [...new Set(admitted.flatMap(({ f }) => Object.keys(f)))].sort();
  return Object.fromEntries(
    fields.map(field => {
      const setters = admitted.filter(({ f }) => Object.hasOwn(f, field));
      const named = setters.map(line => allNamedBy(line, field, lines));
      const left = setters.filter(({ id }) => !named.some(ids => ids.has(id)));
      left.sort((a, b) => b.stamp - a.stamp || (a.id < b.id ? 1 : -1));
      return [field, left.map(({ id }) => id)];
    }),
  );
}

function allNamedBy(line: KnownLine, field: string, lines: readonly KnownLine[]): Set<string> {
  const named = new Set(parentsIn(line, field));
  for (let before = -1; before !== named.size;) {
    before = named.size;
    for (const refused of lines) {
      if (refused.isAdmitted || !named.has(refused.id)) continue;
      const isDeletion = field === 'deleted';
      const passesOn = isDeletion || Object.hasOwn(refused.f, field);
      const parents = isDeletion ? Object.values(refused.p).flat() : parentsIn(refused, field);
      if (passesOn) for (const id of parents) named.add(id);
    }
  }
  named.delete(line.id);
  return named;
}

function parentsIn({ p }: KnownLine, field: string): readonly string[] {
  return Object.hasOwn(p, field) ? (p[field] ?? []) : [];
}
