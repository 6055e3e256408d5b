import { wholeCode } from '../../../protocol/whole.ts';
import type { BoardRow, RowState } from './board-rows.ts';

/** What the board says of all devices together. */
export interface BoardSummary {
  /** Expected devices and people; those that were written off are among them. */
  expected: number;
  whole: number;
  writtenOff: number;
  needHelp: number;
  underWay: number;
  /** Of those that are still awaited, how many answered the call. */
  answered: number;
  /** Operations that home holds of all of them. */
  held: number;
  /**
   * When the last proof was given, home's clock, ms, and one code over all proofs: only when there was a call
   * and every expected device that was not written off has a proof since (rule 13.7). Undefined otherwise, and
   * never anything in between.
   */
  allIn: { at: number; code: string } | undefined;
}

const underWay: readonly RowState[] = ['sending', 'held', 'proving'];

/** Counts a board's rows. */
export function summarise(rows: readonly BoardRow[], call: string | undefined): BoardSummary {
  const expected = rows.filter(({ state }) => state !== 'notExpected');
  const count = (is: (row: BoardRow) => boolean) => expected.filter(is).length;
  const whole = count(({ state }) => state === 'whole');
  const writtenOff = count(({ state }) => state === 'writtenOff');
  const going = count(({ state }) => underWay.includes(state));
  return {
    expected: expected.length,
    whole,
    writtenOff,
    underWay: going,
    needHelp: expected.length - whole - writtenOff - going,
    answered:
      call === undefined
        ? 0
        : count(({ state, device }) => state !== 'writtenOff' && device?.report?.call === call),
    held: expected.reduce((sum, { device }) => sum + (device?.held ?? 0), 0),
    allIn:
      call !== undefined && whole > 0 && whole + writtenOff === expected.length
        ? proofOfAll(expected)
        : undefined,
  };
}

function proofOfAll(expected: readonly BoardRow[]): BoardSummary['allIn'] {
  const proofs = expected.flatMap(({ id, state, device }) =>
    state === 'whole' && device?.proof ? [[id, device.proof] as const] : [],
  );
  return {
    at: Math.max(...proofs.map(([, { at }]) => at)),
    code: wholeCode(new Map(proofs)),
  };
}
