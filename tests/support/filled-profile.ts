import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Field } from '../../src/domain/forms/field.ts';
import { libraryProfile } from '../../src/domain/forms/library-profile.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';
import { regionStream } from '../../src/domain/stream.ts';
import { regencyOfVillage } from '../../src/domain/territory.ts';
import { createProtocolClient, type ProtocolClient } from './protocol-client.ts';

/** Somebody with a device that knows the protocol and no browser; writes of one village's library. */
export interface LibraryWriter {
  /** Writes answers as somebody who saw what home has now, or who saw nothing of it, and delivers them. */
  write(fields: Record<string, JsonValue>): Promise<void>;
  /** Fetches what home has: what is written next replaces it. */
  look(): Promise<void>;
  /** Waits until home has just these answers to a question, in any order; several where people disagree. */
  expectHeads(field: string, answers: readonly JsonValue[]): Promise<void>;
}

/** Lets somebody in at the server with a code of the demonstration. */
export async function openLibraryWriter(
  url: string,
  village: string,
  { code = 'DEMO-KOORDINATOR', device = 'meja' } = {},
): Promise<LibraryWriter> {
  const client = createProtocolClient({
    url,
    device,
    clock: Date.now,
    newId: randomUUID,
  });
  await client.enrol(code);
  const place = { stream: regionStream(regencyOfVillage(village)), t: 'library', r: village };
  const key = `${place.stream}|${place.t}|${place.r}`;
  return {
    async write(fields) {
      client.write(place, fields);
      await deliver(client);
    },
    look: () => client.pull(),
    expectHeads: (field, answers) =>
      vi.waitFor(
        async () => {
          await client.pull();
          const held = (client.base.get(key)?.f[field]?.h ?? []).map(({ v }) => v);
          expect(held).toHaveLength(answers.length);
          for (const answer of answers) expect(held).toContainEqual(answer);
        },
        { timeout: 30_000, interval: 100 },
      ),
  };
}

async function deliver(client: ProtocolClient): Promise<void> {
  const { results } = await client.push();
  const refused = results.filter(({ s }) => s !== 'ok');
  if (refused.length > 0) throw new Error(`not taken: ${JSON.stringify(refused)}`);
}

/** One good answer to every question that is answered in the record itself, the photos and the consent apart. */
export function everyAnswer(): Record<string, JsonValue> {
  const answers: Record<string, JsonValue> = {};
  for (const field of libraryProfile.sections.flatMap(({ fields }) => fields)) {
    const answer = answerTo(field);
    if (answer !== undefined) answers[field.key] = answer;
  }
  return answers;
}

function answerTo(field: Field): JsonValue | undefined {
  switch (field.type) {
    case 'text':
      return {
        line: 'Jl. Tjilik Riwut RT 02',
        paragraph: 'Listrik padam tiap sore; genset dipinjam dari kantor desa.',
        name: 'Sari Lestari',
        phone: '081234567890',
        email: 'taman@contoh.id',
        link: 'https://contoh.id/taman',
      }[field.format];
    case 'number':
      // The same everywhere, so that no figure contradicts another.
      return Math.max(field.least, Math.min(field.most, field.likelyLeast ?? 0, 5));
    case 'year':
      return 2020;
    case 'day':
      return field.isAutomatic ? undefined : '2020-02-03';
    case 'choice':
      return field.options[0];
    case 'many':
      return field.options.filter(option => option !== field.alone).slice(0, 3);
    case 'aid':
      return { jenis: field.options.slice(0, 2), tahun: 2020 };
    case 'counts':
      return field.parts.includes('total') ? { total: 60 } : { l: 20, p: 40 };
    case 'location':
      return { lat: -2.2, lon: 113.9, accuracy: 12 };
    case 'publication':
      return { jumlah: 2, media: 'Kalteng Pos', tautan: 'https://contoh.id/berita' };
    case 'story':
      return { teks: 'Ibu Mariani menjual keripik setelah ikut kelas.', izin: true };
    case 'respondent':
      return { nama: 'Sari Lestari', hp: '081234567890' };
    case 'time':
    case 'lines':
    case 'consent':
    case 'photo':
    case 'village':
    case 'records':
      return undefined;
  }
}
