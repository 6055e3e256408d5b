import type { Participant } from '../../../domain/records/participant.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Change, RecordView } from '../../data/record-view.ts';

/** The tests before and after. */
export const tests = ['pre', 'post'] as const;

export type Test = (typeof tests)[number];

type Scores = NonNullable<Participant['scores']>;

/**
 * What was said of one test on all records of a person, each figure once, the shown one first. More than one:
 * people disagree. One who entered the first test and one who entered the second do not.
 */
export function scoresSaid(own: readonly RecordView[], test: Test): number[] {
  const said = own.flatMap(view =>
    (view.state['scores']?.h ?? []).flatMap(head => (head.v as Scores | null)?.[test] ?? []),
  );
  return [...new Set(said)];
}

/**
 * The edits that set one score (null takes it back) and leave the other as it is shown. A double that says
 * something of that test says the same afterwards. `own` are the person's records, the first stands for them.
 */
export function scoreChanges(
  own: readonly RecordView[],
  test: Test,
  points: number | null,
): Change[] {
  return own.flatMap((view, at) => {
    const hasSaid = scoresSaid([view], test).length > 0;
    if (at > 0 && !hasSaid) return [];
    const scores: Record<string, JsonValue> = {};
    for (const other of tests) {
      const [shown] = scoresSaid(at === 0 ? own : [view], other);
      const value = other === test ? points : shown;
      if (value !== undefined && value !== null) scores[other] = value;
    }
    const { stream, t, r } = view;
    const fields = { scores: Object.keys(scores).length === 0 ? null : scores };
    return [{ stream, t, r, fields, seen: view }];
  });
}
