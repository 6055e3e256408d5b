import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Territory, VillageLabel } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { checkIcon, warningIcon } from '../../ui/icons.ts';
import { SearchField } from '../../ui/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { villageWords } from '../place.ts';
import { useDeferred } from '../use-deferred.ts';
import { VillagesFound } from './VillagesFound.tsx';
import { VillageSteps, type VillageStep } from './VillageSteps.tsx';
import styles from './VillagePicker.module.css';

interface VillagePickerProps {
  /** Undefined until it is loaded. */
  territory: Territory | undefined;
  /** The chosen village's code; one that names no village is shown as it is. */
  value: string | undefined;
  onChoose: (code: string) => void;
  /** The question. */
  label: string;
  hint?: string | undefined;
  /** The regency to begin in while nothing is chosen (`62.03`). */
  regency?: string | undefined;
}

/**
 * Asks for a village: by typing any part of its name, or by kabupaten, kecamatan and desa, a step at a
 * time. Always said with its kecamatan, for names repeat. What was chosen stays until another is.
 */
export function VillagePicker({
  territory,
  value,
  onChoose,
  label,
  hint,
  regency,
}: VillagePickerProps) {
  const { t } = useI18n();
  const hintId = useId();
  const [isChanging, setIsChanging] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const isPicking = value === undefined || isChanging;

  // The row that was pressed is gone: whoever cannot see goes on where the answer is.
  const hasChosen = useRef(false);
  useLayoutEffect(() => {
    if (isPicking || !hasChosen.current) return;
    hasChosen.current = false;
    group.current?.querySelector('button')?.focus();
  }, [isPicking]);

  function choose(code: string) {
    hasChosen.current = true;
    setIsChanging(false);
    onChoose(code);
  }

  const held = value === undefined ? undefined : territory?.villageLabel(value);
  return (
    <fieldset ref={group} class={styles.group} aria-describedby={hint && hintId}>
      <legend class={styles.label}>{label}</legend>
      {hint && (
        <p class={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {value !== undefined && (
        <div class={styles.chosen}>
          <Chosen code={value} label={held} isKnowable={territory !== undefined} />
          <Button
            onPress={() => setIsChanging(!isPicking)}
            kind={isPicking ? 'quiet' : 'secondary'}
          >
            {t(isPicking ? 'all.action.cancel' : 'all.village.change')}
          </Button>
        </div>
      )}
      {isPicking &&
        (territory ? (
          <Picking
            territory={territory}
            value={value}
            first={
              held
                ? { regency: held.regency.code, district: held.district.code }
                : { regency: territory.regency(regency ?? '')?.code }
            }
            onChoose={choose}
          />
        ) : (
          <Skeleton label={t('all.village.loading')} />
        ))}
    </fieldset>
  );
}

interface ChosenProps {
  code: string;
  label: VillageLabel | undefined;
  /** False as long as the places are not loaded. */
  isKnowable: boolean;
}

function Chosen({ code, label, isKnowable }: ChosenProps) {
  const { t } = useI18n();
  if (label) {
    return (
      <p class={styles.answer}>
        <Icon shape={checkIcon} />
        <span>{villageWords(t, label)}</span>
      </p>
    );
  }
  if (!isKnowable) return <p class={styles.answer}>{code}</p>;
  return (
    <div class={styles.answer}>
      <Icon shape={warningIcon} />
      <div>
        <p>{t('all.village.unknown', { code })}</p>
        <p class={styles.hint}>{t('all.village.unknownText')}</p>
      </div>
    </div>
  );
}

interface PickingProps {
  territory: Territory;
  value: string | undefined;
  first: VillageStep;
  onChoose: (code: string) => void;
}

function Picking({ territory, value, first, onChoose }: PickingProps) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState(first);
  const searched = useDeferred(typed.trim());
  return (
    // Enter in the search must not send the form that this stands in.
    <div
      class={styles.picking}
      role="presentation"
      onKeyDown={event => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement)
          event.preventDefault();
      }}
    >
      <SearchField
        label={t('all.village.search')}
        value={typed}
        onSearch={setTyped}
        clearLabel={t('all.action.clear')}
      />
      {searched === '' ? (
        <VillageSteps
          territory={territory}
          step={step}
          value={value}
          onStep={setStep}
          onChoose={onChoose}
        />
      ) : (
        <VillagesFound territory={territory} typed={searched} value={value} onChoose={onChoose} />
      )}
    </div>
  );
}
