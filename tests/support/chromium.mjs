import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

/** Where an installed browser usually lies. */
const installedPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * A Chromium to run tests in: $CHROMIUM, else the one inside @sparticuz/chromium (Linux x64), else
 * an installed one. Installs nothing on the system. Launch it with the given environment.
 *
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>}
 * @throws when there is none; the message says in one line what to do.
 */
export async function findChromium() {
  const env = ownEnvironment();
  const chosen = process.env['CHROMIUM'];
  if (chosen) {
    if (!fs.existsSync(chosen)) throw new Error(`CHROMIUM=${chosen} does not exist`);
    return { executablePath: chosen, env };
  }
  const folder = await unpackBundled();
  if (folder)
    return { executablePath: path.join(folder, 'chromium'), env: bundledEnvironment(folder, env) };
  const installed = installedPaths.find(candidate => fs.existsSync(candidate));
  if (installed) return { executablePath: installed, env };
  throw new Error('No Chromium found: install Chrome or Chromium, or set CHROMIUM to its path.');
}

/**
 * Unpacks the browser that lies compressed in @sparticuz/chromium, once a version.
 *
 * @returns {Promise<string | undefined>} its folder; undefined where it cannot run
 */
async function unpackBundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const root = packageFolder('@sparticuz/chromium');
  if (!root) return undefined;
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(root, '../../.cache', `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;

  // Unpacked beside and renamed, so that two runs at once never see half a browser.
  const unfinished = `${folder}.${process.pid}`;
  fs.mkdirSync(unfinished, { recursive: true });
  try {
    await unpack(root, 'chromium.br', path.join(unfinished, 'chromium'));
    for (const name of ['al2023', 'fonts', 'swiftshader']) {
      const archive = path.join(unfinished, `${name}.tar`);
      await unpack(root, `${name}.tar.br`, archive);
      const tar = spawnSync('tar', ['-xf', archive, '-C', unfinished, '--no-same-owner']);
      if (tar.status !== 0) throw new Error(`Cannot unpack ${name}.tar: is tar installed?`);
      fs.rmSync(archive);
    }
    fs.renameSync(unfinished, folder);
  } catch (failure) {
    fs.rmSync(unfinished, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw failure;
  }
  return folder;
}

/** @param {string} name */
function packageFolder(name) {
  const searched = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return searched.map(place => path.join(place, name)).find(place => fs.existsSync(place));
}

/** @param {string} root @param {string} name @param {string} target */
async function unpack(root, name, target) {
  await pipeline(
    fs.createReadStream(path.join(root, 'bin', name)),
    createBrotliDecompress(),
    fs.createWriteStream(target, { mode: 0o755 }),
  );
}

/**
 * The package brings libraries and fonts for machines that have none.
 *
 * @param {string} folder @param {Record<string, string>} env
 */
function bundledEnvironment(folder, env) {
  const libraries = spawnSync('ldd', [path.join(folder, 'chromium')], { encoding: 'utf8' });
  const isSomeMissing = /not found/.test(libraries.stdout ?? '');
  const own = path.join(folder, 'lib');
  return {
    ...env,
    ...(isSomeMissing && {
      LD_LIBRARY_PATH: [own, env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    }),
    ...(!fs.existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: folder }),
  };
}

/** @returns {Record<string, string>} */
function ownEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
