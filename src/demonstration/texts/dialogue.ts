import type { DirectiveText } from './text.ts';

/** A Party notice after the yearly dialogue with the heads of communes: each petition gets somebody who answers. */
export const dialogue: DirectiveText = ({ number, day, date, inDays, communes: [a, b, c] }) => `TỈNH ỦY NGHỆ AN
*
Số ${number}-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Nghệ An, ${day}

THÔNG BÁO
kết luận của Thường trực Tỉnh ủy tại chương trình đối thoại với người đứng đầu cấp ủy, chính quyền cấp xã
-----

${date(-6)}, Thường trực Tỉnh ủy đối thoại với người đứng đầu cấp ủy, chính quyền các xã, phường. Thường trực Tỉnh ủy kết luận:

1. Nhiệm vụ trọng tâm

1.1. Đảng ủy UBND tỉnh chủ trì rà soát các quy định đã ban hành cho cấp huyện, đề xuất sửa đổi, thay thế trước ngày ${inDays(60)}.

1.2. Ban Tuyên giáo và Dân vận Tỉnh ủy hướng dẫn cấp ủy cấp xã đối thoại định kỳ với Nhân dân, hoàn thành trước ngày ${inDays(30)}.

1.3. Ban Nội chính Tỉnh ủy phối hợp với Thanh tra tỉnh rà soát các vụ khiếu nại kéo dài do cấp huyện chuyển sang, báo cáo trước ngày ${inDays(45)}.

1.4. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh giám sát việc giải quyết kiến nghị sau đối thoại.

2. Giải quyết kiến nghị, đề xuất

2.1. Lĩnh vực tổ chức, cán bộ
- Về thí điểm tăng cường cán bộ cấp sở về xã: Giao Ban Tổ chức Tỉnh ủy nghiên cứu, tham mưu ban hành quy định, hoàn thành trước ngày ${inDays(50)}.
- Về chế độ đối với người hoạt động không chuyên trách: Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu, trình trong kỳ họp gần nhất của HĐND tỉnh.
- Về biên chế giáo viên vùng cao: Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Nội vụ tham mưu trước ngày ${inDays(40)}.

2.2. Lĩnh vực kinh tế, hạ tầng
- Về nguồn thu để lại cho cấp xã: Giao Sở Tài chính chủ trì tham mưu, hoàn thành trước ngày ${inDays(35)}.
- Về cầu tràn tại xã ${a}: Giao Sở Xây dựng chủ trì nghiên cứu phương án trước ngày ${inDays(28)}.
- Về điện lưới cho các bản chưa có điện của xã ${b}: Giao Sở Công Thương chủ trì, phối hợp với UBND xã ${b} tham mưu.
- Về đất tái định cư tại xã ${c}: Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Xây dựng và UBND xã ${c} rà soát quỹ đất, hoàn thành trước ngày ${inDays(55)}.

2.3. Lĩnh vực văn hóa, xã hội
- Về thiết chế văn hóa sau sáp nhập: Giao Sở Văn hóa, Thể thao và Du lịch chủ trì hướng dẫn trước ngày ${inDays(32)}.
- Về trạm y tế tại điểm dân cư xa trung tâm xã: Giao Sở Y tế chủ trì tham mưu sau khi có hướng dẫn của Bộ Y tế.
- Về hỗ trợ học sinh bán trú: Giao Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Tài chính tham mưu trước ngày ${inDays(26)}.

3. Văn phòng Tỉnh ủy tổng hợp kết quả trả lời kiến nghị, báo cáo Thường trực Tỉnh ủy hằng quý.

Nơi nhận:
- Thường trực Tỉnh ủy,
- Đảng ủy UBND tỉnh,
- Các cơ quan tham mưu, giúp việc Tỉnh ủy,
- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh,
- Đảng ủy các xã, phường,
- Lưu Văn phòng Tỉnh ủy.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
`;
