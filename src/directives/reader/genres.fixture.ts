// Texts of the state's kinds, all invented: no place, office or person of them exists.

/** A chairman's directive: a lead-in sentence, agencies as headings, a class, a request to the Front. */
export const INSTRUCTION = `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
-------
Số: 14/CT-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Hương Sơn, ngày 05 tháng 9 năm 2025

CHỈ THỊ
Về tăng cường công tác quản lý đất đai trên địa bàn tỉnh

Thời gian qua, công tác quản lý đất đai đã đạt được nhiều kết quả. Tuy nhiên, vẫn còn tồn tại, hạn chế. Sở Nông nghiệp và Môi trường đã ban hành nhiều văn bản hướng dẫn.
Để khắc phục những tồn tại nêu trên, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc, Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các xã, phường tập trung thực hiện các nhiệm vụ sau:
1. Sở Nông nghiệp và Môi trường
a) Chủ trì, phối hợp với Sở Tư pháp, Thanh tra tỉnh rà soát, tham mưu Ủy ban nhân dân tỉnh ban hành quy định về tách thửa đất; hoàn thành trước ngày 30/10/2025.
b) Hướng dẫn Ủy ban nhân dân cấp xã lập kế hoạch sử dụng đất hằng năm.
c) Định kỳ hằng quý tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 20 của tháng cuối quý.
2. Các Sở: Tài chính, Xây dựng, Nông nghiệp và Môi trường theo chức năng, nhiệm vụ được giao, chủ động tháo gỡ khó khăn, vướng mắc cho các dự án.
3. Công an tỉnh chỉ đạo các đơn vị nghiệp vụ tăng cường đấu tranh với các hành vi vi phạm.
4. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh tăng cường giám sát, phản biện xã hội.
5. Ủy ban nhân dân các xã, phường:
- Quản lý chặt chẽ quỹ đất công ích.
- Công khai quy hoạch, kế hoạch sử dụng đất trước ngày 15 tháng 10.
6. Giao Chánh Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện Chỉ thị này.
Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các xã, phường nghiêm túc triển khai thực hiện./.

Nơi nhận:
- Thủ tướng Chính phủ (để b/c);
- Các sở, ban, ngành;
- Lưu: VT, NN.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Mẫu
`;

/** A plan with blank number and day, labels in three layouts and a task table in its annex. */
export const PLAN = `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
Số:      /KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày     tháng 7 năm 2025

KẾ HOẠCH
Triển khai chuyển đổi số năm 2025

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Nâng cao hiệu quả công tác chuyển đổi số.
II. NHIỆM VỤ VÀ GIẢI PHÁP
1. Hoàn thiện hạ tầng mạng tại các xã, phường; bảo đảm đường truyền thông suốt. Đơn vị chủ trì: Sở Khoa học và Công nghệ; đơn vị phối hợp: Viễn thông tỉnh, UBND các xã, phường; thời gian hoàn thành: Quý IV/2025.
2. Đào tạo kỹ năng số cho cán bộ, công chức cấp xã.
- Cơ quan chủ trì: Sở Nội vụ.
- Cơ quan phối hợp: Sở Khoa học và Công nghệ, UBND các xã, phường.
- Thời gian: trước ngày 30/11/2025.
III. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành, UBND các xã, phường xây dựng kế hoạch chi tiết, gửi Sở Khoa học và Công nghệ trước ngày 15/8/2025 để tổng hợp.
2. Sở Khoa học và Công nghệ là cơ quan đầu mối, có trách nhiệm theo dõi, đôn đốc; báo cáo Chủ tịch UBND tỉnh trước ngày 15 hằng tháng.
3. Sở Tài chính: Tham mưu bố trí kinh phí thực hiện Kế hoạch.
4. Báo và Phát thanh, Truyền hình tỉnh tăng cường thông tin, tuyên truyền.
Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Khoa học và Công nghệ để tổng hợp./.
Nơi nhận:
- Như mục III;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Nguyễn Thị Mẫu

PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Kế hoạch số    /KH-UBND)
| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
|---|---|---|---|---|
| I | Hạ tầng số | | | |
| 1 | Xây dựng trung tâm dữ liệu dùng chung của tỉnh | Sở Khoa học và Công nghệ | Sở Tài chính, Sở Xây dựng | Quý III/2025 |
| 2 | Nâng cấp hệ thống họp trực tuyến đến cấp xã | Văn phòng UBND tỉnh | Viễn thông tỉnh | Tháng 10/2025 |
| 3 | Tập huấn vận hành hệ thống cho các xã, phường | Sở Nội vụ | | Thường xuyên |
`;

