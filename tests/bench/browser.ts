import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openProfile } from '../support/browser-profile.ts';
import type { BenchPage } from './page.ts';

/** A real Chromium, with a profile on the disk. */
export interface BenchBrowser {
  version: string;
  /** A page of that server's origin with the app's data layer in it, and no screen. */
  open(url: string): Promise<PageInUse>;
  dispose(): Promise<void>;
}

export interface PageInUse {
  /** Calls one of `BenchPage`'s functions in the page. */
  run<Name extends keyof BenchPage>(
    name: Name,
    ...args: Parameters<BenchPage[Name]>
  ): Promise<Awaited<ReturnType<BenchPage[Name]>>>;
}

export async function openBrowser(): Promise<BenchBrowser> {
  const profile = await openProfile('tablet');
  const bundle = readFileSync(new URL('page/page.js', import.meta.url), 'utf8');
  return {
    version: profile.context.browser()?.version() ?? 'of unknown version',
    async open(url) {
      const page: Page = profile.page;
      // Any address of the origin will do that starts neither the app nor its service worker.
      await page.goto(`${url}/robots.txt`);
      await page.evaluate(bundle);
      return {
        run: (name, ...args) =>
          page.evaluate(
            ([called, given]) => {
              const { bench } = window as unknown as {
                bench: Record<string, (...all: unknown[]) => unknown>;
              };
              return bench[called]?.(...given);
            },
            [name, args] as const,
          ) as never,
      };
    },
    dispose: () => profile.dispose(),
  };
}
