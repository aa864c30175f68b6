/**
 * Written by "npm run api:types" from the OpenAPI document of the server. Do not edit.
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type Loi = {
    /** Mã lỗi ổn định, cho chương trình */
    code: string;
    /** Câu tiếng Việt nói phải làm gì */
    message: string;
    /** Trường sai đầu tiên, nếu có */
    field: string | null;
    fields: {
        field: string;
        message: string;
    }[];
};
export type HoSoGui = {
    /** Mã hồ sơ ở hệ thống gửi; không gửi hai hồ sơ cùng mã */
    MaHoSo: string;
    MaTTHC: string;
    /** Mã đơn vị hành chính của trung tâm tiếp nhận; bỏ trống khi mã truy cập chỉ cho một trung tâm */
    MaDonVi?: string;
    /** Mã đơn vị giải quyết; bỏ trống: chính đơn vị tiếp nhận */
    MaDonViGiaiQuyet?: string;
    /** 1 trực tiếp; 2 trực tuyến; 3 bưu chính */
    KenhThucHien: 1 | 2 | 3;
    /** 1 cá nhân; 2 doanh nghiệp, hộ kinh doanh; 3 cơ quan, tổ chức */
    LoaiDoiTuong?: 1 | 2 | 3;
    ChuHoSo: string;
    SoDinhDanh?: string;
    NgaySinh?: string;
    DiaChi?: string;
    DienThoai?: string;
    Email?: string;
    NguoiUyQuyen?: string;
    TrichYeuHoSo?: string;
    NgayNopHoSo: string;
    /** 1 tại quầy; 2 bưu chính; 3 bản điện tử */
    HinhThucTra?: 1 | 2 | 3;
    /** Theo số thứ tự giấy tờ trong thủ tục */
    TaiLieuNop?: {
        SoThuTu: number;
        BanChinh?: number;
        BanSao?: number;
        BanDienTu?: number;
    }[];
    /** Đồng; bỏ trống: theo thủ tục */
    LePhi?: number;
    DaThanhToan?: boolean;
    /** Một nơi duy nhất giữ trạng thái: nơi tiếp nhận (mặc định), hoặc hệ thống gửi */
    NoiGiuTrangThai?: "tiep-nhan" | "gui";
};
export type TepGui = {
    /** Một tệp PDF, JPG, PNG hoặc docx, tối đa 20 MB, kèm tên tệp */
    Tep: Blob;
    /** Giấy tờ số mấy trong thủ tục */
    SoThuTu?: number;
    /** SHA-256 (hex) của tệp; nếu gửi, nơi nhận đối chiếu để biết tệp đến trọn vẹn */
    MaBam?: string;
};
export type Tep = {
    /** Mã tệp ở đây */
    MaTep: string;
    TenTep: string;
    /** thanh-phan: nộp cùng hồ sơ; bo-sung: nộp khi được yêu cầu bổ sung; ket-qua; bieu-mau */
    Nhom: "thanh-phan" | "bo-sung" | "ket-qua" | "bieu-mau";
    /** Giấy tờ số mấy trong thủ tục, nếu được ghi */
    SoThuTu: number | null;
    /** Theo nội dung của tệp, không theo tên */
    LoaiTep: string;
    /** Byte */
    KichThuoc: number;
    /** SHA-256 (hex) của nội dung */
    MaBam: string;
    NgayGui: string;
};
export type HoSo = {
    /** Mã hồ sơ ở đây */
    MaHoSo: string;
    /** Mã ở hệ thống gửi */
    MaHoSoNguon: string | null;
    MaTTHC: string;
    TenTTHC: string;
    TenLinhVuc: string;
    KenhThucHien: number;
    NgayNopHoSo: string;
    NgayTiepNhan: string | null;
    NgayHenTra: string | null;
    NgayKetThucXuLy: string | null;
    NgayTra: string | null;
    NgayTuChoi: string | null;
    HinhThucTra: number;
    /** 1 mới đăng ký; 2 được tiếp nhận; 3 không được tiếp nhận; 4 đang xử lý; 5 yêu cầu bổ sung; 6 nghĩa vụ tài chính; 7 rút; 8 dừng; 9 đã xử lý xong; 10 đã trả kết quả */
    TrangThaiHoSoId: number;
    TenTrangThai: string;
    LyDo: string | null;
    DonViXuLy: string;
    BuocHienTai: number;
    ThoiGianThucHien: number;
    DonViThoiGian: string;
    GiayToKetQua: {
        TenGiayTo: string;
        MaGiayToKetQua: string;
        NgayKy: string;
    }[];
    /** Để trống: giữ tại đây; khác: tên hệ thống giữ */
    NoiGiuTrangThai: string;
};
export type TrangThaiGui = {
    /** 1 mới đăng ký; 2 được tiếp nhận; 3 không được tiếp nhận; 4 đang xử lý; 5 yêu cầu bổ sung; 6 nghĩa vụ tài chính; 7 rút; 8 dừng; 9 đã xử lý xong; 10 đã trả kết quả */
    TrangThaiHoSoId: number;
    /** Khi trạng thái đổi ở hệ thống giữ; trạng thái cũ hơn trạng thái đã nhận được bỏ qua */
    ThoiDiem: string;
    /** Bắt buộc với 3, 5, 6, 7, 8 */
    LyDo?: string;
    /** Ngày đã hẹn với người dân; bỏ trống: tính theo thủ tục */
    NgayHenTra?: string;
    LePhi?: number;
    TenGiayTo?: string;
    MaGiayToKetQua?: string;
    NguoiNhan?: string;
};
/**
 * Đọc danh mục
 */
