// Measures: `npm run bench`, and behind `--`: `--json`, `--only push,pull,bytes,history,write`, `--no-build`.
// Builds the app as it is delivered and the bench beside it, and hands over to tests/bench/main.ts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { build } from 'vite';

const outDir = resolve('node_modules/.cache/bench');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const define = { __APP_VERSION__: JSON.stringify(version) };

if (!process.argv.includes('--no-build')) {
  // What a build says goes to where failures go: standard output is for the figures alone.
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  define,
  build: {
    ssr: true,
    outDir,
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      input: {
        main: 'tests/bench/main.ts',
        storm: 'tests/bench/storm.ts',
        'bare-server': 'tests/bench/bare-server.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

// The page is put into the browser as one script.
await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  define,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  build: {
    outDir: `${outDir}/page`,
    emptyOutDir: true,
    target: 'chrome111',
    modulePreload: false,
    rolldownOptions: {
      input: 'tests/bench/page.ts',
      output: { format: 'iife', entryFileNames: 'page.js', codeSplitting: false },
    },
  },
});

await import(pathToFileURL(`${outDir}/main.js`).href);
