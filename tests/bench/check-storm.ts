import { limits, schemaVersion, type PullPage } from '../../src/protocol/messages.ts';
import { apiAt, understand } from './connection.ts';
import type { StormCheck } from './storm-messages.ts';
import type { StormDevice } from './storm.ts';

/**
 * Counts what became of a storm's operations: by the verdicts of the answers, each to be `ok` with a
 * number of its own, and by pulling everything from the server as a fresh device would.
 */
export async function checkStorm(
  url: string,
  devices: readonly StormDevice[],
): Promise<StormCheck> {
  const complaints: string[] = [];
  const complain = (words: string) => void (complaints.length < 5 && complaints.push(words));
  const numbers = new Set<string>();
  let admitted = 0;
  for (const { enrolled, batches } of devices) {
    for (const { operations, answer } of batches) {
      if (!answer) {
        complain('a request got no answer');
        continue;
      }
      const request = { ops: operations } as never;
      const { results } = (await understand(answer, api => api.push(enrolled.token, request)))
        .answer;
      operations.forEach((operation, index) => {
        const verdict = results[index];
        const number = verdict?.s === 'ok' ? `${operation.stream} ${verdict.seq}` : undefined;
        if (number !== undefined && !numbers.has(number)) admitted += 1;
        else complain(`a verdict is ${JSON.stringify(verdict)}`);
        if (number !== undefined) numbers.add(number);
      });
    }
  }

  const heads = await pullHeads(url, devices);
  let held = 0;
  for (const { batches } of devices) {
    const operations = batches.flatMap(batch => batch.operations);
    const replaced = new Set(operations.flatMap(({ p }) => Object.values(p).flat()));
    for (const { id } of operations) {
      if (heads.has(id) !== replaced.has(id)) held += 1;
      else complain(`an operation is ${heads.has(id) ? 'a head though replaced' : 'not held'}`);
    }
  }
  return { admitted, held, complaints };
}

/** Every operation whose value nothing has replaced, in all trainings. */
async function pullHeads(url: string, devices: readonly StormDevice[]): Promise<Set<string>> {
  const heads = new Set<string>();
  const take = async (page: PullPage) => {
    for (const record of page.records)
      for (const field of Object.values(record.f)) for (const { o } of field.h) heads.add(o);
  };
  const readers = new Map(devices.map(({ enrolled }) => [enrolled.stream, enrolled]));
  for (const { stream, token } of readers.values()) {
    const question = {
      schema: schemaVersion,
      scopes: { [stream]: 0 },
      open: [],
      maxBytes: limits.pageBytes,
    };
    const { answer } = await apiAt(url).pull(token, question, take);
    if (!answer) throw new Error('a pull was cut');
  }
  return heads;
}
