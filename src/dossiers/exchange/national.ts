import { z } from '@hono/zod-openapi';
import type { Channel, DeliveryWay, Status } from '../status.ts';

/** Words and numbers of the national exchange of dossiers, and what they are here. */
export const CHANNELS: Record<number, Channel> = { 1: 'direct', 2: 'online', 3: 'post' };
export const WAYS: Record<number, DeliveryWay> = { 1: 'counter', 2: 'post', 3: 'online' };
export const KINDS = { 1: 'person', 2: 'business', 3: 'organ' } as const;
export const LIMIT_WORDS = {
  sameDay: 'trong ngày',
  hours: 'giờ',
  days: 'ngày',
  workingDays: 'ngày làm việc',
  months: 'tháng',
} as const;

export const numberOf = <T>(table: Record<number, T>, value: T): number =>
  Number(Object.keys(table).find((key) => table[Number(key)] === value) ?? 0);

const text = (max: number) => z.string().max(max, `Dài quá ${max} ký tự. Hãy rút gọn.`);
/** An instant with its offset. */
export const instant = z.iso
  .datetime({ offset: true, error: 'Phải là thời điểm kèm múi giờ, ví dụ 2026-06-01T08:00:00+07:00.' })
  .openapi({ example: '2026-06-01T08:00:00+07:00' });
export const code = z
  .string()
  .trim()
  .min(1, 'Hãy gửi mã.')
  .regex(/^[\w./-]{1,60}$/, 'Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch chéo; tối đa 60 ký tự.');
/** In a path a code bears no slash. */
const codeInPath = code.openapi({ example: '000.00.12.H41-260601-0003' });
export const dossierPath = z.object({ MaHoSo: codeInPath });
export const statusNumber = z
  .int('Trạng thái là số nguyên từ 1 đến 10.')
  .min(1, 'Trạng thái là số nguyên từ 1 đến 10.')
  .max(10, 'Trạng thái là số nguyên từ 1 đến 10.')
  .openapi({
    description:
      '1 mới đăng ký; 2 được tiếp nhận; 3 không được tiếp nhận; 4 đang xử lý; 5 yêu cầu bổ sung; 6 nghĩa vụ tài chính; 7 rút; 8 dừng; 9 đã xử lý xong; 10 đã trả kết quả',
  });

export const FAULT = z
  .object({
    code: z.string().openapi({ description: 'Mã lỗi ổn định, cho chương trình' }),
    message: z.string().openapi({ description: 'Câu tiếng Việt nói phải làm gì' }),
    field: z.string().nullable().openapi({ description: 'Trường sai đầu tiên, nếu có' }),
    fields: z.array(z.object({ field: z.string(), message: z.string() })),
  })
  .openapi('Loi');

/** A dossier handed in through another system. */
export const NEW_DOSSIER = z
  .strictObject({
    MaHoSo: code.openapi({
      description: 'Mã hồ sơ ở hệ thống gửi; không gửi hai hồ sơ cùng mã',
      example: 'G22.99-260601-0001',
    }),
    MaTTHC: z
      .string()
      .regex(/^\d\.\d{6}/, 'Mã thủ tục như 1.001612.')
      .openapi({ example: '1.001612' }),
    MaDonVi: z.string().max(20).optional().openapi({
      description: 'Mã đơn vị hành chính của trung tâm tiếp nhận; bỏ trống khi mã truy cập chỉ cho một trung tâm',
    }),
    MaDonViGiaiQuyet: z
      .string()
      .max(20)
      .optional()
      .openapi({ description: 'Mã đơn vị giải quyết; bỏ trống: chính đơn vị tiếp nhận' }),
    KenhThucHien: z
      .union([z.literal(1), z.literal(2), z.literal(3)], {
        error: 'Kênh thực hiện là 1 (trực tiếp), 2 (trực tuyến) hoặc 3 (bưu chính).',
      })
      .openapi({ description: '1 trực tiếp; 2 trực tuyến; 3 bưu chính' }),
    LoaiDoiTuong: z
      .union([z.literal(1), z.literal(2), z.literal(3)])
      .default(1)
      .openapi({ description: '1 cá nhân; 2 doanh nghiệp, hộ kinh doanh; 3 cơ quan, tổ chức' }),
    ChuHoSo: text(200).openapi({ example: 'Nguyễn Văn Thử' }),
    SoDinhDanh: text(20).optional(),
    NgaySinh: z.iso.date('Ngày như 1985-09-02.').optional(),
    DiaChi: text(300).optional(),
    DienThoai: text(20).optional(),
    Email: text(150).optional(),
    NguoiUyQuyen: text(300).optional(),
    TrichYeuHoSo: text(500).optional(),
    NgayNopHoSo: instant,
    HinhThucTra: z
      .union([z.literal(1), z.literal(2), z.literal(3)])
      .default(1)
      .openapi({ description: '1 tại quầy; 2 bưu chính; 3 bản điện tử' }),
    TaiLieuNop: z
      .array(
        z.strictObject({
          SoThuTu: z.int().min(1).max(100),
          BanChinh: z.int().min(0).max(100).default(0),
          BanSao: z.int().min(0).max(100).default(0),
          BanDienTu: z.int().min(0).max(100).default(0),
        }),
      )
      .max(100)
      .default([])
      .openapi({ description: 'Theo số thứ tự giấy tờ trong thủ tục' }),
    LePhi: z.int().min(0).max(2_000_000_000).optional().openapi({ description: 'Đồng; bỏ trống: theo thủ tục' }),
    DaThanhToan: z.boolean().default(false),
    NoiGiuTrangThai: z
      .enum(['tiep-nhan', 'gui'])
      .default('tiep-nhan')
      .openapi({ description: 'Một nơi duy nhất giữ trạng thái: nơi tiếp nhận (mặc định), hoặc hệ thống gửi' }),
  })
  .openapi('HoSoGui');

