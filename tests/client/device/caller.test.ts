// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createCaller, type CallerParts } from '../../../src/client/device/caller.ts';

afterEach(() => vi.unstubAllGlobals());

interface Said {
  text: string;
  lang: string;
}

/** A browser's voices, and what they were made to say. */
function speechWith(voices: { lang: string; localService: boolean }[], comesLate = false) {
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string;
      lang = '';
      voice = null;
      rate = 1;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  const said: Said[] = [];
  let there = comesLate ? [] : voices;
  const speech = {
    getVoices: () => there as SpeechSynthesisVoice[],
    speak: ({ text, lang }: SpeechSynthesisUtterance) => void said.push({ text, lang }),
    cancel: () => {},
    addEventListener: (_: string, tell: () => void) => {
      there = voices;
      tell();
    },
  };
  return { speech: speech as unknown as CallerParts['speech'], said };
}

const silent = { createAudio: undefined, wakeLock: undefined };

test('an Indonesian voice that needs no network says the name', async () => {
  const { speech, said } = speechWith([
    { lang: 'en-US', localService: true },
    { lang: 'id-ID', localService: true },
  ]);
  expect(await createCaller({ ...silent, speech }).call('Sari')).toBe('spoken');
  expect(said).toEqual([{ text: 'Sari', lang: 'id-ID' }]);
});

test('voices that come a moment late are waited for', async () => {
  const { speech } = speechWith([{ lang: 'id_ID', localService: true }], true);
  expect(await createCaller({ ...silent, speech }).call('Sari')).toBe('spoken');
});

test('a voice from the network, or of another language, is not used', async () => {
  const { speech, said } = speechWith([
    { lang: 'id-ID', localService: false },
    { lang: 'en-US', localService: true },
  ]);
  expect(await createCaller({ ...silent, speech }).call('Sari')).toBe('silent');
  expect(said).toEqual([]);
});

test('without such a voice a tone sounds, and a browser that has neither stays silent', async () => {
  const started: number[] = [];
  const node = { connect: (next: unknown) => next };
  const ramp = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} };
  const audio = {
    currentTime: 5,
    destination: node,
    resume: () => Promise.resolve(),
    createGain: () => ({ ...node, gain: ramp }),
    createOscillator: () => ({
      ...node,
      frequency: { value: 0 },
      start: (at: number) => started.push(at),
      stop: () => {},
    }),
  };
  const createAudio = () => audio as unknown as AudioContext;
  const caller = createCaller({ speech: undefined, createAudio, wakeLock: undefined });
  expect(await caller.call('Sari')).toBe('tone');
  expect(started).toEqual([5]);
  expect(await createCaller({ ...silent, speech: undefined }).call('Sari')).toBe('silent');
});

test('the screen is kept on while names are called, and let go of afterwards', async () => {
  const log: string[] = [];
  const wakeLock = {
    request: () => {
      log.push('held');
      return Promise.resolve({
        release: () => Promise.resolve(log.push('let go')),
      } as unknown as WakeLockSentinel);
    },
  };
  const caller = createCaller({ speech: undefined, createAudio: undefined, wakeLock });
  const stop = caller.keepAwake();
  await vi.waitFor(() => expect(log).toEqual(['held']));
  stop();
  await vi.waitFor(() => expect(log).toEqual(['held', 'let go']));
  expect(await caller.call('Sari')).toBe('silent');
});
