import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Head } from '../../../protocol/merge.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import styles from './Sides.module.css';

interface SidesProps {
  heads: readonly Head[];
  nameOf: (person: string) => string | undefined;
  wordsOf: (value: JsonValue) => string;
  /** Settles it; left out where one only reads. */
  onSettle?: ((value: JsonValue) => void) | undefined;
}

/** What people recorded differently, each with a name; a tap on one settles it. */
export function Sides({ heads, nameOf, wordsOf, onSettle }: SidesProps) {
  const { t, format } = useI18n();
  return (
    <fieldset class={styles.sides}>
      <legend>{t(onSettle ? 'all.difference.settle' : 'all.difference.open')}</legend>
      {heads.map(({ o, v, by, s }) => {
        const words = (
          <>
            {wordsOf(v)}
            <span>{[nameOf(by), format.dateTime(s)].filter(Boolean).join(' · ')}</span>
          </>
        );
        return onSettle ? (
          <button key={o} type="button" class={styles.side} onClick={() => onSettle(v)}>
            {words}
          </button>
        ) : (
          <p key={o} class={styles.side}>
            {words}
          </p>
        );
      })}
    </fieldset>
  );
}
