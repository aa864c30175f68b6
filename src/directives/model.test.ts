import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import {
  type Draft,
  type DraftAgency,
  isPlain,
  mergedContent,
  mergedEvidence,
  ordinalsAfter,
  proposedSplit,
  whatIsMissing,
} from './model.ts';

const agency = (change: Partial<DraftAgency> = {}): DraftAgency => ({
  role: 'lead',
  text: 'Sở Tài chính',
  organIds: [5],
  state: 'resolved',
  candidates: [],
  ...change,
});
const draft = (change: Partial<Draft> = {}): Draft => ({
  id: 1,
  directiveId: 1,
  ordinal: 1,
  state: 'found',
  origin: 'read',
  evidence: [10, 20],
  spans: {},
  topic: null,
  action: 'tham mưu',
  dueOn: null,
  deadlineText: null,
  condition: null,
  recurrence: null,
  reportTo: [],
  basis: [],
  agencies: [agency()],
  reason: null,
  sure: true,
  optional: false,
  fromIds: [],
  version: 1,
  ...change,
});

describe('A task at the desk', () => {
  it.each([
    ['an unknown agency', { agencies: [agency({ state: 'unresolved', organIds: [] })] }, 'Chưa rõ “Sở Tài chính”'],
    ['no lead', { agencies: [agency({ role: 'coordinate' })] }, 'Chưa có cơ quan chủ trì'],
    ['no words', { action: ' ' }, 'Chưa ghi nội dung'],
  ] as [string, Partial<Draft>, string][])('with %s cannot be accepted, and says why', (_what, change, sentence) => {
    expect(whatIsMissing(draft(change))).toContain(sentence);
  });

  it('is accepted in one go only where nobody need look: sure, required, by the organ now so named', () => {
    expect(isPlain(draft())).toBe(true);
    expect(isPlain(draft({ sure: false }))).toBe(false);
    expect(isPlain(draft({ optional: true }))).toBe(false);
    expect(isPlain(draft({ agencies: [agency({ state: 'class', organIds: [1, 2] })] }))).toBe(false);
    expect(isPlain(draft({ agencies: [agency({ doubtful: true })] }))).toBe(false);
    expect(isPlain(draft({ state: 'rejected' }))).toBe(false);
  });

  it('keeps both halves when two are joined, each organ once, leads first, the earlier limit', () => {
    const one = draft({
      agencies: [agency(), agency({ role: 'coordinate', organIds: [9], text: 'Sở Y tế' })],
      dueOn: '2026-09-30' as Day,
    });
    const two = draft({
      id: 2,
      action: 'báo cáo',
      dueOn: '2026-08-31' as Day,
      evidence: [30, 44],
      agencies: [agency({ organIds: [9] })],
    });
    const joined = mergedContent(one, two);
    expect(joined.action).toBe('tham mưu; báo cáo');
    expect(joined.dueOn).toBe('2026-08-31');
    expect(joined.agencies.map((a) => [a.role, ...a.organIds])).toEqual([
      ['lead', 5],
      ['lead', 9],
    ]);
    expect(mergedEvidence(one, two)).toEqual([10, 44]);
  });

  it('proposes to split at the semicolon nearest to the middle', () => {
    expect(proposedSplit('rà soát; xây dựng kế hoạch; báo cáo trước 30/9')).toEqual([
      'rà soát; xây dựng kế hoạch',
      'báo cáo trước 30/9',
    ]);
    expect(proposedSplit('rà soát')).toEqual(['rà soát', '']);
  });

  it('numbers new tasks after the one they follow, free, and before the next', () => {
    expect(ordinalsAfter(3, [3, 4], 2)).toEqual([3.1, 3.2]);
    expect(ordinalsAfter(3, [3, 3.1, 4], 1)).toEqual([3.2]);
    expect(ordinalsAfter(3.1, [3, 3.1, 3.2], 2)).toEqual([3.11, 3.12]);
    expect(ordinalsAfter(0, [1, 2], 1)).toEqual([0.1]);
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: 1, max: 40 }).map((n) => n / 10),
          { maxLength: 30 },
        ),
        fc.integer({ min: 1, max: 12 }),
        (taken, count) => {
          const given = ordinalsAfter(2, taken, count);
          expect(given).toHaveLength(count);
          expect(given.every((n) => n > 2 && n < 3 && !taken.includes(n))).toBe(true);
          expect(given).toEqual([...given].sort((a, b) => a - b));
        },
      ),
    );
  });
});
