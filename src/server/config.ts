import { resolve } from 'node:path';
import { SetupProblem } from './setup-problem.ts';

/** Settings, from the environment. README explains them. */
export interface Config {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  /** Where the PostgreSQL database is, with its password; undefined for SQLite in `dataDir`. */
  databaseUrl: string | undefined;
  /** How people reach the server, without a slash at the end. */
  publicUrl: string | undefined;
  trustProxy: boolean;
  logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Reads and checks the settings; `fallback` has what a command prefers where nothing is set. Throws `SetupProblem`. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  fallback: { logLevel?: LogLevel } = {},
): Config {
  return {
    port: readPort(env['PORT'] || '8080'),
    host: env['HOST'] || '127.0.0.1',
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: readDatabaseUrl(env['DATABASE_URL']),
    publicUrl: readPublicUrl(env['PUBLIC_URL']),
    trustProxy: readSwitch('TRUST_PROXY', env['TRUST_PROXY']),
    logLevel: readLogLevel(env['LOG_LEVEL'] || (fallback.logLevel ?? 'info')),
  };
}

/** Never repeats what was given: there is a password in it. */
function readDatabaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new SetupProblem(
      'DATABASE_URL does not begin with postgres://; unset it to use SQLite in DATA_DIR.',
    );
  if (!URL.canParse(text))
    throw new SetupProblem(
      'DATABASE_URL is not an address such as postgres://user:password@host:5432/jukung; write signs like # / @ in the password as %23 %2F %40.',
    );
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new SetupProblem(`PORT is "${text}"; set it to a number from 0 to 65535.`);
  return port;
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new SetupProblem(
      `PUBLIC_URL is "${text}"; set it to an address such as https://jukung.example.org.`,
    );
  return url.origin;
}

function readSwitch(name: string, text: string | undefined): boolean {
  if (!text || text === '0' || text === 'false') return false;
  if (text === '1' || text === 'true') return true;
  throw new SetupProblem(`${name} is "${text}"; set it to 1 or 0.`);
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find(known => known === text);
  if (!level) throw new SetupProblem(`LOG_LEVEL is "${text}"; set it to ${logLevels.join(', ')}.`);
  return level;
}
