/** Why the server cannot start, or a command cannot run: one line that names the cure. */
export class SetupProblem extends Error {
  override name = 'SetupProblem';
}
