import { existsSync } from 'node:fs';
import { isValidValue } from '../../domain/records/is-valid-value.ts';
import { roles, type Role } from '../../domain/records/member.ts';
import { programmeStream, readStream, regionStream } from '../../domain/stream.ts';
import { isVillageCode, regencyOfVillage } from '../../domain/territory.ts';
import { invite, type InvitationRequest } from '../accounts/invitations.ts';
import { readConfig } from '../config.ts';
import { homeOf, openDataFolder } from '../data-folder.ts';
import { demoFolder } from '../demo/demo.ts';
import { addressOf, enrolLink } from '../run-server.ts';
import { SetupProblem } from '../setup-problem.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';

const usage =
  'npm run invite -- --role koordinator|fasilitator|pengelola --name "…" [--stream training:ID|region:62.03|programme] [--village 62.03.01.2001] [--demo]';

const options = {
  role: { type: 'string' },
  name: { type: 'string' },
  stream: { type: 'string' },
  village: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

type Asked = Partial<Record<'role' | 'name' | 'stream' | 'village', string>>;

/** Makes an invitation and prints its code and link. Works beside a running server. */
export const inviteSomebody: Command = async ({ args, env }) => {
  const asked = readOptions(args, options, usage);
  const invitation = readInvitation(asked);
  const config = readConfig(env);
  const place = asked.demo ? { dataDir: demoFolder(config.dataDir, Date.now()) } : config;
  if (asked.demo && !existsSync(place.dataDir))
    throw new SetupProblem("There is no demonstration of today; start it with 'npm run demo'.");
  const parts = await openDataFolder(place);
  try {
    const code = await invite(homeOf(parts), invitation);
    console.log(code);
    console.log(enrolLink(addressOf(config), code));
  } finally {
    await parts.store.close();
  }
};

/** Checks what was asked for. Throws `SetupProblem`. */
export function readInvitation({ role: word, name, stream, village }: Asked): InvitationRequest {
  const role = roles.find(known => known === word);
  if (!role) throw new SetupProblem(`--role must be ${roles.join(', ')}. Usage: ${usage}`);
  if (name === undefined || !isValidValue('member', 'name', name, undefined))
    throw new SetupProblem(`--name must be a person's name in quotes. Usage: ${usage}`);
  if (village !== undefined && !isVillageCode(village))
    throw new SetupProblem(`--village must be a code such as 62.03.01.2001. Usage: ${usage}`);
  if (stream !== undefined && !readStream(stream))
    throw new SetupProblem(
      `--stream must be training:ID, region:62.03 or programme. Usage: ${usage}`,
    );
  if (role === 'pengelola' && village === undefined)
    throw new SetupProblem(`A pengelola needs --village. Usage: ${usage}`);
  const guest = { name, stream: stream ?? usualStream(role, village) };
  return { role, guest: { ...guest, ...(village !== undefined && { village }) } };
}

function usualStream(role: Role, village: string | undefined): string {
  if (role === 'koordinator') return programmeStream;
  if (role === 'pengelola' && village !== undefined) return regionStream(regencyOfVillage(village));
  throw new SetupProblem(`A ${role} needs --stream. Usage: ${usage}`);
}
