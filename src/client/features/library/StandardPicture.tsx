import type { Judgement } from '../../../domain/standard/judge-library.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './StandardPicture.module.css';

interface StandardPictureProps {
  standing: readonly Judgement[];
  /** The picture in words. */
  label: string;
}

/** Loads in a row on the boat. */
const inRow = 6;

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
      <svg class={styles.picture} viewBox="0 0 360 190" aria-hidden="true">
        <circle class={styles.sun} cx="292" cy="46" r="26" />
        <path
          class={styles.shore}
          d="M0 118c22-22 40-24 58-13 12-24 38-27 56-6 14-14 30-10 42 3 20-13 40-12 54 3 15-14 33-15 49-3 19-20 43-17 58 2 14-11 30-10 43 2v22H0z"
        />
        <path class={styles.water} d="M0 124h360v66H0z" />
        {loads.map(({ id, state }, index) => {
          const row = Math.floor(index / inRow);
          const x = 84 + (index % inRow) * 33;
          const y = 92 - row * 33;
          return (
            <g key={id} class={styles.load} data-state={state} transform={`translate(${x} ${y})`}>
              <rect width="28" height="28" rx="4" />
              {state === 'meets' && <path d="M7 14.5l5 5L21.5 9" />}
              {state === 'short' && <path d="M8 14h12" />}
              {state === 'no-data' && (
                <path d="M10.5 11a3.5 3.5 0 1 1 4.6 3.3c-.8.3-1.1.9-1.1 1.9M14 20.4h.01" />
              )}
            </g>
          );
        })}
        <path
          class={styles.hull}
          d="M36 108c20 10 40 13 70 15 48 3 100 3 148 0 30-2 50-5 70-15-12 28-38 42-74 42H110c-36 0-62-14-74-42z"
        />
        <path
          class={styles.ripple}
          d="M30 168c14-7 28-7 42 0s28 7 42 0 28-7 42 0 28 7 42 0 28-7 42 0 28 7 42 0"
        />
      </svg>
    </figure>
  );
}

function rankOf({ state }: Judgement): number {
  return { meets: 0, short: 1, 'no-data': 2 }[state];
}
