import { describe, expect, it } from 'vitest';
import { factsSchema, missingFacts, symbolSuffix } from './facts.ts';

const read = (fields: Record<string, string>) => factsSchema.safeParse(fields);

describe('The head of a directive in a form', () => {
  it.each([
    ['2040', '-TB/TU', '2040-TB/TU'],
    ['15', '/QĐ-UBND', '15/QĐ-UBND'],
    ['128', '/2025/QĐ-UBND', '128/2025/QĐ-UBND'],
    ['', '-TB/TU', null],
    ['12', '', null],
  ])('number %s and symbol %s make %s', (so, kyHieu, symbol) => {
    expect(read({ so, 'ky-hieu': kyHieu }).data?.symbol).toBe(symbol);
  });

  it.each([
    ['so', { so: '20/TB' }],
    ['so', { so: '1234567890123' }],
    ['ky-hieu', { 'ky-hieu': 'TB/TU' }],
    ['ky-hieu', { 'ky-hieu': "-TB'; drop table directive" }],
    ['ngay', { ngay: '31/2/2026' }],
    ['ngay', { ngay: 'hôm qua' }],
    ['trich-yeu', { 'trich-yeu': 'x'.repeat(1001) }],
    ['do-khan', { 'do-khan': 'rất khẩn' }],
  ] as [string, Record<string, string>][])('asks at %s for what cannot be: %j', (field, fields) => {
    const result = read(fields);
    expect(result.success).toBe(false);
    expect(result.error!.issues[0]!.path).toEqual([field]);
    expect(result.error!.issues[0]!.message).toMatch(/\p{Lu}.*\./u);
  });

  it('offers the part after the number, also while the number is blank', () => {
    expect(symbolSuffix({ number: '2040', symbol: '2040-TB/TU', reading: { symbolPartial: null } })).toBe('-TB/TU');
    expect(symbolSuffix({ number: null, symbol: null, reading: { symbolPartial: '-TB/TU' } })).toBe('-TB/TU');
    expect(symbolSuffix({ number: null, symbol: null, reading: { symbolPartial: null } })).toBe('');
  });

  it('says what is missing', () => {
    expect(missingFacts({ number: null, symbol: null, issuedOn: null, signer: 'x', title: 'y' })).toEqual([
      'Số để trống',
      'chưa có ngày',
    ]);
  });
});
