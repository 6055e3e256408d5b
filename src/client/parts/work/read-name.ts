import type { Member } from '../../../domain/records/member.ts';
import { programmeStream } from '../../../domain/stream.ts';
import { valuesOf, type Records } from '../../data/record-view.ts';

/**
 * What somebody is called: as a member of the stream, else of the programme, else as they were let in
 * on this device; undefined if nobody here knows.
 */
export async function readName(
  records: Records,
  people: readonly { id: string; name: string }[],
  stream: string | undefined,
  person: string | undefined,
): Promise<string | undefined> {
  if (person === undefined) return undefined;
  for (const place of new Set([stream, programmeStream])) {
    if (place === undefined) continue;
    const { name } = valuesOf<Member>(await records.readRecord(place, 'member', person));
    if (typeof name === 'string') return name;
  }
  return people.find(({ id }) => id === person)?.name;
}
