/**
 * Seeds that once found something, by the test that they are for. Run before the day's own, so that what was
 * found once is found again at once.
 */
const found = {
  'fuzzed pushes': [303, 285574939],
  'random histories': [],
  storm: [],
  'hard histories': [281751266],
} as const satisfies Record<string, readonly number[]>;

/** The pinned seeds of a test; none when `SEED` asks for one of its own. */
export function pinnedSeeds(test: keyof typeof found): readonly number[] {
  return process.env['SEED'] === undefined ? found[test] : [];
}
