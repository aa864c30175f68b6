/** A labelled line of a plan: "Cơ quan chủ trì: Sở Nội vụ." */
export interface Label {
  role: 'content' | 'lead' | 'coordinate' | 'time' | 'product' | 'other';
  /** Where the value begins in the text given. */
  valueAt: number;
}

const AGENCY_WORD =
  '(?:người|cán bộ|cơ quan|đơn vị|sở, ngành|sở, ban, ngành|bộ phận|tổ chức|cá nhân|ban, ngành|địa phương)';
const FORMS: [Label['role'], RegExp][] = [
  [
    'coordinate',
    new RegExp(
      `^(?:các )?(?:${AGENCY_WORD}(?:, ${AGENCY_WORD})*\\s)?(?:tham gia\\s)?phối hợp(?: thực hiện| chính| tham gia)?\\s?:\\s?`,
      'iu',
    ),
  ],
  [
    'lead',
    new RegExp(
      `^(?:các )?(?:phân công\\s)?(?:(?:${AGENCY_WORD}|trách nhiệm)(?:, ${AGENCY_WORD})*\\s)(?:chủ trì(?: thực hiện| triển khai| tham mưu|, thực hiện)?|thực hiện|đầu mối|chịu trách nhiệm(?: chính)?|tham mưu|triển khai|phụ trách)(?:\\s(?:chính|nhiệm vụ))?\\s?:\\s?`,
      'iu',
    ),
  ],
  [
    'lead',
    /^(?:trách nhiệm|phân công|giao|cơ quan|đơn vị)\s(?:lãnh đạo,? )?(?:chỉ đạo|tổ chức|chỉ đạo, tổ chức|theo dõi, chỉ đạo)(?:,? (?:thực hiện|triển khai)(?: thực hiện)?)?\s?:\s?|^(?:chủ trì(?: thực hiện)?|giao chủ trì|thực hiện|phân công(?: thực hiện| chủ trì)?|trách nhiệm(?: thực hiện)?|đầu mối(?: thực hiện)?)\s?:\s?/iu,
  ],
  [
    'time',
    /^(?:hoàn thành|thời gian|thời hạn|tiến độ|hạn|lộ trình|mốc thời gian)(?:[,\s]\s?(?:thực hiện|hoàn thành|triển khai|báo cáo|trình|tiến độ|dự kiến|và|kết thúc|hoàn tất|thời hạn|tổ chức|ban hành|(?:trình|báo cáo) [\p{L} ]{3,30})){0,4}\s?:\s?/iu,
  ],
  [
    'product',
    /^(?:sản phẩm|kết quả|đầu ra|yêu cầu kết quả|kết quả, sản phẩm|sản phẩm, kết quả)(?:\s[\p{L} ,]{0,30})?\s?:\s?/iu,
  ],
  ['content', /^(?:nội dung|nhiệm vụ|công việc|hoạt động|tên nhiệm vụ)(?:\s[\p{L} ,]{0,30})?\s?:\s?/iu],
  [
    'other',
    /^(?:kinh phí|hình thức|địa điểm|thành phần|đối tượng|lãnh đạo (?:chỉ đạo|phụ trách)|cấp trình|cơ quan ban hành|cấp ban hành|ghi chú|phương thức)(?:\s[\p{L} ,]{0,30})?\s?:\s?/iu,
  ],
];

/** "4. Tổ chức thực hiện:" opens a part of the document; "Tổ chức" is no body there. */
const PART = /^tổ chức (?:thực hiện|triển khai)/iu;

/** The label with which a paragraph or sentence opens, if it is one; it may stand in brackets. */
export function readLabel(text: string): Label | undefined {
  const skip = /^\(\s?/.exec(text)?.[0].length ?? 0;
  if (PART.test(text)) return undefined;
  for (const [role, form] of FORMS) {
    const found = form.exec(text.slice(skip));
    if (found) return { role, valueAt: skip + found[0].length };
  }
  return undefined;
}
