import type { QrAnswer } from '../../worker/qr-answer.ts';

/** Why there is no picture of the camera. */
export type CameraTrouble =
  /** The person or the browser's settings said no. */
  | 'denied'
  /** The device has none. */
  | 'missing'
  /** Another app has it. */
  | 'busy'
  /** This browser, or an address without HTTPS, gives no page a camera; or its reader did not open. */
  | 'unsupported';

/** A camera that could not be opened; the message is the trouble. */
export class CameraError extends Error {
  constructor(trouble: CameraTrouble) {
    super(trouble);
    this.name = 'CameraError';
  }
}

/** A QR code as it was read. */
export interface Sighting {
  text: string;
  /** When its frame was taken, on the clock of `performance.now()`, ms. */
  at: number;
}

/** The open camera. */
export interface Scanner {
  /** Gives the camera back at once. */
  close(): void;
}

/**
 * Shows the rear camera in `video` and tells of every QR code seen in the middle of it, again for each frame, until
 * it is closed. `onLost` is told if the camera is taken away. Throws `CameraError`.
 */
export type OpenScanner = (
  video: HTMLVideoElement,
  onSight: (sighting: Sighting) => void,
  onLost: (trouble: CameraTrouble) => void,
) => Promise<Scanner>;

/** Between two readings, ms: the battery has to last a day. */
const restMs = 40;

/** Pixels of the square that is read. A badge across a third of it still has three pixels to a module. */
const readSide = 640;

export const openScanner: OpenScanner = async (video, onSight, onLost) => {
  const stream = await openCamera();
  const release = () => stream.getTracks().forEach(track => track.stop());
  let isClosed = false;
  let reader: Reader | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function close(): void {
    isClosed = true;
    clearTimeout(timer);
    reader?.close();
    release();
    if (video.srcObject === stream) video.srcObject = null;
  }

  function lose(trouble: CameraTrouble): void {
    if (isClosed) return;
    close();
    onLost(trouble);
  }

  async function look(): Promise<void> {
    const at = performance.now();
    const text = await read();
    if (isClosed) return;
    if (text) onSight({ text, at });
    timer = setTimeout(() => void look(), restMs);
  }

  async function read(): Promise<string | undefined> {
    // No frame has come yet.
    if (video.readyState < 2 || video.videoWidth === 0) return undefined;
    try {
      return await reader?.read(video);
    } catch {
      if (isClosed) return undefined;
      // The browser's own reader may be a promise of a download that never came: ours is here.
      const isOurs = reader?.isOurs;
      reader?.close();
      if (isOurs) lose('unsupported');
      else reader = openWorker();
      return undefined;
    }
  }

  try {
    video.srcObject = stream;
    await video.play();
    reader = await openReader();
  } catch {
    close();
    throw new CameraError('unsupported');
  }
  stream.getVideoTracks()[0]?.addEventListener('ended', () => lose('busy'));
  void look();
  return { close };
};

async function openCamera(): Promise<MediaStream> {
  // A page without HTTPS has no `mediaDevices`, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices?.getUserMedia) throw new CameraError('unsupported');
  try {
    return await devices.getUserMedia({
      audio: false,
      video: {
        facingMode: { ideal: 'environment' },
        width: { ideal: 1280 },
        height: { ideal: 720 },
      },
    });
  } catch (failure) {
    throw new CameraError(troubleOf(failure));
  }
}

/** From the names that `getUserMedia` rejects with (W3C Media Capture and Streams). */
function troubleOf(failure: unknown): CameraTrouble {
  switch (failure instanceof Error ? failure.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unsupported';
  }
}

/** Reads one frame at a time. */
interface Reader {
  isOurs: boolean;
  /** The text of the QR code in sight. Throws if it can read no more. */
  read(video: HTMLVideoElement): Promise<string | undefined>;
  close(): void;
}

/** What Chromium on Android has built in, and TypeScript does not know yet (WICG Shape Detection). */
interface Detector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
interface DetectorKind {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

async function openReader(): Promise<Reader> {
  const { BarcodeDetector: kind } = globalThis as { BarcodeDetector?: DetectorKind };
  const formats = await kind?.getSupportedFormats().catch((): string[] => []);
  if (!kind || !formats?.includes('qr_code')) return openWorker();
  const detector = new kind({ formats: ['qr_code'] });
  return {
    isOurs: false,
    read: async video => (await detector.detect(video))[0]?.rawValue,
    close: () => {},
  };
}

function openWorker(): Reader {
  const worker = new Worker(new URL('../../worker/read-qr.ts', import.meta.url), {
    type: 'module',
  });
  return {
    isOurs: true,
    read: async video => {
      const frame = await middleOf(video);
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<QrAnswer>) => resolve(data.text ?? undefined);
        worker.onerror = () => reject(new CameraError('unsupported'));
        worker.postMessage(frame, [frame]);
      });
    },
    close: () => worker.terminate(),
  };
}

/** The square in the middle of the picture, no larger than is read. */
function middleOf(video: HTMLVideoElement): Promise<ImageBitmap> {
  const { videoWidth: w, videoHeight: h } = video;
  const side = Math.min(w, h);
  const size = Math.min(side, readSide);
  return createImageBitmap(video, (w - side) / 2, (h - side) / 2, side, side, {
    resizeWidth: size,
    resizeHeight: size,
  });
}
