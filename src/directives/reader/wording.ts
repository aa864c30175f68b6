/** "... nhấn mạnh 6 nhiệm vụ trọng tâm thời gian tới đối với lãnh đạo chủ chốt cấp xã." heads the paragraphs after it. */
export const ANNOUNCES =
  /(?:(?:nhấn mạnh|yêu cầu|đề ra|chỉ đạo|lưu ý|giao|xác định|nêu)\s(?:rõ\s)?(?:thực hiện\s)?(?:tốt\s)?|(?:yêu cầu|đề nghị|giao)\s[^.;:]{4,160}?(?:thực hiện|triển khai|tập trung)\s(?:tốt\s)?)(?:một số|các|những|\d{1,2})\s(?:nhóm\s)?(?:nhiệm vụ|nội dung|vấn đề|giải pháp|yêu cầu)(?:\s(?:trọng tâm|cụ thể|chủ yếu|sau đây|sau|trước mắt|thời gian tới|trong thời gian tới)){0,3}(?:\s(đối với|cho)\s|[.:]\s*$)/iu;

/** "Trong quý IV năm 2025, ...": a limit may stand in the words before the name. */
export const OPENS_WITH_LIMIT =
  /^(?:cũng trong|từ nay|từ ngày|tại kỳ|ngay trong|không (?:muộn|chậm|quá|để)|kết thúc trước|cuối|trong|trước|đến|phấn đấu|chậm nhất|muộn nhất|sau khi|ngay sau khi|khi|hằng|hàng|định kỳ|xong)(?![\p{L}\p{M}])/iu;

/** "... để Sở A thẩm định, trình trước ngày ...": from here on others act. */
export const FOR_OTHERS =
  / để (?:tổng hợp,? (?:và )?(?:báo cáo|trình|gửi)|(?:các |những )?(?:sở|Sở|bộ|Bộ|UBND|Ủy ban|ban|Ban|cơ quan|đơn vị|Văn phòng|Phòng|phòng))\s/u;

/** Openings of a sentence that tells how things are. */
export const TELLS =
  /^(?:các|những|việc|kết quả|tình hình|công tác|hiện nay|hiện|đến nay|tuy nhiên|do|nhiều|một số|tổng|số|qua|thời gian qua|mặc dù|có|theo báo cáo|thực tế|bên cạnh|ghi chú|lưu ý:)(?![\p{L}\p{M}])/iu;

/** "Sau khi Nghị định được ban hành, Bộ sẽ có văn bản hướng dẫn": what the one who writes will do. */
const WILL_DO =
  /^(?:[^;:]{0,300},\s)?(?:Bộ|Sở|Cục|Ban|UBND|Ủy ban nhân dân|Văn phòng|Chính phủ|Tỉnh|Thành phố|Trung ương)(?:\s[\p{L}-]+){0,8}?\ssẽ\s\p{Ll}/u;
/** "Đẩy mạnh công tác đào tạo nghề là nhiệm vụ cấp bách": says what it is worth, not that it be done. */
const IS_A_DUTY =
  /^(?![^.;:]{0,160}(?:xác định|coi|quán triệt|nhận thức|nhận định|khẳng định)\s)[^.;:]{12,400}\slà\s(?:một trong những\s|một\s|những\s)?(?:nhiệm vụ|trách nhiệm|việc làm|nghĩa vụ|yêu cầu(?!\scủa))\s(?:hết sức\s|rất\s|đặc biệt\s)?(?:cấp bách|quan trọng|chính trị|trọng tâm|thường xuyên|cấp thiết|bức thiết|chung|của|thiêng liêng|lâu dài|then chốt|hàng đầu)/iu;

/** "Báo cáo đột xuất: theo yêu cầu của UBND tỉnh": when a kind of report is due, not that anybody report now. */
const SAYS_WHEN_REPORTED =
  /^Báo cáo (?:đột xuất|chuyên đề|nhanh|khẩn)\s?(?:\([^)]*\)\s?)?:\s(?:thực hiện )?(?:theo|khi|nếu)\s/iu;

/** "Văn bản này thay thế Công văn số ...", "Nơi nhận báo cáo: ...", "Kinh phí: từ nguồn ...": of the paper, the address, the money. */
const OF_THE_PAPER =
  /^(?:(?:đơn vị|cơ quan|địa phương|xã|phường|cá nhân|cán bộ|chủ đầu tư)(?:, \p{Ll}+ \p{Ll}+)? nào\s|(?:văn bản|công văn|chỉ thị|kế hoạch|thông báo|công điện|quy chế|quyết định|hướng dẫn)\s(?:này|trên)\s(?:được\s)?(?:thay thế|có hiệu lực|phổ biến|hủy bỏ|bãi bỏ|ban hành kèm)|(?:nơi|địa chỉ|đầu mối|bộ phận) (?:nhận|tiếp nhận)[^.;:]{0,40}:\s|(?:nguồn )?kinh phí[^.;:]{0,40}(?::\s?(?:từ|do|nguồn|trong|ngân sách|sử dụng từ)|\s(?:lấy|được lấy|bố trí|sử dụng) từ)(?![\p{L}\p{M}]))/iu;

/** "Đề nghị của Công ty A về ...", "Vướng mắc xin liên hệ Phòng B ...": what was asked, or where to ask. */
const REQUEST_OR_CONTACT =
  /^(?:đề nghị|kiến nghị|đề xuất) của\s|^(?:(?:mọi|nếu có) )?(?:vướng mắc|thắc mắc|thông tin|chi tiết)[^.;]{0,60}\sliên hệ\s/iu;
