import { abbreviations, aliases, formerly, type OrganTemplate, on } from './template.ts';

const party = (
  t: Omit<OrganTemplate, 'level' | 'branch' | 'group' | 'parent'> & Partial<OrganTemplate>,
): OrganTemplate => ({
  level: 'province',
  branch: 'party',
  group: 'partyBody',
  parent: 'tinh-uy',
  issues: true,
  ...t,
});

/**
 * Party bodies of a province. The Standing Committee and the Standing Board speak for the same body as the committee, so
 * they are its other names. Provinces joined the propaganda and mass-mobilisation boards and formed the two Party
 * committees in the first days of February 2025; a province with another date says so in its own file.
 */
export const PROVINCE_PARTY: readonly OrganTemplate[] = [
  {
    key: 'tinh-uy',
    level: 'province',
    branch: 'party',
    group: 'committee',
    name: '{committee} {name}',
    short: '{committee}',
    parent: 'ban-chap-hanh-trung-uong',
    issues: true,
    names: [
      ...aliases(
        'Ban Thường vụ {committee}',
        'Thường trực {committee}',
        'Ban Chấp hành Đảng bộ {kind}',
        'Đảng bộ {kind}',
        'Ban Thường vụ {committee} {name}',
        'Thường trực {committee} {name}',
        'Ban Chấp hành Đảng bộ {unit}',
      ),
      ...abbreviations('TU', 'BTV {committee}', 'BTVTU', 'TTTU', 'BCH Đảng bộ {kind}'),
    ],
  },
  party({
    key: 'van-phong-tinh-uy',
    name: 'Văn phòng {committee} {name}',
    short: 'Văn phòng {committee}',
    serves: 'tinh-uy',
    names: abbreviations('VPTU', 'VP {committee}'),
  }),
  party({
    key: 'ban-to-chuc-tinh-uy',
    name: 'Ban Tổ chức {committee} {name}',
    short: 'Ban Tổ chức {committee}',
    names: abbreviations('BTCTU', 'BTC {committee}'),
  }),
  party({
    key: 'uy-ban-kiem-tra-tinh-uy',
    name: 'Ủy ban Kiểm tra {committee} {name}',
    short: 'Ủy ban Kiểm tra {committee}',
    names: [
      ...aliases('Cơ quan Ủy ban Kiểm tra {committee}'),
      ...abbreviations('UBKTTU', 'UBKT {committee}', 'Cơ quan UBKT {committee}'),
    ],
  }),
  party({
    key: 'ban-tuyen-giao-dan-van-tinh-uy',
    name: 'Ban Tuyên giáo và Dân vận {committee} {name}',
    short: 'Ban Tuyên giáo và Dân vận {committee}',
    validFrom: on('2025-02-01'),
    names: abbreviations('BTGDVTU', 'BTGDV {committee}', 'Ban TG&DV {committee}', 'BTG&DV {committee}'),
  }),
  party({
    key: 'ban-noi-chinh-tinh-uy',
    name: 'Ban Nội chính {committee} {name}',
    short: 'Ban Nội chính {committee}',
    names: abbreviations('BNCTU', 'BNC {committee}'),
  }),
  party({
    key: 'dang-uy-cac-co-quan-dang-tinh',
    group: 'committee',
    name: 'Đảng ủy các cơ quan Đảng {unit}',
    short: 'Đảng ủy các cơ quan Đảng {kind}',
    validFrom: on('2025-02-01'),
    names: [
      ...aliases(
        'Ban Thường vụ Đảng ủy các cơ quan Đảng {kind}',
        'Thường trực Đảng ủy các cơ quan Đảng {kind}',
        'Đảng bộ các cơ quan Đảng {kind}',
        'Đảng ủy các cơ quan Đảng',
      ),
      ...abbreviations('ĐU các CQ Đảng {kind}'),
    ],
  }),
  party({
    key: 'dang-uy-ubnd-tinh',
    group: 'committee',
    name: 'Đảng ủy Ủy ban nhân dân {unit}',
    short: 'Đảng ủy UBND {kind}',
    validFrom: on('2025-02-01'),
    names: aliases(
      'Đảng ủy Ủy ban nhân dân {kind}',
      'Ban Thường vụ Đảng ủy UBND {kind}',
      'Ban Thường vụ Đảng ủy Ủy ban nhân dân {kind}',
      'Thường trực Đảng ủy UBND {kind}',
      'Thường trực Đảng ủy Ủy ban nhân dân {kind}',
      'Đảng bộ UBND {kind}',
      'Đảng bộ Ủy ban nhân dân {kind}',
    ),
  }),
  party({
    key: 'dang-uy-cong-an-tinh',
    group: 'committee',
    name: 'Đảng ủy Công an {unit}',
    short: 'Đảng ủy Công an {kind}',
    names: aliases('Ban Thường vụ Đảng ủy Công an {kind}', 'Đảng bộ Công an {kind}'),
  }),
  party({
    key: 'dang-uy-quan-su-tinh',
    group: 'committee',
    name: 'Đảng ủy Quân sự {unit}',
    short: 'Đảng ủy Quân sự {kind}',
    names: aliases('Ban Thường vụ Đảng ủy Quân sự {kind}', 'Đảng bộ Quân sự {kind}'),
  }),
  party({
    key: 'truong-chinh-tri-tinh',
    group: 'service',
    name: 'Trường Chính trị {unit}',
    short: 'Trường Chính trị {kind}',
    names: aliases('Trường Chính trị'),
  }),
  party({
    key: 'bao-phat-thanh-truyen-hinh-tinh',
    group: 'service',
    name: 'Báo và Phát thanh, Truyền hình {name}',
    short: 'Báo và Phát thanh, Truyền hình {kind}',
    validFrom: on('2025-07-01'),
    names: [
      ...aliases(
        'Báo và Phát thanh, Truyền hình',
        'Báo và Đài Phát thanh - Truyền hình {kind}',
        'Báo và Đài Phát thanh và Truyền hình {kind}',
        'Cơ quan Báo và Phát thanh, Truyền hình {kind}',
      ),
      ...abbreviations('Báo và PTTH {kind}', 'Báo và Đài PT-TH {kind}', 'Báo và PT, TH {kind}'),
    ],
  }),
];

