import { readConfig } from '../config.ts';
import { homeOf, openDataFolder } from '../data-folder.ts';
import { SetupProblem } from '../setup-problem.ts';
import { createHomeOperations } from '../admission/home-operations.ts';
import { readOptions } from './arguments.ts';
import type { Command } from './command.ts';

const usage = 'npm run revoke -- --device ID';

/** Shuts a lost device out. What it still delivers is kept apart. Works beside a running server. */
export const revoke: Command = async ({ args, env }) => {
  const { device } = readOptions(args, { device: { type: 'string' } }, usage);
  if (!device) throw new SetupProblem(`--device is missing. Usage: ${usage}`);
  const parts = await openDataFolder(readConfig(env));
  try {
    if (!(await createHomeOperations(homeOf(parts)).revokeDevice(device)))
      throw new SetupProblem(
        `No device ${device} was ever let in here; look for its id in the log.`,
      );
    console.log(`${device} is shut out.`);
  } finally {
    await parts.store.close();
  }
};
