import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backup } from './commands/backup.ts';
import type { Command } from './commands/command.ts';
import { demo } from './commands/demo.ts';
import { inviteSomebody } from './commands/invite.ts';
import { restore } from './commands/restore.ts';
import { revoke } from './commands/revoke.ts';
import { start } from './commands/start.ts';
import { generateTerritory } from './commands/territory.ts';
import { SetupProblem } from './setup-problem.ts';

const commands: Readonly<Record<string, Command>> = {
  start,
  demo,
  invite: inviteSomebody,
  revoke,
  backup,
  restore,
  territory: () => generateTerritory('public/territory.json'),
};

const [word = 'start', ...args] = process.argv.slice(2);
const clientFolder = join(dirname(fileURLToPath(import.meta.url)), '../client');

try {
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command)
    throw new SetupProblem(
      `There is no command "${word}"; use ${Object.keys(commands).join(', ')}.`,
    );
  await command({ args, env: process.env, clientFolder });
} catch (error) {
  // What the operator can mend is one line. A bug is shown whole, for whoever mends that.
  console.error(error instanceof SetupProblem ? error.message : error);
  process.exit(1);
}
