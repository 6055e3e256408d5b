import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import styles from './ReadListCard.module.css';

interface ReadListCardProps {
  name: string;
  /** How many rows it has. */
  rows: number;
  onOther: () => void;
}

/** Which list was read, and the way to another. */
export function ReadListCard({ name, rows, onOther }: ReadListCardProps) {
  const { t } = useI18n();
  // The button that was pressed is gone: whoever cannot see is told where it led.
  const what = useRef<HTMLParagraphElement>(null);
  useEffect(() => what.current?.focus({ preventScroll: true }), []);
  return (
    <Card>
      <div class={styles.list}>
        <p ref={what} tabIndex={-1}>
          <strong>{name}</strong>
          {' · '}
          {t('import.screen.rows', { n: rows })}
        </p>
        <Button onPress={onOther}>{t('import.screen.other')}</Button>
      </div>
    </Card>
  );
}
