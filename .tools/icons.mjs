// Draws the PNG icons from public/favicon.svg: `node .tools/icons.mjs`, after a change of the drawing.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../tests/support/chromium.mjs';

const svg = readFileSync('public/favicon.svg', 'utf8');
const ground = /<rect[^>]*fill="([^"]+)"/.exec(svg)[1];

/** `fill` is how much of the picture the drawing takes; a full ground suits systems that cut their own shape. */
const icons = [
  { file: 'icon-192.png', size: 192, fill: 1, hasGround: false },
  { file: 'icon-512.png', size: 512, fill: 1, hasGround: false },
  // A maskable icon must live with losing all but a circle of 80 %.
  { file: 'icon-maskable-512.png', size: 512, fill: 0.8, hasGround: true },
  { file: 'apple-touch-icon.png', size: 180, fill: 1, hasGround: true },
];

const browser = await chromium.launch(await findChromium());
const page = await browser.newPage();
for (const { file, size, fill, hasGround } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html { background: ${hasGround ? ground : 'transparent'} }
      body { margin: 0; display: grid; place-items: center; height: 100vh }
      svg { width: ${size * fill}px; height: ${size * fill}px }</style>${svg}`,
  );
  await page.screenshot({ path: `public/${file}`, omitBackground: !hasGround });
  console.log(`public/${file}`);
}
await browser.close();
