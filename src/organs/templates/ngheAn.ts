import { abbreviations, aliases, on, type ProvinceFacts } from './template.ts';

const RESOLUTION = 'Nghị quyết kỳ họp thứ 27 HĐND tỉnh khóa XVIII, ngày 25/2/2025';

/** What Nghệ An has otherwise than the common templates: 14 departments since 1 March 2025, the South-East economic zone. */
export const NGHE_AN: ProvinceFacts = {
  changes: {
    'so-noi-vu': { basis: RESOLUTION },
    'so-tai-chinh': { basis: RESOLUTION },
    'so-nong-nghiep-moi-truong': { basis: RESOLUTION },
    'so-xay-dung': { basis: RESOLUTION },
    'so-khoa-hoc-cong-nghe': { basis: RESOLUTION },
    'so-dan-toc-ton-giao': { basis: RESOLUTION },
    'so-van-hoa-the-thao-du-lich': { validFrom: on('2025-03-01'), basis: RESOLUTION },
    'ban-quan-ly-khu-kinh-te': {
      name: 'Ban Quản lý Khu kinh tế Đông Nam {name}',
      short: 'Ban Quản lý Khu kinh tế Đông Nam',
      names: [
        ...aliases(
          'Ban Quản lý Khu kinh tế Đông Nam {kind}',
          'Ban Quản lý Khu kinh tế {kind}',
          'Ban Quản lý Khu kinh tế',
        ),
        ...abbreviations('BQL KKT Đông Nam', 'BQL Khu kinh tế Đông Nam'),
      ],
    },
  },
  more: [
    {
      key: 'so-van-hoa-the-thao',
      level: 'province',
      branch: 'government',
      group: 'department',
      name: 'Sở Văn hóa và Thể thao {unit}',
      short: 'Sở Văn hóa và Thể thao',
      parent: 'ubnd-tinh',
      issues: true,
      validTo: on('2025-02-28'),
      names: abbreviations('Sở VH&TT'),
      into: [{ key: 'so-van-hoa-the-thao-du-lich', kind: 'merged' }],
    },
    {
      key: 'so-du-lich',
      level: 'province',
      branch: 'government',
      group: 'department',
      name: 'Sở Du lịch {unit}',
      short: 'Sở Du lịch',
      parent: 'ubnd-tinh',
      issues: true,
      validTo: on('2025-02-28'),
      names: abbreviations('Sở DL'),
      into: [{ key: 'so-van-hoa-the-thao-du-lich', kind: 'merged' }],
    },
  ],
};
