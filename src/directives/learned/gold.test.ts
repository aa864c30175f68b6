import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import type { Facts } from '../facts.ts';
import type { Draft, DraftAgency, DraftState } from '../model.ts';
import { readDirective } from '../reader/index.ts';
import { corrections } from './corrections.ts';
import { asRead, goldOf } from './gold.ts';

const text = `TỈNH ỦY THỬ
VĂN PHÒNG
*
Số 12-TB/VPTU
ĐẢNG CỘNG SẢN VIỆT NAM
Côn Sơn, ngày 03 tháng 11 năm 2025

THÔNG BÁO
kết luận về hoạt động của Trung tâm Phục vụ hành chính công

1. Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng rà soát kinh phí sửa trụ sở, báo cáo trước ngày 30/11/2025.
2. Giao Sở Nội vụ chủ trì tham mưu phương án bố trí cán bộ, hoàn thành trong tháng 12 năm 2025.
3. Đồng ý chủ trương mua sắm máy tính cho các xã.

Nơi nhận:
- Như trên.
`;
const reading = readDirective(text);
const readAs = asRead(reading);
const facts: Facts = {
  type: reading.document.type,
  number: reading.document.number,
  symbol: reading.document.symbol,
  title: reading.document.title ?? '',
  issuedOn: reading.document.date,
  signer: reading.document.signer,
  signerTitle: null,
  urgency: null,
};
const agency = (name: string, role: DraftAgency['role'] = 'lead', organIds = [name.length]): DraftAgency => ({
  role,
  text: name,
  organIds,
  state: organIds.length > 0 ? 'resolved' : 'unresolved',
  candidates: [],
});
/** The desk as it lies there after reading, all accepted. */
const desk = (): Draft[] =>
  reading.tasks.map((t, i) => ({
    id: i + 1,
    directiveId: 1,
    ordinal: i + 1,
    state: 'accepted' as DraftState,
    origin: 'read',
    evidence: t.evidence,
    spans: {},
    topic: null,
    action: t.action,
    dueOn: t.deadline,
    deadlineText: t.deadlineText,
    condition: t.condition,
    recurrence: t.recurrence,
    reportTo: t.reportTo,
    basis: t.basis,
    agencies: [...t.lead.map((n) => agency(n)), ...t.coordinate.map((n) => agency(n, 'coordinate'))],
    reason: null,
    sure: t.sure,
    optional: false,
    fromIds: [],
    version: 1,
  }));
const corrected = (drafts: Draft[], of: Facts = facts) =>
  corrections(readAs, goldOf(text, readAs, of, drafts)).map((c) => c.words);

describe('what is learned from a desk', () => {
  it('reads two tasks in the text, or the tests below say nothing', () => {
    expect(reading.tasks.map((t) => [t.lead, t.deadline])).toEqual([
      [['Sở Tài chính'], '2025-11-30'],
      [['Sở Nội vụ'], '2025-12-31'],
    ]);
  });

  it('is nothing to correct where the clerk accepted everything as read', () => {
    expect(corrected(desk())).toEqual([]);
  });

  it('names what the clerk set right: who leads, who joins in, until when', () => {
    const [first, second] = desk() as [Draft, Draft];
    expect(
      corrected([
        { ...first, agencies: [agency('Sở Xây dựng')] },
        { ...second, dueOn: '2025-12-15' as Day },
      ]),
    ).toEqual([
      expect.stringMatching(/^Chủ trì: đọc “Sở Tài chính”, đúng là “Sở Xây dựng”/),
      expect.stringMatching(/^Phối hợp: đọc “Sở Xây dựng”, đúng là “không ai”/),
      expect.stringMatching(/^Hạn: đọc 31\/12\/2025, đúng là 15\/12\/2025/),
    ]);
  });

  it('counts a rejected task as none, and one that the clerk added as missed', () => {
    const [first, second] = desk() as [Draft, Draft];
    const at = text.indexOf('Đồng ý');
    const added: Draft = {
      ...first,
      id: 9,
      origin: 'clerk',
      action: 'mua sắm máy tính',
      evidence: [at, at + 47],
      agencies: [agency('các xã')],
    };
    expect(corrected([first, { ...second, state: 'rejected' }, added])).toEqual([
      expect.stringMatching(/^Thừa: “Sở Nội vụ”/),
      expect.stringMatching(/^Sót: “các xã” mua sắm máy tính/),
    ]);
  });

  it('finds the place of an added task by its words, and leaves out one whose words are not in the text', () => {
    const [first] = desk() as [Draft];
    const added = (action: string): Draft => ({ ...first, origin: 'clerk', evidence: null, action });
    const tasks = (action: string) => goldOf(text, readAs, facts, [added(action)]).tasks;
    expect(tasks('mua sắm máy tính')[0]!.evidence).toEqual([
      text.indexOf('mua sắm'),
      text.indexOf('mua sắm') + 'mua sắm máy tính'.length,
    ]);
    expect(tasks('trồng cây')).toEqual([]);
  });

  it.each([
    ['called optional by the reader', { optional: true }],
    ['of an agency that nobody knows', { agencies: [agency('Sở Nội vụ', 'lead', [])] }],
  ])('does not hold the rejection of a task %s against the reading', (_, over) => {
    const [first, second] = desk() as [Draft, Draft];
    expect(corrected([first, { ...second, ...over, state: 'rejected' }])).toEqual([]);
  });

  it('holds tasks left undecided neither for nor against', () => {
    const [first, second] = desk() as [Draft, Draft];
    const { tasks } = goldOf(text, readAs, facts, [first, { ...second, state: 'found', dueOn: null }]);
    expect(tasks.map((t) => t.optional)).toEqual([false, true]);
  });

  it('asks of no reader a day that the clerk worked out from other words', () => {
    const [first] = desk() as [Draft];
    const relative = { ...first, deadlineText: 'trong 10 ngày kể từ ngày ký', dueOn: '2025-11-13' as Day };
    expect(goldOf(text, readAs, facts, [relative]).tasks[0]!.deadline).toBeNull();
  });

  it('knows an agency typed by its present name where the text has another for the same organ', () => {
    const [first, second] = desk() as [Draft, Draft];
    const drafts = [first, { ...second, agencies: [agency('Sở Tài chính tỉnh Thử', 'lead', ['Sở Tài chính'.length])] }];
    expect(goldOf(text, readAs, facts, drafts).tasks[1]!.lead).toEqual(['Sở Tài chính']);
  });

  it('asks of no reader a number or signer that the text does not carry, but the ones that it does', () => {
    expect(corrected(desk(), { ...facts, number: '99', symbol: '99-TB/VPTU', signer: 'Nguyễn Thị Thử' })).toEqual([]);
    expect(corrected(desk(), { ...facts, type: 'Kết luận' })).toEqual([
      'Loại văn bản: đọc “Thông báo”, đúng là “Kết luận”',
    ]);
  });
});
