import type { Field } from '../../src/domain/forms/field.ts';
import type { JsonValue } from '../../src/domain/records/kind.ts';

/** The day on which the answers below are judged, and the next one. */
export const today = '2026-11-25';
const tomorrow = '2026-11-26';

const picture = { sha256: 'a'.repeat(64), size: 1000, mime: 'image/jpeg', w: 1280, h: 960 };
const megabytes = 'x'.repeat(10_000_000);
/** Text that programs stumble over is still somebody's answer. */
const oddTexts = ['Taman 📚 Baca', 'مكتبة القرية', '<b>Maju</b>', '=SUM(A1)', "'; DROP TABLE"];

/** Answers that a type of field takes, asks "sure?" about, and refuses, worked out from its limits. */
export function answersOf(field: Field): Record<'taken' | 'warned' | 'refused', JsonValue[]> {
  switch (field.type) {
    case 'text': {
      const refused: JsonValue[] = [
        7,
        true,
        [],
        {},
        'a\u0000b',
        megabytes,
        'x'.repeat(field.most + 1),
      ];
      if (field.format === 'phone')
        return {
          taken: ['081234567890', '+62 812-3456-7890', '6281234567890'],
          warned: [],
          refused: [...refused, '0712345678', '08abc', '+1 202 555 0100', '0812'],
        };
      if (field.format === 'email')
        return { taken: ['desa@contoh.id'], warned: [], refused: [...refused, 'desa', 'a b@c.d'] };
      const most = 'x'.repeat(field.most);
      const taken = [most, ...oddTexts.filter(text => text.length <= field.most)];
      return { taken, warned: [], refused: [...refused, '', field.least ? 'xy' : '\u0007'] };
    }
    case 'number': {
      const { least, most, likelyLeast, likelyMost, decimals } = field;
      const warned: JsonValue[] = [];
      if (likelyLeast !== undefined) warned.push(likelyLeast - 1);
      if (likelyMost !== undefined) warned.push(likelyMost + 1, most);
      const usual = likelyLeast ?? least;
      return {
        taken: [usual, usual + 1, likelyMost ?? most, ...(decimals ? [usual + 0.5] : [])],
        warned,
        refused: [-1, most + 1, 1.25, '12', null, Number.NaN, []].filter(value => value !== null),
      };
    }
    case 'year':
      return {
        taken: [field.least, 2026],
        warned: [],
        refused: [field.least - 1, 2027, 2020.5, '2020', 99_999],
      };
    case 'day':
      return {
        taken: ['2019-03-01', today, ...(field.mayBeAhead ? [tomorrow] : [])],
        warned: [],
        refused: [...(field.mayBeAhead ? [] : [tomorrow]), '2019-02-30', '01-03-2019', 20190301],
      };
    case 'time':
      return {
        taken: ['00:00', '08:30', '23:59'],
        warned: [],
        refused: ['24:00', '8:30', '08.30', 'pagi', 830, ['08:30']],
      };
    case 'lines':
      return {
        taken: [[], ['Sari'], Array.from({ length: field.mostLines }, (_, at) => `Sari ${at}`)],
        warned: [],
        refused: [
          'Sari',
          [''],
          [7],
          ['x'.repeat(field.most + 1)],
          ['a\nb'],
          Array.from({ length: field.mostLines + 1 }, () => 'Sari'),
        ],
      };
    case 'choice':
      return {
        taken: [...field.options],
        warned: [],
        refused: ['lain', '', 1, [...field.options]],
      };
    case 'many':
      return {
        taken: [[...field.options].slice(0, 2), [field.options[0] ?? '']],
        warned: [],
        refused: [
          [],
          ['lain'],
          [field.options[0] ?? '', field.options[0] ?? ''],
          'anak',
          ...(field.alone ? [[field.options[0] ?? '', field.alone]] : []),
        ],
      };
    case 'aid':
      return {
        taken: [{ jenis: ['buku'] }, { jenis: ['buku', 'rak'], tahun: 2021 }],
        warned: [],
        refused: [{ tahun: 2021 }, { jenis: ['emas'] }, { jenis: ['buku'], tahun: 2027 }, ['buku']],
      };
    case 'counts':
      return {
        taken: [
          { l: 0, p: 0 },
          { l: 10, p: 12 },
          ...(field.parts.includes('total') ? [{ total: 22 }, { l: 10, p: 12, total: 22 }] : []),
        ],
        warned: [],
        refused: [
          {},
          { l: -1 },
          { l: 1.5 },
          { x: 1 },
          { l: '3' },
          22,
          ...(field.parts.includes('total') ? [{ l: 10, p: 12, total: 5 }] : []),
        ],
      };
    case 'location':
      return {
        taken: [{ lat: -2.2, lon: 113.9, accuracy: 12 }],
        warned: [{ lat: -2.2, lon: 113.9, accuracy: 2000 }],
        refused: [
          { lat: -7.8, lon: 110.4, accuracy: 5 },
          { lat: -2.2, lon: 113.9 },
          { lat: '-2', lon: 113.9, accuracy: 5 },
          { lat: -2.2, lon: 113.9, accuracy: -1 },
        ],
      };
    case 'publication':
      return {
        taken: [{ jumlah: 0 }, { jumlah: 3, media: 'Kalteng Pos', tautan: 'https://contoh.id' }],
        warned: [],
        refused: [{ media: 'x' }, { jumlah: -1 }, { jumlah: 1001 }, 3],
      };
    case 'story':
      return {
        taken: [{ teks: 'Ibu Rina membuka warung.\nSekarang ramai.', izin: true }],
        warned: [{ teks: 'Ibu Rina', izin: false }],
        refused: [{ teks: 'x' }, { izin: true }, { teks: megabytes, izin: true }, 'x'],
      };
    case 'respondent':
      return {
        taken: [{ nama: 'Sari', hp: '081234567890' }],
        warned: [],
        refused: [{ nama: 'Sari' }, { nama: 'S', hp: '081234567890' }, { nama: 'Sari', hp: '1' }],
      };
    case 'photo':
      return {
        taken: [{ image: picture }, { image: picture, caption: 'Depan', consent: true }],
        warned: [],
        refused: [
          picture,
          { image: { ...picture, mime: 'image/heic' } },
          { image: picture, consent: 'ya' },
        ],
      };
    case 'consent':
      return {
        taken: [
          { version: '2026-11', at: 1, name: 'Sari' },
          { version: '2026-11', at: 1, name: 'Sari', withdrawnAt: 2 },
        ],
        warned: [],
        refused: [
          true,
          { version: '2026-11', at: 1 },
          { version: '2026-11', at: 'x', name: 'Sari' },
        ],
      };
    case 'village':
    case 'records':
      return { taken: [], warned: [], refused: ['62.12.01.2008', []] };
  }
}
