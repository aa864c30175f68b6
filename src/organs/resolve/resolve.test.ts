import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerOf } from '../../../test/organRegister.ts';
import type { Day } from '../../kernel/day.ts';
import { type ResolutionContext, resolveAgency } from './index.ts';

const { register, province, units, named } = registerOf();
const TODAY = '2026-03-02' as Day;
const party: ResolutionContext = {
  day: TODAY,
  issuerLevel: 'province',
  issuerUnitId: province.id,
  branchHint: 'party',
};
const state: ResolutionContext = { ...party, branchHint: 'government' };
const unit = (name: string) => units.find((u) => u.name === name && u.level === 'commune' && u.validTo === null)!;
const commune: ResolutionContext = { ...state, issuerLevel: 'commune', issuerUnitId: unit('Con Cuông').id };
const resolve = (text: string, context: ResolutionContext) => {
  const found = resolveAgency(text, register, context);
  return { ...found, names: named(found.organIds) };
};

describe('one organ, however it is written', () => {
  it.each([
    ['Sở Tài chính', 'Sở Tài chính'],
    ['Sở Tài chính tỉnh', 'Sở Tài chính'],
    ['Sở Tài chính tỉnh Nghệ An', 'Sở Tài chính'],
    ['Sở Tài chính Nghệ An', 'Sở Tài chính'],
    ['SỞ TÀI CHÍNH', 'Sở Tài chính'],
    ['so tai chinh', 'Sở Tài chính'],
    ['- Sở Tài chính (để b/c);', 'Sở Tài chính'],
    ['Giám đốc Sở Tài chính', 'Sở Tài chính'],
    ['đồng chí Giám đốc Sở Tài chính', 'Sở Tài chính'],
    ['Sở Văn hoá, Thể thao và Du lịch', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Sở VHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Sở VH,TT&DL', 'Sở Văn hóa, Thể thao và Du lịch'],
    ['Sở NN&MT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở NNMT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở NN và MT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở KH&CN', 'Sở Khoa học và Công nghệ'],
    ['Sở GD&ĐT', 'Sở Giáo dục và Đào tạo'],
    ['Sở GDĐT', 'Sở Giáo dục và Đào tạo'],
    ['VPTU', 'Văn phòng Tỉnh ủy'],
    ['Chánh Văn phòng Tỉnh uỷ', 'Văn phòng Tỉnh ủy'],
    ['Chánh, Phó Chánh Văn phòng Tỉnh ủy', 'Văn phòng Tỉnh ủy'],
    ['Ban tổ chức Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy'],
    ['Trưởng Ban Tổ chức Tỉnh uỷ', 'Ban Tổ chức Tỉnh ủy'],
    ['UBKT Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy'],
    ['Chủ nhiệm Uỷ ban Kiểm tra Tỉnh uỷ', 'Ủy ban Kiểm tra Tỉnh ủy'],
    ['Ban Thường vụ Tỉnh ủy', 'Tỉnh ủy'],
    ['Thường trực Tỉnh ủy (b/c)', 'Tỉnh ủy'],
    ['Bí thư Tỉnh ủy', 'Tỉnh ủy'],
    ['Ban Thường vụ Đảng ủy Uỷ ban nhân dân tỉnh', 'Đảng ủy UBND tỉnh'],
    ['Đảng ủy các cơ quan Đảng', 'Đảng ủy các cơ quan Đảng tỉnh'],
    ['Chủ tịch UBND tỉnh', 'UBND tỉnh'],
    ['Chủ tịch, các Phó Chủ tịch UBND tỉnh', 'UBND tỉnh'],
    ['Uỷ ban nhân dân tỉnh Nghệ An', 'UBND tỉnh'],
    ['Văn phòng Uỷ ban nhân dân tỉnh', 'Văn phòng UBND tỉnh'],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'Văn phòng Đoàn ĐBQH và HĐND tỉnh'],
    ['Thường trực HĐND tỉnh', 'HĐND tỉnh'],
    ['Ban Kinh tế - Ngân sách HĐND tỉnh', 'Ban Kinh tế - Ngân sách HĐND tỉnh'],
    ['Ủy ban MTTQ Việt Nam tỉnh', 'Ủy ban MTTQ Việt Nam tỉnh'],
    ['UBMTTQ tỉnh', 'Ủy ban MTTQ Việt Nam tỉnh'],
    ['Ban Thường trực Uỷ ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Ủy ban MTTQ Việt Nam tỉnh'],
    ['Tỉnh đoàn', 'Đoàn TNCS Hồ Chí Minh tỉnh'],
    ['Ban Quản lý Khu kinh tế Đông Nam', 'Ban Quản lý Khu kinh tế Đông Nam'],
    ['Công an tỉnh', 'Công an tỉnh'],
    ['Bộ CHQS tỉnh', 'Bộ Chỉ huy Quân sự tỉnh'],
    ['Trường Chính trị tỉnh', 'Trường Chính trị tỉnh'],
    ['Trung tâm Hành chính công tỉnh', 'Trung tâm Phục vụ hành chính công tỉnh'],
    ['Bộ trưởng Bộ Nội vụ', 'Bộ Nội vụ'],
    ['UBND xã Con Cuông', 'UBND xã Con Cuông'],
    ['Uỷ ban nhân dân xã Con Cuông', 'UBND xã Con Cuông'],
    ['UBND Con Cuông', 'UBND xã Con Cuông'],
    ['Bí thư Đảng ủy xã Lượng Minh', 'Đảng ủy xã Lượng Minh'],
    ['Trung tâm PVHCC xã Chiêu Lưu', 'Trung tâm Phục vụ hành chính công xã Chiêu Lưu'],
    ['Văn phòng HĐND, UBND phường Vinh Phú', 'Văn phòng HĐND và UBND phường Vinh Phú'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị phường Vinh Phú', 'Phòng Kinh tế, Hạ tầng và Đô thị phường Vinh Phú'],
    ['Đảng uỷ xã Anh Sơn Đông', 'Đảng ủy xã Anh Sơn Đông'],
  ])('%s', (text, name) => {
    const found = resolve(text, party);
    expect(found).toMatchObject({ kind: 'resolved', names: [name], confirm: false });
  });
});

describe('several organs in one text', () => {
  it.each([
    ['các Sở: Tài chính, Xây dựng, Y tế', ['Sở Tài chính', 'Sở Xây dựng', 'Sở Y tế']],
    [
      'Các Sở: Khoa học và Công nghệ, Văn hóa, Thể thao và Du lịch và Công an tỉnh',
      ['Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch', 'Công an tỉnh'],
    ],
    ['các Sở, ngành: Tài chính, Công an tỉnh, Y tế', ['Sở Tài chính', 'Công an tỉnh', 'Sở Y tế']],
    ['Các Sở: TC, NV, NNMT', ['Sở Tài chính', 'Sở Nội vụ', 'Sở Nông nghiệp và Môi trường']],
    ['Sở Tài chính, Xây dựng và Nội vụ', ['Sở Tài chính', 'Sở Xây dựng', 'Sở Nội vụ']],
    ['Sở Tài chính; Thanh tra tỉnh; UBND xã Mường Típ', ['Sở Tài chính', 'Thanh tra tỉnh', 'UBND xã Mường Típ']],
    [
      'Các Ban: Tổ chức, Nội chính, Tuyên giáo và Dân vận Tỉnh ủy',
      ['Ban Tổ chức Tỉnh ủy', 'Ban Nội chính Tỉnh ủy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy'],
    ],
    ['các Bộ: Công an, Tài chính', ['Bộ Công an', 'Bộ Tài chính']],
    [
      'Ban Thường vụ Đảng ủy các xã Con Cuông, Lượng Minh và Chiêu Lưu',
      ['Đảng ủy xã Con Cuông', 'Đảng ủy xã Lượng Minh', 'Đảng ủy xã Chiêu Lưu'],
    ],
    ['Tỉnh ủy, HĐND, UBND tỉnh', ['Tỉnh ủy', 'HĐND tỉnh', 'UBND tỉnh']],
    ['UBND xã Con Cuông và phường Vinh Phú', ['UBND xã Con Cuông', 'UBND phường Vinh Phú']],
    [
      'Đảng ủy, UBND các xã: Con Cuông, Lượng Minh',
      ['Đảng ủy xã Con Cuông', 'UBND xã Con Cuông', 'Đảng ủy xã Lượng Minh', 'UBND xã Lượng Minh'],
    ],
    ['Bí thư, Chủ tịch UBND xã Keng Đu', ['Đảng ủy xã Keng Đu', 'UBND xã Keng Đu']],
  ])('%s', (text, names) => {
    expect(resolve(text, party)).toMatchObject({ kind: 'resolved', names, confirm: false });
  });
});

describe('units named without their body', () => {
  const text = 'các xã Con Cuông, Lượng Minh, Chiêu Lưu';
  it('mean their Party committees in a Party directive, to be looked at', () => {
    const found = resolve(text, party);
    expect(found).toMatchObject({ kind: 'resolved', confirm: true });
    expect(found.names).toEqual(['Đảng ủy xã Con Cuông', 'Đảng ủy xã Lượng Minh', 'Đảng ủy xã Chiêu Lưu']);
    expect(found.notes).toEqual(['Văn bản chỉ ghi tên đơn vị: hiểu là Đảng ủy.']);
  });
  it('mean their People’s Committees in a state directive', () => {
    expect(resolve(text, state).names).toEqual(['UBND xã Con Cuông', 'UBND xã Lượng Minh', 'UBND xã Chiêu Lưu']);
  });
  it('are asked where the branch is not known', () => {
    expect(resolve(text, { ...party, branchHint: undefined }).kind).toBe('unresolved');
  });
  it('"các xã" alone means the communes that the text around names', () => {
    const hint = ['Con Cuông', 'Lượng Minh'].map((name) => unit(name).id);
    const found = resolve('Ban Thường vụ Đảng ủy các xã', { ...party, unitHint: hint });
    expect(found).toMatchObject({ kind: 'class', all: true });
    expect(new Set(found.names)).toEqual(new Set(['Đảng ủy xã Con Cuông', 'Đảng ủy xã Lượng Minh']));
  });
});

describe('names of the past', () => {
  it.each([
    ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính', 'Sở Kế hoạch và Đầu tư nay là Sở Tài chính.'],
    ['Sở TN&MT', 'Sở Nông nghiệp và Môi trường', 'Sở Tài nguyên và Môi trường nay là Sở Nông nghiệp và Môi trường.'],
    ['Sở Du lịch', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Du lịch nay là Sở Văn hóa, Thể thao và Du lịch.'],
    [
      'Ban Dân vận Tỉnh ủy',
      'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      'Ban Dân vận Tỉnh ủy nay là Ban Tuyên giáo và Dân vận Tỉnh ủy.',
    ],
    ['Ban cán sự Đảng UBND tỉnh', 'Đảng ủy UBND tỉnh', 'Ban Cán sự đảng UBND tỉnh nay là Đảng ủy UBND tỉnh.'],
    [
      'Đài Phát thanh và Truyền hình tỉnh',
      'Báo và Phát thanh, Truyền hình tỉnh',
      'Đài Phát thanh - Truyền hình tỉnh nay là Báo và Phát thanh, Truyền hình tỉnh.',
    ],
    ['UBND xã Khánh Hợp', 'UBND xã Đông Lộc', 'xã Khánh Hợp (cũ) nay là xã Đông Lộc.'],
  ])('%s is its successor now, and says so', (text, name, note) => {
    const found = resolve(text, party);
    expect(found).toMatchObject({ kind: 'resolved', names: [name] });
    expect(found.notes).toContain(note);
  });
  it('a department whose work went several ways names them and asks for a look', () => {
    const found = resolve('Sở Lao động - Thương binh và Xã hội', party);
    expect(found).toMatchObject({ kind: 'resolved', names: ['Sở Nội vụ'], confirm: true });
    expect(found.notes.join(' ')).toContain('Sở Y tế');
  });
  it('an organ that was divided is asked', () => {
    const found = resolve('Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh', party);
    expect(found.kind).toBe('unresolved');
    expect(found.kind === 'unresolved' && named(found.candidates)).toEqual([
      'Đảng ủy các cơ quan Đảng tỉnh',
      'Đảng ủy UBND tỉnh',
    ]);
  });
  it('on a day before the merger the organ of that day is meant', () => {
    const then = resolve('Sở Tài chính', { ...party, day: '2023-08-28' as Day });
    expect(then).toMatchObject({ kind: 'resolved', names: ['Sở Tài chính'], confirm: false });
    expect(register.organs.get(then.organIds[0]!)!.template).toBe('so-tai-chinh-cu');
    expect(resolve('Sở Kế hoạch và Đầu tư', { ...party, day: '2023-08-28' as Day }).names).toEqual([
      'Sở Kế hoạch và Đầu tư',
    ]);
  });
  it('a district has no heir that could be charged', () => {
    expect(resolve('UBND huyện Con Cuông', party)).toMatchObject({ kind: 'unresolved', organIds: [] });
  });
});

describe('classes', () => {
  it.each([
    ['các sở, ban, ngành', 26, true],
    ['Thủ trưởng các sở, ban, ngành cấp tỉnh', 26, true],
    ['các sở, ban, ngành, đoàn thể tỉnh', 32, true],
    ['các sở, ngành liên quan', 25, false],
    ['UBND các xã, phường', 130, true],
    ['Chủ tịch UBND các xã, phường', 130, true],
    ['UBND cấp xã', 130, true],
    ['Uỷ ban nhân dân phường, xã, đặc khu', 130, true],
    ['UBND các xã, phường có cụm công nghiệp', 130, false],
    ['Đảng ủy, UBND các xã, phường', 260, true],
    ['Ban Thường vụ Đảng ủy các xã', 119, true],
    ['lãnh đạo chủ chốt cấp xã', 130, true],
    ['cấp ủy các cấp', 134, true],
    ['cấp ủy, chính quyền các xã, phường', 260, true],
    ['các đơn vị giữ nguyên', 9, true],
    ['09 đơn vị cấp xã giữ nguyên', 9, true],
    ['UBND các xã giữ nguyên, không sáp nhập', 9, true],
    ['các ban Đảng', 5, true],
    ['Các cơ quan chuyên trách TM, GV Tỉnh ủy', 5, true],
    ['Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cấp tỉnh', 6, true],
    ['các cơ quan, đơn vị liên quan', 0, false],
    ['cơ quan liên quan', 0, false],
    ['các địa phương', 130, true],
  ])('%s', (text, count, all) => {
    const found = resolve(text, party);
    expect(found).toMatchObject({ kind: 'class', all });
    expect(found.organIds).toHaveLength(count);
  });
  it.each([
    ['UBND các xã, phường, trừ xã Con Cuông và xã Lượng Minh', 128],
    ['UBND các xã, phường (trừ phường Vinh Phú)', 129],
    ['Các sở, ban, ngành (trừ Sở Ngoại vụ)', 25],
    ['Đảng ủy, UBND các xã, phường trừ xã Keng Đu', 258],
  ])('%s: what is left out is left out', (text, count) => {
    const found = resolve(text, party);
    expect(found.kind).toBe('class');
    expect(found.organIds).toHaveLength(count);
  });
  it('an exception that is not understood leaves the whole to the clerk', () => {
    expect(resolve('UBND các xã, phường, trừ xã Không Có Thật', party).kind).toBe('unresolved');
  });
});

describe('never guessed', () => {
  it.each([
    'UBND tỉnh Sơn La',
    'UBND TP. Hồ Chí Minh',
    'Ủy ban nhân dân phường Yên Bái',
    'UBND các phường: Yên Bái, Văn Phú',
    'các Ban Quản lý dự án',
    'Ban Quản lý dự án đầu tư xây dựng số 1',
    'Công ty Điện lực Lào Cai',
    'Thường trực Thành ủy',
    'Chủ đầu tư',
    'Phòng Tổng hợp VPTU',
    'UBND xã',
    'Văn phòng',
    'Sở',
    'Sở Tài chính và Kho lương',
    '',
    'Như trên',
    'UBND tỉnh trừ UBND tỉnh',
  ])('%s', (text) => {
    expect(resolve(text, party).kind).toBe('unresolved');
  });
  it('offers what an inner room belongs to', () => {
    const found = resolve('Phòng Tổng hợp VPTU', party);
    expect(found.kind === 'unresolved' && named(found.candidates)).toContain('Văn phòng Tỉnh ủy');
  });
  it('takes a name with words missing only where one organ alone fits, and says so', () => {
    const found = resolve('Sở Văn hóa, Du lịch', party);
    expect(found).toMatchObject({ kind: 'resolved', names: ['Sở Văn hóa, Thể thao và Du lịch'], confirm: true });
  });
});

describe('a commune’s own directive', () => {
  it.each([
    ['Phòng Kinh tế', 'Phòng Kinh tế xã Con Cuông'],
    ['Văn phòng HĐND và UBND', 'Văn phòng HĐND và UBND xã Con Cuông'],
    ['Trung tâm Phục vụ hành chính công', 'Trung tâm Phục vụ hành chính công xã Con Cuông'],
    ['Công an xã', 'Công an xã Con Cuông'],
    ['UBND xã', 'UBND xã Con Cuông'],
    ['Ban Chỉ huy Quân sự xã', 'Ban Chỉ huy Quân sự xã Con Cuông'],
    ['Sở Tài chính', 'Sở Tài chính'],
    ['UBND tỉnh', 'UBND tỉnh'],
  ])('%s', (text, name) => {
    expect(resolve(text, commune)).toMatchObject({ kind: 'resolved', names: [name] });
  });
});

describe('whatever is typed', () => {
  const words = [
    'các',
    'Sở',
    'Tài chính',
    'UBND',
    'xã',
    'Con Cuông',
    ',',
    ';',
    ':',
    'và',
    'trừ',
    'tỉnh',
    'Đảng ủy',
    '(',
    ')',
    'liên quan',
    '09',
  ];
  it('is answered: what is resolved names an organ, and what cannot be read is unresolved', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 12 }),
        (list) => {
          const found = resolveAgency(list.join(' '), register, party);
          if (found.kind === 'resolved') expect(found.organIds.length).toBeGreaterThan(0);
          for (const id of found.organIds) expect(register.organs.has(id)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
