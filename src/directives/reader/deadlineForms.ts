/** The forms in which directives say by when, and how often. */

const DAY = String.raw`(?:m[ùồ]ng\s)?(\d{1,2})(?:\s?tháng\s(\d{1,2})(?:[\s,]{1,2}năm\s(\d{4}))?|\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?(\d{4}|2\d(?=[\s.,;)]|$)))?)(?!\d|[/%])`;
const HOUR = String.raw`(?:\d{1,2}\s?(?:giờ|g|h|:)\s?(?:\d{2})?(?:\sphút|['’])?(?:\s(?:sáng|trưa|chiều|tối))?(?:\s(?:hôm|đêm) nay)?,?\s)`;
const BEFORE = String.raw`(?:(?:hoàn thành|hoàn tất|thực hiện|xong|báo cáo|gửi|trình|thời hạn|thời gian)\s(?:xong\s)?)?(?:trong\s)?(?:xong\s)?(?:trước|chậm nhất|muộn nhất|hạn cuối|hạn chót|deadline|đến hết|cho đến hết|tới hết|thời hạn(?: cuối)?|hạn|xong|không (?:để |được )?(?:chậm|muộn|trễ|kéo dài) (?:quá|hơn|sang)|không quá|đúng (?:hẹn|hạn|thời hạn))`;
/** "thứ Sáu, ngày 10/10", "sáng thứ Năm (ngày 09/10)": the day of the week before the day. */
const WEEKDAY = String.raw`(?:(?:(?:sáng|trưa|chiều|tối|hết|cuối)\s)?(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|hôm nay|ngày mai),?\s\(?)`;
const FILL = String.raw`(?:\s?:)?\s(?:(?:là|vào|đến|từ|trong|trước|hết|thời điểm|hoàn thành|thực hiện|báo cáo)\s){0,3}`;

