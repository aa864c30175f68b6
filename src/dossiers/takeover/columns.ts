import { fold } from '../../kernel/vietnamese.ts';
import type { SheetRow } from '../../platform/spreadsheet/index.ts';

/** The columns that are read, each with the heads by which it is known: national names of fields and plain words alike. */
export const COLUMNS = [
  { key: 'code', head: 'Mã hồ sơ', also: ['SoHoSo', 'MaBienNhan', 'SoBienNhan'], required: true },
  { key: 'procedure', head: 'Mã thủ tục', also: ['MaTTHC', 'MaThuTucHanhChinh'], required: false },
  {
    key: 'procedureName',
    head: 'Tên thủ tục',
    also: ['TenTTHC', 'ThuTuc', 'TenThuTucHanhChinh', 'ThuTucHanhChinh'],
    required: false,
  },
  {
    key: 'centre',
    head: 'Đơn vị tiếp nhận',
    also: ['MaDonVi', 'MaDonViTiepNhan', 'NoiTiepNhan', 'CoQuanTiepNhan', 'TenDonVi', 'TrungTamTiepNhan', 'DonVi'],
    required: false,
  },
  {
    key: 'authority',
    head: 'Đơn vị giải quyết',
    also: ['MaDonViGiaiQuyet', 'CoQuanGiaiQuyet', 'NoiGiaiQuyet'],
    required: false,
  },
  {
    key: 'channel',
    head: 'Kênh thực hiện',
    also: ['HinhThucNop', 'HinhThucTiepNhan', 'KenhTiepNhan'],
    required: false,
  },
  { key: 'kind', head: 'Loại đối tượng', also: ['LoaiNguoiNop'], required: false },
  {
    key: 'name',
    head: 'Tên người nộp',
    also: ['ChuHoSo', 'TenChuHoSo', 'NguoiNop', 'NguoiNopHoSo', 'HoTen', 'HoVaTen'],
    required: true,
  },
  {
    key: 'idNumber',
    head: 'Số định danh',
    also: ['SoGiayTo', 'SoCCCD', 'CCCD', 'SoCMND', 'CMND', 'MaSoThue', 'SoCanCuoc'],
    required: false,
  },
  { key: 'birthDay', head: 'Ngày sinh', also: [], required: false },
  { key: 'address', head: 'Địa chỉ', also: ['DiaChiNguoiNop', 'DiaChiChuHoSo'], required: false },
  { key: 'phone', head: 'Điện thoại', also: ['SoDienThoai', 'SoDT'], required: false },
  { key: 'email', head: 'Email', also: ['ThuDienTu'], required: false },
  { key: 'proxy', head: 'Người ủy quyền', also: ['NguoiDuocUyQuyen'], required: false },
  { key: 'summary', head: 'Trích yếu', also: ['TrichYeuHoSo', 'NoiDung'], required: false },
  { key: 'submitted', head: 'Ngày nộp', also: ['NgayNopHoSo'], required: false },
  { key: 'received', head: 'Ngày tiếp nhận', also: ['NgayTiepNhanHoSo', 'NgayNhan'], required: true },
  { key: 'due', head: 'Ngày hẹn trả', also: ['HenTra', 'NgayHenTraKetQua', 'HanTra', 'HanXuLy'], required: true },
  {
    key: 'firstDue',
    head: 'Ngày hẹn trả lần đầu',
    also: ['NgayHenTraBanDau', 'NgayHenTraCu', 'NgayHenTraLan1'],
    required: false,
  },
  { key: 'dueAgain', head: 'Ngày hẹn lại', also: ['HenLai', 'NgayHenTraLai', 'NgayHenTraMoi'], required: false },
  { key: 'extendedOn', head: 'Ngày gia hạn', also: ['NgayXinLoi'], required: false },
  { key: 'extensionReason', head: 'Lý do gia hạn', also: ['LyDoHenLai'], required: false },
  {
    key: 'paused',
    head: 'Ngày tạm dừng',
    also: ['NgayYeuCauBoSung', 'NgayYeuCauNghiaVuTaiChinh', 'NgayTamDungXuLy'],
    required: false,
  },
  { key: 'supplements', head: 'Số lần yêu cầu bổ sung', also: ['SoLanBoSung'], required: false },
  {
    key: 'status',
    head: 'Trạng thái',
    also: ['TrangThaiHoSo', 'TrangThaiHoSoId', 'TenTrangThai', 'TinhTrang', 'TrangThaiXuLy'],
    required: true,
  },
  { key: 'reason', head: 'Lý do', also: ['LyDoBoSung', 'LyDoTamDung', 'GhiChu'], required: false },
  {
    key: 'holder',
    head: 'Đơn vị xử lý',
    also: ['DonViDangXuLy', 'PhongXuLy', 'NoiDangXuLy', 'CoQuanXuLy'],
    required: false,
  },
  {
    key: 'official',
    head: 'Người xử lý',
    also: [
      ...['CanBoXuLy', 'TenCanBoXuLy', 'NguoiDangXuLy', 'CanBoDangXuLy', 'ChuyenVienXuLy'],
      ...['NguoiThuLy', 'CanBoThuLy', 'ChuyenVienThuLy', 'CanBoPhuTrach'],
    ],
    required: false,
  },
  { key: 'step', head: 'Bước hiện tại', also: ['Buoc'], required: false },
  { key: 'finished', head: 'Ngày kết thúc xử lý', also: ['NgayCoKetQua', 'NgayXuLyXong'], required: false },
  { key: 'resultTitle', head: 'Tên giấy tờ', also: ['TenKetQua', 'TenGiayToKetQua'], required: false },
  { key: 'resultNumber', head: 'Mã giấy tờ kết quả', also: ['SoKetQua', 'SoKyHieuKetQua'], required: false },
  { key: 'way', head: 'Hình thức trả', also: ['HinhThucNhanKetQua', 'HinhThucTraKetQua'], required: false },
  { key: 'fee', head: 'Lệ phí', also: ['PhiLePhi', 'SoTien', 'Phi'], required: false },
  { key: 'paid', head: 'Đã thanh toán', also: ['DaNop', 'DaNopPhi', 'DaThuPhi'], required: false },
] as const;

export type ColumnKey = (typeof COLUMNS)[number]['key'];
export type Columns = ReadonlyMap<ColumnKey, number>;

/** A name however it is written: "Mã hồ sơ (*)", "MaHoSo" and "MA_HO_SO" are one. */
export const squeezed = (text: string): string => fold(text.replace(/\([^)]*\)/g, ' ')).replace(/ /g, '');

const KEY_OF = new Map<string, ColumnKey>(
  COLUMNS.flatMap(({ key, head, also }) => [head, ...also].map((name) => [squeezed(name), key] as const)),
);

/** The columns of a heading, or the heads that it lacks. Of two columns of one meaning the first is read. */
export function columnsOf(heading: SheetRow): { at: Columns; missing: string[] } {
  const at = new Map<ColumnKey, number>();
  heading.cells.forEach((cell, index) => {
    const key = KEY_OF.get(squeezed(cell));
    if (key && !at.has(key)) at.set(key, index);
  });
  const missing: string[] = COLUMNS.filter(({ key, required }) => required && !at.has(key)).map(({ head }) => head);
  if (!at.has('procedure') && !at.has('procedureName')) missing.push('Mã thủ tục');
  return { at, missing };
}

/** The head of a column as the guide names it. */
export const headOf = (key: string): string => COLUMNS.find((column) => column.key === key)?.head ?? '';
