import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { District, Regency, Territory } from '../../../domain/territory.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { backIcon, chevronIcon } from '../../ui/icons.ts';
import { List } from '../../ui/List.tsx';
import { ListRow } from '../../ui/ListRow.tsx';
import { placeOfVillageWords } from './place-of-village-words.ts';
import styles from './VillagePicker.module.css';

/** How far somebody has come: nowhere, in a regency, or in one of its districts. Codes. */
export interface VillageStep {
  regency?: string | undefined;
  district?: string | undefined;
}

interface VillageStepsProps {
  territory: Territory;
  step: VillageStep;
  value: string | undefined;
  onStep: (step: VillageStep) => void;
  onChoose: (code: string) => void;
}

/** One list at a time: the regencies, the districts of one, the villages of one of those. */
export function VillageSteps({ territory, step, value, onStep, onChoose }: VillageStepsProps) {
  const { t } = useI18n();
  const regency = territory.regency(step.regency ?? '');
  const district = territory.district(step.district ?? '');
  const hasMoved = useRef(false);

  function go(next: VillageStep) {
    hasMoved.current = true;
    onStep(next);
  }

  if (!regency) {
    return (
      <Step key="regencies" takesFocus={hasMoved.current} question={t('all.village.chooseRegency')}>
        {territory.regencies().map(one => (
          <ListRow
            key={one.code}
            title={t(`all.place.${one.kind}`, { name: one.name })}
            trailing={<Icon shape={chevronIcon} />}
            onPress={() => go({ regency: one.code })}
          />
        ))}
      </Step>
    );
  }
  if (!district) {
    return (
      <Step
        key={regency.code}
        takesFocus={hasMoved.current}
        question={t('all.village.chooseDistrict', {
          regency: t(`all.place.${regency.kind}`, { name: regency.name }),
        })}
        back={{ words: t('all.village.otherRegency'), onPress: () => go({}) }}
      >
        {territory.districtsOf(regency.code).map(one => (
          <ListRow
            key={one.code}
            title={t('all.place.district', { name: one.name })}
            trailing={<Icon shape={chevronIcon} />}
            onPress={() => go({ regency: regency.code, district: one.code })}
          />
        ))}
      </Step>
    );
  }
  return (
    <Step
      key={district.code}
      takesFocus={hasMoved.current}
      question={t('all.village.chooseVillage', {
        district: t('all.place.district', { name: district.name }),
      })}
      back={{
        words: t('all.village.otherDistrict'),
        onPress: () => go({ regency: regency.code }),
      }}
    >
      <Villages {...{ territory, regency, district, value, onChoose }} />
    </Step>
  );
}

interface VillagesProps extends Pick<VillageStepsProps, 'territory' | 'value' | 'onChoose'> {
  regency: Regency;
  district: District;
}

function Villages({ territory, regency, district, value, onChoose }: VillagesProps) {
  const { t } = useI18n();
  return territory
    .villagesOf(district.code)
    .map(one => (
      <ListRow
        key={one.code}
        title={t(`all.place.${one.kind}`, { name: one.name })}
        detail={placeOfVillageWords(t, { district, regency })}
        current={one.code === value}
        onPress={() => onChoose(one.code)}
      />
    ));
}

interface StepProps {
  question: string;
  /** The row that led here had it, and is gone. */
  takesFocus: boolean;
  back?: { words: string; onPress: () => void };
  children: ComponentChildren;
}

function Step({ question, takesFocus, back, children }: StepProps) {
  const questionId = useId();
  const heading = useRef<HTMLParagraphElement>(null);

  useLayoutEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus]);

  return (
    <div class={styles.places}>
      <div class={styles.head}>
        {back && (
          <Button kind="quiet" icon={backIcon} onPress={back.onPress}>
            {back.words}
          </Button>
        )}
        <p ref={heading} id={questionId} class={styles.question} tabIndex={-1}>
          {question}
        </p>
      </div>
      <List label={question}>{children}</List>
    </div>
  );
}
