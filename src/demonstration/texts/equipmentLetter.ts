import type { DirectiveText } from './text.ts';

/** An official letter of the People's Committee that presses for equipment and certificates. */
export const equipmentLetter: DirectiveText = ({ number, day, inDays, communes: [a, b, c] }) => `ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
-------
Số: ${number}/UBND-NC
V/v khắc phục tồn tại trong tiếp nhận, giải quyết hồ sơ tại cấp xã

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Nghệ An, ${day}

Kính gửi:
- Sở Nội vụ; Sở Tài chính; Sở Khoa học và Công nghệ; Sở Tư pháp;
- UBND các xã: ${a}, ${b}, ${c}.

Qua kiểm tra, một số xã còn hồ sơ trễ hẹn, quầy tiếp nhận thiếu thiết bị. UBND tỉnh yêu cầu:

1. Sở Khoa học và Công nghệ kiểm tra, khắc phục lỗi đồng bộ của phần mềm một cửa, hoàn thành trước ngày ${inDays(10)}.

2. Sở Tư pháp hướng dẫn xử lý hồ sơ hộ tịch còn treo trên hệ thống, hoàn thành trước ngày ${inDays(14)}.

3. Sở Tài chính chủ trì, phối hợp với Sở Khoa học và Công nghệ thẩm định dự toán mua sắm thiết bị, trình UBND tỉnh trước ngày ${inDays(18)}.

4. Sở Nội vụ rà soát xã thiếu công chức tư pháp, địa chính, đề xuất phương án bố trí trước ngày ${inDays(16)}.

5. UBND các xã ${a}, ${b}, ${c} giải quyết dứt điểm hồ sơ trễ hẹn, xin lỗi tổ chức, công dân theo quy định, báo cáo UBND tỉnh trước ngày ${inDays(12)}.

6. Văn phòng UBND tỉnh theo dõi, đôn đốc, thường xuyên báo cáo Chủ tịch UBND tỉnh.

Nơi nhận:
- Như trên;
- Lưu: VT, NC.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`;