/** A dossier as other systems read it; no personal data beyond what a status needs. */
export const DOSSIER = z
  .object({
    MaHoSo: z.string().openapi({ description: 'Mã hồ sơ ở đây' }),
    MaHoSoNguon: z.string().nullable().openapi({ description: 'Mã ở hệ thống gửi' }),
    MaTTHC: z.string(),
    TenTTHC: z.string(),
    TenLinhVuc: z.string(),
    KenhThucHien: z.number(),
    NgayNopHoSo: instant,
    NgayTiepNhan: instant.nullable(),
    NgayHenTra: instant.nullable(),
    NgayKetThucXuLy: instant.nullable(),
    NgayTra: instant.nullable(),
    NgayTuChoi: instant.nullable(),
    HinhThucTra: z.number(),
    TrangThaiHoSoId: statusNumber,
    TenTrangThai: z.string(),
    LyDo: z.string().nullable(),
    DonViXuLy: z.string(),
    BuocHienTai: z.number(),
    ThoiGianThucHien: z.number(),
    DonViThoiGian: z.string(),
    GiayToKetQua: z.array(z.object({ TenGiayTo: z.string(), MaGiayToKetQua: z.string(), NgayKy: z.string() })),
    NoiGiuTrangThai: z.string().openapi({ description: 'Để trống: giữ tại đây; khác: tên hệ thống giữ' }),
  })
  .openapi('HoSo');

/** A status told by the system that keeps it. */
export const PUSH = z
  .strictObject({
    TrangThaiHoSoId: statusNumber,
    ThoiDiem: instant.openapi({
      description: 'Khi trạng thái đổi ở hệ thống giữ; trạng thái cũ hơn trạng thái đã nhận được bỏ qua',
    }),
    LyDo: text(1000).default('').openapi({ description: 'Bắt buộc với 3, 5, 6, 7, 8' }),
    NgayHenTra: instant.optional().openapi({ description: 'Ngày đã hẹn với người dân; bỏ trống: tính theo thủ tục' }),
    LePhi: z.int().min(0).max(2_000_000_000).optional(),
    TenGiayTo: text(300).optional(),
    MaGiayToKetQua: text(100).optional(),
    NguoiNhan: text(200).optional(),
  })
  .openapi('TrangThaiGui');

/** A file of a dossier as other systems know it. */
export const FILE = z
  .object({
    MaTep: z.string().openapi({ description: 'Mã tệp ở đây' }),
    TenTep: z.string(),
    Nhom: z
      .enum(['thanh-phan', 'bo-sung', 'ket-qua', 'bieu-mau'])
      .openapi({ description: 'thanh-phan: nộp cùng hồ sơ; bo-sung: nộp khi được yêu cầu bổ sung; ket-qua; bieu-mau' }),
    SoThuTu: z.number().nullable().openapi({ description: 'Giấy tờ số mấy trong thủ tục, nếu được ghi' }),
    LoaiTep: z.string().openapi({ description: 'Theo nội dung của tệp, không theo tên', example: 'application/pdf' }),
    KichThuoc: z.number().openapi({ description: 'Byte' }),
    MaBam: z.string().openapi({ description: 'SHA-256 (hex) của nội dung' }),
    NgayGui: instant,
  })
  .openapi('Tep');

/** A file that the system which sent the dossier adds to it. */
export const NEW_FILE = z
  .strictObject({
    Tep: z.instanceof(File, { error: 'Thiếu tệp. Hãy gửi tệp ở trường Tep, kèm tên tệp.' }).openapi({
      type: 'string',
      format: 'binary',
      description: 'Một tệp PDF, JPG, PNG hoặc docx, tối đa 20 MB, kèm tên tệp',
    }),
    SoThuTu: z.coerce
      .number('Số thứ tự giấy tờ là số nguyên từ 1 đến 100.')
      .int('Số thứ tự giấy tờ là số nguyên từ 1 đến 100.')
      .min(1, 'Số thứ tự giấy tờ là số nguyên từ 1 đến 100.')
      .max(100, 'Số thứ tự giấy tờ là số nguyên từ 1 đến 100.')
      .optional()
      .openapi({ type: 'integer', description: 'Giấy tờ số mấy trong thủ tục' }),
    MaBam: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'MaBam là SHA-256 của tệp, 64 chữ số hex.')
      .optional()
      .openapi({ description: 'SHA-256 (hex) của tệp; nếu gửi, nơi nhận đối chiếu để biết tệp đến trọn vẹn' }),
  })
  .openapi('TepGui');

export const isoOf = (at: number | null): string | null =>
  at === null ? null : `${new Date(at + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
export type Pushed = Omit<z.output<typeof PUSH>, 'TrangThaiHoSoId'> & { TrangThaiHoSoId: Status };
