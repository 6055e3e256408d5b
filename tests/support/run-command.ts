import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { DataPlace } from '../../src/server/data-folder.ts';
import { settingsOf } from './data-places.ts';

/** Runs a command of the built server as a process of its own, and gives what it printed. Throws with what it complained of. */
export async function runCommand(
  place: DataPlace,
  word: string,
  ...args: string[]
): Promise<string> {
  const child = spawn(process.execPath, ['dist/server/main.js', word, ...args], {
    env: { ...process.env, ...settingsOf(place) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, complaint, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`${word} ended with ${code}: ${complaint}`);
  return out;
}