export const FORMS = {
  before: new RegExp(
    `${BEFORE}${FILL}${HOUR}?${WEEKDAY}?(?:ngày\\s)?(?:(?:(?:lễ|Tết|Quốc khánh|Quốc tế)[\\p{L} ]{0,24}|(?<=ngày\\s)\\p{Ll}+(?:\\s\\p{Ll}+){1,3})\\s\\(?)?${DAY}`,
    'giu',
  ),
  range: new RegExp(
    `(?:trong tuần\\s|(?:trong khoảng\\s)?thời gian\\s|trong\\s)?(?:từ\\s)?(?:ngày\\s)?(?:\\d{1,2}\\s?[/.]\\s?\\d{1,2}(?:\\s?[/.]\\s?\\d{4})?\\s(?:đến|tới)(?:\\shết)?\\s(?=\\d)|\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{4})?|\\stháng\\s\\d{1,2}(?:\\snăm\\s\\d{4})?)?\\s(?:đến|tới)\\s(?:hết\\s)?(?:ngày\\s|(?=\\d{1,2}[/.]\\d{1,2}[/.]20))|(?<=(?:hoàn thành|xong|,)\\s)(?:đến|tới)\\s(?:hết\\s)?(?=\\d{1,2}[/.]\\d{1,2}[/.]20\\d\\d(?:\\s(?:phải|cần|hoàn thành|xong)|[,.;]|$)))${DAY}`,
    'giu',
  ),
  labelled: new RegExp(
    `(?:(?:thời hạn|thời gian|hạn|tiến độ)(?:\\s(?:hoàn thành|thực hiện|báo cáo|gửi|nộp|cuối|cùng|chót|mới|về|xong)){0,2}(?:(?:\\s?:|\\slà)\\s|(?<=hoàn thành|xong|gửi|nộp|chót|cuối|cùng)\\s)|(?:hoàn thành|xong)\\s?(?::\\s|\\s(?=ngày\\s)))(?:trước\\s|chậm nhất\\s(?:là\\s)?|(?:đến|vào|trong)\\s)?(?:hết\\s)?${HOUR}?(?:ngày\\s)?${DAY}`,
    'giu',
  ),
  within: new RegExp(
    `(?:trong|ngay trong|xong trong|(?<=(?:báo cáo|trình|gửi|nộp|xong|hoàn thành|bàn giao|khởi công|ra quân|phát động|khánh thành|thông xe|khai trương)\\s(?:[^.;,]{0,60}\\s)?)vào)\\s(?:dịp\\s(?:ngày\\s)?|ngày\\s)${DAY}`,
    'giu',
  ),
  fromNow: new RegExp(`từ nay\\s(?:cho\\s)?(?:đến|tới)\\s(?:hết\\s)?(?:ngày\\s)?${DAY}`, 'giu'),
  until: new RegExp(
    `(?:(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|thời gian:?|chậm nhất)\\s(?:đến|tới)\\s(?:hết\\s)?(?:ngày\\s|(?=\\d{1,2}[/.]\\d{1,2}))|(?:^|(?<=\\())(?:phấn đấu\\s)?đến\\s(?:hết\\s)?(?:ngày\\s)?|(?<=(?:hoàn thành|phấn đấu|bảo đảm|đảm bảo)\\s[^.;]{3,90}\\s)(?<!tính[^.;]{0,60})(?:đến|tới)\\s(?:hết\\s)?ngày\\s|(?:đến|tới)\\s(?:hết\\s)?ngày\\s(?=[\\d/. -]{3,10}\\s(?:phải|cần)\\s))${DAY}`,
    'giu',
  ),
  /** "thông xe kỹ thuật ngày 19/12", "trình UBND tỉnh ngày 20/9" at the end of a clause: the day itself. */
  on: new RegExp(
    `(?<=(?:khởi công|khánh thành|thông xe|hợp long|(?:báo cáo|trình|gửi|nộp)\\s(?:về\\s)?\\p{Lu})[^.;,()]{0,60}\\s)ngày\\s${DAY}(?=\\s?(?:[.;,)]|$))`,
    'gu',
  ),
  /** "10/9 nộp danh sách": the day stands right before what is due. */
  first: new RegExp(
    `(?<=^|[,;(]\\s?)(?:ngày\\s)?${DAY}\\s(?=(?:phải\\s)?(?:nộp|gửi|báo cáo|trình|xong|hoàn thành|bàn giao|thông xe)(?:[\\s.;,]|$))`,
    'giu',
  ),
  month:
    /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện|xong)\s(?:xong\s)?)?((?:thời hạn|thời gian|tiến độ|hạn)(?:\s(?:hoàn thành|thực hiện|báo cáo|dự kiến|xong))?\s?:(?:\s(?:trong|đến|vào))?|trong|(?:hoàn thành|xong|hạn chót)(?:\s?:)?|trước|hết|cuối|(?<!khi\s)kết thúc|trước khi (?:kết thúc|hết)|đến hết|xong trước|vào|từ\stháng\s\d{1,2}(?:\s?\/\s?\d{4}|\snăm\s\d{4})?\s(?:đến|tới)(?:\shết)?|chậm nhất(?: là)?(?: vào| trong)?|muộn nhất(?: là)?(?: vào| trong)?)\s(?:(?:ngày\s)?cuối\s(?:cùng\s)?(?:của\s)?)?(?:các\s)?(?:tháng\s|T\.?\s?(?=\d{1,2}\/))(?:\d{1,2}(?:(?:,\s|\svà\s|\s?-\s?)(?:tháng\s)?|\s?\/\s?\d{4}(?:,\s|\svà\s)tháng\s)){0,3}(\d{1,2})(?:\s?[/.]\s?(\d{4})|,?\snăm\s(\d{4}))?(?!\d|\/)/giu,
  quarter:
    /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện)\s(?:xong\s)?)?((?:thời hạn|thời gian|tiến độ|hạn)(?:\s(?:hoàn thành|thực hiện|báo cáo|dự kiến|xong))?\s?:(?:\s(?:trong|đến|vào))?|trong|(?:hoàn thành|xong)(?:\s?:)?|trước|hết|cuối|(?<!khi\s)kết thúc|trước khi (?:kết thúc|hết)|đến hết|chậm nhất(?: là)?(?: vào| trong)?|vào)\s(?:cuối\s)?(?:các\s)?(?:qu[ýí]\s|Q\.?\s?(?=[1-4I]))(?:(?:iv|iii|ii|i|[1-4])(?:(?:,\s|\svà\s|\s?-\s?)(?:qu[ýí]\s)?|\s?\/\s?\d{4}(?:,\s|\svà\s)qu[ýí]\s)){0,3}(iv|iii|ii|i|[1-4])(?:\s?[/-]\s?(\d{4})|,?\snăm\s(\d{4}))?(?![\p{L}\d])/giu,
  year: /(?:(?:hoàn thành|thời gian(?: thực hiện)?|thực hiện)\s(?:xong\s)?)?(trong|hết|đến hết|(?<=(?:tổng kết|hoàn thành)\s[^.;,]{0,60})vào|(?<!tháng\s)cuối|đến cuối|trước cuối|(?:hoàn thành|xong|dứt điểm)\strước|trước|chậm nhất(?: là)?(?: trong| cuối)?)\s(?:cuối\s)?năm\s(\d{4}|(?<=cuối\snăm\s)nay)(?!\d|\s?-|\svà đầu năm)/giu,
  /** "trong 6 tháng đầu năm 2026", "trong nửa đầu tháng 10/2025", "từ nay đến cuối năm". */
  part: /(?:(?:hoàn thành|thực hiện|xong)\s)?(?:trong|ngay trong|hết|đến hết|từ nay (?:cho )?(?:đến|tới)(?=\s(?:hết|cuối) năm))\s(?:(?:0?(?<months>[369])|(?<six>sáu)|(?<nine>chín)) tháng (?<side>đầu|cuối) năm(?: (?<year>\d{4}))?|nửa (?<half>đầu|cuối) (?:tháng (?<month>\d{1,2})(?:\s?\/\s?(?<ofYear>\d{4})| năm (?<inYear>\d{4}))?|năm (?<whole>\d{4}))|(?:hết|cuối) năm(?: nay)?(?=\s?[.;)]|$))(?!\d)/giu,
  /** "(tháng 11/2025)", "(Quý IV/2025)" after what is to be done. */
  bracketed:
    /\((?:tháng\s(?<month>\d{1,2})|qu[ýí]\s(?<quarter>iv|iii|ii|i|[1-4]))(?:\s?[/-]\s?(?<slashed>\d{4})|,?\snăm\s(?<year>\d{4}))\)(?=\s?(?:[.;,]|$))/giu,
};

