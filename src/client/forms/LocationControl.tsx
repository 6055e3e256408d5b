import { useId, useState } from 'preact/hooks';
import type { LocationField } from '../../domain/forms/field.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import { useI18n } from '../i18n/use-i18n.tsx';
import { Button } from '../ui/Button.tsx';
import { pinIcon } from '../ui/icons.ts';
import type { ControlProps, Place } from './control.ts';
import { ClearAnswer, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';
import { checked } from './read-typed.ts';

/** Where the library stands, as the device finds it. */
export function LocationControl(props: ControlProps<LocationField>) {
  const { field, words, value, today, onAnswer, locate } = props;
  const { t, format } = useI18n();
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<string>();
  const place = placeOf(value);

  async function find(): Promise<void> {
    setIsAsking(true);
    setError(undefined);
    try {
      const { lat, lon, accuracy } = await locate();
      const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
      const found = { lat: round(lat), lon: round(lon), accuracy: Math.ceil(accuracy) };
      const read = checked({ t, format }, field, found, today);
      if (read.is === 'refused') setError(read.words);
      else onAnswer(found);
    } catch (failure) {
      const why = failure instanceof Error ? failure.message : '';
      setError(t(why === 'denied' ? 'form.location.denied' : 'form.location.notFound'));
    } finally {
      setIsAsking(false);
    }
  }

  return (
    <FieldFrame
      label={words.label}
      labelId={`${id}-label`}
      hint={words.hint}
      hintId={`${id}-hint`}
      error={error}
      errorId={`${id}-error`}
    >
      <fieldset
        class={styles.place}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint ${id}-error`}
      >
        {place && (
          <p>
            {t('form.location.at', {
              lat: place.lat.toFixed(5),
              lon: place.lon.toFixed(5),
              accuracy: format.number(place.accuracy),
            })}
          </p>
        )}
        <Button icon={pinIcon} busy={isAsking} onPress={() => void find()}>
          {t(
            isAsking
              ? 'form.location.asking'
              : place
                ? 'form.location.again'
                : 'form.location.find',
          )}
        </Button>
        {place && <ClearAnswer label={words.label} onPress={() => onAnswer(null)} />}
      </fieldset>
    </FieldFrame>
  );
}

function placeOf(value: JsonValue | undefined): Place | undefined {
  return typeof value === 'object' && value !== null && 'lat' in value
    ? (value as unknown as Place)
    : undefined;
}
