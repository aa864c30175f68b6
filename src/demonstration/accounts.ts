import type { PositionRole } from '../kernel/principal.ts';

/** One account of the demonstration: who it is, told by the office alone, and what can be tried with it. */
export interface DemonstrationSeat {
  username: string;
  /** The template of the organ, and for a commune its name. */
  organ: string;
  commune?: string;
  /** Told in the terminal: "Văn phòng Tỉnh ủy". */
  office?: string;
  title: string;
  role: PositionRole;
  /** Shown in the terminal and on the sign-in page, where it is worth trying first. */
  use?: string;
}

/** Known to everybody who reads this: a demonstration listens on this machine only. */
export const DEMONSTRATION_PASSWORD = 'thongsuot-thu';

/** Seats of the province; the heads' titles are those of their office. */
export const PROVINCE_SEATS: readonly DemonstrationSeat[] = [
  {
    username: 'vptu',
    organ: 'van-phong-tinh-uy',
    office: 'Văn phòng Tỉnh ủy',
    title: 'Chuyên viên tổng hợp',
    role: 'clerk',
    use: 'nhận văn bản của Tỉnh ủy, kiểm tra ở bàn đọc, ban hành, xác nhận kết quả',
  },
  { username: 'vptu.lanhdao', organ: 'van-phong-tinh-uy', title: 'Chánh Văn phòng', role: 'head' },
  {
    username: 'tinhuy',
    organ: 'tinh-uy',
    office: 'Tỉnh ủy',
    title: 'Thường trực Tỉnh ủy',
    role: 'head',
    use: 'xem toàn tỉnh',
  },
  {
    username: 'vpubnd',
    organ: 'van-phong-ubnd-tinh',
    office: 'Văn phòng UBND tỉnh',
    title: 'Chuyên viên tổng hợp',
    role: 'clerk',
    use: 'như trên, cho văn bản của UBND tỉnh; lập biểu và tổng hợp báo cáo',
  },
  { username: 'vpubnd.lanhdao', organ: 'van-phong-ubnd-tinh', title: 'Chánh Văn phòng', role: 'head' },
  {
    username: 'sotaichinh',
    organ: 'so-tai-chinh',
    office: 'Sở Tài chính',
    title: 'Chuyên viên',
    role: 'officer',
    use: 'nhận việc, ghi tiến độ, báo xong',
  },
  { username: 'sotaichinh.lanhdao', organ: 'so-tai-chinh', title: 'Lãnh đạo Sở', role: 'head' },
  {
    username: 'quantri',
    organ: 'van-phong-ubnd-tinh',
    office: 'Quản trị tỉnh',
    title: 'Quản trị hệ thống',
    role: 'admin',
    use: 'tài khoản và tổ chức của tỉnh',
  },
];

/** Communes whose seats are offered in the terminal; every commune has the same five. */
export const SHOWN_COMMUNE = 'Con Cuông';

/**
 * Every commune's seats: the offices of its Party committee and its People's Committee, its service centre, its economic
 * office, and the chair of the People's Committee.
 */
export const COMMUNE_SEATS: readonly Omit<DemonstrationSeat, 'commune'>[] = [
  {
    username: 'danguy',
    organ: 'van-phong-dang-uy-xa',
    title: 'Văn thư Đảng ủy',
    role: 'clerk',
    use: 'việc của Đảng ủy xã',
  },
  { username: 'ubnd', organ: 'van-phong-hdnd-ubnd-xa', title: 'Văn thư UBND', role: 'clerk', use: 'việc của UBND xã' },
  {
    username: 'motcua',
    organ: 'trung-tam-phuc-vu-hanh-chinh-cong-xa',
    title: 'Nhân viên một cửa',
    role: 'clerk',
    use: 'tiếp nhận và trả hồ sơ tại quầy',
  },
  { username: 'kinhte', organ: 'phong-kinh-te-xa', title: 'Công chức', role: 'officer', use: 'xử lý hồ sơ chuyển đến' },
  { username: 'chutich', organ: 'ubnd-xa', title: 'Chủ tịch UBND', role: 'head', use: 'ký báo cáo của UBND xã' },
];

/** Bodies of the shown commune to which its Party committee passes work down. */
export const SHOWN_COMMUNE_SEATS: readonly Omit<DemonstrationSeat, 'commune'>[] = [
  { username: 'xaydungdang', organ: 'ban-xay-dung-dang-xa', title: 'Trưởng Ban Xây dựng Đảng', role: 'head' },
  { username: 'kiemtra', organ: 'uy-ban-kiem-tra-dang-uy-xa', title: 'Chủ nhiệm Ủy ban Kiểm tra', role: 'head' },
];
