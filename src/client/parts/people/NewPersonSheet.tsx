import { useMemo, useState } from 'preact/hooks';
import type { Participant } from '../../../domain/records/participant.ts';
import { useServices } from '../../app-services.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { SegmentedChoice } from '../../ui/SegmentedChoice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { RosterEntry } from '../roster.ts';
import { useLoaded } from '../use-loaded.ts';
import { LikelyDoubles } from './LikelyDoubles.tsx';
import { mostCharacters, participantOf, type NewPerson } from './new-person.ts';
import { OriginFields } from './OriginFields.tsx';
import { useLikelyDoubles } from './use-likely-doubles.ts';

interface NewPersonSheetProps {
  /** What was typed so far. It belongs to the screen, so that a sheet closed by mistake loses nothing. */
  draft: NewPerson;
  onType: (draft: NewPerson) => void;
  roster: readonly RosterEntry[];
  /** Whether the person is marked present at once; left out where nothing is marked. */
  marking?: { isOn: boolean; onSet: (isOn: boolean) => void } | undefined;
  /** What choosing somebody who is there already does, as a verb. */
  chooseLabel: string;
  onChoose: (entry: RosterEntry) => void;
  onAdd: (participant: Participant) => void;
  onClose: () => void;
}

/** Enters somebody who is not on the list: a name is enough, and who is likely there already is told. */
export function NewPersonSheet(props: NewPersonSheetProps) {
  const { draft, onType, roster, marking, chooseLabel, onChoose, onAdd, onClose } = props;
  const { loadTerritory } = useServices();
  const { t } = useI18n();
  const territory = useLoaded(loadTerritory);
  const [isTried, setIsTried] = useState(false);
  const [hasMore, setHasMore] = useState(
    draft.village !== undefined || draft.institution !== '' || draft.phone !== '',
  );
  const participant = useMemo(() => participantOf(draft), [draft]);
  const doubles = useLikelyDoubles(participant, roster);
  const isNameless = participant.name === undefined;

  function add() {
    setIsTried(true);
    if (!isNameless) onAdd(participant);
  }

  return (
    <Sheet
      title={t('people.add.title')}
      detail={t('people.add.text')}
      closeLabel={t('all.action.close')}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={add}>
          {t(doubles.length > 0 ? 'people.add.anyway' : 'people.add.add')}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('all.field.name')}
          value={draft.name}
          onType={name => onType({ ...draft, name })}
          error={isTried && isNameless ? t('people.add.nameMissing') : undefined}
          autoComplete="off"
          autoCapitalize="words"
          maxLength={mostCharacters.name}
          required
        />
      </form>
      <LikelyDoubles
        title={t('people.double.title')}
        doubles={doubles}
        territory={territory}
        chooseLabel={chooseLabel}
        onChoose={onChoose}
      />
      {marking && (
        <SegmentedChoice
          label={t('people.add.marking')}
          choices={[
            { value: 'yes', label: t('people.add.markingYes') },
            { value: 'no', label: t('people.add.markingNo') },
          ]}
          value={marking.isOn ? 'yes' : 'no'}
          onChoose={choice => marking.onSet(choice === 'yes')}
        />
      )}
      {hasMore ? (
        <MoreFields draft={draft} onType={onType} territory={territory} />
      ) : (
        <Button kind="quiet" onPress={() => setHasMore(true)}>
          {t('people.add.more')}
        </Button>
      )}
    </Sheet>
  );
}

interface MoreFieldsProps extends Pick<NewPersonSheetProps, 'draft' | 'onType'> {
  territory: Parameters<typeof OriginFields>[0]['territory'];
}

function MoreFields({ draft, onType, territory }: MoreFieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <OriginFields
        origin={draft}
        territory={territory}
        onChoose={({ village, regency }) => onType({ ...draft, village, regency })}
      />
      <SegmentedChoice
        label={t('all.field.gender')}
        choices={(['P', 'L'] as const).map(value => ({ value, label: t(`all.value.${value}`) }))}
        value={draft.gender ?? null}
        onChoose={gender => onType({ ...draft, gender })}
      />
      <TextField
        label={t('all.field.institution')}
        value={draft.institution}
        onType={institution => onType({ ...draft, institution })}
        autoComplete="off"
        autoCapitalize="words"
        maxLength={mostCharacters.institution}
      />
      <TextField
        label={t('all.field.phone')}
        value={draft.phone}
        onType={phone => onType({ ...draft, phone })}
        type="tel"
        autoComplete="off"
        maxLength={mostCharacters.phone}
      />
    </>
  );
}
