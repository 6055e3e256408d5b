/** The parts of the browser that call people's names; any may be missing. */
export interface CallerParts {
  speech: Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener'> | undefined;
  createAudio: (() => AudioContext) | undefined;
  wakeLock: Pick<WakeLock, 'request'> | undefined;
}

/** How a name was called: by a voice, by a tone that says "look here", or not at all. */
export type Called = 'spoken' | 'tone' | 'silent';

/** Calls names out loud and keeps the screen lit, as far as the device can without a network. */
export interface Caller {
  /** Never fails; a later call cuts an earlier one short. */
  call(name: string): Promise<Called>;
  /** Stops speaking. */
  hush(): void;
  /** Keeps the screen on until the returned function is called, where the browser lets it. */
  keepAwake(): () => void;
}

/** Some browsers have their voices only a moment after they were asked, ms. */
const voicesAfterMs = 600;

/** What the browser in which this runs has of it. */
export function callerParts(): CallerParts {
  return {
    speech: 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined,
    createAudio: 'AudioContext' in globalThis ? () => new AudioContext() : undefined,
    wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : undefined,
  };
}

/** Prepares calling. Voices that need a network are not used: they would fall silent in the village. */
export function createCaller({ speech, createAudio, wakeLock }: CallerParts): Caller {
  let voice: Promise<SpeechSynthesisVoice | undefined> | undefined;
  let audio: AudioContext | undefined;

  async function findVoice(): Promise<SpeechSynthesisVoice | undefined> {
    if (!speech) return undefined;
    // Android writes `id_ID`, and `in` is the language's old code.
    const isOurs = ({ lang, localService }: SpeechSynthesisVoice) =>
      localService && /^(id|in)([-_]|$)/i.test(lang);
    const found = speech.getVoices().find(isOurs);
    if (found || speech.getVoices().length > 0) return found;
    await new Promise<void>(resolve => {
      speech.addEventListener('voiceschanged', () => resolve(), { once: true });
      setTimeout(resolve, voicesAfterMs);
    });
    return speech.getVoices().find(isOurs);
  }

  /** A short soft tone: a fifth of a second, without a click at its ends. */
  function sound(): boolean {
    if (!createAudio) return false;
    audio ??= createAudio();
    void audio.resume();
    const at = audio.currentTime;
    const loudness = audio.createGain();
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.4, at + 0.02);
    loudness.gain.linearRampToValueAtTime(0, at + 0.2);
    const tone = audio.createOscillator();
    tone.frequency.value = 660;
    tone.connect(loudness).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.2);
    return true;
  }

  return {
    call: async name => {
      try {
        const chosen = await (voice ??= findVoice());
        if (speech && chosen) {
          speech.cancel();
          const said = new SpeechSynthesisUtterance(name);
          said.voice = chosen;
          said.lang = chosen.lang;
          said.rate = 0.9;
          speech.speak(said);
          return 'spoken';
        }
        return sound() ? 'tone' : 'silent';
      } catch {
        return 'silent';
      }
    },
    hush: () => speech?.cancel(),
    keepAwake: () => {
      let isOver = false;
      let held: WakeLockSentinel | undefined;
      async function hold(): Promise<void> {
        if (isOver || document.visibilityState !== 'visible') return;
        try {
          held = await wakeLock?.request('screen');
          if (isOver) await held?.release();
        } catch {
          // A nearly empty battery may say no: then the screen goes dark as usual.
        }
      }
      // The browser lets go of it whenever the page is out of sight.
      const again = () => void hold();
      document.addEventListener('visibilitychange', again);
      void hold();
      return () => {
        isOver = true;
        document.removeEventListener('visibilitychange', again);
        void held?.release();
      };
    },
  };
}
