import type { Member } from '../../../domain/records/member.ts';
import { programmeStream } from '../../../domain/stream.ts';
import { useServices } from '../../app-services.ts';
import { valuesOf, type RecordView } from '../../data/record-view.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';

/** Somebody with a right, by their id. */
export interface MemberHere {
  id: string;
  member: Member;
  view: RecordView;
}

/** Who may do what. */
export interface Members {
  /** Those who have a right in the stream itself, by name. */
  here: readonly MemberHere[];
  /** Those who coordinate everywhere. */
  everywhere: readonly MemberHere[];
  /** Trainers of other streams who have no right in this one. */
  others: readonly MemberHere[];
}

/** The people with a right in a stream, and those who might get one; undefined until they are read. */
export function useMembers(stream: string): Members | undefined {
  const { records } = useServices();
  return useLiveQuery(async () => {
    const all = new Map<string, MemberHere[]>();
    for (const name of new Set([stream, programmeStream, ...(await records.readStreams())])) {
      all.set(name, (await records.readShelf(name, 'member')).map(asMember).sort(byName));
    }
    const here = (all.get(stream) ?? []).filter(({ member }) => member.role);
    const known = new Set(here.map(({ id }) => id));
    const others = new Map<string, MemberHere>();
    for (const one of [...all.values()].flat()) {
      if (one.member.role === 'fasilitator' && !known.has(one.id)) others.set(one.id, one);
    }
    return {
      here,
      everywhere: (all.get(programmeStream) ?? []).filter(
        ({ member }) => member.role === 'koordinator',
      ),
      others: [...others.values()].sort(byName),
    };
  }, [records, stream]);
}

const asMember = (view: RecordView): MemberHere => ({
  id: view.r,
  member: valuesOf<Member>(view),
  view,
});

const byName = (one: MemberHere, other: MemberHere) =>
  (one.member.name ?? '').localeCompare(other.member.name ?? '', 'id');
