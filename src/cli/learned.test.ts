import { describe, expect, it } from 'vitest';
import { type Example, judge } from '../directives/learned/examples.ts';
import { asRead } from '../directives/learned/gold.ts';
import { readDirective } from '../directives/reader/index.ts';
import { report } from './learned.ts';

const text = 'Giao Sở Tài chính chủ trì rà soát kinh phí sửa trụ sở các xã, báo cáo trước ngày 30/11/2025.\n';
const read = asRead(readDirective(text));
const example = (over: Partial<Example> = {}): Example => ({
  name: '7-12-TB-TU',
  text,
  gold: read,
  readAs: read,
  ...over,
});
const otherLead = { ...read, tasks: [{ ...read.tasks[0]!, lead: ['Sở Xây dựng'] }] };

describe('thongsuot read --learned', () => {
  it('says that there is nothing to learn from yet', () => {
    expect(report([])).toMatch(/^Chưa có văn bản nào được ban hành/);
  });

  it('tells how the reader does on each document and on all', () => {
    const words = report([judge(example())]);
    expect(words).toContain('1 văn bản đã ban hành; cán bộ đã sửa 0 văn bản.');
    expect(words).toContain('7-12-TB-TU: 1 nhiệm vụ, tìm thấy 1, đúng cơ quan và hạn 1, thừa 0; hạn đúng 1/1');
    expect(words).toContain('đúng cơ quan và hạn 100%');
    expect(words).toContain('Không văn bản nào đọc kém hơn');
  });

  it('names what a change of the rules made worse, and what is wrong there', () => {
    const words = report([judge(example({ gold: otherLead, readAs: otherLead })), judge(example({ gold: otherLead }))]);
    expect(words).toContain('cán bộ đã sửa 1 văn bản');
    expect(words).toContain('1 văn bản đọc KÉM HƠN');
    expect(words).toContain('Chủ trì: đọc “Sở Tài chính”, đúng là “Sở Xây dựng”');
  });
});
