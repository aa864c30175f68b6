import type { DirectiveText } from './text.ts';

/** A Party notice of conclusion after a working visit to three mountain communes. */
export const threeCommunes: DirectiveText = ({ number, day, date, inDays, communes: [a, b, c] }) => `TỈNH ỦY NGHỆ AN
*
Số ${number}-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Nghệ An, ${day}

THÔNG BÁO
kết luận của Thường trực Tỉnh ủy tại buổi làm việc với các xã ${a}, ${b}, ${c}
về tình hình vận hành chính quyền địa phương hai cấp
-----

${date(-4)}, Thường trực Tỉnh ủy làm việc với các xã ${a}, ${b} và ${c}. Sau khi xem các quầy tiếp nhận tại Trung tâm Phục vụ hành chính công và nghe ý kiến của các đại biểu, Thường trực Tỉnh ủy kết luận như sau:

1. Kết quả bước đầu
Các xã đã sớm ổn định tổ chức, phân công rõ người, rõ việc; người dân đến làm thủ tục được hướng dẫn chu đáo.

2. Khó khăn, hạn chế
- Đường truyền tại một số bản chập chờn, máy quét còn thiếu.
- Công chức phụ trách lĩnh vực mới còn lúng túng khi dùng phần mềm.

3. Nhiệm vụ trong thời gian tới

3.1. Đối với Đảng ủy các xã ${a}, ${b} và ${c}
- Rà soát, bố trí lại công chức tại Trung tâm Phục vụ hành chính công bảo đảm mỗi quầy có người trực trong giờ làm việc, hoàn thành trước ngày ${inDays(20)}.
- Lập danh sách các hồ sơ do cấp huyện chuyển sang chưa giải quyết xong, báo cáo Văn phòng Tỉnh ủy trước ngày ${inDays(15)}.
- Thường xuyên nắm tình hình sạt lở, chủ động phương án di dời dân khi có mưa lớn.
- Hằng tháng báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện.

3.2. Đối với các cơ quan tham mưu, giúp việc Tỉnh ủy
- Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ hướng dẫn việc điều động công chức giữa các xã có nơi thừa, nơi thiếu, hoàn thành trước ngày ${inDays(40)}.
- Ủy ban Kiểm tra Tỉnh ủy đưa việc chấp hành quy chế làm việc của cấp ủy xã vào chương trình kiểm tra, giám sát năm nay.
- Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện thông báo này, định kỳ hằng quý báo cáo Thường trực Tỉnh ủy.

3.3. Đối với Đảng ủy UBND tỉnh
- Chỉ đạo Sở Khoa học và Công nghệ kiểm tra đường truyền tại các điểm phục vụ của ba xã, báo cáo kết quả trước ngày ${inDays(25)}.

3.4. Đối với một số kiến nghị, đề xuất của các xã
- Về bổ sung máy quét, máy in cho quầy tiếp nhận: Giao Sở Tài chính chủ trì, phối hợp với Văn phòng UBND tỉnh tham mưu nguồn kinh phí, hoàn thành trước ngày ${inDays(30)}.
- Về hướng dẫn cơ cấu tổ chức của trung tâm dịch vụ công cấp xã: Giao Sở Nội vụ chủ trì tham mưu sau khi có hướng dẫn của Trung ương.
- Về sửa chữa đoạn đường vào bản bị sạt lở: Giao Sở Xây dựng chủ trì, phối hợp với UBND xã ${b} khảo sát, đề xuất phương án trước ngày ${inDays(21)}.
- Về tập huấn phần mềm một cửa cho công chức mới: Giao Sở Khoa học và Công nghệ chủ trì, phối hợp với Sở Nội vụ tổ chức tập huấn tại chỗ, hoàn thành trước ngày ${inDays(35)}.
- Về hỗ trợ giống cây trồng sau mưa lũ: Giao Sở Nông nghiệp và Môi trường chủ trì tham mưu.
- Về cấp chứng thư số cho cán bộ mới bổ nhiệm: Giao Văn phòng UBND tỉnh chủ trì, phối hợp với Sở Khoa học và Công nghệ thực hiện trước ngày ${inDays(12)}.

Thông báo này để các cơ quan, đơn vị biết và thực hiện.

Nơi nhận:
- Thường trực Tỉnh ủy,
- Đảng ủy UBND tỉnh,
- Các cơ quan tham mưu, giúp việc Tỉnh ủy,
- Đảng ủy các xã ${a}, ${b}, ${c},
- Lưu Văn phòng Tỉnh ủy.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
`;
