/** Hertz and seconds of each tone: high for what is recorded, low for what wants a look. */
const tones = { good: [880, 0.12], look: [247, 0.3] } as const;

/** A short tone and a shake, where the device has them: whoever checks in looks at faces, not at the screen. */
export function sound(kind: keyof typeof tones): void {
  if ('vibrate' in navigator) navigator.vibrate(kind === 'good' ? 60 : [80, 60, 80]);
  if (!('AudioContext' in globalThis)) return;
  const [pitch, seconds] = tones[kind];
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = pitch;
  volume.gain.value = 0.2;
  tone.connect(volume).connect(context.destination);
  tone.onended = () => void context.close();
  tone.start();
  tone.stop(context.currentTime + seconds);
}
