import type { Change } from '../../data/record-view.ts';
import type { OpenDifference, Side } from './read-differences.ts';

/** Rules by which many differences are settled at once. */
export const rules = ['latest', 'earliest'] as const;

export type Rule = (typeof rules)[number];

/** What the rule takes of a difference. Of one moment, the operation's id decides, so that it is the same everywhere. */
export function chosenBy(rule: Rule, { sides }: Pick<OpenDifference, 'sides'>): Side | undefined {
  const ordered = sides.toSorted(
    (one, other) => one.at - other.at || (one.operation < other.operation ? -1 : 1),
  );
  return rule === 'latest' ? ordered.at(-1) : ordered[0];
}

/** The edits that settle all of them by the rule. */
export function settleByRule(rule: Rule, differences: readonly OpenDifference[]): Change[] {
  return differences.flatMap(one => {
    const side = chosenBy(rule, one);
    return side ? one.settle(side.value) : [];
  });
}
