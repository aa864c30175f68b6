import { abbreviations, aliases, type OrganTemplate, on } from './template.ts';

type Brief = Omit<OrganTemplate, 'level' | 'branch' | 'group'> & Partial<OrganTemplate>;
const union = (t: Brief): OrganTemplate => ({
  level: 'province',
  branch: 'front',
  group: 'union',
  parent: 'mttq-tinh',
  issues: true,
  ...t,
});
const sector = (branch: OrganTemplate['branch'], t: Brief): OrganTemplate => ({
  level: 'province',
  branch,
  group: 'sector',
  issues: true,
  ...t,
});

/** The Front of a province with the five organisations that work within it. */
export const PROVINCE_FRONT: readonly OrganTemplate[] = [
  {
    key: 'mttq-tinh',
    level: 'province',
    branch: 'front',
    group: 'front',
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam {unit}',
    short: 'Ủy ban MTTQ Việt Nam {kind}',
    issues: true,
    names: [
      ...aliases(
        'Ủy ban Mặt trận Tổ quốc Việt Nam {kind}',
        'Ủy ban Mặt trận Tổ quốc {kind}',
        'Mặt trận Tổ quốc Việt Nam {kind}',
        'Mặt trận Tổ quốc {kind}',
        'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam {kind}',
        'Ban Thường trực Ủy ban MTTQ Việt Nam {kind}',
        'Thường trực Ủy ban MTTQ Việt Nam {kind}',
        'Ban Thường trực Ủy ban MTTQ {kind}',
        'Cơ quan Ủy ban Mặt trận Tổ quốc Việt Nam {kind}',
      ),
      ...abbreviations(
        'MTTQ {kind}',
        'UBMTTQ {kind}',
        'Ủy ban MTTQ {kind}',
        'UBMTTQVN {kind}',
        'Ủy ban MTTQVN {kind}',
        'UB MTTQ {kind}',
        'UB MTTQVN {kind}',
        'MTTQVN {kind}',
        'MTTQ Việt Nam {kind}',
      ),
    ],
  },
  union({
    key: 'hoi-phu-nu-tinh',
    name: 'Hội Liên hiệp Phụ nữ {unit}',
    short: 'Hội LHPN {kind}',
    names: aliases('Hội Liên hiệp Phụ nữ {kind}', 'Hội Phụ nữ {kind}'),
  }),
  union({
    key: 'doan-thanh-nien-tinh',
    name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh {unit}',
    short: 'Đoàn TNCS Hồ Chí Minh {kind}',
    names: [
      ...aliases(
        'Đoàn Thanh niên Cộng sản Hồ Chí Minh {kind}',
        'Đoàn Thanh niên {kind}',
        'Ban Thường vụ {kind} đoàn',
        '{kind} đoàn',
        '{kind} đoàn {name}',
      ),
      ...abbreviations('Đoàn TNCS HCM {kind}', 'Đoàn TN {kind}'),
    ],
  }),
  union({
    key: 'hoi-nong-dan-tinh',
    name: 'Hội Nông dân {unit}',
    short: 'Hội Nông dân {kind}',
    names: abbreviations('HND {kind}'),
  }),
  union({
    key: 'hoi-cuu-chien-binh-tinh',
    name: 'Hội Cựu chiến binh {unit}',
    short: 'Hội Cựu chiến binh {kind}',
    names: abbreviations('Hội CCB {kind}'),
  }),
  union({
    key: 'lien-doan-lao-dong-tinh',
    name: 'Liên đoàn Lao động {unit}',
    short: 'Liên đoàn Lao động {kind}',
    names: [...aliases('Công đoàn {kind}'), ...abbreviations('LĐLĐ {kind}')],
  }),
];

