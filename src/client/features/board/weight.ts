import type { DeviceEntry } from '../../../protocol/event-messages.ts';

/** About what one change takes on the wire, bytes: a mark's line is some 330 in full, a third of it lean. */
const bytesOfChange = 200;

/** What a device still has to bring, in bytes: pictures as it said, less what came since; changes by a rule of thumb. */
export function weightOf({ report, arrived = 0 }: DeviceEntry): number {
  if (!report) return 0;
  const { ops, bytes } = report.waiting;
  return ops * bytesOfChange + Math.max(0, bytes - arrived);
}
