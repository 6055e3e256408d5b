import type { JsonValue } from '../../../domain/records/kind.ts';
import { trainingStream } from '../../../domain/stream.ts';
import { planFromTemplate } from '../../../domain/training-template.ts';
import type { Change } from '../../data/record-view.ts';

/** What was answered of a training that is not there yet. */
export type NewTraining = Readonly<Record<string, JsonValue | undefined>>;

/** What keeps a training from being made; nothing else is needed to begin. */
export type Missing = 'name' | 'days' | 'order';

export function missingIn({ name, startsOn, endsOn }: NewTraining): Missing | undefined {
  if (typeof name !== 'string') return 'name';
  if (typeof startsOn !== 'string' || typeof endsOn !== 'string') return 'days';
  return endsOn < startsOn ? 'order' : undefined;
}

/** The training with its own stream, and the sessions of the template if they are wanted. */
export function newTrainingChanges(
  answers: NewTraining,
  withTemplate: boolean,
  newId: () => string,
): Change[] {
  const id = newId();
  const stream = trainingStream(id);
  const fields: Change['fields'] = {};
  for (const [key, value] of Object.entries(answers)) {
    if (value !== undefined && value !== null) fields[key] = value;
  }
  const { startsOn, endsOn } = answers;
  const sessions =
    withTemplate && typeof startsOn === 'string' && typeof endsOn === 'string'
      ? planFromTemplate(startsOn, endsOn)
      : [];
  return [
    { stream, t: 'training', r: id, fields, seen: undefined },
    ...sessions.map(session => ({
      stream,
      t: 'session',
      r: newId(),
      fields: { ...session },
      seen: undefined,
    })),
  ];
}
