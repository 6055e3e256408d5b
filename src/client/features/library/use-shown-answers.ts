import { useState } from 'preact/hooks';
import type { Answers } from '../../../domain/forms/field.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import { useStable } from '../../parts/use-stable.ts';

/** An answer that was given and is not read back yet. */
interface Given {
  value: JsonValue;
  /** The answers as they were read when it had been saved: the next reading holds it, or what replaced it. */
  savedOver?: Answers;
}

interface ShownAnswers {
  /** The answer as it was last given here, or else as it is held. */
  shown: (key: string) => JsonValue | undefined;
  /** Shows an answer at once and saves it; what cannot be saved is shown no longer. True once it is saved. */
  give: (key: string, value: JsonValue) => Promise<boolean>;
}

/**
 * What is ticked shows as ticked while it is being saved: a second tick on a slow phone then adds to the first
 * instead of taking it away.
 */
export function useShownAnswers(
  answers: Answers,
  save: (fields: Record<string, JsonValue>) => Promise<boolean>,
): ShownAnswers {
  const [given, setGiven] = useState<ReadonlyMap<string, Given>>(new Map());

  const settle = useStable((key: string, mine: Given, isSaved: boolean) => {
    setGiven(before => {
      // A later answer to the same question is not this one's to settle.
      if (before.get(key) !== mine) return before;
      const after = new Map(before);
      if (isSaved) after.set(key, { ...mine, savedOver: answers });
      else after.delete(key);
      return after;
    });
  });

  const give = useStable(async (key: string, value: JsonValue) => {
    const mine: Given = { value };
    setGiven(before => new Map(before).set(key, mine));
    const isSaved = await save({ [key]: value });
    settle(key, mine, isSaved);
    return isSaved;
  });

  return {
    shown: key => {
      const mine = given.get(key);
      const isRead = mine?.savedOver !== undefined && mine.savedOver !== answers;
      return mine === undefined || isRead ? answers[key] : mine.value;
    },
    give,
  };
}
