import type { CDPSession, Locator, Page } from 'playwright-core';

/** The middle of what is in sight, for raw touches: looking for elements would be work of its own on the page. */
export async function centreOf(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.first().boundingBox();
  if (!box) throw new Error('not in sight');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Longest task of the page's main thread while something is done on a CPU slowed down four times, ms; 0 if none took 50. */
export async function measureLongestTask(
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
