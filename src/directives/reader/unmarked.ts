/** Where in a clause a name may open a charge though no comma sets it off. */

const TOPIC = /^(?:về|việc|công tác|đối với|liên quan|nội dung|nhiệm vụ|riêng)\s/iu;
const TIME = /^(?:trong|trước|chậm nhất|muộn nhất|đến|từ|hằng|hàng|định kỳ|sau)\s/iu;
const TIME_ENDS = /(?:\d|\s(?:này|tới|sau|tuần|tháng|quý|năm|ngày|Hai|Ba|Tư|Năm|Sáu|Bảy|I|II|III|IV))$/u;
/** Words after which a name is no subject. */
const GOVERNS =
  /\s(?:của|với|tại|ở|cho|do|bởi|trên|thuộc|và|giữa|đến|từ|theo|trong|bằng|giúp|hỗ trợ|giao|đề nghị|yêu cầu|trình|gửi|về|vào|qua|cùng|là)$/u;
const BINDS_AFTER_NAME =
  /\s(?:phải|cần|có trách nhiệm|chịu trách nhiệm|khẩn trương|chủ trì|chủ động|tiếp tục|tập trung|sớm|phối hợp)\s/u;

/** "Về chuyển đổi số Sở A phải ...", "Trong tuần này Sở A ...": where a name may begin that no comma sets off, or -1. */
export function afterTopic(text: string, from: number, to: number): number {
  const clause = text.slice(from, Math.min(to, from + 160)).split(/[,;:.]\s/u, 1)[0]!;
  const opens = TOPIC.test(clause) ? BINDS_AFTER_NAME : TIME.test(clause) ? /\s\p{Ll}/u : undefined;
  if (!opens) return -1;
  for (const match of clause.matchAll(/\s(?=\p{Lu})/gu)) {
    const before = clause.slice(0, match.index);
    const isFree = opens === BINDS_AFTER_NAME ? !GOVERNS.test(before) : TIME_ENDS.test(before);
    if (isFree && opens.test(clause.slice(match.index + 1))) return from + match.index + 1;
  }
  return -1;
}

/** "Việc sửa chữa các điểm trường giao UBND xã làm chủ đầu tư": what is assigned stands first, with no comma. */
export function isObjectFirst(text: string, from: number, at: number): boolean {
  const back = text.slice(Math.max(from, at - 160), at);
  const clause = back.slice(back.search(/[^.;:]*$/u)).trimStart();
  return /^(?:việc|nhiệm vụ|nội dung|phần việc|kết quả)\s[^,]{4,150}\s(?:được\s)?$/iu.test(clause);
}

const CIRCUMSTANCE =
  /^(?:sau khi|trên cơ sở|căn cứ|xét|theo|qua|để|nhằm|thực hiện|trước tình hình|trong thời gian|tiếp theo|tại|từ)\s/iu;
const ASKS_HERE =
  /\s((?:Thường trực\s|Ban Thường vụ\s|Lãnh đạo\s|Phó\s)?(?:Chủ tịch\s)?(?:UBND|Ủy ban nhân dân|Tỉnh ủy|Thành ủy|Đảng ủy|HĐND)(?:\s(?:tỉnh|thành phố|Thành phố|xã|phường|đặc khu|huyện))?(?:\s\p{Lu}\p{Ll}*){0,3}|(?:Phó )?Thủ tướng(?: Chính phủ)?)(?:\s(?:có ý kiến|thống nhất|đồng ý|nhất trí))?\s$/u;

/** "Sau khi xem xét Chủ tịch UBND tỉnh giao Sở A ...": no comma sets off the one who asks at `at`; where the name begins, or -1. */
export function afterCircumstance(text: string, from: number, at: number): number {
  const back = text.slice(Math.max(from, at - 400), at);
  const clause = back.slice(back.search(/[^.;:]*$/u)).trimStart();
  const asker = CIRCUMSTANCE.test(clause) ? ASKS_HERE.exec(clause) : null;
  if (!asker) return -1;
  const before = clause.slice(0, asker.index);
  if (GOVERNS.test(before) || SPOKEN_OF.test(`${before} `) || /,\s[^,]{0,12}$/u.test(before)) return -1;
  return at - clause.length + asker.index + 1;
}

const LEADER =
  /(?<=\p{Ll}\s)(?:Phó Thủ tướng|Thủ tướng Chính phủ|Thủ tướng|(?:Phó )?Chủ tịch (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố))\s$/u;
/** After these the leader's asking is only spoken of: "các nội dung Thủ tướng yêu cầu". */
const SPOKEN_OF =
  /(?:nội dung|nhiệm vụ|việc|vấn đề|văn bản|công văn|thông báo|mà|khi|nếu|như|điều|mục tiêu|yêu cầu|chỉ đạo|tinh thần|kết quả|thời hạn|thời gian|tiến độ|tiêu chí)\s$/iu;

/**
 * "Tăng cường kiểm tra kho hàng Phó Thủ tướng yêu cầu Sở A ...": a headline run together with its paragraph. Where the one
 * who asks begins, or -1; `at` is where "yêu cầu" stands.
 */
export function afterHeadline(text: string, from: number, at: number): number {
  const back = text.slice(Math.max(from, at - 200), at);
  const leader = LEADER.exec(back);
  if (!leader || at - from > 200) return -1;
  const headline = back.slice(0, leader.index);
  if (headline.length < 20 || GOVERNS.test(headline.trimEnd()) || SPOKEN_OF.test(headline)) return -1;
  if (/[.;:!?]/u.test(headline) || / (?:đã|vừa|được|là|theo) /u.test(headline)) return -1;
  return at - back.length + leader.index;
}
