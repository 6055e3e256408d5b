import { readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** How many files below a folder this process has open, where the system tells; 0 where it does not. */
export function openFiles(folder: string): number {
  let open = 0;
  for (const name of list('/proc/self/fd')) {
    try {
      if (readlinkSync(join('/proc/self/fd', name)).startsWith(folder)) open += 1;
    } catch {
      // Closed since it was listed.
    }
  }
  return open;
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