export function docDanhMuc(opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            TrungTam: {
                /** Ghi vào MaDonVi khi gửi hồ sơ */
                MaDonVi: string;
                TenTrungTam: string;
            }[];
            ThuTuc: {
                MaTTHC: string;
                TenTTHC: string;
                TenLinhVuc: string;
                /** Đồng */
                LePhi: number;
                ThoiGianThucHien: number;
                DonViThoiGian: string;
                GiayTo: {
                    SoThuTu: number;
                    TenGiayTo: string;
                    /** Không: chỉ khi thuộc trường hợp ghi trong tên */
                    BatBuoc: boolean;
                }[];
            }[];
        };
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>("/api/v1/danh-muc", {
        ...opts
    });
}
/**
 * Gửi hồ sơ
 */
export function guiHoSo(idempotencyKey: string, hoSoGui: HoSoGui, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            MaHoSo: string;
            MaHoSoNguon: string;
            TrangThaiHoSoId: 1;
            TenTrangThai: string;
        };
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 409;
        data: Loi;
    } | {
        status: 413;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>("/api/v1/ho-so", oazapfts.json({
        ...opts,
        method: "POST",
        body: hoSoGui,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Gửi tệp của hồ sơ
 */
export function guiTep(maHoSo: string, idempotencyKey: string, tepGui: TepGui, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Tep;
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 404;
        data: Loi;
    } | {
        status: 409;
        data: Loi;
    } | {
        status: 413;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/ho-so/${encodeURIComponent(maHoSo)}/tep`, oazapfts.multipart({
        ...opts,
        method: "POST",
        body: tepGui,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "idempotency-key": idempotencyKey
        })
    }));
}
/**
 * Đọc danh sách tệp
 */
export function docDanhSachTep(maHoSo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            Tep: Tep[];
        };
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 404;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/ho-so/${encodeURIComponent(maHoSo)}/tep`, {
        ...opts
    });
}
/**
 * Tải một tệp
 */
export function taiTep(maHoSo: string, maTep: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 404;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/ho-so/${encodeURIComponent(maHoSo)}/tep/${encodeURIComponent(maTep)}`, {
        ...opts
    });
}
/**
 * Đọc trạng thái một hồ sơ
 */
export function docHoSo(maHoSo: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: HoSo;
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 404;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/ho-so/${encodeURIComponent(maHoSo)}`, {
        ...opts
    });
}
/**
 * Gửi trạng thái
 */
export function guiTrangThai(maHoSo: string, trangThaiGui: TrangThaiGui, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            KetQua: "da-nhan" | "bo-qua";
            HoSo: HoSo;
        };
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 404;
        data: Loi;
    } | {
        status: 409;
        data: Loi;
    } | {
        status: 413;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/ho-so/${encodeURIComponent(maHoSo)}/trang-thai`, oazapfts.json({
        ...opts,
        method: "POST",
        body: trangThaiGui
    }));
}
/**
 * Đọc các thay đổi
 */
export function docThayDoi({ sau, so }: {
    sau?: string;
    so?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.fetchJson<{
        status: 200;
        data: {
            ThayDoi: {
                MaHoSo: string;
                MaHoSoNguon: string | null;
                /** registered: nộp hồ sơ; received: tiếp nhận hồ sơ; refused: từ chối hồ sơ; passed: chuyển xử lý; sent_back: chuyển trả; rerouted: chuyển nơi giải quyết; taken: nhận xử lý; assigned: phân công xử lý; consulted: lấy ý kiến; opined: trả lời ý kiến; supplement_asked: yêu cầu bổ sung; supplemented: đã bổ sung; payment_asked: yêu cầu nộp tiền; paid: đã nộp tiền; apologised: xin lỗi, hẹn lại ngày trả; stopped: dừng giải quyết; withdrawn: người nộp rút hồ sơ; resolved: có kết quả; signed: kết quả đã ký; posted: gửi bưu chính; delivered: trả kết quả; corrected: sửa thông tin tiếp nhận; ownership_moved: chuyển nơi giữ trạng thái; synced: đồng bộ với hệ thống khác */
                SuKien: string;
                ThoiDiem: string;
                TrangThaiHoSoId: number;
                TenTrangThai: string;
            }[];
            ConTro: string;
            ConNua: boolean;
        };
    } | {
        status: 401;
        data: Loi;
    } | {
        status: 403;
        data: Loi;
    } | {
        status: 422;
        data: Loi;
    } | {
        status: 429;
        data: Loi;
    } | {
        status: 503;
        data: Loi;
    }>(`/api/v1/thay-doi${QS.query(QS.explode({
        sau,
        so
    }))}`, {
        ...opts
    });
}
