// Party papers, conclusions of meetings and a news page, all invented.

/** A Party notice of conclusion: praise, tasks by addressee, a petition before a colon, a condition. */
export const PARTY_NOTICE = `TỈNH ỦY HƯƠNG SƠN
*
Số 215-TB/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hương Sơn, ngày 12 tháng 8 năm 2025

THÔNG BÁO
kết luận của Ban Thường vụ Tỉnh ủy về tình hình vận hành
chính quyền địa phương 2 cấp

Ngày 10/8/2025, Ban Thường vụ Tỉnh ủy đã họp, nghe Đảng ủy UBND tỉnh báo cáo tình hình vận hành chính quyền địa phương 2 cấp. Sau khi thảo luận, Ban Thường vụ Tỉnh ủy kết luận:
1- Ban Thường vụ Tỉnh ủy ghi nhận, biểu dương Đảng ủy các xã, phường đã nỗ lực khắc phục khó khăn. Kết quả bước đầu là tích cực.
2- Về nhiệm vụ thời gian tới:
2.1. Đảng ủy UBND tỉnh lãnh đạo, chỉ đạo UBND tỉnh và các sở, ngành liên quan rà soát, bố trí đủ trang thiết bị cho các trung tâm phục vụ hành chính công, hoàn thành trong quý III/2025; tham mưu giải quyết dứt điểm chế độ, chính sách cho cán bộ nghỉ việc trước ngày 31/8/2025.
2.2. Đối với Đảng ủy các xã, phường
- Tập trung lãnh đạo chuẩn bị tổ chức thành công đại hội.
- Thường xuyên kiểm tra, đôn đốc; kịp thời báo cáo Thường trực Tỉnh ủy (qua Văn phòng Tỉnh ủy) những khó khăn, vướng mắc.
2.3. Về đề xuất bổ sung biên chế cho các xã miền núi: Giao Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Đảng ủy UBND tỉnh nghiên cứu, tham mưu Ban Thường vụ Tỉnh ủy xem xét sau khi có hướng dẫn của Trung ương.
2.4. Về kiến nghị giao UBND xã Bản Mới làm chủ đầu tư đường liên xã: giao Đảng ủy UBND tỉnh chỉ đạo Sở Xây dựng kiểm tra, trả lời xã trong tháng 9/2025.
3- Tổ chức thực hiện
Văn phòng Tỉnh ủy phối hợp với Ủy ban Kiểm tra Tỉnh ủy, các ban đảng Tỉnh ủy theo dõi, đôn đốc, định kỳ 6 tháng báo cáo Ban Thường vụ Tỉnh ủy.
Các cấp ủy, tổ chức đảng trực thuộc Tỉnh ủy căn cứ Thông báo này tổ chức triển khai thực hiện.

Nơi nhận:
- Ban Bí thư Trung ương Đảng (để báo cáo),
- Các đồng chí Tỉnh ủy viên,
- Các đảng ủy trực thuộc Tỉnh ủy,
- Lưu Văn phòng Tỉnh ủy.

T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG

Lê Thị Mẫu
`;

/** A news page that tells of orders given at a meeting. */
export const NEWS = `Chủ tịch UBND tỉnh: Khẩn trương khắc phục hậu quả mưa lũ

Báo Hương Sơn
20/09/2025 14:05

Chiều 20/9, Chủ tịch UBND tỉnh chủ trì cuộc họp về công tác khắc phục hậu quả mưa lũ. Cùng dự có lãnh đạo Sở Nông nghiệp và Môi trường, Sở Xây dựng.

Theo báo cáo của Sở Nông nghiệp và Môi trường, mưa lũ đã làm sập 12 căn nhà, hư hỏng 3 km đường.

Phát biểu kết luận cuộc họp, Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng khẩn trương sửa chữa các tuyến đường hư hỏng, hoàn thành trước ngày 30/9.

Đồng chí giao Sở Tài chính tham mưu phân bổ kinh phí hỗ trợ các hộ dân; giao UBND các xã, phường thống kê thiệt hại, báo cáo trước 17 giờ ngày 22/9/2025.

Sở Y tế được giao chủ trì hướng dẫn vệ sinh môi trường, phòng, chống dịch bệnh.

Đối với đề xuất của xã Bản Mới về xây kè, Chủ tịch UBND tỉnh giao Sở Nông nghiệp và Môi trường kiểm tra, tham mưu UBND tỉnh xem xét.

Mai Hoa

Tin liên quan
Đọc nhiều
`;

