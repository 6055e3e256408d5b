/**
 * What is wrong or odd about an answer. `refused` cannot be saved as an answer; `warned` is saved and asked
 * "sure?". Screens find the words by the code.
 */
export type IssueCode =
  /** Not of the type at all: letters in a number, a text that is too short to be a name. */
  | 'not-readable'
  | 'too-short'
  | 'too-long'
  | 'too-many'
  /** A year without what came in it. */
  | 'kind-first'
  /** A whole that is less than its parts together. */
  | 'less-than-parts'
  | 'below'
  | 'too-early'
  | 'above'
  | 'decimals'
  | 'future'
  | 'phone'
  | 'email'
  | 'unknown-option'
  | 'alone'
  | 'outside-area'
  | 'unlikely-low'
  | 'unlikely-high'
  | 'inaccurate'
  | 'no-consent'
  /** Beside another field: more than it, less than it, or at odds with it. */
  | 'more-than'
  | 'less-than'
  | 'contradicts';

export interface Issue {
  /** The field that is to be looked at. */
  key: string;
  code: IssueCode;
  level: 'refused' | 'warned';
  /** The limit that was passed, where there is one. */
  limit?: number;
  /** The other field of a rule that looks at two. */
  other?: string;
  /** Which part of an answer that has several. */
  part?: string;
}
