import type { DeviceReport } from '../../protocol/messages.ts';

/** What home found when it counted a device's receipts after the device said that it is whole (rule 13.6). */
export interface Proof {
  epoch: string;
  /** Home's clock, ms. */
  at: number;
  operations: number;
  pictures: number;
  code: string;
}

/** What home keeps of a device's word about itself. */
export interface KeptReport {
  report: Omit<DeviceReport, 'tokens' | 'gone'>;
  proof: Proof | undefined;
}

/** The text that is kept: what came with the very push waits on the device no more. */
export function keptReportText(
  { tokens: _tokens, gone: _gone, ...report }: DeviceReport,
  { delivered, proof }: { delivered: number; proof: Proof | undefined },
): string {
  const ops = Math.max(0, report.waiting.ops - delivered);
  return JSON.stringify({
    ...report,
    waiting: { ...report.waiting, ops },
    ...(proof && { proof }),
  });
}

/** Takes such a text apart; undefined for a device that never said anything. */
export function readKeptReport(text: string | null): KeptReport | undefined {
  if (text === null) return undefined;
  const { proof, ...report } = JSON.parse(text) as KeptReport['report'] & { proof?: Proof };
  return { report, proof };
}
