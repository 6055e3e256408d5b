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

/** Reads a command's options and the one file it may name; `file` is empty where none is named. */
export function readFileArgument<Options extends OptionTypes>(
  args: string[],
  options: Options,
  usage: string,
): Given<Options> & { file: string } {
  const [file = '', ...more] = args.filter(arg => !arg.startsWith('-'));
  if (more.length > 0) throw new SetupProblem(`Name one file only. Usage: ${usage}`);
  const given = readOptions(
    args.filter(arg => arg.startsWith('-')),
    options,
    usage,
  );
  return { ...given, file };
}
