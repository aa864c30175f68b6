import { abbreviations, aliases, type OrganTemplate, on } from './template.ts';

/** A department: "Sở Tài chính tỉnh Nghệ An", said "Sở Tài chính". */
const department = (
  key: string,
  short: string,
  short_forms: readonly string[],
  more: Partial<OrganTemplate> = {},
): OrganTemplate => ({
  key,
  level: 'province',
  branch: 'government',
  group: 'department',
  name: `${short} {unit}`,
  short,
  parent: 'ubnd-tinh',
  issues: true,
  ...more,
  names: [...(more.names ?? []), ...abbreviations(...short_forms)],
});

const JOINED = { validFrom: on('2025-03-01'), basis: 'Nghị định 45/2025/NĐ-CP' } as const;

/** Council and People's Committee of a province with the uniform departments (Nghị định 45/2025, 150/2025/NĐ-CP). */
export const PROVINCE_GOVERNMENT: readonly OrganTemplate[] = [
  {
    key: 'hdnd-tinh',
    level: 'province',
    branch: 'council',
    group: 'council',
    name: 'Hội đồng nhân dân {unit}',
    short: 'HĐND {kind}',
    issues: true,
    names: aliases(
      'Hội đồng nhân dân {kind}',
      'Thường trực HĐND {kind}',
      'Thường trực Hội đồng nhân dân {kind}',
      'Thường trực Hội đồng nhân dân {unit}',
    ),
  },
  ...(
    [
      ['phap-che', 'Ban Pháp chế'],
      ['kinh-te-ngan-sach', 'Ban Kinh tế - Ngân sách'],
      ['van-hoa-xa-hoi', 'Ban Văn hóa - Xã hội'],
      ['dan-toc', 'Ban Dân tộc'],
    ] as const
  ).map(
    ([key, name]): OrganTemplate => ({
      key: `ban-${key}-hdnd-tinh`,
      level: 'province',
      branch: 'council',
      group: 'councilBody',
      name: `${name} Hội đồng nhân dân {unit}`,
      short: `${name} HĐND {kind}`,
      parent: 'hdnd-tinh',
      issues: true,
      names: aliases(
        `${name} của HĐND {kind}`,
        `${name} Hội đồng nhân dân {kind}`,
        `${name} của Hội đồng nhân dân {kind}`,
      ),
    }),
  ),
  {
    key: 'van-phong-doan-dbqh-hdnd-tinh',
    level: 'province',
    branch: 'council',
    group: 'councilBody',
    name: 'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {unit}',
    short: 'Văn phòng Đoàn ĐBQH và HĐND {kind}',
    parent: 'hdnd-tinh',
    serves: 'hdnd-tinh',
    issues: true,
    names: [
      ...aliases('Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân {kind}', 'Văn phòng HĐND {kind}'),
      ...abbreviations('VP Đoàn ĐBQH và HĐND {kind}', 'VP HĐND {kind}'),
    ],
  },
  {
    key: 'doan-dbqh-tinh',
    level: 'province',
    branch: 'council',
    group: 'council',
    name: 'Đoàn đại biểu Quốc hội {unit}',
    short: 'Đoàn ĐBQH {kind}',
    issues: true,
    names: aliases('Đoàn đại biểu Quốc hội {kind}'),
  },
  {
    key: 'ubnd-tinh',
    level: 'province',
    branch: 'government',
    group: 'executive',
    name: 'Ủy ban nhân dân {unit}',
    short: 'UBND {kind}',
    parent: 'chinh-phu',
    issues: true,
    names: aliases('Ủy ban nhân dân {kind}'),
  },
  department('van-phong-ubnd-tinh', 'Văn phòng UBND {kind}', ['VPUB', 'VP UBND {kind}', 'VPUBND {kind}'], {
    name: 'Văn phòng Ủy ban nhân dân {unit}',
    serves: 'ubnd-tinh',
    names: aliases('Văn phòng Ủy ban nhân dân {kind}'),
  }),
  department('thanh-tra-tinh', 'Thanh tra {kind}', ['TTr {kind}'], { name: 'Thanh tra {unit}' }),
  department('so-noi-vu', 'Sở Nội vụ', ['Sở NV'], JOINED),
  department('so-tu-phap', 'Sở Tư pháp', ['Sở TP']),
  department('so-tai-chinh', 'Sở Tài chính', ['Sở TC'], JOINED),
  department('so-cong-thuong', 'Sở Công Thương', ['Sở CT']),
  department('so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', ['Sở NN&MT', 'NNMT', 'SNNMT'], JOINED),
  department('so-xay-dung', 'Sở Xây dựng', ['Sở XD'], JOINED),
  department('so-khoa-hoc-cong-nghe', 'Sở Khoa học và Công nghệ', ['Sở KH&CN', 'KH&CN', 'SKHCN'], JOINED),
  department('so-van-hoa-the-thao-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', ['Sở VHTT&DL', 'VHTTDL', 'SVHTTDL']),
  department('so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', ['Sở GD&ĐT', 'GD&ĐT', 'SGDĐT']),
  department('so-y-te', 'Sở Y tế', ['Sở YT', 'SYT']),
  department('so-ngoai-vu', 'Sở Ngoại vụ', ['Sở NgV']),
  department('so-dan-toc-ton-giao', 'Sở Dân tộc và Tôn giáo', ['Sở DT&TG', 'DTTG', 'SDTTG'], JOINED),
  department('trung-tam-phuc-vu-hanh-chinh-cong-tinh', 'Trung tâm Phục vụ hành chính công {kind}', ['TTPVHCC {kind}'], {
    group: 'office',
    name: 'Trung tâm Phục vụ hành chính công {unit}',
    parent: 'van-phong-ubnd-tinh',
    names: [
      ...aliases('Trung tâm Hành chính công {kind}'),
      ...abbreviations('Trung tâm PVHCC {kind}', 'TT PVHCC {kind}', 'TTHCC {kind}'),
    ],
  }),
  department(
    'ban-quan-ly-khu-kinh-te',
    'Ban Quản lý Khu kinh tế {kind}',
    ['BQL Khu kinh tế {kind}', 'BQL KKT {kind}'],
    {
      group: 'board',
      name: 'Ban Quản lý Khu kinh tế {unit}',
      names: aliases('Ban Quản lý các khu kinh tế {kind}', 'Ban Quản lý Khu kinh tế'),
    },
  ),
];

