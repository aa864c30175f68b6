/** The words with which an instruction says what is to be done; lower case, present tone marks. */

const ADVERBS = `gấp rút|thần tốc|đích thân|bằng mọi (?:biện pháp|giá|cách)|tìm mọi (?:cách|biện pháp)|khẩn trương|kịp thời|chủ động|tiếp tục|tăng cường|thường xuyên|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng ngày|hàng ngày|hằng tuần|hàng tuần|nghiêm túc|trực tiếp|sớm|nhanh chóng|tích cực|quyết liệt|đồng thời|phấn đấu|nỗ lực|đẩy nhanh|đẩy mạnh|tập trung|ưu tiên|chú trọng|quan tâm|nghiêm|kiên quyết|tuyệt đối|ngay|phải|cần|hãy|cùng nhau|lập tức|thống nhất|đột xuất|tổng thể|nâng cao|triệt để|bám sát|thực sự|sẵn sàng|theo chức năng|theo thẩm quyền|theo dõi sát`;

const VERBS = `đo lường(?= (?:kết quả|mức|hiệu quả|sự))|thông tin(?= (?:ngay|kịp thời|rộng rãi|đến |cho ))|gặp gỡ|gặp mặt|căng dây|giăng dây|dự(?= (?:sinh hoạt|họp|hội nghị|đại hội|lễ|giờ))|treo(?= (?:cờ|biển|băng|bảng|khẩu|pa|áp|đèn))|lên lịch|ban bố|bố phòng|bồi hoàn|cảnh giới|cải hoán|cải tiến|chặn đứng|chấn hưng|chi viện|chỉnh đốn|chia cắt|chọn lựa|chuẩn y|chuyển tải|dàn dựng|di lý|dò tìm|dồn điền đổi thửa|dỡ bỏ|đề bạt|đo đếm|đốc thúc|gỡ khó|ghi danh|giải mã|hoàn lại|hoàn nguyên|hoàn thổ|hoàn ứng|hoạch định|họp bàn|hợp thức hóa|khám nghiệm|khai hoang|khích lệ|khu trú|khử khuẩn|kích cầu|kích thích|lai dắt|liệt kê|lược bỏ|mai phục|minh chứng|nâng tầm|nâng đỡ|nhìn nhận|nới lỏng|phá bỏ|phá dỡ|phá vỡ|phân tách|phủ xanh|phúc khảo|quy tập|quy trách nhiệm|ràng buộc|rào chắn|rút giấy phép|san sẻ|suy tôn|tái hiện|tạo nguồn|tạo việc làm|tẩy chay|tham khảo|tham quan|thay mới|thắp sáng|thắt chặt|thâm nhập|thông luồng|thông tắc|thuyên chuyển|thuyết phục|tiếp sức|tiễn đưa|tổng kiểm kê|triệu tập|triệu hồi|truyền đạt|truyền dạy|truyền nghề|trục vớt|từ chối|tự phê bình|tưởng thưởng|vạch trần|vinh danh|bàn thảo|bù lỗ|che phủ|chia nhỏ|gây dựng|gây quỹ|hiệu triệu|hóa giải|in sao|lấy phiếu|mật phục|nối lại|phát dọn|phát cỏ|quay vòng|quy đổi|sang tên|sao chép|sơ cứu|súc rửa|thau rửa|thau chua|tinh lọc|vãn hồi|vây bắt|vun xới|xiết chặt|bẻ gãy|làm lại|thanh kiểm tra|thanh quyết toán|chiêu sinh|chèn chống|đúc rút|kết hợp(?= (?:với )?(?:Thanh tra|Công an|Sở|UBND|các lực lượng))|đúc kết|điểm danh|phổ cập|thu mẫu|cai nghiện|gọi hỏi|truy lĩnh|cắm trại|bắn pháo hoa|tiếp sóng|gọi công dân|gắn sao|rắc vôi|định canh|cấp chữ ký số|tạo tài khoản|tổng duyệt|đốt(?= (?:tiêu|bỏ|hủy))|bón thúc|tưới dưỡng|neo buộc|điều xe|phản biện|bảo hộ nhãn|ghi thu|ghi chi|bốc thăm|rút thăm|quét mã|quét dọn|dán mã|dán nhãn|dán áp phích|dán thông báo|dán niêm yết|bấm số|xếp lịch|xếp chỗ|hẹn lại|hẹn ngày|xin lỗi|chỉ dẫn(?! địa lý)|dìu dắt|rút cán bộ|rút hồ sơ|trưng tập|mượn|sắm|ứng vốn|bù giá|bù lún|trợ giá|cấp giống|phát tiền|phát quà|phát gạo|thắp nến|khai hội|bế mạc|chấm giải|căng pano|căng băng rôn|tháo băng rôn|cạo sửa|vá ổ gà|vá đường|vá lỗ hổng|xây kè|kè bờ|đào mương|đào hố|khoan giếng|lọc nước|nuôi tái đàn|tái đàn|thả giống|thả cá|ươm giống|tỉa thưa|gác lửa|canh lửa|canh gác|giải tán|ghìm giá|dẹp|bán đấu giá|bán trụ sở|ghi sổ|vào sổ|chuyển công văn|chuyển đơn|viết quy chế|soạn|vẽ sơ đồ|vẽ bản đồ|chồng lớp|bay chụp|đo vẽ|tống đạt|đi từng|gõ cửa|tập văn nghệ|thi đấu|luyện tập|ôn luyện|ôn tập|coi thi|chấm thi|tuyển sinh lớp|phổ cập giáo dục|nấu ăn|rà hộ|mai táng|mã hóa|đổi mật khẩu|khóa tài khoản|gắn camera|gắn biển|tắt đèn|kéo điện|đắp bờ|đắp đê|đắp đập|bơm tiêu|bơm tưới|bơm nước|tháo nước|tháo dỡ|hạ mực nước|hạ thấp|đôn thúc|khớp nối|điều hòa vốn|điều hòa nguồn|khâm liệm|tỉa cành|chặt tỉa|chấm thi đua|thu lại|đổi biển|thay biển|in lại|in ấn|photo|sao chụp|tra soát|trấn an|ghim lên|học bù|dạy bù|bù chương trình|điều chuyển|chia tách|thu nộp|chỉ định thầu|tiếp dân|thu hẹp|giãn nợ|ứng trước|trực chiến|dựng (?:lều|lán|nhà|rạp)|lo(?= (?:việc|công tác|kinh phí|thủ tục|hậu cần|chỗ))|mở cửa|thông đường|siết(?= (?:quản lý|lại|kỷ|các))|có mặt(?= (?:tại|trên|ở|đúng|đầy đủ|thường xuyên))|cấm(?= (?:người|mọi|các|tuyệt|xe|tàu|mang|đốt|săn|khai thác|đánh bắt|vào))|thay mặt|dọn vệ sinh|xuống(?= (?:kiểm tra|làm việc|cơ sở|địa bàn))|phúc tra|hàn gắn|tầm soát|phân vùng|khoanh định|hình thành|cho thôi|tiến cử|phân giao|trưng dụng|trưng mua|phản hồi|ký cam kết|bám cơ sở|đi cơ sở|xuống cơ sở|đến từng|thị sát|cấp lại|đổi tên|khắc dấu|thu dấu|mở sổ|mở tài khoản|khóa sổ|chốt số liệu|trục xuất|đỡ đầu|kết nghĩa|làm nhà|đổ bê tông|bù lún|gác chắn|hạ thấp|bình chọn|truy tặng|chăm bón|khám chữa bệnh|lưu hồ sơ|chứng thực|xin ý kiến|xin chủ trương|xin phép|hoàn tất|ký văn bản|ký công văn|ký tờ trình|ký ban hành|ký kết|ký hợp đồng|lấy mẫu|tái lập|gắn kết|cấp bù|cấp bổ sung|tạm cấp|khoanh nuôi|khai thông|bồi đắp|mở thầu|chốt danh sách|làm đầu mối|cấp thẻ|cấp mã|chạy thử|trực 24/24|cắm chốt|ngắt điện|cắt điện|tạm đình chỉ|soát xét|tham vấn|theo sát|bám nắm|bảo mật|chuyển hồ sơ|phân tuyến|cấp thuốc|tái đàn|hàn khẩu|cấm biển|cấm đường|phân làn|giải cứu|cứu chữa|bù đắp|khấu trừ|minh bạch hóa|xã hội hóa|kiên cố hóa|bê tông hóa|ngầm hóa|triệt xóa|dẹp bỏ|gỡ vướng|khơi nguồn|đi thực tế|xuống cơ sở|truy cứu|thi hành(?! án)|kê biên|tinh giản|luân phiên|tập kết|trung chuyển|phác thảo|lên kế hoạch|lên phương án|lên danh sách|đáp ứng|dự trù|che chắn|kê kích|kê cao|bao tiêu|bóc tách|rút gọn|hiệu chỉnh|ký duyệt|phê chuẩn|trích xuất|kết xuất|sao gửi|tiếp quản|trông coi|trông giữ|canh trực|truy quét|nêu rõ|coi trọng|dự(?= (?:và |họp|sinh hoạt|kiểm điểm|giao ban|đại hội|hội nghị|lễ |đầy đủ))|thuyết minh|tổng kiểm tra|tổng rà soát|tổng điều tra|tổng vệ sinh|hoàn chỉnh|nắm chắc|nắm tình hình|siết chặt|túc trực|đối soát|thu dung|nhận diện|tích lũy|nêu cao|phủ sóng|tham dự|cử cán bộ|ký ban hành|chung tay|thường trực 24|tự rà soát|chuẩn hóa|trả kết quả|hoàn trả|kết thúc|khẳng định|bám địa bàn|bám công trường|bám hiện trường|vận dụng|tranh thủ|tháo dỡ|chỉnh trang|chỉnh sửa|chỉnh lý|biên soạn|soạn thảo|in ấn|mời|tận dụng|nghiên cứu|khai trương|đôn đốc|gia cường|đẩy lùi|nhân rộng|đánh giá|rà phá|tiêu hủy|tiêm phòng|giao(?! thông| dịch| lưu| nhận| nhiệm vụ)|lập|giao nhiệm vụ|cấp phát|cấp kinh phí|cử|chủ trì|phối hợp|phối với|nghiên cứu|tham mưu|rà soát|xây dựng|tổ chức|triển khai|thực hiện|hướng dẫn|kiểm tra|giám sát|theo dõi|đôn đốc|báo cáo|trình|đề xuất|tổng hợp|ban hành|chỉ đạo|lãnh đạo|bố trí|cân đối|phân bổ|giải ngân|giải quyết|xử lý|tháo gỡ|xem xét|quyết định|thẩm định|phê duyệt|hoàn thành|hoàn thiện|cập nhật|bổ sung|điều chỉnh|sửa đổi|tuyên truyền|phổ biến|quán triệt|vận động|huy động|chuẩn bị|bảo đảm|đảm bảo|duy trì|vận hành|quản lý|sử dụng|khai thác|đầu tư|mua sắm|lắp đặt|trang bị|cung cấp|hỗ trợ|giúp|bồi dưỡng|tập huấn|thành lập|kiện toàn|sắp xếp|phân công|điều động|luân chuyển|ủy quyền|phân cấp|tiếp nhận|bàn giao|gửi|cử|đăng ký|kê khai|công bố|công khai|niêm yết|thông báo|truyền thông|đăng tải|phát hiện|ngăn chặn|đấu tranh|phòng ngừa|phòng, chống|phòng chống|ứng phó|khắc phục|sơ tán|di dời|cứu hộ|cứu trợ|tuần tra|canh gác|kiểm soát|thanh tra|kiểm toán|kiểm đếm|thống kê|điều tra|khảo sát|đánh giá|phân tích|dự báo|cảnh báo|nhận định|tính toán|xác định|xác minh|xác nhận|đối chiếu|thẩm tra|thẩm duyệt|nghiệm thu|quyết toán|thanh toán|chi trả|thu hồi|nộp|miễn|gia hạn|trả lời|giải trình|giải đáp|tiếp thu|tiếp công dân|đối thoại|tiếp xúc|lắng nghe|ghi nhận|khen thưởng|biểu dương|kỷ luật|kiểm điểm|chấn chỉnh|chấm dứt|đình chỉ|khởi tố|truy tố|xét xử|tịch thu|xử phạt|cưỡng chế|giải tỏa|giải phóng|bồi thường|đền bù|tái định cư|khởi công|khánh thành|thi công|sửa chữa|bảo trì|bảo dưỡng|nâng cấp|cải tạo|mở rộng|phát triển|thúc đẩy|khuyến khích|thu hút|xúc tiến|kêu gọi|kết nối|liên kết|hợp tác|ký kết|đàm phán|số hóa|ứng dụng|áp dụng|đổi mới|cải cách|cải thiện|tinh gọn|cắt giảm|đơn giản hóa|rút ngắn|tiết kiệm|chống|thực hành|phát huy|phát động|phát triển|gìn giữ|bảo vệ|bảo tồn|giữ vững|củng cố|ổn định|chăm lo|quan trắc|lấy ý kiến|góp ý|tham gia|cho ý kiến|có ý kiến|có văn bản|có kế hoạch|có phương án|có giải pháp|có biện pháp|có báo cáo|có tờ trình|có hình thức|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|làm tốt|làm rõ|làm việc|tìm kiếm|tư vấn|đề nghị|kiến nghị|yêu cầu|lưu ý|đưa|lồng ghép|căn cứ|nhắc nhở|treo|đạo diễn|phát sóng|đưa tin|lựa chọn|tuyển dụng|đấu giá|đấu thầu|cho phép|chấp thuận|cấp phép|thỏa thuận|kiểm định|kiểm nghiệm|kiểm dịch|tiêm|điều trị|chữa|vệ sinh|thu gom|vận chuyển|phân luồng|điều tiết|điều hành|điều phối|nạo vét|gia cố|chằng chống|neo đậu|hạn chế|khoanh vùng|dập|chữa cháy|trồng|chăn nuôi|gieo|thu hoạch|tiêu thụ|dự trữ|tích trữ|điều tra|nắm bắt|nhập|xuất|cho vay|bảo lãnh|miễn trừ|đo đạc|cấp giấy|tích hợp|đồng bộ|chia sẻ|khai báo|liên thông|thiết lập|thiết kế|thể chế hóa|cụ thể hóa|luật hóa|hợp nhất|sáp nhập|giải thể|đặt tên|phát hành|tặng|thăm|viếng|dâng|tri ân|kỷ niệm|tổng kết|sơ kết|hội ý|thảo luận|thông qua|biểu quyết|giám định|chấp hành|tuân thủ|đề cao|nêu gương|gương mẫu|rút kinh nghiệm|hiến|nhân rộng|tạm dừng|ra(?= (?:thông báo|văn bản|quyết định|nghị quyết|kế hoạch|thông cáo|chỉ thị))|tạm hoãn|hoãn|tạm ngưng|ngưng|ngừng|dành|tranh thủ|cam kết|rải|xóa|khơi thông|khơi dậy|thu thập|cung ứng|lan tỏa|tôn vinh|trích|phục vụ|phục hồi|đăng|trưng bày|định hướng|quy hoạch|giao ban|hội chẩn|vào hỗ trợ|đăng cai|trao đổi|trao|tạo lập|tạo điều kiện|tái cơ cấu|cơ cấu(?= (?:lại|nợ|thời hạn))|kiểm kê|quy định|xét|bình xét|tuyển chọn|đề ra|đặt hàng|đối chiếu|ra quân|rèn luyện|khuyến cáo|tố cáo|tự kiểm tra|phấn khởi|cảnh giác|mở lớp|mở chuyên mục|mở chuyên trang|xác lập|hậu kiểm|thẩm tra|đề cử|đánh số|đặt biển|thay thế|bãi bỏ|hủy|hủy bỏ|cho thuê|thuê|chế biến|vào cuộc|tạm ứng|khôi phục|phản ánh|nhất trí|hiệp thương|đối ứng|tuyên dương|học tập|ôn tập|đi học|đóng(?! trên| tại| chân| quân| góp| vai)|phát(?= (?:bản tin|tờ rơi|loa|tài liệu|phiếu|quà|gạo|thuốc|thông báo))|niêm phong|thu giữ|tạm giữ|kích hoạt|cài đặt|sao lưu|phong tỏa|cách ly|truy vết|sàng lọc|đón tiếp|tiếp đón|đưa đón|công nhận|xếp loại|phân loại|phân hạng|cắm mốc|cắm biển|ký số|đồng hành|quyên góp|ủng hộ|hưởng ứng|đảm nhận|bổ nhiệm|miễn nhiệm|biệt phái|cắt cử|hạch toán|truy thu|khoanh nợ|chuyển giao|thay đổi|cân nhắc|giữ nguyên|giữ gìn|tôn tạo|trùng tu|phục dựng|sưu tầm|ghi hình|gỡ bỏ|ngăn ngừa|răn đe|trấn áp|truy bắt|bắt giữ|chốt chặn|bao vây|trợ giúp|xuất cấp|tái thiết|tu bổ|tu sửa|duy tu|tiêu thoát|xả lũ|xả nước|tích nước|phê bình|giới thiệu|quảng bá|bình ổn|ứng trực|trực ban|tiếp tế|dập lửa|khống chế|tiêu độc|khử trùng|phun thuốc|phun hóa chất|phun khử trùng|thu dọn|dọn dẹp|phát quang|cắt tỉa|chằng buộc|di chuyển|kéo dài|giảm thiểu|khuyến nghị|phân khai|nhập liệu|rà quét|dự thảo|lưu giữ|ghi chép|đảm nhiệm|đảm trách|buộc|diệt|viết thư|tiến hành|thúc giục|thu xếp|hòa giải|kiên trì|góp phần|đa dạng hóa|hiện đại hóa|tối ưu hóa|phê phán|phòng tránh|nhân giống|kiềm chế|kéo giảm|tăng tốc|xử trí|ứng cứu|đối sánh|so sánh|đính chính|phản bác|bác bỏ|đấu nối|thông xe|thông tuyến|giải thích|cấp đổi|cấp mới|loại bỏ|loại trừ|triệt phá|bóc gỡ|mở đợt|mở chiến dịch|trang trí|diễn tập|khám sàng lọc|động viên|cứu đói|đặt mua|gặp gỡ|gặp mặt|phối kết hợp|liên hệ|bàn bạc|làm sạch|làm mới|làm thủ tục|thấu hiểu|tìm hiểu|thí điểm|kiểm chứng|kiểm thử|định giá|ký hợp đồng|thanh lý|tất toán|hoàn thuế|truy tìm|cảm hóa|phân kỳ|phân định|gắn biển|gắn mã|lắp dựng|xây mới|phun khử khuẩn|chôn lấp|san lấp|dồn đổi|xếp hạng|chấm điểm|chú ý|lưu tâm|cố gắng|quyết tâm|cổ vũ|cổ động|tiếp cận|tiếp nối|kế thừa|tự giác|tuân theo|noi gương|đi đầu|dẫn dắt|kèm cặp|ngăn mặn|trữ nước|tiêu nước|tiêu úng|mở cống|san tạo|san gạt|san nền|mời gọi|vớt rác|giảm tải|tăng thu|tiết giảm`;

