import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';

/** Builds before this one whose files are still served, so that a page that is open survives an upgrade. */
const keptBuilds = 2;
const listName = 'files.json';
/** A draft is complete within a second; one this old was left. */
const draftMs = 3_600_000;
const isDraftName = (name: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(name);
const isBuildName = (name: string) => /^[0-9a-f]{32}$/.test(name);
/** A file whose name changes with its content: `index-BPTH5dbx.js`. No other may outlive its build. */
const isHashed = (name: string) => /^[\w.-]+-[\w-]{8}\.[a-z0-9]+$/.test(name);

/** A file of an earlier build, by its name in `/assets/`; undefined if there is none, or not as it was kept. */
export type EarlierFile = (name: string) => Promise<Buffer | undefined>;

/**
 * Keeps the hashed files of the build in `clientFolder` under `folder`, and gives those of the two builds
 * that were started before it; older ones are removed. What cannot be kept or read is left out, and
 * `report` is told: a server must start on a full disk too.
 */
export async function keepBuilds({
  clientFolder,
  folder,
  now,
  report,
}: {
  clientFolder: string;
  folder: string;
  /** Ms since 1970. */
  now: number;
  report: (error: unknown) => void;
}): Promise<EarlierFile> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const current = await keep(join(clientFolder, 'assets'), folder, now);
    const others = (await listBuilds(folder)).filter(name => name !== current);
    await removeAllBut([current, ...others.slice(0, keptBuilds)], folder, now);
    return await readersOf(others.slice(0, keptBuilds), folder);
  } catch (error) {
    report(error);
    return async () => undefined;
  }
}

/** Copies what is not there yet. A build goes by its files' names, which go by their contents. */
async function keep(assets: string, folder: string, now: number): Promise<string> {
  const entries = await readdir(assets, { withFileTypes: true });
  const names = entries
    .filter(entry => entry.isFile() && isHashed(entry.name))
    .map(entry => entry.name)
    .toSorted();
  const build = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 32);
  if (!(await isFolder(join(folder, build)))) {
    const draft = join(folder, randomUUID());
    await mkdir(draft);
    const files: Record<string, string> = {};
    for (const name of names) {
      const content = await readFile(join(assets, name));
      await writeFile(join(draft, name), content);
      files[name] = hashOf(content);
    }
    await writeFile(join(draft, listName), JSON.stringify(files));
    await rename(draft, join(folder, build)).catch(async (error: unknown) => {
      await rm(draft, { recursive: true, force: true });
      // Another server on this folder, started at the same moment, was quicker.
      if (!(await isFolder(join(folder, build)))) throw error;
    });
  }
  await utimes(join(folder, build), now / 1000, now / 1000);
  return build;
}

/** The builds that are kept, the one started last first. */
async function listBuilds(folder: string): Promise<string[]> {
  const builds: { name: string; startedAt: number }[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory() && isBuildName(entry.name)) {
      const { mtimeMs } = await lstat(join(folder, entry.name));
      builds.push({ name: entry.name, startedAt: mtimeMs });
    }
  return builds.toSorted((one, other) => other.startedAt - one.startedAt).map(({ name }) => name);
}

/** Older builds, and drafts that a killed server left; nothing else that lies there. */
async function removeAllBut(kept: readonly string[], folder: string, now: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || kept.includes(entry.name)) continue;
    const path = join(folder, entry.name);
    const isLeft = isDraftName(entry.name) && (await lstat(path)).mtimeMs < now - draftMs;
    if (isBuildName(entry.name) || isLeft) await rm(path, { recursive: true, force: true });
  }
}

/** Only what a build's list names is ever opened, and only what its hash says is given. */
async function readersOf(builds: readonly string[], folder: string): Promise<EarlierFile> {
  const known = new Map<string, { path: string; hash: string }[]>();
  for (const build of builds)
    for (const [name, hash] of Object.entries(await readList(join(folder, build))))
      known.set(name, [...(known.get(name) ?? []), { path: join(folder, build, name), hash }]);
  return async name => {
    for (const { path, hash } of known.get(name) ?? []) {
      const content = await readPlain(path);
      if (content && hashOf(content) === hash) return content;
    }
    return undefined;
  };
}

async function readList(build: string): Promise<Record<string, string>> {
  const text = await readPlain(join(build, listName));
  try {
    const list = JSON.parse(text?.toString() ?? '{}') as unknown;
    if (typeof list !== 'object' || list === null) return {};
    const files = Object.entries(list).filter(
      (file): file is [string, string] => isHashed(file[0]) && typeof file[1] === 'string',
    );
    return Object.fromEntries(files);
  } catch {
    return {};
  }
}

/** The content of a file that is one; undefined for all else, links included. */
async function readPlain(path: string): Promise<Buffer | undefined> {
  try {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      return (await handle.stat()).isFile() ? await handle.readFile() : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('base64url');
