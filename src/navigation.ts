import { readDossiers } from './dossiers/index.ts';
import type { Principal } from './kernel/principal.ts';
import { overseesProvince } from './overview/index.ts';
import type { NavItem } from './ui/index.ts';

/** The first row of links, by what the position works with. `current` is the path of the page shown. */
export function navigationFor(principal: Principal | null, current: string): NavItem[] {
  const entries = entriesFor(principal);
  // Of "Tổ chức" and "Lịch" below it, only the nearer one is where the person is.
  const here = entries
    .filter(({ href }) => (href === '/' ? current === '/' : current.startsWith(href)))
    .reduce((nearest, { href }) => (href.length > nearest.length ? href : nearest), '');
  return entries.map((item) => ({ ...item, current: item.href === here }));
}

function entriesFor(principal: Principal | null): NavItem[] {
  if (!principal) {
    return [
      { href: '/', label: 'Trang chính' },
      { href: '/tra-cuu', label: 'Tra cứu hồ sơ' },
      { href: '/don-vi', label: 'Tìm xã, phường' },
      { href: '/kien-nghi/cong-khai', label: 'Kiến nghị' },
    ];
  }
  if (principal.role === 'admin') {
    return [
      { href: '/to-chuc/tai-khoan', label: 'Tài khoản' },
      { href: '/to-chuc', label: 'Tổ chức' },
      { href: '/to-chuc/lich', label: 'Lịch' },
      { href: '/to-chuc/he-thong', label: 'Kết nối' },
      { href: '/don-vi', label: 'Đơn vị' },
      { href: '/thong-bao/thu', label: 'Thư nhắc việc' },
      { href: '/nhat-ky', label: 'Nhật ký' },
    ];
  }
  return [
    { href: '/', label: 'Hôm nay' },
    ...(overseesProvince(principal) ? [{ href: '/tinh', label: 'Toàn tỉnh' }] : []),
    { href: '/van-ban', label: 'Văn bản' },
    { href: '/nhiem-vu', label: 'Nhiệm vụ' },
    { href: '/kien-nghi', label: 'Kiến nghị' },
    ...(readDossiers.allows(principal) ? [{ href: '/ho-so', label: 'Hồ sơ' }] : []),
    { href: '/bao-cao', label: 'Báo cáo' },
    { href: '/thong-bao', label: 'Thông báo', ...(principal.unread ? { count: principal.unread } : {}) },
    { href: '/to-chuc', label: 'Tổ chức' },
    { href: '/don-vi', label: 'Đơn vị' },
  ];
}
