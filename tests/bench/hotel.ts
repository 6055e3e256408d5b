import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trainingStream } from '../../src/domain/stream.ts';
import { protocolVersion, schemaVersion, type DeviceReport } from '../../src/protocol/messages.ts';
import type { Operation } from '../../src/protocol/operation.ts';
import { createChance } from '../support/seed.ts';
import { apiAt } from './connection.ts';
import { evening } from './hotel-evening.ts';
import { serve, type Served } from './processes.ts';

/** So long before this run people were let in, ms: a whole day of work lies between. */
export const sinceEnrolledMs = 12 * 3_600_000;

/** Somebody with a device who was let in. */
export interface Enrolled {
  device: string;
  person: string;
  token: string;
  /** Home's clock then, ms. */
  enrolledAt: number;
  /** The training this device's sheets belong to. */
  stream: string;
}

/** A server's data with all the hotel's devices let in and nothing delivered: copied for each measurement. */
export interface Hotel {
  enrolled: readonly Enrolled[];
  /** Opens a copy of it, or of data that was filled from it. */
  open(options?: { from?: string }): Promise<OpenHotel>;
  /** A folder for this run, gone with it. */
  folder: string;
  dispose(): void;
}

export interface OpenHotel extends Served {
  dataDir: string;
}

/** The training of the demonstration, of which everybody let in with its code is a trainer. */
export const demoStream = trainingStream('palangka-raya-2021');

/** Devices share a training by tens. */
const devicesOfTraining = 10;

/** Lets all devices in, through the ways that everybody has: the demonstration's codes and the push. */
export async function openTheHotel(dist: string, seed: number): Promise<Hotel> {
  const folder = mkdtempSync(join(tmpdir(), 'jukung-bench-'));
  const filled = join(folder, 'hotel');
  let copies = 0;
  const demoDir = join(folder, 'demo-data');
  const server = await serve({
    dist,
    command: 'demo',
    dataDir: demoDir,
    clockShiftMs: -sinceEnrolledMs,
  });
  const enrolled = await letEverybodyIn(server.url, seed);
  await server.stop();
  takeOver(demoDir, filled);

  return {
    enrolled,
    folder,
    async open({ from = filled } = {}) {
      copies += 1;
      const dataDir = join(folder, `home-${copies}`);
      cpSync(from, dataDir, { recursive: true });
      const served = await serve({ dist, command: 'start', dataDir });
      return { ...served, dataDir };
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The demonstration keeps a folder for each day; a real server's data lies in its own. */
export function takeOver(demoDir: string, dataDir: string): void {
  const [day] = readdirSync(join(demoDir, 'demo'));
  if (day === undefined) throw new Error('the demonstration left no data');
  mkdirSync(dataDir, { recursive: true });
  cpSync(join(demoDir, 'demo', day), dataDir, { recursive: true });
}

async function letEverybodyIn(url: string, seed: number): Promise<Enrolled[]> {
  const chance = createChance(seed);
  const api = apiAt(url);
  const enrol = async (code: string): Promise<Enrolled> => {
    const device = chance.uuid();
    const { answer } = await api.enrol({ code, device: { id: device, name: 'Tablet' } });
    const { token, person, server } = answer;
    return { device, person: person.id, token, enrolledAt: server.now, stream: '' };
  };
  const coordinator = await enrol('DEMO-KOORDINATOR');
  const trainers: Enrolled[] = [];
  for (let device = 0; device < evening.devices; device += 1) {
    const group = 1 + Math.floor(device / devicesOfTraining);
    const trainer = await enrol('DEMO-FASILITATOR');
    trainers.push({ ...trainer, stream: trainingStream(`kelas-${group}`) });
  }
  const members = trainers.map(({ person, stream }, index): Operation => {
    const written = { by: coordinator.person, dev: coordinator.device, n: index + 1 };
    return {
      v: 1,
      id: chance.uuid(),
      ...written,
      stream,
      t: 'member',
      r: person,
      sv: 1,
      f: { name: `Fasilitator ${index + 1}`, role: 'fasilitator' },
      p: {},
      wall: Date.now() - sinceEnrolledMs,
      off: 0,
      clk: 1,
    };
  });
  const { answer } = await api.push(coordinator.token, {
    proto: protocolVersion,
    device: reportOf(coordinator.device, { now: Date.now() - sinceEnrolledMs, clk: 1 }, 0),
    ops: members,
  });
  if (!answer.results.every(({ s }) => s === 'ok'))
    throw new Error(`home refused the trainers: ${JSON.stringify(answer.results[0])}`);
  return trainers;
}

/** What a device tells of itself with each push. */
export function reportOf(
  id: string,
  { now, clk }: { now: number; clk: number },
  waiting: number,
): DeviceReport {
  return {
    id,
    now,
    clk,
    app: '0.1.0',
    schema: schemaVersion,
    waiting: { ops: waiting, pictures: 0, bytes: 0 },
    storage: { free: 7_516_192_768, isPersistent: true },
    tokens: [],
  };
}