/** A verb or the adverb before one, at this place, as whole words. */
const PREDICATE = new RegExp(`(?:${longestFirst(`${ADVERBS}|${VERBS}`)})(?![\\p{L}\\p{M}])`, 'uy');
const ADVERB_ONLY = new RegExp(`(?:(?:${longestFirst(ADVERBS)})(?![\\p{L}\\p{M}]),?\\s)`, 'uy');

/** Words that end a name without beginning what is to be done. */
const STOPS =
  /(?:(?:nhấn mạnh|khẳng định|cho biết|cho rằng|nhắc lại|thuật lại|chia sẻ)(?![\p{L}\p{M}])|mỗi (?:tổ chức|đơn vị|ngành|bộ|sở|địa phương|cơ quan|đoàn thể|đồng chí|người)|(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|\d{1,2} (?:ngày|tuần|tháng|năm) (?:một|hai|ba|\d) lần|(?:kính|trân trọng)(?= (?:kính |trân trọng )?(?:trình|gửi|đề nghị|báo cáo))|chịu|(?<!(?:trật|tuần|tương|trình|thứ) )tự(?! (?:quản|vệ|trị|do|nguyện|nhiên|động|chủ|túc))|phụ trách(?= [\p{L} ]{2,40} phục vụ )|phụ trách(?= [\p{L} ]{2,50}, (?:đồng chí|đ\/c|ông|bà) )|phụ trách(?= (?:kiểm tra|theo dõi|rà soát|đôn đốc|chỉ đạo|xử lý|liên hệ|tổng hợp|vận động|hướng dẫn|chuẩn bị|giải quyết|tuyên truyền))|cũng|(?<!và )vừa|cơ bản(?= (?:thống nhất|nhất trí|đồng ý))|(?<!việc )làm|chương trình|kế hoạch|phương án|đề án|danh mục|hồ sơ|kết quả|tình hình|tiến độ(?= (?:thực hiện|triển khai|giải|công))|số liệu|những|đồng ý|chậm nhất|muộn nhất|xong|đã|đang|được|bị|là|vẫn|còn(?! lại)|chưa|sẽ|(?<![Hh]àng )không|theo|tại(?! (?:doanh nghiệp|địa phương|các|chỗ|khu|cơ sở|xã|huyện|tỉnh))|trong(?! (?:giai đoạn \d|diện|danh mục|danh sách|tỉnh|huyện|xã|vùng|khu|ngành|hệ thống|và ngoài))|nhằm|nếu|khi|để|vì|do|bởi|từ(?! tỉnh)|đến|trước|sau|ngoài(?! (?:công lập|nhà nước|ngành|nước|tỉnh|quốc doanh))|gồm|như|với|mà|thì|nhưng|hoặc|rất|nói chung|thông qua|căn cứ|trên cơ sở|về(?! tỉnh)|(?<![Đđ]ồng )bằng|(?<!đi )qua|cho|vào|bao gồm|cùng)(?![\p{L}\p{M}])/uy;

/** One-syllable verbs that also stand inside nouns: after a capitalised word or a class noun they end a name. */
const SHORT =
  /(?:mở|lắp|dựng|nắm|nâng|giữ|đo|soát|gom|bơm|xả|phun|(?<!Đào |đào )tạo|lấy|tăng|giảm|cắt|đặt|đưa|ký|chốt|chọn|tìm|gửi|bám|phủ|gỡ|dừng|đón|dọn|cử|họp|kẻ|viết|mua|bảo quản|nhân rộng|in(?! ấn)|khóa(?! \d)|vá|lát|(?<!(?:vùi|san|che|chôn) )lấp|vớt|rào|trả(?! kết quả)|tách|chặn|siết|quét|dán|thả|duyệt|quây|rải|góp|dạy(?! nghề| học))\s(?=\p{Ll}|\d)/uy;

/** Does a short verb stand at `at`? Ask only where a name may end. */
export function shortVerbAt(text: string, at: number): boolean {
  SHORT.lastIndex = at;
  // "các đơn vị nêu tại phần Kính gửi | cử cán bộ".
  return SHORT.test(text) && text.slice(at - 5, at + 3) !== 'Kính gửi';
}

function longestFirst(words: string): string {
  return [...new Set(words.split(/\|(?![^(]*\))/))].sort((a, b) => b.length - a.length).join('|');
}

/** Where a word of doing stands at `at`, its end; else -1. The first letter may be a capital where a sentence opens. */
export function verbEnd(text: string, at: number, opening = false): number {
  PREDICATE.lastIndex = at;
  const found = PREDICATE.exec(text);
  if (found) return isInsideNoun(text, at, found[0]) ? -1 : at + found[0].length;
  if (!opening) return -1;
  const first = text[at];
  if (first === undefined || first === first.toLowerCase()) return -1;
  const window = first.toLowerCase() + text.slice(at + 1, at + 40);
  PREDICATE.lastIndex = 0;
  const lowered = PREDICATE.exec(window);
  return lowered && !isInsideNoun(text, at, text.slice(at, at + lowered[0].length)) ? at + lowered[0].length : -1;
}

/** "công trình", "đơn vị công lập": the second half of a noun that only looks like a verb. */
function isInsideNoun(text: string, at: number, word: string): boolean {
  const before = text.slice(Math.max(0, at - 12), at).toLowerCase();
  // "Trung tâm Phục vụ hành chính công | bố trí thêm ...".
  if (word.startsWith('công ')) return /(?:hành chính|dịch vụ) $/.test(before);
  // "Chi cục An toàn vệ sinh thực phẩm", "Cơ quan Cảnh sát điều tra", "khu chế xuất".
  if (word === 'vệ sinh') return /an toàn $/.test(before);
  if (word === 'hợp tác') return /kinh tế $/.test(before);
  if (word === 'xuất') return /(?:chế|sản) $/.test(before);
  if (word.toLowerCase() === 'tổ chức')
    return /^ (?:[Yy] tế thế giới|(?:đảng|tín dụng|nước ngoài|phi chính phủ|kinh tế|quốc tế)(?![\p{L}\p{M}]))/u.test(
      text.slice(at + word.length, at + word.length + 20),
    );
  if (word === 'đăng') return text.startsWith(' kiểm', at + 4);
  if (word === 'gửi') return /kính $/.test(before) && text[at - 5] === 'K';
  if (word === 'tập trung')
    return (
      /^\s?[(.;]/u.test(text.slice(at + word.length, at + word.length + 2)) ||
      /(?:giết mổ|xử lý|thu gom|chăn nuôi|cấp nước|cách ly|nuôi trồng|cai nghiện|điều trị|làm việc|trụ sở|sản xuất|nguyên liệu|ăn trái|dân cư) $/u.test(
        text.slice(Math.max(0, at - 14), at).toLowerCase(),
      )
    );
  if (word === 'thường xuyên') return /(?<!\p{L})chi $/u.test(before);
  if (word === 'trồng') return /nuôi $/.test(before);
  if (word.startsWith('đầu tư')) return /vốn $/.test(before);
  if (word === 'sử dụng') return /người $/.test(before);
  if (word === 'cách ly') return /khu $/.test(before);
  if (word.startsWith('cần')) return /(?:hậu|nhu) $/.test(before);
  if (word === 'trình') return /(?:công|chương|quy|lộ|giáo|tiến|hành|quá|tờ) $/.test(before);
  if (word === 'lập') return /(?:công|thành|độc|thiết|đối) $/.test(before);
  if (word === 'cử') return text.startsWith(' tri', at + 2) || /(?:bầu|ứng|đề) $/.test(before);
  if (word === 'xét') return /(?:nhận|xem) $/.test(before);
  if (word === 'nộp') return /(?:giao|người) $/.test(before);
  if (word === 'giao' && text.startsWith(' thông', at + 4)) return true;
  return word === 'giao' && /(?:bàn|chuyển|ngoại) $/.test(before);
}

/** Skips "khẩn trương, kịp thời ..." and returns where the verb itself stands. */
export function afterAdverbs(text: string, at: number): number {
  let place = at;
  for (let k = 0; k < 6; k++) {
    ADVERB_ONLY.lastIndex = place;
    const found = ADVERB_ONLY.exec(text);
    if (!found) break;
    place += found[0].length;
  }
  return place;
}

/** Does a word that ends an agency's name stand at `at`? */
export function stopsName(text: string, at: number): boolean {
  STOPS.lastIndex = at;
  return STOPS.test(text);
}
