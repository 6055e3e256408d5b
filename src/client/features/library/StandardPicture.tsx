import type { Judgement } from '../../../domain/standard/judge-library.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './StandardPicture.module.css';

interface StandardPictureProps {
  standing: readonly Judgement[];
  /** The picture in words. */
  label: string;
}

/** Loads in each layer, the lowest first: twelve, as the standard has indicators. */
const layers = [5, 4, 3];

/** From one load to the next. */
const step = 33;

/**
 * The boat with a load for each indicator: full where the standard is met, an empty crate where it is not yet,
 * a dashed outline where nothing is known. To be shown to somebody who reads no tables.
 */
export function StandardPicture({ standing, label }: StandardPictureProps) {
  const loads = [...standing].sort((one, other) => rankOf(one) - rankOf(other));
  return (
    <figure class={styles.figure}>
      <figcaption>
        <VisuallyHidden>{label}</VisuallyHidden>
      </figcaption>
      <svg
        class={styles.picture}
        viewBox="0 0 360 208"
        preserveAspectRatio="xMidYMax meet"
        aria-hidden="true"
      >
        <path class={styles.sky} d="M-400 -400h1160v560h-1160z" />
        <circle class={styles.glow} cx="298" cy="54" r="40" />
        <circle class={styles.sun} cx="298" cy="54" r="25" />
        <path
          class={styles.hills}
          d="M-400 144v-26q100-40 200-8 70-34 150 2 60-44 130-16 52-34 104-4 54-40 112-2 60-34 124 4 90-44 180-6 80-30 160 6v50z"
        />
        <path
          class={styles.forest}
          d="M-400 146v-14q40-16 80 0 44-20 84-2 36-18 76 0 44-22 84 0 34-16 66-2 22-22 46-8 20-20 40 0 34-16 66 2 34-18 70 0 30-22 58-4 24-20 46-2 30-16 60 2 40-22 84-2 50-20 100 2 44-18 100 0v28z"
        />
        <path class={styles.water} d="M-400 144h1160v64h-1160z" />
        <path class={styles.shadow} d="M62 168q118 22 236 0-20 18-66 18H128q-46 0-66-18z" />
        <path class={styles.pole} d="M50 126V44" />
        <path class={styles.flagRed} d="M51 44h30v10H51z" />
        <path class={styles.flagWhite} d="M51 54h30v10H51z" />
        {loads.map(({ id, state }, index) => (
          <g
            key={id}
            class={styles.load}
            data-state={state}
            transform={`translate(${placeOf(index).join(' ')})`}
          >
            <rect width="30" height="30" rx="5" />
            {state === 'meets' && <path d="M8 15.5l5 5L22.5 10" />}
            {state === 'short' && <path d="M9 15h12" />}
            {state === 'no-data' && (
              <path d="M11.5 12a3.5 3.5 0 1 1 4.6 3.3c-.8.3-1.1.9-1.1 1.9M15 21.4h.01" />
            )}
          </g>
        ))}
        <path
          class={styles.hull}
          d="M14 104c16 18 40 24 66 25h200c26-1 50-7 66-25-4 40-38 66-90 66H104c-52 0-86-26-90-66z"
        />
        <path class={styles.plank} d="M32 134c40 12 256 12 296 0" />
        <path
          class={styles.ripple}
          d="M-40 186c14-6 28-6 42 0s28 6 42 0 28-6 42 0 28 6 42 0 28-6 42 0 28 6 42 0 28-6 42 0 28 6 42 0 28-6 42 0 28 6 42 0M60 198c14-6 28-6 42 0s28 6 42 0 28-6 42 0 28 6 42 0 28-6 42 0"
        />
      </svg>
    </figure>
  );
}

/** Where a load lies, from the lowest layer up, each layer in the middle of the boat. */
function placeOf(index: number): [x: number, y: number] {
  let before = 0;
  for (const [layer, wide] of layers.entries()) {
    if (index < before + wide) {
      const start = 180 - (wide * step - 3) / 2;
      return [start + (index - before) * step, 97 - layer * step];
    }
    before += wide;
  }
  return [180, 97 - layers.length * step];
}

function rankOf({ state }: Judgement): number {
  return { meets: 0, short: 1, 'no-data': 2 }[state];
}