/** "không tổ chức lễ hội | trong năm 2026": how long something must not be done is no limit. */
export const FORBIDDEN_IN =
  /(?:^|\s)không (?:tổ chức|thực hiện|điều chỉnh|tăng|tuyển|mua sắm|bố trí|xem xét|tiếp nhận|kiểm tra|thanh tra)\s(?:(?!hoàn thành|báo cáo|trình|gửi|xong)[^.;])*$/u;
/** "các dự án đã được phê duyệt | trước ngày ...", "hồ sơ tồn đọng | từ trước ngày ...": with a day gone by, what is dealt with. */
export const TELLS_OF_PAST =
  /(?:^|\s)(?:đã|được|tồn đọng|khởi công|thu hồi|tuyển dụng|bổ nhiệm|xảy ra|nộp|tiếp nhận|phát sinh|thụ lý|ban hành|cấp|hình thành|vi phạm|sử dụng|xây dựng|có)\s(?:[^.;,]{0,40}\s)?(?:từ\s)?$/iu;
/** "các khoản chi phát sinh | trước ngày ...", "hồ sơ nhận | trước ngày ...": which of them, be it past or to come. */
export const DATED_THINGS =
  /(?:khoản|hồ sơ|đơn|đơn thư|vụ việc|vụ án|trường hợp|chi phí|nợ|hợp đồng|giao dịch|nghĩa vụ|số thuế|người|đối tượng|thí sinh|học sinh)(?:\s\p{Ll}+){0,4}\s(?:phát sinh|nhận|tiếp nhận|thụ lý|sinh|ký kết|nhập học|tuyển dụng)\s(?:từ\s|kể từ\s)?$/iu;
