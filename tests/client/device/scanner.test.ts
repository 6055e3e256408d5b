// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openScanner, type Sighting } from '../../../src/client/device/scanner.ts';

afterEach(() => vi.unstubAllGlobals());

/** A camera as a browser hands it out. */
function createCamera() {
  const track = Object.assign(new EventTarget(), {
    readyState: 'live',
    stop() {
      this.readyState = 'ended';
    },
  });
  const stream = { getTracks: () => [track], getVideoTracks: () => [track] };
  return { track, stream };
}

/** The place a camera is shown in; its picture is there at once. */
function createVideo(): HTMLVideoElement {
  const video = { srcObject: null, readyState: 4, videoWidth: 640, videoHeight: 480 };
  return { ...video, play: () => Promise.resolve() } as unknown as HTMLVideoElement;
}

function stubCamera(getUserMedia: () => Promise<unknown>): void {
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
}

/** The first sighting that is told. */
function firstSight() {
  let tell: (sighting: Sighting) => void = () => {};
  const told = new Promise<Sighting>(resolve => {
    tell = resolve;
  });
  return { told, tell };
}

test.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['NotSupportedError', 'unsupported'],
])('a browser that answers %s says that the camera is %s', async (name, trouble) => {
  stubCamera(() => Promise.reject(new DOMException('no', name)));
  const opened = openScanner(
    createVideo(),
    () => {},
    () => {},
  );
  await expect(opened).rejects.toThrow(trouble);
});

test('an address without HTTPS, where no page gets a camera, says so', async () => {
  vi.stubGlobal('navigator', {});
  await expect(
    openScanner(
      createVideo(),
      () => {},
      () => {},
    ),
  ).rejects.toThrow('unsupported');
});

test('a picture that does not start gives the camera back', async () => {
  const { track, stream } = createCamera();
  stubCamera(() => Promise.resolve(stream));
  const video = Object.assign(createVideo(), { play: () => Promise.reject(new Error('no')) });
  await expect(
    openScanner(
      video,
      () => {},
      () => {},
    ),
  ).rejects.toThrow('unsupported');
  expect(track.readyState).toBe('ended');
});

test('a browser with a reader of its own is asked, and the camera ends with the scanner', async () => {
  const { track, stream } = createCamera();
  stubCamera(() => Promise.resolve(stream));
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['ean_13', 'qr_code']);
      detect = () => Promise.resolve([{ rawValue: 'JK1' }]);
    },
  );
  const video = createVideo();
  const seen = firstSight();
  const scanner = await openScanner(video, seen.tell, () => {});
  const { text, at } = await seen.told;
  expect(text).toBe('JK1');
  expect(at).toBeLessThanOrEqual(performance.now());
  scanner.close();
  expect(track.readyState).toBe('ended');
  expect(video.srcObject).toBeNull();
});

test('a reader of the browser that gives up is replaced by ours', async () => {
  const { stream } = createCamera();
  stubCamera(() => Promise.resolve(stream));
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['qr_code']);
      detect = () => Promise.reject(new Error('not downloaded'));
    },
  );
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({}));
  const seen = firstSight();
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: { text: string } }) => void) | undefined;
      postMessage = () => this.onmessage?.({ data: { text: 'JK1:ours' } });
      terminate = () => {};
    },
  );
  const scanner = await openScanner(createVideo(), seen.tell, () => {});
  expect((await seen.told).text).toBe('JK1:ours');
  scanner.close();
});

test('a camera that is taken away says so once, and is not read any more', async () => {
  const { track, stream } = createCamera();
  stubCamera(() => Promise.resolve(stream));
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['qr_code']);
      detect = () => Promise.resolve([]);
    },
  );
  const lost: string[] = [];
  await openScanner(
    createVideo(),
    () => {},
    trouble => lost.push(trouble),
  );
  track.dispatchEvent(new Event('ended'));
  track.dispatchEvent(new Event('ended'));
  expect(lost).toEqual(['busy']);
});
