import { abbreviations, aliases, type OrganTemplate, on } from './template.ts';

type Brief = Omit<OrganTemplate, 'level'>;
/** Every commune began on 1 July 2025, the day on which the districts ended. */
const commune = (t: Brief): OrganTemplate => ({ level: 'commune', validFrom: on('2025-07-01'), ...t });

/**
 * Organs of a commune: Party (Quy định 298-QĐ/TW), council (Luật 72/2025/QH15, Điều 29), People's Committee
 * (Nghị định 150/2025/NĐ-CP, 118/2025/NĐ-CP), Front (Quy định 301-QĐ/TW), police and military command.
 */
export const COMMUNE: readonly OrganTemplate[] = [
  commune({
    key: 'dang-uy-xa',
    branch: 'party',
    group: 'committee',
    name: 'Đảng ủy {unit}',
    short: 'Đảng ủy {unit}',
    parent: 'tinh-uy',
    issues: true,
    names: [
      ...aliases(
        'Ban Thường vụ Đảng ủy {unit}',
        'Thường trực Đảng ủy {unit}',
        'Ban Chấp hành Đảng bộ {unit}',
        'Đảng bộ {unit}',
      ),
      ...abbreviations('BTV Đảng ủy {unit}', 'ĐU {unit}'),
    ],
  }),
  commune({
    key: 'van-phong-dang-uy-xa',
    branch: 'party',
    group: 'partyBody',
    name: 'Văn phòng Đảng ủy {unit}',
    short: 'Văn phòng Đảng ủy {unit}',
    parent: 'dang-uy-xa',
    serves: 'dang-uy-xa',
    names: abbreviations('VP Đảng ủy {unit}', 'VPĐU {unit}'),
  }),
  commune({
    key: 'ban-xay-dung-dang-xa',
    branch: 'party',
    group: 'partyBody',
    name: 'Ban Xây dựng Đảng {unit}',
    short: 'Ban Xây dựng Đảng {unit}',
    parent: 'dang-uy-xa',
    names: [
      ...aliases('Ban Xây dựng Đảng Đảng ủy {unit}', 'Ban Xây dựng Đảng của Đảng ủy {unit}'),
      ...abbreviations('Ban XDĐ {unit}'),
    ],
  }),
  commune({
    key: 'uy-ban-kiem-tra-dang-uy-xa',
    branch: 'party',
    group: 'partyBody',
    name: 'Ủy ban Kiểm tra Đảng ủy {unit}',
    short: 'Ủy ban Kiểm tra Đảng ủy {unit}',
    parent: 'dang-uy-xa',
    issues: true,
    names: [
      ...aliases('Cơ quan Ủy ban Kiểm tra Đảng ủy {unit}', 'Ủy ban Kiểm tra {unit}'),
      ...abbreviations('UBKT Đảng ủy {unit}'),
    ],
  }),
  commune({
    key: 'hdnd-xa',
    branch: 'council',
    group: 'council',
    name: 'Hội đồng nhân dân {unit}',
    short: 'HĐND {unit}',
    issues: true,
    names: aliases('Thường trực HĐND {unit}', 'Thường trực Hội đồng nhân dân {unit}'),
  }),
  ...(
    [
      ['kinh-te-ngan-sach', 'Ban Kinh tế - Ngân sách'],
      ['van-hoa-xa-hoi', 'Ban Văn hóa - Xã hội'],
    ] as const
  ).map(([key, name]) =>
    commune({
      key: `ban-${key}-hdnd-xa`,
      branch: 'council',
      group: 'councilBody',
      name: `${name} Hội đồng nhân dân {unit}`,
      short: `${name} HĐND {unit}`,
      parent: 'hdnd-xa',
    }),
  ),
  commune({
    key: 'ubnd-xa',
    branch: 'government',
    group: 'executive',
    name: 'Ủy ban nhân dân {unit}',
    short: 'UBND {unit}',
    parent: 'ubnd-tinh',
    issues: true,
  }),
  commune({
    key: 'van-phong-hdnd-ubnd-xa',
    branch: 'government',
    group: 'office',
    name: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {unit}',
    short: 'Văn phòng HĐND và UBND {unit}',
    parent: 'ubnd-xa',
    serves: 'ubnd-xa',
    names: abbreviations('VP HĐND và UBND {unit}'),
  }),
  commune({
    key: 'phong-kinh-te-xa',
    branch: 'government',
    group: 'office',
    name: 'Phòng Kinh tế {unit}',
    short: 'Phòng Kinh tế {unit}',
    parent: 'ubnd-xa',
    unitTypes: ['xa', 'dac-khu'],
  }),
  commune({
    key: 'phong-kinh-te-ha-tang-do-thi-phuong',
    branch: 'government',
    group: 'office',
    name: 'Phòng Kinh tế, Hạ tầng và Đô thị {unit}',
    short: 'Phòng Kinh tế, Hạ tầng và Đô thị {unit}',
    parent: 'ubnd-xa',
    unitTypes: ['phuong'],
    names: abbreviations('Phòng KT,HT&ĐT {unit}'),
  }),
  commune({
    key: 'phong-van-hoa-xa-hoi-xa',
    branch: 'government',
    group: 'office',
    name: 'Phòng Văn hóa - Xã hội {unit}',
    short: 'Phòng Văn hóa - Xã hội {unit}',
    parent: 'ubnd-xa',
    names: abbreviations('Phòng VHXH {unit}'),
  }),
  commune({
    key: 'trung-tam-phuc-vu-hanh-chinh-cong-xa',
    branch: 'government',
    group: 'office',
    name: 'Trung tâm Phục vụ hành chính công {unit}',
    short: 'Trung tâm Phục vụ hành chính công {unit}',
    parent: 'ubnd-xa',
    names: [
      ...aliases('Trung tâm Hành chính công {unit}'),
      ...abbreviations('Trung tâm PVHCC {unit}', 'TTPVHCC {unit}', 'TT PVHCC {unit}', 'TTHCC {unit}'),
    ],
  }),
  commune({
    key: 'ban-chi-huy-quan-su-xa',
    branch: 'armed',
    group: 'sector',
    name: 'Ban Chỉ huy Quân sự {unit}',
    short: 'Ban Chỉ huy Quân sự {unit}',
    parent: 'ubnd-xa',
    names: abbreviations('Ban CHQS {unit}', 'BCHQS {unit}'),
  }),
  commune({
    key: 'cong-an-xa',
    branch: 'armed',
    group: 'sector',
    name: 'Công an {unit}',
    short: 'Công an {unit}',
    parent: 'cong-an-tinh',
    names: abbreviations('CA {unit}'),
  }),
  commune({
    key: 'mttq-xa',
    branch: 'front',
    group: 'front',
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam {unit}',
    short: 'Ủy ban MTTQ Việt Nam {unit}',
    parent: 'mttq-tinh',
    issues: true,
    names: [
      ...aliases(
        'Ủy ban Mặt trận Tổ quốc {unit}',
        'Mặt trận Tổ quốc Việt Nam {unit}',
        'Mặt trận Tổ quốc {unit}',
        'Ban Thường trực Ủy ban MTTQ Việt Nam {unit}',
      ),
      ...abbreviations('MTTQ {unit}', 'UBMTTQ {unit}', 'Ủy ban MTTQ {unit}', 'UBMTTQVN {unit}', 'MTTQVN {unit}'),
    ],
  }),
  ...(
    [
      ['hoi-phu-nu-xa', 'Hội Liên hiệp Phụ nữ {unit}', 'Hội LHPN {unit}', ['Hội Phụ nữ {unit}']],
      [
        'doan-thanh-nien-xa',
        'Đoàn Thanh niên Cộng sản Hồ Chí Minh {unit}',
        'Đoàn TNCS Hồ Chí Minh {unit}',
        ['Đoàn Thanh niên {unit}', 'Đoàn {unit}'],
      ],
      ['hoi-nong-dan-xa', 'Hội Nông dân {unit}', 'Hội Nông dân {unit}', []],
      ['hoi-cuu-chien-binh-xa', 'Hội Cựu chiến binh {unit}', 'Hội Cựu chiến binh {unit}', ['Hội CCB {unit}']],
      ['cong-doan-xa', 'Công đoàn {unit}', 'Công đoàn {unit}', []],
    ] as const
  ).map(([key, name, short, others]) =>
    commune({ key, branch: 'front', group: 'union', name, short, parent: 'mttq-xa', names: aliases(...others) }),
  ),
];
