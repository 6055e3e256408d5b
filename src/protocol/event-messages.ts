import * as v from 'valibot';
import { roles } from '../domain/records/member.ts';
import { deviceReport, paths } from './messages.ts';

const line = v.pipe(v.string(), v.maxLength(200));
const instant = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The stream of what a device is told at once; with `isBoard` also of what becomes of the others. */
export function eventsPath(isBoard: boolean): string {
  return isBoard ? `${paths.events}?board=1` : paths.events;
}

/** When pictures are to be sent after a call: as always, or only once they are called for again. */
export const pictureTimes = ['now', 'later'] as const;
export type PictureTime = (typeof pictureTimes)[number];

/** Asks every device of a stream to sync at once (rule 13.3). */
export const callRequest = v.object({ stream: line, pictures: v.picklist(pictureTimes) });
export type CallRequest = v.InferOutput<typeof callRequest>;

const call = v.object({
  id: line,
  stream: v.string(),
  /** Home's clock, ms. */
  at: instant,
  pictures: v.picklist(pictureTimes),
});
/** A call as home keeps it, and as devices hear it. */
export type Call = v.InferOutput<typeof call>;
export const callTold = call;

/** `reached` are the devices that were connected and were told. */
export const callResponse = v.object({ call, reached: v.array(v.string()) });
export type CallResponse = v.InferOutput<typeof callResponse>;

/** A device as the coordinator sees it: what it last said of itself, and who is let in on it. */
const deviceEntry = v.object({
  id: v.string(),
  name: v.string(),
  people: v.array(v.object({ id: v.string(), name: v.string(), role: v.picklist(roles) })),
  isRevoked: v.boolean(),
  /** Missing for one that never pushed. */
  lastSeenAt: v.nullable(instant),
  report: v.nullable(v.omit(deviceReport, ['tokens', 'gone', 'formerly'])),
  /** Of its operations, how many home holds, whatever the verdict. */
  held: v.optional(count),
  /** True while it is connected to this server, and would hear a call. */
  isHere: v.optional(v.boolean()),
  /** Bytes of pictures that came since it last reported. */
  arrived: v.optional(count),
  /** What home found when it counted after the device said that it is whole; null if it was not (rule 13.6). */
  proof: v.optional(
    v.nullable(v.object({ at: instant, operations: count, pictures: count, code: v.string() })),
  ),
});
export type DeviceEntry = v.InferOutput<typeof deviceEntry>;

export const devicesResponse = v.object({
  at: instant,
  devices: v.array(deviceEntry),
  /** The last call in each stream that the caller coordinates. */
  calls: v.optional(v.array(call)),
});
export type DevicesResponse = v.InferOutput<typeof devicesResponse>;

/** Devices as they stand now, in the stream of events: only those that changed (rule 13.5). */
export const devicesTold = v.object({ devices: v.array(deviceEntry) });