/** Departments that ended in the rearrangement of 2025, and what they became. */
const ended = (
  key: string,
  short: string,
  forms: readonly string[],
  into: NonNullable<OrganTemplate['into']>,
): OrganTemplate => department(key, short, forms, { validTo: on('2025-02-28'), into });
const merged = (key: string) => ({ key, kind: 'merged' }) as const;
const part = (key: string) => ({ key, kind: 'transferred' }) as const;

export const FORMER_PROVINCE_GOVERNMENT: readonly OrganTemplate[] = [
  ended('so-tai-chinh-cu', 'Sở Tài chính', [], [merged('so-tai-chinh')]),
  ended('so-ke-hoach-dau-tu', 'Sở Kế hoạch và Đầu tư', ['Sở KH&ĐT', 'KH&ĐT', 'SKHĐT'], [merged('so-tai-chinh')]),
  ended(
    'so-tai-nguyen-moi-truong',
    'Sở Tài nguyên và Môi trường',
    ['Sở TN&MT', 'TNMT', 'STNMT'],
    [merged('so-nong-nghiep-moi-truong')],
  ),
  ended(
    'so-nong-nghiep-phat-trien-nong-thon',
    'Sở Nông nghiệp và Phát triển nông thôn',
    ['Sở NN&PTNT', 'NN&PTNT', 'SNN&PTNT', 'Sở Nông nghiệp và PTNT', 'Sở Nông nghiệp và PT nông thôn'],
    [merged('so-nong-nghiep-moi-truong')],
  ),
  ended('so-xay-dung-cu', 'Sở Xây dựng', [], [merged('so-xay-dung')]),
  ended(
    'so-giao-thong-van-tai',
    'Sở Giao thông vận tải',
    ['Sở GTVT', 'GTVT', 'SGTVT'],
    [merged('so-xay-dung'), part('cong-an-tinh')],
  ),
  ended('so-khoa-hoc-cong-nghe-cu', 'Sở Khoa học và Công nghệ', [], [merged('so-khoa-hoc-cong-nghe')]),
  ended(
    'so-thong-tin-truyen-thong',
    'Sở Thông tin và Truyền thông',
    ['Sở TT&TT', 'TTTT', 'STTTT'],
    [merged('so-khoa-hoc-cong-nghe'), part('so-van-hoa-the-thao-du-lich')],
  ),
  ended('so-noi-vu-cu', 'Sở Nội vụ', [], [merged('so-noi-vu'), part('so-dan-toc-ton-giao')]),
  ended(
    'so-lao-dong-thuong-binh-xa-hoi',
    'Sở Lao động - Thương binh và Xã hội',
    ['Sở LĐ-TB&XH', 'LĐTBXH', 'SLĐTBXH', 'Sở LĐ, TB và XH'],
    [merged('so-noi-vu'), part('so-y-te'), part('so-giao-duc-dao-tao')],
  ),
  department('ban-dan-toc-tinh', 'Ban Dân tộc {kind}', ['BDT {kind}'], {
    group: 'board',
    name: 'Ban Dân tộc {unit}',
    validTo: on('2025-02-28'),
    into: [{ key: 'so-dan-toc-ton-giao', kind: 'renamed' }],
    names: aliases('Ban Dân tộc'),
  }),
];
