import type { Day } from '../../../domain/day.ts';
import type { JsonValue } from '../../../domain/records/kind.ts';
import type { Session } from '../../../domain/records/session.ts';
import type { Change } from '../../data/record-view.ts';

/** What a copy takes along: everything but the day, and whether it was held. */
const copied = ['title', 'startsAt', 'endsAt', 'jp', 'material', 'trainers', 'room'] as const;

/** New sessions on `day` that are like the given ones; one without any is empty. Nobody's attendance is copied. */
export function copySessions(
  stream: string,
  day: Day | undefined,
  sessions: readonly Session[],
  newId: () => string,
): Change[] {
  return sessions.map(session => {
    const fields: Record<string, JsonValue> = {};
    for (const key of copied) {
      const value = session[key];
      if (value !== undefined) fields[key] = value;
    }
    if (day !== undefined) fields['day'] = day;
    // A record is there once something of it is: this one begins with being not deleted.
    if (Object.keys(fields).length === 0) fields['deleted'] = false;
    return { stream, t: 'session', r: newId(), fields, seen: undefined };
  });
}
