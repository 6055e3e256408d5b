import { canWrite, isNarrowed } from '../../../domain/access.ts';
import { kindNamed } from '../../../domain/records/kinds.ts';
import type { Member, Role } from '../../../domain/records/member.ts';
import { readStream } from '../../../domain/stream.ts';
import type { RefusedElsewhere } from '../../app-services.ts';
import { valuesOf, type Change, type Records } from '../../data/record-view.ts';
import { movedTo } from '../../parts/moved-to.ts';
import { readWork } from '../../parts/work/read-work.ts';

/** From the narrowest on. */
const roles: readonly Role[] = ['pengelola', 'fasilitator'];

/**
 * The edit that gives an author the least right with which that work would have been admitted; undefined
 * where the right was not what it lacked, where only a coordinator could have written it, and where it would
 * take a place away that the author has.
 */
export async function grantFor(
  records: Pick<Records, 'readRecord'>,
  { code, operation }: Pick<RefusedElsewhere, 'code' | 'operation'>,
  name: string | undefined,
): Promise<Change | undefined> {
  const { stream, kind, id, by } = readWork(operation);
  if (code !== 'forbidden' || !stream || !kind || !id || !by || !readStream(stream))
    return undefined;
  const village = kindNamed(kind)?.villageOf(id);
  const role = roles.find(
    one => canWrite(one, kind) && (!isNarrowed(one) || village !== undefined),
  );
  if (role === undefined) return undefined;
  const seen = await records.readRecord(stream, 'member', by);
  const held = valuesOf<Member>(seen);
  const isElsewhere =
    held.village !== undefined &&
    held.village !== village &&
    (await movedAway(records, stream, held.village)) !== village;
  if (held.role === 'koordinator' || (held.role !== undefined && isElsewhere)) return undefined;
  const fields = {
    role,
    ...(isNarrowed(role) && village !== undefined && { village }),
    ...(held.name === undefined && name !== undefined && { name }),
    ...(held.until !== undefined && { until: null }),
  };
  return { stream, t: 'member', r: by, fields, seen };
}

/** Where the profile of a village went, if it did: its librarian goes with it. */
async function movedAway(
  records: Pick<Records, 'readRecord'>,
  stream: string,
  village: string,
): Promise<string | undefined> {
  return movedTo(await records.readRecord(stream, 'library', village));
}
