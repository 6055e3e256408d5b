import { Problem } from '../../domain/problem.ts';
import { SetupProblem } from '../setup-problem.ts';

const [busy, full] = [5, 13];

/**
 * What stopped a backup or a restore in the middle, as one line with its cure where somebody can do
 * something about it; a bug stays as it is. In either case nothing was changed.
 */
export function explainTrouble(error: unknown): unknown {
  if (error instanceof SetupProblem) return error;
  const { code, errcode = 0, syscall, path } = error as Trouble;
  const primary = errcode & 0xff;
  if (code === 'ENOSPC' || code === '53100' || code === 'server-full' || primary === full)
    return new SetupProblem('The disk is full; nothing was changed. Make room and try again.');
  if (code === 'busy' || code === '55P03' || primary === busy)
    return new SetupProblem('The database is in use; nothing was changed. Try again in a moment.');
  if (path !== undefined && code !== undefined)
    return new SetupProblem(`${path} cannot be used (${code}); nothing was changed.`);
  const isBroken =
    syscall !== undefined || error instanceof Problem || /^(08|53|57)/.test(code ?? '');
  if (isBroken || /Connection|terminat/.test(String(error)))
    return new SetupProblem(
      `The database broke off (${code ?? 'no answer'}); nothing was changed. Try again when it is back.`,
    );
  return error;
}

interface Trouble {
  code?: string;
  /** SQLite's result code. */
  errcode?: number;
  syscall?: string;
  path?: string;
}