/** "tổng hợp số ca mắc | từ ngày A đến ngày B": the time that is told of. */
export const PERIOD_REPORTED =
  /(?:(?:giai đoạn|số liệu|kỳ báo cáo|tính)\s(?:từ\s)?|(?:số liệu|số ca|số vụ|số lượng|số thu|tình hình|phát sinh|tiếp nhận|doanh thu|sản lượng|xảy ra|kết quả)(?:\s(?!hoàn thành|báo cáo|trình|gửi|xong)\p{Ll}+){0,4}\s)$/iu;
/** "báo cáo Thủ tướng | trong tháng 3 năm 2025": what is handed in then, though the year be a slip of the pen. */
export const HANDED_IN = /(?:báo cáo|trình|gửi|nộp|xong|ban hành)(?:\s\p{Lu}[\p{L} ]{0,50})?\s$/u;
/** "các dự án | hoàn thành trong năm 2024": things that were. */
export const THINGS_DONE = /(?:dự án|công trình|hạng mục|nhiệm vụ|đề án|hồ sơ|gói thầu)\s$/u;
/** "kỳ họp (diễn ra | trong tháng 12/2025)", "Hội nghị | từ ngày 20 đến ngày 22/11", "kỳ họp | cuối năm 2025": when something takes place. */
export const TAKES_PLACE =
  /(?:diễn ra|khai mạc|(?:có )?hiệu lực(?: thi hành)?|(?:kỳ họp|phiên họp|hội nghị|đại hội|kỳ thi|lễ hội|hội chợ|hội thảo|diễn đàn|giao ban)(?:\s[\p{L}\d]+){0,5}|(?:hội nghị|hội thảo|lễ hội|hội chợ)(?:\s[\p{L}\d]+){1,8}\s(?:tổ chức|diễn ra|họp))\s$/iu;
export const RECURRING_AFTER =
  /^(?:(?:,|\svà)\s(?:trước\s)?(?:ngày\s)?\d{1,2}(?:\/\d{1,2}|\stháng\s\d{1,2})){0,3}[\s,]{0,2}(?:của\s)?(?:mỗi|hằng|hàng|từng)\s(tuần|tháng|quý|năm|ngày)/iu;
export const ONGOING_AFTER =
  /^\s(?:và|đến)\s(?:(?:các|những)\s(?:năm|tháng|quý)\stiếp\stheo|các (?:năm|tháng) sau|hằng năm|hàng năm)/iu;
export const PERIOD =
  /(?:định kỳ|trong các báo cáo chuyên đề và định kỳ)?\s?(?:trước\s(?:ngày\s)?\d{1,2}\s)?(?:hằng|hàng|mỗi|từng)\s(ngày|tuần|tháng|quý|năm)(?![\p{L}\p{M}])|(?:(?:trước|vào)\s)?(?:ngày\s)?(?:\d{1,2}\s)?(?:của\s)?tháng cuối\s(?:của\s)?(?:(?:mỗi|hằng|hàng|từng)\s)?(?:quý)|định kỳ\s(?:\d{1,2}|ba|sáu)\s(tháng|tuần|ngày)|định kỳ\s(?:theo\s)?(ngày|tuần|tháng|quý|năm)(?![\p{L}\p{M}]|\s?\d)|(?:(?:tối thiểu|ít nhất)\s)?(?:(?:một|01|1)\s(?:ngày|tuần|tháng|quý|năm)\s(?:một|hai|ba|\d{1,2})\slần|(?:một|hai|ba|\d{1,2})\slần(?:\s(?:trong\s)?(?:một|mỗi)\s|\s?\/\s?)(?:ngày|tuần|tháng|quý|năm))(?![\p{L}\p{M}])|(?:06|6|sáu)\stháng(?:,|\svà)\s(?:một\s|01\s|1\s)?(?:năm|hằng năm|hàng năm)/giu;