/** A commune Party plan: agencies in brackets and before a colon. */
export const PARTY_PLAN = `ĐẢNG BỘ TỈNH HƯƠNG SƠN
ĐẢNG ỦY XÃ BẢN MỚI
*
Số 12-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Bản Mới, ngày 03 tháng 11 năm 2025
KẾ HOẠCH
thực hiện Nghị quyết số 57-NQ/TW
I- MỤC ĐÍCH, YÊU CẦU
- Quán triệt sâu sắc Nghị quyết.
II- NỘI DUNG
1. Tuyên truyền, quán triệt Nghị quyết (Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy thực hiện; hoàn thành trong tháng 11/2025).
2. Xây dựng tổ công nghệ số cộng đồng (UBND xã thực hiện trong quý I/2026).
III- TỔ CHỨC THỰC HIỆN
1. Ủy ban Kiểm tra Đảng ủy: xây dựng chương trình kiểm tra, giám sát việc thực hiện Kế hoạch.
2. Đảng ủy UBND xã: lãnh đạo UBND xã cụ thể hóa các nhiệm vụ; bố trí kinh phí.
3. Mặt trận Tổ quốc Việt Nam xã và các đoàn thể chính trị - xã hội: tuyên truyền, vận động đoàn viên, hội viên.
4. Các chi bộ trực thuộc xây dựng kế hoạch, báo cáo Đảng ủy trước ngày 20/11/2025.
5. Văn phòng Đảng ủy theo dõi, đôn đốc, tham mưu sơ kết, tổng kết.
Nơi nhận:
- Tỉnh ủy (báo cáo),
- Các chi bộ,
- Lưu Văn phòng Đảng ủy.
T/M ĐẢNG ỦY
PHÓ BÍ THƯ
Vi Văn Mẫu
`;

/** A notice after a site visit: two communes in one bullet, a contractor, a named office, no signature. */
export const SITE_NOTICE = `THÔNG BÁO
Kết luận của Phó Chủ tịch UBND tỉnh tại buổi kiểm tra tiến độ các dự án

Ngày 10 tháng 3 năm 2026, Phó Chủ tịch UBND tỉnh đã đi kiểm tra thực địa và chủ trì cuộc họp. Sau khi nghe báo cáo của Ban Quản lý dự án đầu tư xây dựng tỉnh, Phó Chủ tịch UBND tỉnh kết luận như sau:
1. Thống nhất phương án tuyến do Sở Xây dựng đề xuất tại Tờ trình số 45/TTr-SXD ngày 01/3/2026. Giao Sở Xây dựng hoàn thiện hồ sơ, trình UBND tỉnh trong tuần này.
2. Về công tác giải phóng mặt bằng:
- UBND xã Bản Mới khẩn trương chi trả tiền bồi thường cho 12 hộ dân còn lại, bàn giao mặt bằng sạch trước ngày 25/3/2026; UBND xã Bản Cũ hoàn thành kiểm đếm trước ngày 30/3/2026.
- Ban Quản lý dự án đầu tư xây dựng tỉnh làm việc với các chủ hộ để thống nhất phương án di dời cột điện; đồng thời đôn đốc nhà thầu tập trung nhân lực, thiết bị.
3. Về nguồn vốn: Đồng ý chủ trương bổ sung 15 tỷ đồng. Sở Tài chính tham mưu UBND tỉnh quyết định phân bổ, báo cáo trước ngày 20 tháng 3 năm 2026.
4. Nhà thầu thi công phải huy động tối đa máy móc, tổ chức thi công "3 ca, 4 kíp", phấn đấu hoàn thành cầu số 2 trong quý II/2026.
5. Giao đồng chí Giám đốc Ban Quản lý dự án đầu tư xây dựng tỉnh trực tiếp chỉ đạo, hằng tuần báo cáo tiến độ về UBND tỉnh (qua Sở Xây dựng) vào chiều thứ Sáu.
6. Yêu cầu Sở Nông nghiệp và Môi trường, UBND các xã: Bản Mới, Bản Cũ và các đơn vị có liên quan phối hợp chặt chẽ với Ban Quản lý dự án trong quá trình triển khai. Trường hợp vượt thẩm quyền, báo cáo UBND tỉnh xem xét, quyết định.
7. Các sở, ngành, địa phương liên quan căn cứ chức năng, nhiệm vụ và nội dung kết luận trên triển khai thực hiện; giao Văn phòng UBND tỉnh theo dõi, đôn đốc.
Thừa lệnh Phó Chủ tịch UBND tỉnh, Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện.
`;