/** What the Party bodies of a province were before 2025. */
export const FORMER_PROVINCE_PARTY: readonly OrganTemplate[] = [
  party({
    key: 'ban-tuyen-giao-tinh-uy',
    name: 'Ban Tuyên giáo {committee} {name}',
    short: 'Ban Tuyên giáo {committee}',
    validTo: on('2025-01-31'),
    names: abbreviations('BTGTU', 'BTG {committee}'),
    into: [{ key: 'ban-tuyen-giao-dan-van-tinh-uy', kind: 'merged' }],
  }),
  party({
    key: 'ban-dan-van-tinh-uy',
    name: 'Ban Dân vận {committee} {name}',
    short: 'Ban Dân vận {committee}',
    validTo: on('2025-01-31'),
    names: abbreviations('BDVTU', 'BDV {committee}'),
    into: [{ key: 'ban-tuyen-giao-dan-van-tinh-uy', kind: 'merged' }],
  }),
  party({
    key: 'ban-can-su-dang-ubnd-tinh',
    group: 'committee',
    name: 'Ban Cán sự đảng Ủy ban nhân dân {unit}',
    short: 'Ban Cán sự đảng UBND {kind}',
    validTo: on('2025-01-31'),
    names: [...aliases('Ban Cán sự đảng Ủy ban nhân dân {kind}'), ...abbreviations('BCSĐ UBND {kind}')],
    into: [{ key: 'dang-uy-ubnd-tinh', kind: 'merged' }],
  }),
  party({
    key: 'dang-uy-khoi-cac-co-quan-tinh',
    group: 'committee',
    name: 'Đảng ủy Khối các cơ quan và doanh nghiệp {unit}',
    short: 'Đảng ủy Khối các cơ quan và doanh nghiệp {kind}',
    validTo: on('2025-01-31'),
    names: [
      ...aliases('Đảng ủy Khối các cơ quan {kind}'),
      ...abbreviations('Đảng ủy Khối CCQ {kind}', 'Đảng ủy Khối CCQ&DN {kind}'),
    ],
    into: [
      { key: 'dang-uy-cac-co-quan-dang-tinh', kind: 'split' },
      { key: 'dang-uy-ubnd-tinh', kind: 'split' },
    ],
  }),
  party({
    key: 'bao-tinh',
    group: 'service',
    name: 'Báo {name}',
    short: 'Báo {name}',
    validTo: on('2025-06-30'),
    names: [formerly('Báo {kind}', '2025-06-30')],
    into: [{ key: 'bao-phat-thanh-truyen-hinh-tinh', kind: 'merged' }],
  }),
  party({
    key: 'dai-phat-thanh-truyen-hinh-tinh',
    branch: 'government',
    group: 'service',
    parent: 'ubnd-tinh',
    name: 'Đài Phát thanh - Truyền hình {name}',
    short: 'Đài Phát thanh - Truyền hình {kind}',
    validTo: on('2025-06-30'),
    names: [
      ...aliases('Đài Phát thanh và Truyền hình {name}', 'Đài Phát thanh và Truyền hình {kind}'),
      ...abbreviations('Đài PT-TH {kind}', 'Đài PTTH {kind}'),
    ],
    into: [{ key: 'bao-phat-thanh-truyen-hinh-tinh', kind: 'merged' }],
  }),
];
