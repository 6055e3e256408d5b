import { readFileSync } from 'node:fs';
import { compileMessages } from './.tools/compile-messages.mjs';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Tests that start a PostgreSQL of their own accord: not part of the quick ones. */
const onBoth = ['tests/server/{postgres-store,backup,check-postgres,epoch-file}.test.ts'];

/** Oldest browsers: Android 8's last Chrome is newer than 111. */
const browsers = ['chrome111', 'edge111', 'safari16.4', 'firefox111'];

/** What of the client is fetched when first wanted, not at the start. */
const late = [
  'features/(?!(home|enrol)/)',
  'features/home/(HomeMore|BoardRows|CoordinatorCard|EveningCard|LeavingCard|LibrariesCard|VisitsCard)',
  'forms/',
  'parts/(CallNotice|invitation/|work/|village/|people/|qr/|use-picture|profile/|record-form/|photo/|checklist/|moved-to|use-late-saving|use-asked|is-whole|may-invite)',
  'main',
  'app/LaterRoutes',
  'later-paths',
  'build-engine\\.',
  'sync/(board|called|engine|line|push|pull|batch|receipts|any-token|pictures|picture-lane)\\.',
  'data/(drafts|own-edits|counters|cleaning|failed-withdrawal|receipt-book|group-books|settlement|withdrawal)\\.',
  'device/(battery|sha256|roster-desk|caller|locate|photo.*|scanner)\\.',
  'api/(events|sync-api|lines|blobs)\\.',
  'i18n/(messages-(en|id-later)|profile/)',
  'ui/(SelectField|NumberStepper|SearchField|tokens|base)\\.',
];

/**
 * The app's first screens in one file: it packs far better than in twenty. Apart from it lies what has
 * to stand when the app cannot be loaded; the other screens are fetched when first wanted.
 */
const chunks = [
  {
    name: 'rescue',
    test: /\/(crash-screen|messages-id|export-unsent|save-file|day)\.ts$/,
    priority: 2,
  },
  {
    name: 'shell',
    test: new RegExp(
      `/node_modules/(?!@noble/|uqr/)|/src/(domain(?!/access|/forms/|/standard/|/checklists/|/people/|/roster/|/training-template|/badge|/open-territory|/records/(schemas|is-valid-value))|protocol(?!/(lean|activity|whole|event)))/|/src/client/(?!${late.join('|')})`,
    ),
    priority: 1,
  },
];

/** What `npm run torture` runs at length; a share of all of it belongs to every run of the tests. */
const isTorture = process.env['TORTURE'] === '1';
const tortured = [
  'tests/torture/**/*.test.ts',
  'tests/server/fuzz*.test.ts',
  'tests/browser/killed.test.ts',
  'tests/journeys/random-histories-*.test.ts',
];

export default defineConfig(({ isSsrBuild, mode }) => ({
  define: { __APP_VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Dexie's own default is written for browsers far older than ours.
  resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  publicDir: isSsrBuild ? false : 'public',
  build: isSsrBuild
    ? { outDir: 'dist/server', target: 'node20', emptyOutDir: true, sourcemap: true }
    : {
        outDir: 'dist/client',
        target: browsers,
        cssTarget: browsers,
        emptyOutDir: true,
        rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
      },
  plugins: isSsrBuild || mode === 'test' ? [] : [compileMessages(), offlineShell()],
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:8080', '/sync': 'http://localhost:8080' },
  },
  test: {
    reporters: ['default', './.tools/summary-reporter.mjs'],
    globalSetup: './tests/support/shared-postgres.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          maxWorkers: '100%',
          // Far more than any of them takes, for a machine that has other work to do.
          testTimeout: 30_000,
          include: ['tests/{domain,protocol,worker,client,server}/**/*.test.{ts,tsx}'],
          exclude: onBoth,
        },
      },
      {
        extends: true,
        test: {
          // The same stories once more where several writers are at work, and what needs that database.
          name: 'postgres',
          maxWorkers: '100%',
          env: { STORE: 'postgres' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          setupFiles: ['fake-indexeddb/auto'],
          include: [
            ...onBoth,
            'tests/server/{push,pull,rights,decisions,keeping,upgrade,merge-equivalence}.test.ts',
            'tests/properties/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          maxWorkers: '100%',
          include: ['tests/{journeys,properties}/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          // After the others, with the machine to itself: some of these measure.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'torture',
          maxWorkers: '100%',
          include: isTorture ? tortured : ['tests/torture/**/*.test.ts'],
          setupFiles: ['fake-indexeddb/auto'],
          testTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
}));

/** The service worker with the list of built files, and the manifest that makes the app installable. */
function offlineShell() {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/sw',
    filename: 'sw.ts',
    injectRegister: false,
    registerType: 'prompt',
    includeManifestIcons: false,
    injectManifest: { globPatterns: ['**/*.{html,js,css,svg,json,webmanifest}', 'icon-192.png'] },
    manifest: {
      id: '/',
      name: 'Jukung — Bimtek SPP-TIK',
      short_name: 'Jukung',
      description:
        'Kehadiran, daftar periksa, dan profil perpustakaan: dicatat di desa tanpa sinyal, terkirim saat tersambung.',
      lang: 'id',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#f3f7f6',
      theme_color: '#004f4c',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
  });
}
