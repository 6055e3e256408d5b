import { parseArgs } from 'node:util';
import { SetupProblem } from '../setup-problem.ts';

type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What was given for each option; missing where nothing was. */
export type Given<Options extends OptionTypes> = {
  [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
};

/** Reads a command's options. Throws `SetupProblem` with how it is used for one that is not known. */
export function readOptions<Options extends OptionTypes>(
  args: string[],
  options: Options,
  usage: string,
): Given<Options> {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false })
      .values as Given<Options>;
  } catch (error) {
    const [reason] = (error as Error).message.split(/[\n.]/);
    throw new SetupProblem(`${reason}. Usage: ${usage}`);
  }
}
