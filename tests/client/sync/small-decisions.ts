import { canBeAccepted, type RefusalCode } from '../../../src/domain/problem.ts';
import { mergeField } from '../../../src/protocol/merge.ts';
import type { Operation } from '../../../src/protocol/operation.ts';

interface Judged {
  operation: Operation;
  stamp: number;
  code: RefusalCode | undefined;
}

/** What is decided of a refused operation, from everything that is known (rule 4.13). Judges no rights. */
export function decidedOf(
  target: Judged,
  known: Iterable<Judged>,
): { outcome: 'accept' | 'decline' | 'withdraw'; note: string } | undefined {
  const decisions = [...known].filter(
    ({ operation: { t, r }, code }) =>
      t === 'decision' && r === target.operation.id && code === undefined,
  );
  const headsOf = (field: string) =>
    mergeField(
      field,
      decisions
        .filter(({ operation }) => Object.hasOwn(operation.f, field))
        .map(({ operation, stamp }) => ({
          id: operation.id,
          value: operation.f[field] ?? null,
          parents: operation.p[field] ?? [],
          stamp,
          by: operation.by,
          isAdmitted: true,
        })),
    ).h;
  const note = headsOf('note')[0]?.v;
  const [outcome] = headsOf('outcome')
    .map(({ v, by }) => (v === 'withdraw' && by !== target.operation.by ? null : v))
    .filter(v => v !== 'accept' || (target.code !== undefined && canBeAccepted(target.code)))
    .filter(v => v === 'accept' || v === 'decline' || v === 'withdraw')
    .sort();
  return outcome && { outcome, note: typeof note === 'string' ? note : '' };
}
