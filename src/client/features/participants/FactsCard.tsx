import { useState } from 'preact/hooks';
import type { Participant } from '../../../domain/records/participant.ts';
import type { Territory } from '../../../domain/territory.ts';
import type { Change, RecordView } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { villageWords } from '../../parts/place.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Card } from '../../ui/Card.tsx';
import { boatIcon, penIcon } from '../../ui/icons.ts';
import { Stack } from '../../ui/Stack.tsx';
import { FactsSheet } from './FactsSheet.tsx';
import styles from './FactsCard.module.css';

interface FactsCardProps {
  participant: Participant;
  /** The person's records, the one that stands for them first. */
  own: readonly RecordView[];
  territory: Territory | undefined;
  canEdit: boolean;
  onWrite: (words: string, changes: readonly Change[]) => void;
}

/** Who somebody is, and the way to the profile of the library they come from. */
export function FactsCard({ participant, own, territory, canEdit, onWrite }: FactsCardProps) {
  const { t } = useI18n();
  const [isEditing, setIsEditing] = useState(false);
  const { village, regency, gender } = participant;
  const label = village === undefined ? undefined : territory?.villageLabel(village);
  const ofRegency = regency === undefined ? undefined : territory?.regency(regency);
  const place = label
    ? villageWords(t, label)
    : (village ?? (ofRegency && t(`all.place.${ofRegency.kind}`, { name: ofRegency.name })));
  const facts = [
    [t('all.field.institution'), participant.institution],
    [t('all.field.position'), participant.position],
    [t('people.field.origin'), place],
    [t('all.field.nip'), participant.nip],
    [t('all.field.phone'), participant.phone],
    [t('all.field.gender'), gender && t(`all.value.${gender}`)],
  ] as const;
  const said = facts.filter(([, value]) => value !== undefined);
  return (
    <Card title={t('people.field.title')}>
      {said.length > 0 ? (
        <dl class={styles.facts}>
          {said.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t('all.word.noDataYet')}</p>
      )}
      <Stack direction="row" gap="small">
        {canEdit && (
          <Button icon={penIcon} onPress={() => setIsEditing(true)}>
            {t('people.field.edit')}
          </Button>
        )}
        {village !== undefined && (
          <ButtonLink href={paths.library(village)} icon={boatIcon}>
            {t('people.field.library')}
          </ButtonLink>
        )}
      </Stack>
      {isEditing && (
        <FactsSheet
          participant={participant}
          own={own}
          territory={territory}
          onWrite={onWrite}
          onClose={() => setIsEditing(false)}
        />
      )}
    </Card>
  );
}
