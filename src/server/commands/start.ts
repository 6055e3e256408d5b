import { invite } from '../accounts/invitations.ts';
import { programmeStream } from '../../domain/stream.ts';
import { readConfig } from '../config.ts';
import { homeOf, openDataFolder } from '../data-folder.ts';
import { enrolLink, runServer } from '../run-server.ts';
import type { Command } from './command.ts';

/** The real thing. As long as nobody has come in, it begins with an invitation for the first koordinator. */
export const start: Command = async ({ env, clientFolder }) => {
  const config = readConfig(env);
  const parts = await openDataFolder(config);
  const { address } = await runServer({ config, dataDir: config.dataDir, ...parts, clientFolder });
  const where = config.databaseUrl ? 'PostgreSQL, keys and pictures' : 'data';
  console.log(`Jukung ${__APP_VERSION__} at ${address}, ${where} in ${config.dataDir}`);
  if (await parts.store.hasEnrolments()) return;
  const guest = { name: 'Koordinator', stream: programmeStream };
  const code = await invite(homeOf(parts), { role: 'koordinator', guest });
  console.log(`Nobody has come in yet. The first koordinator's code is ${code}`);
  console.log(enrolLink(address, code));
};
