import { describe, expect, it } from 'vitest';
import type { ReportField } from './model.ts';
import { checkWhole, readNumber, readValue, readValues, shownValue } from './values.ts';

const field = (change: Partial<ReportField> = {}): ReportField => ({
  key: 'hs',
  label: 'Hồ sơ tiếp nhận',
  unit: 'hồ sơ',
  type: 'integer',
  rule: 'sum',
  weightBy: null,
  min: 0,
  max: null,
  required: true,
  choices: [],
  source: null,
  ...change,
});

describe('a number as people type it', () => {
  it.each([
    ['1.234', 1234],
    ['1.234.567,25', 1_234_567.25],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 250', 1250],
    ['98,7 %', 98.7],
    ['-3', -3],
    ['0', 0],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value));

  it.each(['', 'mười', '=1+1', '1,2,3', '1.23.4', '1e9', '--1', '0x10', '12.'])('%s is none', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  );

  it('is shown as it can be typed again', () => {
    for (const value of [0, 7, 1234, 1_234_567.25, 12.5, -3]) expect(readNumber(shownValue(value))).toBe(value);
  });
});

describe('an answer', () => {
  it.each([
    [field(), '12,5', /phải là số nguyên/],
    [field(), '-1', /không nhỏ hơn 0 hồ sơ/],
    [field({ max: 10 }), '11', /không lớn hơn 10/],
    [field(), '=SUM(A1)', /không ghi công thức/],
    [field(), '9999999999999999', /số quá lớn/],
    [field({ type: 'percent', min: null }), '101', /không lớn hơn 100/],
    [field({ type: 'choice', choices: ['Có', 'Không'] }), 'Có thể', /hãy chọn/],
    [field({ type: 'text' }), 'x'.repeat(2001), /tối đa 2000/],
  ])('is refused with a sentence', (f, text, said) => {
    expect(readValue(f, text)).toMatchObject({ fault: expect.stringMatching(said) });
  });

  it('a draft may be left open, a whole report not; every fault stands at its field', () => {
    const fields = [field(), field({ key: 'b', label: 'B' })];
    expect(readValues(fields, { 'ct-hs': '5' }, { whole: false })).toEqual({ hs: 5 });
    const sent = { 'ct-hs': 'năm', 'ct-b': '' };
    expect(() => readValues(fields, sent, { whole: true })).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ field: 'ct-hs' }), expect.objectContaining({ field: 'ct-b' })],
      }),
    );
    expect(() => checkWhole(fields, { hs: 0, b: 0 })).not.toThrow();
  });
});