/** A letter whose head shares lines between two columns; one paragraph names nobody. */
export const LETTER = `ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HƯƠNG SƠN Độc lập - Tự do - Hạnh phúc
Số: 3321/UBND-NC Hương Sơn, ngày 18 tháng 12 năm 2025
V/v chấn chỉnh việc tiếp nhận hồ sơ tại
trung tâm phục vụ hành chính công cấp xã

Kính gửi:
- Sở Nội vụ;
- UBND các xã, phường.

Xét đề nghị của Sở Nội vụ tại Tờ trình số 88/TTr-SNV ngày 10/12/2025, Chủ tịch UBND tỉnh có ý kiến như sau:
1. Yêu cầu UBND các xã, phường rà soát, bố trí đủ nhân lực tại bộ phận một cửa; báo cáo kết quả về Sở Nội vụ trước ngày 10/01.
2. Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh và các đơn vị liên quan kiểm tra đột xuất; tổng hợp, báo cáo Chủ tịch UBND tỉnh chậm nhất ngày 20 tháng 01 năm 2026.
3. Khẩn trương khắc phục các tồn tại nêu tại Báo cáo số 77/BC-SNV ngày 01/12/2025.
Nhận được Văn bản này, yêu cầu các đơn vị nghiêm túc thực hiện./.
Nơi nhận:
- Như trên;
- CT, các PCT UBND tỉnh;
- Lưu: VT, NC.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
Phạm Văn Mẫu
`;

/** A letter of the provincial office: an hour, a limit shared by all, a day without year. */
export const OFFICE_LETTER = `UBND TỈNH HƯƠNG SƠN
VĂN PHÒNG
Số: 812/VP-KT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hương Sơn, ngày 02 tháng 3 năm 2026
V/v chuẩn bị nội dung làm việc với Đoàn công tác

Kính gửi:
- Các Sở: Tài chính, Xây dựng;
- Công an tỉnh.

Thực hiện ý kiến chỉ đạo của Lãnh đạo Ủy ban nhân dân tỉnh tại cuộc họp ngày 28/02/2026, Văn phòng Ủy ban nhân dân tỉnh đề nghị:
1. Sở Tài chính: Chuẩn bị báo cáo tình hình thu, chi ngân sách; gửi Văn phòng UBND tỉnh trước 16 giờ 00 phút ngày 05/3/2026.
2. Các đơn vị được nêu tại phần Kính gửi cử cán bộ tham dự; danh sách gửi về Văn phòng trước ngày 04/3.
3. Công an tỉnh
- Bảo đảm an ninh, trật tự cho Đoàn công tác.
- Phân luồng giao thông trong các ngày 06 và 07/3/2026.
Các nội dung trên hoàn thành chậm nhất ngày 05 tháng 3 năm 2026.
Đề nghị các đơn vị quan tâm, phối hợp thực hiện./.
Nơi nhận:
- Như trên;
- CVP, PCVP (KT);
- Lưu: VT, KT.
TL. CHÁNH VĂN PHÒNG
TRƯỞNG PHÒNG KINH TẾ
Đỗ Văn Mẫu
`;

/** A telegram as a PDF gives it: hard wraps, page numbers and a footnote in mid-sentence, a symbol cut at the line's end. */
export const TELEGRAM_PDF = `   CHỦ TỊCH                                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ỦY BAN NHÂN DÂN                                    Độc lập - Tự do - Hạnh phúc
TỈNH HƯƠNG SƠN
   Số: 09 /CĐ-UBND                          Hương Sơn, ngày 23 tháng 9 năm 2025
   HỎA TỐC

                               CÔNG ĐIỆN
                Về việc tập trung ứng phó với bão số 9

            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
       - Giám đốc, Thủ trưởng các sở, ban, ngành;
       - Chủ tịch Ủy ban nhân dân các xã, phường.

       Thực hiện Công điện số 88/CĐ-TTg ngày 22/9/2025 của Thủ tướng Chính phủ và Kết luận số 77-
KL/TW của Bộ Chính trị, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:
       1. Chủ tịch Ủy ban nhân dân các xã, phường ven biển từ Bãi Sau đến Hòn Trước:
       a) Kêu gọi tàu thuyền1 vào nơi tránh trú; cấm biển từ 17 giờ ngày 24/9/2025; hoàn thành việc
neo đậu trước 15 giờ 00 ngày 24/9/2025.
       b) Sơ tán người dân ở vùng trũng thấp, ven

   1 Kể cả tàu du lịch và phương tiện nuôi trồng thủy sản theo Công văn số 512/UBND-NN ngày
20/9/2025 của Ủy ban nhân dân tỉnh.
                                           2

sông, ven biển đến nơi an toàn.
       2. Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh sẵn sàng lực lượng, phương tiện cứu hộ, cứu nạn.
       3. Các Sở: Nông nghiệp và Môi trường, Công Thương chỉ đạo các chủ hồ chứa vận hành đúng
quy trình; thường xuyên báo cáo Ủy ban nhân dân tỉnh.
       4. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện Công điện này./.

Nơi nhận:                                               KT. CHỦ TỊCH
- Như trên;                                             PHÓ CHỦ TỊCH
- Thủ tướng Chính phủ (để b/c);
- Lưu: VT, NN.
                                                        Hồ Văn Mẫu
`;