/** "trước ngày 10 của tháng cuối quý", "ngày 05 tháng đầu của quý sau". */
export const MONTH_OF_QUARTER =
  /(?:(?:trước|vào|chậm nhất)\s(?:là\s)?)?(?:ngày\s)?\d{1,2}(?:\scủa)?\stháng\s(?:đầu|cuối|thứ \p{L}+)(?:\scủa)?(?:\s(?:mỗi|từng|hằng|hàng))?\squ[ýí](?:\ssau|\skế tiếp)?(?!\s(?:[IV]|\d))/giu;
export const REGULAR =
  /thường xuyên,\s(?:liên tục|đột xuất)(?![\p{L}\p{M}])|định kỳ(?:,\s|\shoặc\s|\svà\s)đột xuất(?![\p{L}\p{M}])|(?<!(?:báo cáo|kiểm tra|đánh giá|thông tin)\s)định kỳ\s(?=(?:báo cáo|kiểm tra|rà soát|tổng hợp|tổ chức|đánh giá|cập nhật|công khai|sơ kết|giao ban|đôn đốc)\s)|(?<!(?:chi|đào tạo|giáo dục|lương|thường|sửa chữa|bảo dưỡng|bảo trì|nhiệm vụ|tính chất|kinh phí)\s)(?<=\s)thường xuyên(?=\s?(?:[.;)]|$))|(?:^|(?<=[.;,:]\s)|(?<=^(?:đồng thời|chủ trì|và)\s))thường xuyên(?![\p{L}\p{M}])(?!\s(?:xảy|đi|theo quy định của))|(?<!(?:chi|đào tạo|giáo dục|thường)\s)thường xuyên,?\s(?=(?:theo dõi|kiểm tra|rà soát|báo cáo|cập nhật|giám sát|đôn đốc|hướng dẫn|phối hợp|tuyên truyền|tổ chức|nắm))/giu;
export const CONDITION =
  /(?:ngay\s)?(?:sau khi|khi)\s(?:có|được|hoàn thành|Trung ương|Chính phủ|Quốc hội|cấp có thẩm quyền|Bộ|Luật|Nghị định)[^.;,]{3,140}|(?:ngay\s)?sau khi\s[^.;,]{3,60}\s(?:được|có hiệu lực|ban hành|kết thúc|hoàn thành)(?![\p{L}\p{M}])[^.;,]{0,60}/giu;
export const RELATIVE =
  /(?:(?:trong|chậm nhất|không quá|tối đa)\s(?:thời hạn\s|vòng\s|thời gian\s|sau\s|là\s)?){1,2}(?:\d{1,3}|một|hai|ba|năm|mười)\s(?:ngày(?: làm việc)?|giờ|tuần|tháng)(?!\s\d|\s?(?:đầu|cuối)(?! tiên))(?:[^.;,]{0,12}kể từ[^.;,]{3,80}|[^.;,]{0,4}sau khi[^.;,]{3,80})?|kể từ ngày (?:ban hành|ký|nhận)[^.;,]{0,60}|(?:trước|tại|trong|đến)\s(?:các\s)?kỳ họp[^.;]{0,60}|trình[^.;,]{0,80}tại (?:kỳ họp|phiên họp)[^.;]{0,60}|trong tuần (?:lễ )?(?:đầu|cuối|giữa|thứ (?:nhất|hai|ba|tư)|[1-4])(?: tiên)?(?: của)? tháng \d{1,2}(?:\/\d{4}| năm \d{4})?|(?:ngay )?trong (?:tuần|tháng|ngày|quý|năm) (?:này|nay|tới|sau)|trong (?:tuần|ngày) làm việc|trong ngày hôm nay|(?:hoàn thành|xong)\strước\s(?:khi|mùa|năm học|ngày khai|dịp|Tết)\s?[^.;,()]{3,60}|trong thời gian chưa[^.;,]{3,60}/giu;

/** "báo cáo định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 15/12)": a day without year that comes round. */
export const COMES_ROUND =
  /(?:(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần))[^.;]{0,50}|định kỳ (?:0?[36]|ba|sáu) tháng[^.;]{0,140})$/iu;
