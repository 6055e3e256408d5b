import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openProfile } from '../support/browser-profile.ts';
import type { BenchPage } from './page.ts';

/** A page that says nothing for so long says nothing any more. */
const patienceMs = 120_000;

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
        run: async (name, ...args) => {
          // What the functions take is checked above; playwright's own types would unfold them without end.
          const call: [string, unknown[]] = [name, args];
          const running: Promise<unknown> = page.evaluate(
            ([called, given]: [string, unknown[]]) => {
              const { bench } = window as unknown as {
                bench: Record<string, (...all: unknown[]) => unknown>;
              };
              return bench[called]?.(...given);
            },
            call as never,
          );
          return (await within(patienceMs, running, name)) as never;
        },
      };
    },
    dispose: () => profile.dispose(),
  };
}

async function within<T>(ms: number, work: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} took longer than ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
