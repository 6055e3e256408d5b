import styles from './RiverPicture.module.css';

interface RiverPictureProps {
  /** `underway`: a loaded boat on the river; `moored`: an empty one by its pole, at rest. */
  scene: 'underway' | 'moored';
}

/** The river and the boat, for the places where there is nothing else to look at. */
export function RiverPicture({ scene }: RiverPictureProps) {
  return (
    <svg class={styles.picture} viewBox="0 0 240 132" aria-hidden="true">
      <circle class={styles.sun} cx="172" cy="46" r="23" />
      <path
        class={styles.shore}
        d="M0 78c14-16 26-17 38-9 8-17 26-19 37-4 10-8 20-7 28 2 13-9 27-8 36 2 10-10 22-11 33-2 12-14 29-13 39 1 9-8 20-8 29 1v15H0z"
      />
      <path class={styles.water} d="M0 78h240v54H0z" />
      {scene === 'underway' ? (
        <>
          <path class={styles.load} d="M88 66h24v22H88zM114 74h20v14h-20zM136 79h14v9h-14z" />
          <path class={styles.strap} d="M100 66v22M124 74v14" />
        </>
      ) : (
        <path class={styles.pole} d="M190 54v56M190 76c-8 4-12 6-17 6" />
      )}
      <path
        class={styles.hull}
        d="M36 76c12 6 24 8 44 9 28 1.5 52 1.5 80 0 20-1 32-3 44-9-8 17-24 26-46 26H82c-22 0-38-9-46-26z"
      />
      <path
        class={styles.ripple}
        d="M22 112c10-5 20-5 30 0s20 5 30 0 20-5 30 0 20 5 30 0 20-5 30 0 20 5 30 0"
      />
      <path class={styles.ripple} d="M74 123c8-4 16-4 24 0s16 4 24 0 16-4 24 0" />
    </svg>
  );
}
