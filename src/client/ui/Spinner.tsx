import styles from './Spinner.module.css';

/** Turns while something is under way. For the eye alone; the words beside it say what. */
export function Spinner() {
  return <span class={styles.spinner} aria-hidden="true" />;
}
