import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { smallProvince } from '../../../test/smallProvince.ts';
import type { Day } from '../../kernel/day.ts';
import { type Database, NOBODY, openDatabase } from '../../platform/db/access.ts';
import { drawBoundaries } from './draw.ts';
import { boundariesOn, loadBoundaries } from './loadBoundaries.ts';
import { readBoundaries } from './read.ts';

const DAY = '2026-11-23' as Day;
const square = (x: number, y = 18) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const feature = (code: unknown, ring: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { code, name: 'Thử' },
  geometry: { type, coordinates: [ring] },
});
const bytesOf = (...features: unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }));
const CODES = new Set(['90001', '90002']);

describe('a file of boundaries', () => {
  it.each([
    ['no JSON', new TextEncoder().encode('{'), 'không phải GeoJSON'],
    ['another encoding', new Uint8Array([0xff, 0xfe, 0x7b]), 'không phải GeoJSON'],
    ['one feature alone', new TextEncoder().encode('{"type":"Feature"}'), 'FeatureCollection'],
    ['nothing in it', bytesOf(), 'không có đối tượng'],
  ])('with %s is refused', (_, bytes, words) => {
    expect(() => readBoundaries(bytes, CODES)).toThrow(words);
  });
  it.each([
    ['an unknown code', feature('7', square(105)), 'không có xã, phường nào'],
    ['no code', feature(undefined, square(105)), 'thiếu mã đơn vị'],
    ['a line', feature('90001', square(105), 'LineString'), 'Polygon hoặc MultiPolygon'],
    ['an open ring', feature('90001', square(105).slice(0, 4)), 'không khép kín'],
    ['metres for degrees', feature('90001', square(545_000)), 'nằm ngoài Việt Nam'],
    [
      'words for numbers',
      feature('90001', [
        ['a', 'b'],
        [1, 2],
        [3, 4],
        ['a', 'b'],
      ]),
      'không phải là số',
    ],
    ['no points', feature('90001', []), 'ít hơn 4 điểm'],
    ['nothing', null, 'không phải một Feature'],
  ])('names the feature with %s', (_, bad, words) => {
    const read = () => readBoundaries(bytesOf(feature('90002', square(106)), bad), CODES);
    expect(read).toThrow(
      expect.objectContaining({
        fields: [{ field: 'features[1]', message: expect.stringMatching(new RegExp(`thứ 2.*${words}`)) }],
      }),
    );
  });
  it('names a unit that comes twice', () => {
    const twice = bytesOf(feature('90001', square(105)), feature('90001', square(106)));
    expect(() => readBoundaries(twice, CODES)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ message: expect.stringContaining('đã có ở trên') })],
      }),
    );
  });
  it('draws neighbours with a common line', () => {
    const [west, east] = drawBoundaries(
      readBoundaries(bytesOf(feature('90001', square(105)), feature('90002', square(106))), CODES),
    );
    expect(west!.right).toBe(east!.left);
    expect(west!.path).toMatch(/^M\d+ \d+l[-\d ]+z$/);
  });
});

describe('boundaries in the database', () => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await testDatabase();
    db = openDatabase(database.url, { connections: 2 });
    await smallProvince(db);
    drop = async () => {
      await db.close();
      await database.drop();
    };
  });
  afterAll(() => drop());
  it('are loaded whole, tell which communes have none, and are superseded by the next file', async () => {
    const load = (...features: unknown[]) =>
      loadBoundaries(db.system, { name: 'thu.geojson', bytes: bytesOf(...features) }, '90', DAY);
    expect(await load(feature('90001', square(105)))).toEqual({ drawn: 1, missing: ['Hòa Bình'] });
    await expect(load(feature('90002', square(105)), feature('1', square(106)))).rejects.toThrow('Chưa nạp gì');
    expect(await load(feature('90001', square(107)), feature('90002', square(106)))).toEqual({ drawn: 2, missing: [] });
    const [now] = await db.read(NOBODY, boundariesOn(db.build, DAY));
    expect(now).toHaveLength(2);
    const kept = await db.system.selectFrom('unit_boundary').select('id').execute();
    expect(kept).toHaveLength(3);
  });
});

const SAMPLE = join(import.meta.dirname, '../../../../shared/data/units/nghe-an.communes.geojson');
describe.skipIf(!existsSync(SAMPLE))(
  'the sample of a whole province (skipped where the folder beside is missing)',
  () => {
    it('becomes a map that a page can carry', () => {
      const bytes = readFileSync(SAMPLE);
      const codes = new Set<string>(JSON.parse(bytes.toString()).features.map((f: { id: string }) => f.id));
      const drawn = drawBoundaries(readBoundaries(bytes, codes));
      expect(drawn).toHaveLength(130);
      expect(drawn.every((d) => d.path.length > 10)).toBe(true);
      expect(drawn.reduce((sum, d) => sum + d.path.length, 0)).toBeLessThan(40_000);
    });
  },
);
