import { useState } from 'preact/hooks';
import { attendanceId } from '../../../domain/ids.ts';
import type { Participant } from '../../../domain/records/participant.ts';
import { useServices } from '../../app-services.ts';
import type { Change } from '../../data/record-view.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { newPerson, type NewPerson } from './new-person.ts';
import { takeBack } from './take-back.ts';
import { useUndoable } from './use-undoable.ts';

/** Adding people to a training's roster, and what was typed of the next one so far. */
export interface Adding {
  draft: NewPerson;
  setDraft: (draft: NewPerson) => void;
  /** Adds somebody, marked present at `session` if one is given; the new id once saved, else undefined. */
  add: (participant: Participant, session?: string) => Promise<string | undefined>;
}

export function useAdding(stream: string): Adding {
  const { records, newId } = useServices();
  const { t } = useI18n();
  const write = useUndoable();
  const [draft, setDraft] = useState(newPerson);

  async function add(participant: Participant, session?: string): Promise<string | undefined> {
    const id = newId();
    const person: Change = {
      stream,
      t: 'participant',
      r: id,
      fields: { ...participant, ...(session !== undefined && { firstSession: session }) },
      seen: undefined,
    };
    const mark: Change[] =
      session === undefined
        ? []
        : [
            {
              stream,
              t: 'attendance',
              r: attendanceId(session, id),
              fields: { mark: { status: 'hadir' } },
              seen: undefined,
            },
          ];

    /** Whoever was added by mistake is deleted like anybody else, and can be brought back. */
    async function undo(): Promise<void> {
      const seen = await records.readRecord(stream, 'participant', id);
      await records.write([{ ...person, fields: { deleted: true }, seen }]);
      await takeBack(records, mark);
    }

    const { name = '' } = participant;
    const words = t(session === undefined ? 'people.add.done' : 'people.add.donePresent', { name });
    if (!(await write(words, [person, ...mark], undo))) return undefined;
    setDraft(newPerson);
    return id;
  }

  return { draft, setDraft, add };
}
