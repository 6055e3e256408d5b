/** Why a row is left out. */
export type LeftOutCode =
  /** Other things are said of somebody, and no name. */
  | 'no-name'
  /** Only one thing is said, as in a line for a signature or a sum. */
  | 'not-a-person'
  /** The same person stands in an earlier row. */
  | 'repeated';

/** What of a row is not taken over, or taken otherwise than it is written. */
export type OddityCode =
  /** The spreadsheet keeps the NIP as a figure, and the last digits of it are lost. */
  | 'nip-rounded'
  /** No NIP has so many digits; kept as it is written. */
  | 'nip-odd'
  /** The number of an identity card, which is not to be kept. */
  | 'nik-not-kept'
  | 'phone-odd'
  | 'gender-odd'
  /** A name with digits or signs in it; kept as it is written. */
  | 'name-odd'
  | 'too-long'
  | 'village-unknown'
  /** Several villages are called so; `taken` names their districts. */
  | 'village-ambiguous'
  /** There is one of that name, and it lies in another regency; `taken` says where. */
  | 'village-elsewhere'
  /** Written a little differently; `taken` is the village that was understood. */
  | 'village-near'
  | 'regency-unknown';

/** Something to know about one row. */
export interface RowNote {
  code: LeftOutCode | OddityCode;
  /** The row's number as a spreadsheet shows it, from 1. */
  row: number;
  /** What stands there, or the name of whom it is about. */
  said: string;
  /** What was understood instead. */
  taken?: string;
}

/** The codes with which a row does not come in at all. */
export const leftOutCodes: ReadonlySet<RowNote['code']> = new Set<LeftOutCode>([
  'no-name',
  'not-a-person',
  'repeated',
]);
