import type { Field } from './field.ts';

/** What is asked of one result of advocacy (hasil advokasi): from whom, what, worth how much, when. */
export const advocacyForm: readonly Field[] = [
  { key: 'mitra', type: 'text', format: 'line', most: 200 },
  { key: 'bentuk', type: 'choice', options: ['dana', 'barang', 'tenaga', 'kebijakan'] },
  {
    key: 'nilai',
    type: 'number',
    unit: 'rupiah',
    decimals: 0,
    least: 0,
    most: 10_000_000_000,
  },
  { key: 'tanggal', type: 'day' },
];

/** What is asked of one line of the follow-up plan (rencana tindak lanjut). Its days lie ahead. */
export const followUpForm: readonly Field[] = [
  { key: 'kegiatan', type: 'text', format: 'line', most: 300 },
  {
    key: 'strategi',
    type: 'choice',
    options: ['layanan-informasi', 'pelibatan', 'advokasi', 'tik'],
  },
  { key: 'sasaran', type: 'text', format: 'line', most: 200 },
  { key: 'target', type: 'number', unit: 'orang', decimals: 0, least: 0, most: 1_000_000 },
  { key: 'mitra', type: 'text', format: 'line', most: 200 },
  { key: 'penanggungJawab', type: 'text', format: 'name', most: 200 },
  { key: 'mulai', type: 'day', mayBeAhead: true },
  { key: 'selesai', type: 'day', mayBeAhead: true },
  { key: 'sumberDana', type: 'text', format: 'line', most: 200 },
  {
    key: 'status',
    type: 'choice',
    options: ['direncanakan', 'berjalan', 'selesai', 'batal'],
  },
];

/** What is looked at of one line of the plan at a visit. The state found is written to the line as well. */
export const followUpCheckForm: readonly Field[] = [
  {
    key: 'status',
    type: 'choice',
    options: ['direncanakan', 'berjalan', 'selesai', 'batal'],
  },
  { key: 'catatan', type: 'text', format: 'paragraph', most: 500 },
];

/** What is asked of one session (sesi) of a training. Its day may lie ahead. */
export const sessionForm: readonly Field[] = [
  { key: 'title', type: 'text', format: 'line', most: 200 },
  { key: 'day', type: 'day', mayBeAhead: true },
  { key: 'startsAt', type: 'time' },
  { key: 'endsAt', type: 'time' },
  { key: 'jp', type: 'number', unit: 'jp', decimals: 1, least: 0, most: 24, likelyMost: 8 },
  { key: 'material', type: 'text', format: 'paragraph', most: 1000 },
  { key: 'trainers', type: 'lines', most: 200, mostLines: 12 },
  { key: 'room', type: 'text', format: 'line', most: 200 },
  { key: 'notHeld', type: 'text', format: 'paragraph', most: 500 },
];

/** What is asked of a training itself. Its days may lie ahead; no attendance is asked for unless somebody says so. */
export const trainingForm: readonly Field[] = [
  { key: 'name', type: 'text', format: 'line', most: 200 },
  { key: 'batch', type: 'text', format: 'line', most: 100 },
  { key: 'place', type: 'text', format: 'line', most: 200 },
  { key: 'startsOn', type: 'day', mayBeAhead: true },
  { key: 'endsOn', type: 'day', mayBeAhead: true },
  { key: 'minimumAttendance', type: 'number', unit: 'persen', decimals: 1, least: 0, most: 100 },
];
