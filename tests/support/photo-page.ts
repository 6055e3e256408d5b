import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { BrowserProfile } from './browser-profile.ts';

/** Photos in a profile, as a person and her camera have to do with them. */

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

/** The question for one photo. */
export function photoGroup(page: Page, label: string): Locator {
  return page.getByRole('group', { name: label });
}

/** Hands over a file as the gallery would. */
export async function choosePhoto(
  page: Page,
  label: string,
  bytes: Uint8Array,
  name = 'IMG_0001.jpg',
): Promise<void> {
  await photoGroup(page, label)
    .getByLabel('Pilih foto')
    .setInputFiles({ name, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
}

/** The same, and waits until the new photo is shown. */
export async function takePhoto(page: Page, label: string, bytes: Uint8Array): Promise<void> {
  const image = photoGroup(page, label).getByRole('img');
  const before = (await image.count()) > 0 ? await image.getAttribute('src') : null;
  await choosePhoto(page, label, bytes);
  await vi.waitFor(async () => expect(await image.getAttribute('src')).not.toBe(before), {
    timeout: 30_000,
  });
}

/** Size of a photo as it is shown, and the colours near its four corners, from the upper left. */
export async function seePhoto(
  page: Page,
  label: string,
): Promise<{ w: number; h: number; corners: string[] }> {
  return photoGroup(page, label)
    .getByRole('img')
    .evaluate(async shown => {
      const image = shown as HTMLImageElement;
      await image.decode();
      const { naturalWidth: w, naturalHeight: h } = image;
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d')!;
      pen.drawImage(image, 0, 0);
      const places = [
        [0.1, 0.1],
        [0.9, 0.1],
        [0.1, 0.9],
        [0.9, 0.9],
      ] as const;
      const names: Record<string, string> = {
        '100': 'red',
        '010': 'green',
        '001': 'blue',
        '110': 'yellow',
        '111': 'white',
      };
      const corners = places.map(([x, y]) => {
        const { data } = pen.getImageData(Math.round(w * x), Math.round(h * y), 1, 1);
        const bright = Array.from(data.subarray(0, 3), part => Number(part > 128)).join('');
        return names[bright] ?? bright;
      });
      return { w, h, corners };
    });
}

/** The bytes of every picture that the device keeps, oldest first. */
export async function keptPictures(page: Page): Promise<Uint8Array[]> {
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('jukung-keep');
    await new Promise(resolve => open.addEventListener('success', resolve, { once: true }));
    const stores = open.result.transaction(['notes', 'bytes']);
    const readAll = async (name: string) => {
      const read = stores.objectStore(name).getAll();
      await new Promise(resolve => read.addEventListener('success', resolve, { once: true }));
      return read.result as unknown[];
    };
    const notes = (await readAll('notes')) as { key: string; body?: { keptAt?: number } }[];
    const bytes = (await readAll('bytes')) as { sha: string; body: ArrayBuffer }[];
    open.result.close();
    const at = (sha: string) => notes.find(({ key }) => key === sha)?.body?.keptAt ?? 0;
    return bytes
      .toSorted((one, other) => at(one.sha) - at(other.sha))
      .map(({ body }) => {
        const signs = Array.from(new Uint8Array(body), byte => String.fromCharCode(byte));
        return btoa(signs.join(''));
      });
  });
  return kept.map(bytesOf);
}

/** A JPEG like a camera's: four fields of colour with the grain and the edges of a real scene. */
export async function drawCameraPhoto(page: Page, w: number, h: number): Promise<Uint8Array> {
  const drawn = await page.evaluate(
    async ([wide, high]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high });
      const pen = canvas.getContext('2d')!;
      for (const [at, colour] of ['#d22', '#2d2', '#22d', '#dd2'].entries()) {
        pen.fillStyle = colour;
        pen.fillRect((at % 2) * (wide / 2), Math.floor(at / 2) * (high / 2), wide / 2, high / 2);
      }
      // Shelves of books in the middle, where no corner is looked at.
      for (let at = 0; at < 3_000; at += 1) {
        pen.fillStyle = `hsl(${(at * 47) % 360} 50% ${30 + ((at * 13) % 50)}%)`;
        const x = wide * (0.2 + 0.6 * ((at * 0.618_034) % 1));
        const y = high * (0.2 + 0.6 * ((at * 0.754_878) % 1));
        pen.fillRect(x, y, wide / 150, high / 40);
      }
      const blob = await new Promise<Blob>(resolve =>
        canvas.toBlob(made => resolve(made!), 'image/jpeg', 0.92),
      );
      const reader = new FileReader();
      reader.readAsDataURL(blob);
      await new Promise(resolve => reader.addEventListener('load', resolve));
      return (reader.result as string).split(',')[1]!;
    },
    [w, h] as const,
  );
  return bytesOf(drawn);
}

/** A PNG with nothing on it, that lets all light through. */
export async function drawClearPng(page: Page, w: number, h: number): Promise<Uint8Array> {
  const drawn = await page.evaluate(
    ([wide, high]) => {
      const size = { width: wide, height: high };
      const canvas = Object.assign(document.createElement('canvas'), size);
      return canvas.toDataURL('image/png').split(',')[1]!;
    },
    [w, h] as const,
  );
  return bytesOf(drawn);
}

/** Most memory that the page's process had while something was done, and what it had before, MB. Linux only. */
export async function measurePeak(
  { page, context }: BrowserProfile,
  work: () => Promise<void>,
): Promise<{ peakMb: number; beforeMb: number }> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const browser = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = (await browser.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[];
  };
  await browser.detach();
  const id = processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted((one, other) => readMemory(other.id).nowMb - readMemory(one.id).nowMb)[0]!.id;
  // From here on the kernel counts the most anew.
  writeFileSync(`/proc/${id}/clear_refs`, '5');
  const beforeMb = readMemory(id).nowMb;
  await work();
  return { peakMb: readMemory(id).peakMb, beforeMb };
}

/** What the kernel says of a process's memory, in MB: shared pages of the browser count too. */
function readMemory(id: number): { nowMb: number; peakMb: number } {
  const status = readFileSync(`/proc/${id}/status`, 'utf8');
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { nowMb: megabytes('VmRSS'), peakMb: megabytes('VmHWM') };
}
