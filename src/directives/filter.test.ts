import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listHref, parseFilter } from './filter.ts';

describe('The list of directives in an address', () => {
  it('falls back where an address makes no sense, so that a bookmark never breaks', () => {
    const plain = { state: null, issuerId: null, year: null, text: '', page: 1 };
    expect(parseFilter({ 'trang-thai': 'x', 'co-quan': '-1', nam: '20', trang: '0', q: ' \u0000 ' })).toEqual(plain);
    expect(parseFilter({ trang: '1e9', nam: 'NaN' })).toEqual(plain);
  });

  it('says the same when read back, and leaves out what stands at its default', () => {
    expect(listHref(parseFilter({}))).toBe('/van-ban');
    fc.assert(
      fc.property(
        fc.record({
          state: fc.constantFrom(null, 'reading' as const, 'issued' as const, 'recalled' as const),
          issuerId: fc.option(fc.integer({ min: 1, max: 1e6 })),
          year: fc.option(fc.integer({ min: 1945, max: 2200 })),
          text: fc.constantFrom('', 'Thông báo', 'a&b=c'),
          page: fc.integer({ min: 1, max: 4000 }),
        }),
        (filter) => {
          const query = new URL(listHref(filter, { page: filter.page }), 'http://x').searchParams;
          expect(parseFilter(Object.fromEntries(query))).toEqual(filter);
        },
      ),
    );
  });
});
