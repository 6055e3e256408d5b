import { useMemo, useState } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { newPerson } from '../../parts/people/new-person.ts';
import { NewPersonSheet } from '../../parts/people/NewPersonSheet.tsx';
import { useAdding } from '../../parts/people/use-adding.ts';
import { Button } from '../../ui/Button.tsx';
import { addIcon } from '../../ui/icons.ts';
import type { SheetPerson, SheetRow } from './sheet-rows.ts';

interface WalkInProps {
  stream: string;
  session: string;
  rows: readonly SheetRow[];
  /** What is being searched: who is not found is likely the one to be added. */
  searched: string;
  /** Told of somebody who was there already. */
  onChoose: (person: SheetPerson) => void;
  /** Told once somebody was added. */
  onAdded: () => void;
}

/** Adds somebody who came without being on the list, present at once unless that is switched off. */
export function WalkIn({ stream, session, rows, searched, onChoose, onAdded }: WalkInProps) {
  const { t } = useI18n();
  const [isOpen, setIsOpen] = useState(false);
  const [isPresent, setIsPresent] = useState(true);
  const { draft, setDraft, add } = useAdding(stream);
  const people = rows[0]?.person;
  const roster = useMemo(
    () => (isOpen ? rows.map(({ person }) => person.entry) : []),
    // A mark changes a row and nobody's name: only other people are another roster.
    [isOpen, rows.length, people],
  );

  function open() {
    if (draft.name === '') setDraft({ ...draft, name: searched });
    setIsOpen(true);
  }

  return (
    <>
      <Button icon={addIcon} onPress={open}>
        {t('people.add.title')}
      </Button>
      {isOpen && (
        <NewPersonSheet
          draft={draft}
          onType={setDraft}
          roster={roster}
          marking={{ isOn: isPresent, onSet: setIsPresent }}
          chooseLabel={t('people.add.choose')}
          onChoose={entry => {
            const row = rows.find(({ person }) => person.id === entry.id);
            setIsOpen(false);
            setDraft(newPerson);
            if (row) onChoose(row.person);
          }}
          onAdd={participant =>
            void add(participant, isPresent ? session : undefined).then(id => {
              if (id === undefined) return;
              setIsOpen(false);
              setIsPresent(true);
              onAdded();
            })
          }
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
