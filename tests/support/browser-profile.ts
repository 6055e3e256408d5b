import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.mjs';

/** Widths and heights that people have in hand. */
export const screens = {
  phone: { width: 360, height: 740 },
  tablet: { width: 800, height: 1280 },
  laptop: { width: 1280, height: 800 },
} as const;

/** One person's browser, with a profile that outlives its process. */
export interface BrowserProfile {
  page: Page;
  context: BrowserContext;
  /** What the page complained about so far: errors thrown, errors on the console. */
  complaints: string[];
  /** Cuts or restores the network for everything in this browser. */
  setOffline(isOffline: boolean): Promise<void>;
  /** Ends every process of the browser at once, as an empty battery would. */
  kill(): Promise<void>;
  /** Opens the browser again on the same profile, with an empty page. */
  reopen(options?: { isOffline?: boolean }): Promise<void>;
  /** Closes it and removes the profile. */
  dispose(): Promise<void>;
}

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
  '--lang=id-ID',
];

/** Opens a browser with a fresh profile; `extra` are switches of its own. */
export async function openProfile(
  screen: keyof typeof screens = 'tablet',
  extra: readonly string[] = [],
): Promise<BrowserProfile> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'jukung-profile-'));
  const { executablePath, env } = await findChromium();
  const complaints: string[] = [];
  let child: ChildProcess;
  let browser: Browser;

  const profile = {
    complaints,
    setOffline: (isOffline: boolean) => profile.context.setOffline(isOffline),
    kill,
    async reopen({ isOffline = false } = {}) {
      await launch();
      if (isOffline) await profile.context.setOffline(true);
    },
    async dispose() {
      await kill();
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  } as unknown as BrowserProfile;

  async function launch(): Promise<void> {
    // A group of its own, so that all its processes can be ended at once.
    child = spawn(
      executablePath,
      [...switches, ...extra, `--user-data-dir=${userDataDir}`, 'about:blank'],
      {
        env: { ...env, TZ: 'Asia/Pontianak' },
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const context = browser.contexts()[0];
    const page = context?.pages()[0];
    if (!context || !page) throw new Error('the browser opened no page');
    page.on('pageerror', error => complaints.push(`thrown: ${error.message}`));
    page.on('console', message => {
      const isOwn =
        message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text());
      if (isOwn) complaints.push(`console: ${message.text()}`);
    });
    await page.setViewportSize(screens[screen]);
    Object.assign(profile, { page, context });
  }

  async function kill(): Promise<void> {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exited;
    await browser.close();
  }

  await launch();
  return profile;
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', () => reject(new Error(`the browser ended:\n${printed}`)));
    child.stderr?.on('data', (text: Buffer) => {
      printed += text.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
  });
}
