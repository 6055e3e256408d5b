import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTerritory } from '../../src/domain/open-territory.ts';
import {
  isRegencyCode,
  isVillageCode,
  regencyOfVillage,
  type TerritoryFile,
  type VillageLabel,
} from '../../src/domain/territory.ts';
import { generateTerritory } from '../../src/server/commands/territory.ts';

const checkedIn = await readFile('public/territory.json', 'utf8');
const territory = openTerritory(JSON.parse(checkedIn) as TerritoryFile);

const whole = ({ village, district, regency }: VillageLabel) =>
  [village.name, district.name, regency.name].join(', ');

test('the territory checked in is what the generator makes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'territory-'));
  try {
    await generateTerritory(join(folder, 'territory.json'));
    expect(await readFile(join(folder, 'territory.json'), 'utf8')).toBe(checkedIn);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the file names its source, its legal base and its own licence, and is small', () => {
  const file = JSON.parse(checkedIn) as TerritoryFile;
  expect(file.source).toContain('idn-area-data 3.1.2');
  expect(file.legalBase).toContain('300.2.2-2138');
  expect(file.licence).toContain('ODbL-1.0');
  expect(checkedIn.length).toBeLessThan(60_000);
});

test.each([
  ['62.01', 'Kotawaringin Barat', 6, 81, 13],
  ['62.02', 'Kotawaringin Timur', 17, 168, 17],
  ['62.03', 'Kapuas', 17, 214, 17],
  ['62.04', 'Barito Selatan', 6, 86, 7],
  ['62.05', 'Barito Utara', 9, 93, 10],
  ['62.06', 'Katingan', 13, 154, 7],
  ['62.07', 'Seruyan', 10, 97, 3],
  ['62.08', 'Sukamara', 5, 29, 3],
  ['62.09', 'Lamandau', 8, 85, 3],
  ['62.10', 'Gunung Mas', 12, 114, 13],
  ['62.11', 'Pulang Pisau', 8, 95, 4],
  ['62.12', 'Murung Raya', 10, 116, 9],
  ['62.13', 'Barito Timur', 10, 100, 3],
  ['62.71', 'Palangka Raya', 5, 0, 30],
])('%s %s has %i kecamatan, %i desa, %i kelurahan', (code, name, districts, desa, kelurahan) => {
  const villages = territory.districtsOf(code).flatMap(({ code }) => territory.villagesOf(code));
  expect(territory.regency(code)?.name).toBe(name);
  expect(territory.districtsOf(code)).toHaveLength(districts);
  expect(villages.filter(({ kind }) => kind === 'desa')).toHaveLength(desa);
  expect(villages.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(kelurahan);
});

test('the province has 14 regencies, 136 districts and 1,571 villages', () => {
  const regencies = territory.regencies();
  const districts = regencies.flatMap(({ code }) => territory.districtsOf(code));
  const villages = districts.flatMap(({ code }) => territory.villagesOf(code));
  expect([regencies.length, districts.length, villages.length]).toEqual([14, 136, 1571]);
  expect(villages.filter(({ kind }) => kind === 'desa')).toHaveLength(1432);
  expect(villages.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(139);
  expect(villages.every(({ code }) => isVillageCode(code))).toBe(true);
});

test('only Palangka Raya is a kota, and is written the way the city writes it', () => {
  expect(territory.regencies().filter(({ kind }) => kind === 'kota')).toEqual([
    { code: '62.71', name: 'Palangka Raya', kind: 'kota' },
  ]);
  expect(checkedIn).not.toContain('Palangkaraya');
});

test('names are spelled out and begin with a capital', () => {
  const file = JSON.parse(checkedIn) as TerritoryFile;
  const names = [file.regencies, file.districts, file.villages].flatMap(places =>
    Object.values(places),
  );
  expect(names.filter(name => /(^|\s)[a-z]|\s{2}|^\s|\s$|^[A-Z\s]{3,}$/.test(name))).toEqual([]);
  expect(territory.district('62.04.05')?.name).toBe('Gunung Bintang Awai');
});

test('a village is labelled with its kind, its district and its regency', () => {
  expect(territory.villageLabel('62.11.05.2014')).toEqual({
    village: { code: '62.11.05.2014', name: 'Mantaren II', kind: 'desa' },
    district: { code: '62.11.05', name: 'Kahayan Hilir' },
    regency: { code: '62.11', name: 'Pulang Pisau', kind: 'kabupaten' },
  });
  expect(territory.villageLabel('62.71.01.1001')?.village).toEqual({
    code: '62.71.01.1001',
    name: 'Pahandut',
    kind: 'kelurahan',
  });
});

test('villages of one name in one regency are told apart by their district', () => {
  const villages = territory
    .districtsOf('62.02')
    .flatMap(({ code }) => territory.villagesOf(code))
    .filter(({ name }) => name === 'Sumber Makmur');
  expect(villages.map(({ code }) => territory.villageLabel(code)?.district.name)).toEqual([
    'Parenggean',
    'Mentaya Hilir Utara',
    'Telawang',
  ]);
});

test('no two villages of the province have the same label', () => {
  const labels = territory
    .regencies()
    .flatMap(({ code }) => territory.districtsOf(code))
    .flatMap(({ code }) => territory.villagesOf(code))
    .flatMap(({ code }) => territory.villageLabel(code) ?? [])
    .map(whole);
  expect(new Set(labels).size).toBe(1571);
});

test('a code that names nothing has no label and nothing below it', () => {
  expect(territory.villageLabel('62.11.05.2999')).toBeUndefined();
  expect(territory.villageLabel('constructor')).toBeUndefined();
  expect(territory.regency('62.99')).toBeUndefined();
  expect(territory.districtsOf('62.99')).toEqual([]);
  expect(territory.villagesOf('62.11.99')).toEqual([]);
});

test('codes are dotted text of a fixed form', () => {
  expect(['62.11', '6211', '62.1', '62.11.05', ' 62.11'].map(isRegencyCode)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(
    ['62.11.05.2014', '6211052014', '62.11.05.201', '62.11.05', '62.11.05.2014\n'].map(
      isVillageCode,
    ),
  ).toEqual([true, false, false, false, false]);
  expect(regencyOfVillage('62.11.05.2014')).toBe('62.11');
});

test('a search finds a name whatever its case, accents and apostrophes', () => {
  for (const typed of ['panuut', "PANU'UT", 'Panu’ut', ' pánu’ut  ']) {
    expect(territory.search(typed, 5).map(whole)).toEqual(["Panu'ut, Murung, Murung Raya"]);
  }
});

test('a search finds every village of a name, and the district narrows it to one', () => {
  expect(territory.search('sumber makmur', 3).map(whole)).toEqual([
    'Sumber Makmur, Parenggean, Kotawaringin Timur',
    'Sumber Makmur, Mentaya Hilir Utara, Kotawaringin Timur',
    'Sumber Makmur, Telawang, Kotawaringin Timur',
  ]);
  expect(territory.search('sumber mak parengg', 20).map(whole)).toEqual([
    'Sumber Makmur, Parenggean, Kotawaringin Timur',
  ]);
});

test('a search puts the name itself before names that begin with it, and those before places', () => {
  const found = territory.search('parenggean', 3).map(whole);
  expect(found[0]).toBe('Parenggean, Parenggean, Kotawaringin Timur');
  expect(found[1]).toBe('Tehang, Parenggean, Kotawaringin Timur');
  const olung = territory.search('tumbang olong', 10).map(({ village }) => village.name);
  expect(olung).toEqual(['Tumbang Olong I', 'Tumbang Olong II']);
});

test('a search gives no more than asked, and nothing for nothing', () => {
  expect(territory.search('tumbang', 7)).toHaveLength(7);
  expect(territory.search('  ', 7)).toEqual([]);
  expect(territory.search("'", 7)).toEqual([]);
  expect(territory.search('zzz', 7)).toEqual([]);
});

test('a village that lies in no district of the file is a broken file', () => {
  const file = JSON.parse(checkedIn) as TerritoryFile;
  const villages = { ...file.villages, '62.99.01.2001': 'Entah Di Mana' };
  expect(() => openTerritory({ ...file, villages })).toThrow('62.99.01.2001');
});
