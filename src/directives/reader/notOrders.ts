/** What a name may be followed or opened by that charges nobody. */
import type { AgencyMention } from './mentions.ts';

export const NARRATIVE =
  /^(?:(?:(?:xin|kính|trân trọng)\s){1,3}trình\s|(?:(?:xin|rất|kính|chân thành|trân trọng) ){0,2}(?:cảm ơn|cám ơn|mong (?:nhận|được|tiếp tục|sớm))|cơ bản (?:thống nhất|nhất trí|đồng ý|tán thành)|(?:thống nhất|nhất trí|đồng ý|chấp thuận|ghi nhận)(?: với)? (?:đề nghị|đề xuất|kiến nghị|báo cáo)(?= của| tại| như)|(?:đã|đang|(?:cần |phải ){0,2}được|bị|là|vẫn|còn|chưa|vừa|rất|luôn|tự giải thể|thừa (?:lệnh|ủy quyền)|có (?:công văn|văn bản|công điện|thông báo|tờ trình|báo cáo) số)(?![\p{L}\p{M}])|có (?!trách nhiệm|nhiệm vụ|kế hoạch|phương án|giải pháp|văn bản|báo cáo|biện pháp|hình thức|ý kiến|tờ trình)|sẽ có|cho (?:biết|hay|rằng|thấy)|chịu sự|không (?:những|đủ|thuộc|chịu))/u;
export const CHAIRED = /^chủ trì\s(?:cuộc|hội nghị|buổi|phiên|họp|hội thảo|tọa đàm|lễ|tiếp|làm việc|đoàn)/iu;
/** Who tells people something as a duty, not as the office that sends the document. */
export const VILLAGE =
  /^(?:(?:Tổ |Đội |Hiệu )?[Tt]rưởng|Trạm|Nhà trường|Ban Giám hiệu|Ban giám hiệu|Ban [Cc]ông tác|Chi bộ|Bí thư chi bộ|UBND (?:các )?(?:xã|phường)|Ủy ban nhân dân (?:các )?(?:xã|phường)|Đài|Công an)/u;
export const NOTICE =
  /^(?:(?:(?:thừa lệnh|thừa ủy quyền|xin|trân trọng)\s){0,2}thông báo\s(?:để|dé|đề|đến|tới|ý kiến|kết luận|cho|và)|(?:xin |kính |trân trọng )?(?:gửi|kính gửi)\s[^.;]{0,50}\s[Qq]uý\s(?:[Bb]ộ|[Ss]ở|cơ quan|[Cc]ơ quan|đơn vị|Ủy ban|UBND)|đánh giá cao|có ý kiến (?:(?:chỉ đạo|kết luận|phát biểu)(?:,? (?:chỉ đạo|kết luận))? )?như sau|(?:kết luận|cho rằng|khẳng định|ghi nhận|biểu dương|nhận định|thống nhất (?:đánh giá|nhận định)|nhận được|phát biểu)|(?:nhấn mạnh|đánh giá|lưu ý|chỉ đạo|thống nhất|đề nghị|yêu cầu)\s?:)/u;
/** "UBND xã thông báo để các đơn vị biết, thực hiện": the office that sends the document tells so at its end. */
export const ITSELF_TELLS =
  /^(?:(?:thừa lệnh|thừa ủy quyền|xin|trân trọng)\s){0,2}thông báo để [^.;]{2,120}\sbiết(?:,| và)?(?: phối hợp)?(?: tổ chức)? (?:thực hiện|triển khai|chỉ đạo)/u;
/** Bodies above those a provincial directive can charge: a sentence that begins with them tells, it does not assign. */
export const ABOVE =
  /^(?:Bộ Chính trị|Ban Bí thư|Quốc hội|Ban Chấp hành Trung ương|Chính phủ|Trung ương|Thủ tướng Chính phủ)$/u;

const LIST_GOES_ON =
  /(?:[sS]ở|[bB]an|[bB]ộ|ngành|cơ quan|đơn vị|đoàn thể|địa phương|xã|huyện|thôn|phòng|cấp|tổ chức|doanh nghiệp|phường),\s$/u;

/** "Để giải quyết tận gốc, ngành giáo dục phải ...": told in so many words, where the comma before it parts no list. */
export const isBoundAfterIntro = (text: string, { start, end }: AgencyMention): boolean =>
  text.slice(start, end).includes(' ') &&
  !LIST_GOES_ON.test(text.slice(Math.max(0, start - 14), start)) &&
  (/^\s(?:(?:cũng|còn)\s)?(?:được (?:giao|phân công|yêu cầu|đề nghị)|phải|cần|có trách nhiệm|chịu trách nhiệm)\s/u.test(
    text.slice(end, end + 30),
  ) ||
    // "Trong thời gian chờ bố trí vốn, đảng ủy các xã nêu trên lãnh đạo ...": a body with its members.
    /^(?:ban thường vụ|thường trực|đảng ủy|cấp ủy|ủy ban nhân dân|chính quyền) (?:các )?(?:xã|phường|cấp|đảng ủy|địa phương)(?:\s|$)/u.test(
      text.slice(start, end),
    ));
