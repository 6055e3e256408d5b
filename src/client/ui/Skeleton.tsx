import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** What is being fetched, for a screen reader. */
  label: string;
  /** How many rows to hint at. Default 3. */
  rows?: number;
}

/** The outline of rows to come. Appears only after a moment, so that a quick answer never flickers. */
export function Skeleton({ label, rows = 3 }: SkeletonProps) {
  return (
    <div class={styles.skeleton} aria-live="polite" aria-busy="true">
      <VisuallyHidden>{label}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} class={styles.row} />
      ))}
    </div>
  );
}
