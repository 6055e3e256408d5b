/** What a command is given of the process. */
export interface CommandInput {
  /** What stands behind the command's word. */
  args: string[];
  env: Readonly<Record<string, string | undefined>>;
  /** The folder of the built client. */
  clientFolder: string;
}

/** A command. What it has to say it prints; what stops it is a `SetupProblem`. */
export type Command = (input: CommandInput) => Promise<void>;