/** Conclusions of a monthly session: consent before an order, partners after 'chủ trì', deputies by field. */
export const SESSION_NOTICE = `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
Số: 88/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày 03 tháng 02 năm 2026
THÔNG BÁO
Kết luận của đồng chí Chủ tịch UBND tỉnh tại Phiên họp thường kỳ tháng 01 năm 2026

Ngày 30/01/2026, UBND tỉnh tổ chức phiên họp thường kỳ. Chủ tịch UBND tỉnh kết luận, chỉ đạo như sau:
I. Về tình hình kinh tế - xã hội tháng 01
UBND tỉnh thống nhất với báo cáo của Sở Tài chính. Trong tháng, các chỉ tiêu cơ bản đạt kế hoạch.
Thời gian tới, yêu cầu các sở, ban, ngành, địa phương tập trung thực hiện một số nhiệm vụ trọng tâm sau:
1. Sở Tài chính
- Hoàn thiện hồ sơ các dự án đã được phê duyệt chủ trương; đôn đốc giải ngân ngay từ đầu năm.
- Tham mưu phương án phân bổ nguồn tăng thu năm 2025, trình UBND tỉnh trước 20/02.
2. Sở Nông nghiệp và Môi trường, UBND các xã, phường:
- Chỉ đạo sản xuất vụ Xuân đúng khung thời vụ, hoàn thành gieo cấy trước ngày 28/02/2026.
- Tăng cường phòng, chống dịch bệnh trên đàn vật nuôi.
3. Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh: Đảm bảo an ninh trật tự dịp Tết Nguyên đán; sẵn sàng ứng phó các tình huống.
II. Về dự thảo Nghị quyết quy định mức thu học phí
1. Cơ bản thống nhất nội dung dự thảo. Giao Sở Giáo dục và Đào tạo tiếp thu ý kiến các thành viên UBND tỉnh, hoàn thiện dự thảo, báo cáo Ban Thường vụ Tỉnh ủy trước khi trình HĐND tỉnh.
2. Sở Tư pháp có trách nhiệm thẩm định, gửi lại Sở Giáo dục và Đào tạo trong ngày 10/02/2026.
III. Một số nội dung khác
1. Đồng chí Phó Chủ tịch Thường trực UBND tỉnh chỉ đạo các sở, ngành chuẩn bị nội dung làm việc với Đoàn công tác của Bộ Xây dựng; giao Văn phòng UBND tỉnh tổng hợp, báo cáo.
2. Các Phó Chủ tịch UBND tỉnh theo lĩnh vực được phân công chỉ đạo giải quyết dứt điểm các kiến nghị của cử tri.
3. Về kiến nghị của Hội Nông dân tỉnh về kinh phí tổ chức hội thi: Sở Tài chính xem xét, tham mưu.
4. Đối với việc tổ chức lễ hội: thống nhất giao UBND phường Nam chủ trì, Sở Văn hóa, Thể thao và Du lịch phối hợp hướng dẫn.
5. Giao các chủ đầu tư dự án chậm tiến độ (có danh sách kèm theo) giải trình bằng văn bản, gửi Sở Tài chính tổng hợp trước ngày 15/02/2026.
6. Từ nay đến Tết Nguyên đán, các đơn vị không tổ chức hội nghị không cần thiết.
Văn phòng UBND tỉnh thông báo kết luận để các đơn vị biết, triển khai thực hiện./.
Nơi nhận:
- TT Tỉnh ủy, TT HĐND tỉnh (b/c);
- Các sở, ban, ngành;
- Lưu: VT, TH.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Cao Thị Mẫu
`;
