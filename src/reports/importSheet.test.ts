import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxStream } from '../platform/spreadsheet/index.ts';
import { readFilledSheet, SHEET_COLUMNS, templateRows } from './importSheet.ts';
import type { ReportField, Values } from './model.ts';

const field = (key: string, change: Partial<ReportField> = {}): ReportField => ({
  key,
  label: `Chỉ tiêu ${key}`,
  unit: '',
  type: 'number',
  rule: 'sum',
  weightBy: null,
  min: 0,
  max: null,
  required: true,
  choices: [],
  source: null,
  ...change,
});
const FIELDS = [field('a'), field('b', { type: 'integer' }), field('c', { type: 'text', rule: 'none' })];
const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());
const filled = (values: Values, fields = FIELDS) =>
  bytesOf(xlsxStream(SHEET_COLUMNS, templateRows(fields, values, {})));
const refused = (bytes: Uint8Array, said: RegExp) =>
  expect(readFilledSheet(bytes, FIELDS)).rejects.toMatchObject({
    fields: expect.arrayContaining([{ field: 'tep', message: expect.stringMatching(said) }]),
  });

describe('a filled template', () => {
  it('is read as it was filled; a number of the sheet keeps its decimals whatever their sign', async () => {
    const read = await readFilledSheet(await filled({ a: 1.125, b: 1500, c: '=1+1' }), FIELDS);
    expect(read).toEqual({ 'ct-a': '1,125', 'ct-b': '1.500', 'ct-c': '=1+1' });
  });

  it('numbers typed as text are read as Vietnamese writes them', async () => {
    const csv = 'Mã;Chỉ tiêu;Đơn vị tính;Kỳ trước;Số liệu kỳ này\na;A;;;"1.500,5"\nb;B;;;1.500\n';
    expect(await readFilledSheet(strToU8(csv), FIELDS)).toEqual({ 'ct-a': '1.500,5', 'ct-b': '1.500' });
  });

  it('with a formula is refused by the name of the cell, though the sheet shows a value', async () => {
    const parts = unzipSync(await filled({ a: 2, b: 3 }));
    const sheet = Object.keys(parts).find((name) => name.startsWith('xl/worksheets/'))!;
    const xml = strFromU8(parts[sheet]!).replace(/(<c r="E2"[^>]*>)<v>/, '$1<f>SUM(A1:A9)</f><v>');
    expect(xml).toContain('<f>');
    parts[sheet] = strToU8(xml);
    await refused(zipSync(parts), /^Ô E2 chứa công thức/);
  });

  it('faults name their rows, all of them', async () => {
    const other = [field('a'), field('b', { type: 'number', min: null }), field('x')];
    const bytes = await filled({ a: 1, b: 2.5, x: 3 }, other);
    await refused(bytes, /^Dòng 3: .*phải là số nguyên/);
    await refused(bytes, /^Dòng 4: không có chỉ tiêu nào mang mã “x”/);
  });

  it('that is none, empty or nothing of a sheet is told so', async () => {
    await refused(await filled({}), /chưa có số nào/);
    await refused(strToU8('một,hai\n1,2\n'), /không theo mẫu/);
    await expect(readFilledSheet(new Uint8Array(), FIELDS)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(readFilledSheet(strToU8('PK nothing'), FIELDS)).rejects.toMatchObject({ kind: 'invalid' });
  });
});
