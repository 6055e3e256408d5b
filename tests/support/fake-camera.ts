import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { temporaryFolder } from './temporary-folder.ts';

/** What a camera sees for a while: a QR code's picture as SVG, or nothing. */
export interface Scene {
  svg: string | undefined;
  seconds: number;
}

const width = 640;
const height = 480;
const framesPerSecond = 5;

/** Switches of a Chromium whose camera plays these scenes over and over, and that asks nobody for leave. */
export async function cameraPlaying(page: Page, scenes: readonly Scene[]): Promise<string[]> {
  const frames: Buffer[] = [];
  for (const { svg, seconds } of scenes) {
    const frame = frameOf(svg === undefined ? undefined : await lightOf(page, svg));
    for (let at = 0; at < seconds * framesPerSecond; at += 1) frames.push(frame);
  }
  const head = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  const file = join(temporaryFolder(), 'camera.y4m');
  writeFileSync(file, Buffer.concat([Buffer.from(head), ...frames]));
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/** One frame: light and no colour. A wall of middle grey where nothing is held up. */
function frameOf(light: Buffer | undefined): Buffer {
  const pixels = width * height;
  return Buffer.concat([
    Buffer.from('FRAME\n'),
    light ?? Buffer.alloc(pixels, 120),
    Buffer.alloc(pixels / 2, 128),
  ]);
}

/** A picture as a camera sees it: in the middle, a little askew, on a grey wall. */
async function lightOf(page: Page, svg: string): Promise<Buffer> {
  const text = await page.evaluate(
    async ({ source, w, h }) => {
      const picture = new Image();
      picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
      await picture.decode();
      const pen = new OffscreenCanvas(w, h).getContext('2d')!;
      pen.fillStyle = '#777';
      pen.fillRect(0, 0, w, h);
      pen.translate(w / 2, h / 2);
      pen.rotate(0.12);
      pen.drawImage(picture, -140, -140, 280, 280);
      const { data } = pen.getImageData(0, 0, w, h);
      let light = '';
      for (let at = 0; at < data.length; at += 4) light += String.fromCharCode(data[at]!);
      return btoa(light);
    },
    { source: svg, w: width, h: height },
  );
  return Buffer.from(text, 'base64');
}
