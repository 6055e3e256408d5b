import { readConfig } from '../config.ts';
import { homeOf, openDataFolder } from '../data-folder.ts';
import { demoCodes, demoFolder, fillDemonstration } from '../demo/demo.ts';
import { enrolLink, runServer } from '../run-server.ts';
import type { Command } from './command.ts';

/** The demonstration, in a folder of its day: one of an earlier day stays as it was left. */
export const demo: Command = async ({ env, clientFolder }) => {
  const config = readConfig(env, { logLevel: 'warn' });
  const folder = demoFolder(config.dataDir, Date.now());
  const parts = await openDataFolder({ dataDir: folder });
  await fillDemonstration(homeOf(parts));
  const { address } = await runServer({ config, dataDir: folder, ...parts, clientFolder });
  console.log(`The demonstration of Jukung runs at ${address}, data in ${folder}`);
  for (const { code, whom } of demoCodes) {
    console.log(`  ${code.padEnd(17)} ${whom}\n  ${' '.repeat(17)} ${enrolLink(address, code)}`);
  }
};
