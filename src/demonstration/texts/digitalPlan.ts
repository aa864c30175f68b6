import type { DirectiveText } from './text.ts';

/** A plan of the provincial People's Committee, its tasks in label blocks. */
export const digitalPlan: DirectiveText = ({ number, day, inDays }) => `ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
-------
Số: ${number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Nghệ An, ${day}

KẾ HOẠCH
Hoàn thiện điều kiện hoạt động của Trung tâm Phục vụ hành chính công cấp xã

I. MỤC ĐÍCH, YÊU CẦU
1. Bảo đảm mọi xã, phường tiếp nhận và trả kết quả đúng hẹn.
2. Rõ cơ quan chủ trì, rõ thời gian hoàn thành.

II. NHIỆM VỤ

1. Chuẩn hóa danh mục thiết bị tối thiểu của quầy tiếp nhận
- Đơn vị chủ trì: Sở Khoa học và Công nghệ.
- Đơn vị phối hợp: Sở Tài chính, Văn phòng UBND tỉnh.
- Thời gian hoàn thành: trước ngày ${inDays(20)}.

2. Rà soát trụ sở dôi dư có thể dùng làm điểm phục vụ thứ hai
- Đơn vị chủ trì: Sở Tài chính.
- Đơn vị phối hợp: Sở Xây dựng.
- Thời gian hoàn thành: trước ngày ${inDays(45)}.

3. Số hóa hồ sơ đất đai do cấp huyện bàn giao
- Đơn vị chủ trì: Sở Nông nghiệp và Môi trường.
- Đơn vị phối hợp: UBND các xã, phường.
- Thời gian hoàn thành: trước ngày ${inDays(90)}.

4. Tập huấn nghiệp vụ hộ tịch, chứng thực cho công chức cấp xã
- Đơn vị chủ trì: Sở Tư pháp.
- Đơn vị phối hợp: Sở Nội vụ.
- Thời gian hoàn thành: trước ngày ${inDays(30)}.

5. Công khai thủ tục hành chính tại nơi tiếp nhận
- Đơn vị chủ trì: UBND các xã, phường.
- Đơn vị phối hợp: Văn phòng UBND tỉnh.
- Thời gian hoàn thành: trước ngày ${inDays(15)}.

6. Xây dựng quy chế phối hợp tiếp nhận không phụ thuộc địa giới
- Đơn vị chủ trì: Văn phòng UBND tỉnh.
- Đơn vị phối hợp: Sở Tư pháp, Sở Nội vụ.
- Thời gian hoàn thành: trước ngày ${inDays(60)}.

7. Bảo đảm an toàn thông tin cho máy tính dùng chung
- Đơn vị chủ trì: Công an tỉnh.
- Đơn vị phối hợp: Sở Khoa học và Công nghệ.
- Thời gian hoàn thành: trước ngày ${inDays(50)}.

8. Đánh giá mức độ hài lòng của người dân
- Đơn vị chủ trì: Sở Nội vụ.
- Đơn vị phối hợp: Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh.
- Thời gian thực hiện: hằng quý.

III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính cân đối, bố trí kinh phí thực hiện Kế hoạch, hoàn thành trước ngày ${inDays(25)}.
2. Sở Văn hóa, Thể thao và Du lịch chỉ đạo hệ thống thông tin cơ sở tuyên truyền nội dung Kế hoạch.
3. Sở Khoa học và Công nghệ theo dõi, tổng hợp, báo cáo UBND tỉnh trước ngày ${inDays(95)}.

Nơi nhận:
- Các sở, ban, ngành;
- UBND các xã, phường;
- Lưu: VT, NC.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
`;
