import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as genres from './genres.fixture.ts';
import { readDirective, type Section, type Span } from './index.ts';
import * as meetings from './meetings.fixture.ts';

const inside = (text: string, [start, end]: Span): boolean => start >= 0 && start <= end && end <= text.length;

function check(text: string): void {
  const reading = readDirective(text);
  expect(reading.text).toBe(text);
  for (const task of reading.tasks) {
    expect(task.lead.length).toBeGreaterThan(0);
    expect(task.leadSpans).toHaveLength(task.lead.length);
    const spans = [
      task.evidence,
      ...task.leadSpans,
      ...task.coordinateSpans,
      ...(task.deadlineSpan ? [task.deadlineSpan] : []),
      ...(task.topicSpan ? [task.topicSpan] : []),
    ];
    for (const span of spans) expect(inside(text, span)).toBe(true);
    expect(task.confidence > 0 && task.confidence < 1).toBe(true);
    if (task.deadline) expect(task.deadline).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
  const walk = (sections: Section[]): void => {
    for (const section of sections) {
      expect(inside(text, section.span)).toBe(true);
      walk(section.children);
    }
  };
  walk(reading.sections);
  for (const warning of reading.warnings) if (warning.span) expect(inside(text, warning.span)).toBe(true);
}

const pieces = fc.constantFrom(
  'Giao Sở Tài chính ',
  'chủ trì, phối hợp với ',
  'các sở, ban, ngành ',
  'UBND các xã: A, B và C ',
  'trước ngày 31/12/2025',
  ' trong quý ',
  'IV/2025',
  'hằng tháng',
  '\n',
  '\n\n',
  '\f',
  '. ',
  '; ',
  ': ',
  ', ',
  ' và ',
  '1. ',
  '1.1. ',
  'a) ',
  '- ',
  '+ ',
  'I. ',
  '(i) ',
  '| ',
  '|---|',
  '**',
  'Nơi nhận:\n- ',
  'KT. CHỦ TỊCH\n',
  'Nguyễn Văn Mẫu',
  'Số: 12/TB-UBND',
  'Kính gửi: ',
  'Đơn vị chủ trì: ',
  'Thời gian: ',
  'sau khi có ',
  'yêu cầu:',
  'kết luận như sau:',
  'Về đề nghị ',
  '(',
  ')',
  '"',
  '\u0301',
  '\u0000',
  '😀',
  'PHỤ LỤC\n',
  'TT | Nhiệm vụ | Chủ trì\n',
  'rà soát, đôn đốc',
  '12-KL/TW',
  '[1]',
  '…',
  '\t',
);

it('reads any mixture of the genre without failing, every span inside the text', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 120 }), (parts) => check(parts.join(''))),
    { numRuns: 300 },
  );
});

it('reads any string', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), check), { numRuns: 200 });
});

it('reads a document cut, doubled or shuffled anywhere', () => {
  const texts = [...Object.values(genres), ...Object.values(meetings)];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(3000), fc.nat(3000), (text, a, b) => {
      check(text.slice(0, a));
      check(text.slice(a) + text.slice(0, b));
    }),
    { numRuns: 60 },
  );
});
