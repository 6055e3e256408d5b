import { useMemo } from 'preact/hooks';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { qrOutline } from './qr-outline.ts';
import styles from './QrPicture.module.css';

interface QrPictureProps {
  text: string;
  /** What it holds, for a screen reader. */
  label: string;
}

/** A QR code, dark on white in every theme: many cameras read no other. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { size, path } = useMemo(() => qrOutline(text), [text]);
  return (
    <>
      <VisuallyHidden>{label}</VisuallyHidden>
      <svg class={styles.qr} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <rect width={size} height={size} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
    </>
  );
}