/** A law page's text of a plan: each table cell between lines that hold a bar, letterhead and annex alike. */
export const BARRED_PLAN = `ỦY BAN NHÂN DÂN
TỈNH HƯƠNG SƠN
-------
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
|
Số: 55/KH-UBND
|
Hương Sơn, ngày 10 tháng 01 năm 2026
|

KẾ HOẠCH
CẢI CÁCH HÀNH CHÍNH NĂM 2026
Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, UBND tỉnh ban hành Kế hoạch cải cách hành chính năm 2026 như sau:
I. MỤC TIÊU
- 100% thủ tục được công khai.
II. NHIỆM VỤ
(Chi tiết tại Phụ lục kèm theo)
III. TỔ CHỨC THỰC HIỆN
1. Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các xã, phường xây dựng kế hoạch của đơn vị trước ngày 31/01/2026.
2. Sở Nội vụ giúp UBND tỉnh theo dõi, đôn đốc; trước ngày 15 của tháng cuối quý báo cáo UBND tỉnh./.
Nơi nhận:
- Bộ Nội vụ;
- Lưu: VT, NC.
|
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Bùi Văn Mẫu
|

PHỤ LỤC
NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026
(Ban hành kèm theo Kế hoạch số 55/KH-UBND ngày 10/01/2026)
|
TT
|
Nội dung nhiệm vụ
|
Cơ quan chủ trì
|
Cơ quan phối hợp
|
Thời gian hoàn thành
|
|
1
|
Rà soát, đơn giản hóa thủ tục hành chính
lĩnh vực đất đai
|
Sở Nông nghiệp và Môi trường
|
UBND các xã, phường
|
Quý II/2026
|
|
2
|
Tổ chức hội thi cán bộ một cửa giỏi
|
Sở Nội vụ
|
Các sở, ban, ngành
|
Tháng 9/2026
|
`;

/** A telegram in Markdown; its last point names nobody. */
export const TELEGRAM_MARKDOWN = `**BAN CHỈ HUY PHÒNG THỦ DÂN SỰ**
**TỈNH HƯƠNG SƠN**

**CÔNG ĐIỆN**
*Số 03/CĐ-BCH, hồi 16 giờ 30 phút ngày 20 tháng 7 năm 2025*

**BAN CHỈ HUY PHÒNG THỦ DÂN SỰ TỈNH điện:**
- Ban Chỉ huy Phòng thủ dân sự các xã, phường;
- Các sở, ban, ngành, đơn vị liên quan.

Theo Trung tâm Dự báo khí tượng thủy văn, hồi 13 giờ ngày 20/7, vị trí tâm bão ở khoảng 21,3 độ Vĩ Bắc. Để chủ động ứng phó với bão số 3, Trưởng Ban Chỉ huy Phòng thủ dân sự tỉnh yêu cầu:

1. Ban Chỉ huy Phòng thủ dân sự các xã, phường:
- Tổ chức kiểm đếm, thông báo cho chủ các phương tiện, tàu, thuyền đang hoạt động trên biển biết vị trí, hướng di chuyển của bão.
- Rà soát, sẵn sàng phương án sơ tán dân tại khu vực nguy hiểm; hoàn thành trước 10h00 ngày 21/7.
2. Bộ Chỉ huy Bộ đội Biên phòng tỉnh, Sở Nông nghiệp và Môi trường: quản lý chặt chẽ việc ra khơi của tàu thuyền; báo cáo số liệu trước 17 giờ hằng ngày.
3. Sở Xây dựng, Công ty TNHH MTV Thoát nước chủ động tiêu úng.
4. Các chủ hồ đập, Công ty TNHH Thủy lợi Bắc, Công ty CP Thủy điện Nậm Mẫu vận hành hồ chứa an toàn, thường xuyên báo cáo về Văn phòng Thường trực Ban Chỉ huy.
5. Đài Phát thanh và Truyền hình tỉnh tăng thời lượng phát sóng bản tin về bão.
6. Tổ chức trực ban nghiêm túc 24/24 giờ, thường xuyên báo cáo về Ban Chỉ huy (qua Sở Nông nghiệp và Môi trường).
Nhận được Công điện này, yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:
- Như trên;
- Thường trực Tỉnh ủy (b/c);
- Lưu: VT.

**KT. TRƯỞNG BAN**
**PHÓ TRƯỞNG BAN**

**Đinh Văn Mẫu**
`;