/** "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện": the office that sends the paper. */
const TELLS_ALL =
  /^(?:Thừa [^.;]{3,60}, )?(?:Văn phòng|Ủy ban nhân dân|UBND)[^.;]{0,60}?\s(?:xin |trân trọng ){0,2}thông báo (?:để|đến|tới|và)\s/u;
/** Praise, consent, thanks or an enclosure, or what the writer will do: no instruction, whoever is spoken to. */
export const isNoOrder = (words: string): boolean =>
  SAYS_WHEN_REPORTED.test(words) ||
  OF_THE_PAPER.test(words) ||
  REQUEST_OR_CONTACT.test(words) ||
  TELLS_ALL.test(words) ||
  /^\(|^(?:đính kèm|gửi kèm|kèm theo|chi tiết (?:tại|theo|có))/iu.test(words) ||
  /^(?:đánh giá cao|ghi nhận|biểu dương(?!, khen thưởng kịp thời)|hoan nghênh|đồng ý|nhất trí|thống nhất(?! (?:một|đầu mối|quy trình|mẫu|cách|lịch|phương thức))|cơ bản (?:đồng ý|thống nhất|nhất trí)|khẳng định|cảm ơn|chúc mừng|trân trọng|kính trình|trên đây là)(?![\p{L}\p{M}])/iu.test(
    words,
  ) ||
  /^[^.;:]{8,120}\sdo\s[^.;:,]{3,60}\s(?:phân công|quyết định|quy định)\.?$/iu.test(words) ||
  WILL_DO.test(words) ||
  IS_A_DUTY.test(words);

/** "Tỷ lệ lấp đầy mới đạt ...", "Công tác này đã được ...": a sentence that tells, where no verb opens it. */
export const isAccount = (words: string): boolean =>
  /^[^,.;:]{0,80}\s(?:đã|là|được|còn|đạt)\s/u.test(words.slice(0, 90));

/** "Được biết, ...", "Trước đó ...", "Ngày 23/5, ...", "Đây là ...": on a page of news the telling goes on. */
export const BACKGROUND =
  /^(?:được biết|tham dự|chốt lại|khép lại|bên lề|trước (?:đó|đây)|(?:chia sẻ|trao đổi|trả lời|nói) (?:với|về|thêm)|hiện(?: nay|,)|đến nay|tính đến|ngày \d|sáng \d|chiều \d|theo (?:ông|bà|thống kê|báo cáo|số liệu|đại diện|kết quả)|tại (?:cuộc họp|hội nghị|buổi)|phát biểu|đây là|qua (?:kiểm tra|rà soát)|năm (?:ngoái|trước)|từ đầu năm|thời gian qua|vừa qua|những năm|thực tế|như vậy|như đã|tuy nhiên|dù|mặc dù|liên quan|dự kiến|nhiều|không ít)(?![\p{L}\p{M}])/iu;
const CLOSES_TASK =
  /^(?:kết quả|báo cáo|số liệu|danh sách|hồ sơ|ý kiến|văn bản|thời (?:gian|hạn)|nội dung|hoàn thành|việc này|tiến độ)(?![\p{L}\p{M}])/iu;

/** Does a sentence of a page of news tell how things were or are, so that the order before it has ended? */
export const isTelling = (sentence: string): boolean =>
  BACKGROUND.test(sentence) ||
  /^[^.;:,]{2,90}\s(?:cho biết|cho hay|cho rằng)(?=[\s,:])/iu.test(sentence) ||
  (!CLOSES_TASK.test(sentence) && (isAccount(sentence) || /^[^.;:]{0,90}\s(?:đã|từng)\s/u.test(sentence)));

/** "Bộ B đã chỉ đạo ...", "Kinh phí của các chốt đã được cấp": in a document, a sentence that reports what has been done. */
export const isReport = (sentence: string): boolean =>
  /^\p{Lu}/u.test(sentence) &&
  !CLOSES_TASK.test(sentence) &&
  /^(?!Những|Đối với|Với|Trường hợp|Nếu|Khi|Sau khi)[^.;:,]{2,110}?\s(?:đã|đang|hiện đang|vừa)\s(?!được (?:giao|phân công|phê duyệt|ban hành|duyệt)|nêu|có|giao|ban hành|hoàn thành|xong|đề ra)/u.test(
    sentence,
  );

/** The end of a clause without the full stop, the footnote mark and the closing "./.". */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s.;,:/…"(]/.test(text[end - 1]!)) end--;
  const joint =
    /[\s,;.](?:đồng thời|và|ngoài ra|bên cạnh đó|cùng với đó|song song với đó|trong khi đó|đáng chú ý|tương tự|đối với)[,:]?$/iu.exec(
      text.slice(Math.max(from, end - 20), end),
    );
  if (joint) {
    end -= joint[0].length;
    while (end > from && /[\s.;,:/]/.test(text[end - 1]!)) end--;
  }
  return end;
}

/** Where "Văn phòng ... thông báo để ... biết, thực hiện" begins, if it was run together with the paragraph before. */
export function noticeFrom(text: string, from: number, to: number): number {
  const found =
    /[.;]\s(?=(?:Thừa [^.;]{3,60}, )?(?:Văn phòng|Ủy ban nhân dân|UBND)[^.;]{0,60}\s(?:xin )?thông báo (?:để|đến|tới|và)\s)/u.exec(
      text.slice(from, to),
    );
  if (found) return from + found.index;
  // A closing sentence of its own for those in difficulty is no part of the task before it.
  const difficulty =
    /[.]\s(?=(?:Trong quá trình [^.;,]{3,60}, )?(?:[Nn]ếu|[Tt]rường hợp) (?:có |gặp |phát sinh )?(?:các )?(?:khó khăn|vướng mắc|vấn đề))/u.exec(
      text.slice(from, to),
    );
  return difficulty && difficulty.index > 40 ? from + difficulty.index : to;
}
