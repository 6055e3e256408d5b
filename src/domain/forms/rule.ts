/** What must be true of two answers of a form together. */
export type Rule = {
  /** The answer that is to be looked at. */
  key: string;
  other: string;
  level: 'refused' | 'warned';
} & (
  | { is: 'at-least' | 'at-most' }
  /** Either both are zero or neither is. */
  | { is: 'both-zero' }
  /** Zero or empty where the other names the option. */
  | { is: 'zero-if'; option: string }
);