/** Armed forces, justice, and the lines of the centre that directives of a province commonly name. */
export const PROVINCE_SECTORS: readonly OrganTemplate[] = [
  sector('armed', {
    key: 'cong-an-tinh',
    name: 'Công an {unit}',
    short: 'Công an {kind}',
    names: abbreviations('CA {kind}'),
  }),
  sector('armed', {
    key: 'bo-chi-huy-quan-su-tinh',
    name: 'Bộ Chỉ huy Quân sự {unit}',
    short: 'Bộ Chỉ huy Quân sự {kind}',
    names: abbreviations('Bộ CHQS {kind}', 'BCHQS {kind}'),
  }),
  sector('armed', {
    key: 'ban-chi-huy-bo-doi-bien-phong-tinh',
    name: 'Ban Chỉ huy Bộ đội Biên phòng {unit}',
    short: 'Ban Chỉ huy Bộ đội Biên phòng {kind}',
    parent: 'bo-chi-huy-quan-su-tinh',
    validFrom: on('2025-07-01'),
    names: [...aliases('Bộ đội Biên phòng {kind}'), ...abbreviations('Ban Chỉ huy BĐBP {kind}', 'BĐBP {kind}')],
  }),
  sector('justice', {
    key: 'toa-an-nhan-dan-tinh',
    name: 'Tòa án nhân dân {unit}',
    short: 'Tòa án nhân dân {kind}',
    names: [...aliases('Tòa án {kind}'), ...abbreviations('TAND {kind}')],
  }),
  sector('justice', {
    key: 'vien-kiem-sat-nhan-dan-tinh',
    name: 'Viện kiểm sát nhân dân {unit}',
    short: 'Viện kiểm sát nhân dân {kind}',
    names: [...aliases('Viện kiểm sát {kind}'), ...abbreviations('VKSND {kind}', 'VKS {kind}')],
  }),
  sector('justice', {
    key: 'thi-hanh-an-dan-su-tinh',
    name: 'Thi hành án dân sự {unit}',
    short: 'Thi hành án dân sự {kind}',
    names: [...aliases('Cục Thi hành án dân sự {kind}'), ...abbreviations('THADS {kind}', 'Cục THADS {kind}')],
  }),
  sector('other', {
    key: 'thue-tinh',
    name: 'Thuế {unit}',
    short: 'Thuế {kind}',
    validFrom: on('2025-07-01'),
    names: aliases('Cơ quan Thuế {kind}'),
  }),
  sector('other', {
    key: 'cuc-thue-tinh',
    name: 'Cục Thuế {unit}',
    short: 'Cục Thuế {kind}',
    validTo: on('2025-06-30'),
    into: [{ key: 'thue-tinh', kind: 'renamed' }],
  }),
  sector('other', {
    key: 'kho-bac-nha-nuoc',
    name: 'Kho bạc Nhà nước tại {name}',
    short: 'Kho bạc Nhà nước {kind}',
    names: [...aliases('Kho bạc Nhà nước', 'Kho bạc Nhà nước khu vực'), ...abbreviations('KBNN {kind}', 'KBNN')],
  }),
  sector('other', {
    key: 'bao-hiem-xa-hoi-tinh',
    name: 'Bảo hiểm xã hội {unit}',
    short: 'Bảo hiểm xã hội {kind}',
    names: abbreviations('BHXH {kind}', 'BHXH'),
  }),
  sector('other', {
    key: 'thong-ke-tinh',
    name: 'Thống kê {unit}',
    short: 'Thống kê {kind}',
    names: aliases('Cục Thống kê {kind}', 'Chi cục Thống kê {kind}'),
  }),
  sector('other', {
    key: 'ngan-hang-chinh-sach-xa-hoi-tinh',
    name: 'Chi nhánh Ngân hàng Chính sách xã hội {unit}',
    short: 'Chi nhánh Ngân hàng Chính sách xã hội {kind}',
    names: [...aliases('Ngân hàng Chính sách xã hội {kind}'), ...abbreviations('NHCSXH {kind}')],
  }),
];
