import type { CDPSession, Page } from 'playwright-core';

/** Longest task of a page's main thread on a CPU four times slower while something is done, ms; 0 if none took 50. */
export async function longestTask(
  page: Page,
  cdp: CDPSession,
  work: () => Promise<void>,
): Promise<number> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.push(entry.duration);
    }).observe({ type: 'longtask' });
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await work();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return page.evaluate(async () => {
    // A page that has nothing to draw may never be told that it is idle.
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: 1_000 }));
    return Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks);
  });
}
