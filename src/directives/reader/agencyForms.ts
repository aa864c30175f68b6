import { BARE_NOUNS, CLASS_NOUNS } from './classWords.ts';
import { FIELDS, PLACE_SUBJECTS } from './fieldNames.ts';
import { TITLES } from './titleWords.ts';

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
export const oneOf = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(quoted)
    .join('|');
export const END = '(?![\\p{L}\\p{M}\\d])';
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** "quý Bộ", "Quý cơ quan": in a letter, the one to whom it is sent. */
export const HONOURED =
  /[Qq]uý\s(?:(?:[Cc]ác )?[Cc]ơ quan, đơn vị|[Bb]ộ|[Ss]ở|[Bb]an|[Cc]ục|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|[Ủủ]y ban|UBND|[Vv]ăn phòng|[Hh]ội|[Cc]ông ty|[Nn]gân hàng|[Tt]rường|[Tt]ỉnh|[Dd]oanh nghiệp|[Tt]ập đoàn|[Tt]òa|[Vv]iện|[Tt]rung tâm)(?![\p{L}\p{M}\d])/uy;
/** "các ông (bà) Giám đốc ...": only before a title. */
const PERSONS = String.raw`(?:các |những )?(?:ông|bà)(?:(?:,| và|\/|,? \(|(?= ))\s?(?:ông|bà)\)?)?(?=\s(?:chủ tịch|giám đốc|trưởng|thủ trưởng|chánh|phó|tổ trưởng|bí thư|hiệu trưởng|chỉ huy|cục trưởng|viện trưởng))`;
/** "ông Trần Văn Bình - Giám đốc Sở Xây dựng": a person whose office follows. */
const IN_OFFICE = String.raw`(?:ông|bà)(?=\s\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,4}(?:,|\s[-–])\s(?:Phó |Quyền )?(?:Giám đốc|Chủ tịch|Trưởng|Bí thư|Chánh|Hiệu trưởng|Chỉ huy|Tổ trưởng|Thủ trưởng|Cục trưởng)\s)`;
export const DETERMINER = new RegExp(
  `(?:${PERSONS}|(?:các|những) đồng chí(?=\\s(?:lãnh đạo|phụ trách|được phân công)\\s)|tất cả các|toàn thể các|toàn bộ các|toàn bộ|toàn thể|toàn hệ thống(?: các)?|một số|các|những|mỗi|từng|hai|ba|bốn|100\\s?%|0[2-9]|\\d{2,3}|${IN_OFFICE}|đồng chí|đ/c)\\s`,
  'iuy',
);
export const CLASS = new RegExp(`(?:${oneOf([...CLASS_NOUNS, ...CLASS_NOUNS.map(capital)])})${END}`, 'uy');
export const BARE = new RegExp(`(?:${oneOf(BARE_NOUNS)})${END}`, 'uy');
export const BARE_OPENING = new RegExp(`(?:${oneOf([...BARE_NOUNS.map(capital), ...PLACE_SUBJECTS])})${END}`, 'uy');
export const SMALL_TITLE = new RegExp(
  `(?:${oneOf(TITLES.map((title) => title[0]!.toLowerCase() + title.slice(1)))}|trưởng|(?:Quyền|Phó)\\s(?:Trưởng|Giám đốc|Chủ tịch)|Trưởng)\\s(?=các\\s|\\p{Lu})`,
  'uy',
);
/** "..., phòng Kinh tế các xã", "trung tâm Y tế": a head in small letters before its field. */
export const SMALL_HEAD =
  /tổ(?=\s(?:CNSCĐ|công nghệ số|ANTT|ANTTCS)(?!\p{L}))|(?:ban thường vụ|thường trực|đảng ủy|ủy ban nhân dân|hội đồng nhân dân|ủy ban kiểm tra|ban chấp hành)(?=\s(?:các|đảng ủy|cấp ủy|xã|phường|cấp)\s)|sở(?=\s[\p{L}&-]+(?:\s\p{L}+){0,4}?\scác (?:tỉnh|địa phương)(?![\p{L}\p{M}]))|(?:cục thuế|cục hải quan|chi cục thuế|công an|bảo hiểm xã hội)(?=\s(?:các tỉnh|tỉnh|các địa phương|các xã)(?![\p{L}\p{M}]))|(?:phòng|trung tâm|chi cục|trạm|ban quản lý|bệnh viện|kho bạc|hạt|đội)(?=\s(?:Lao|Kinh tế|Văn hóa|Giáo dục|Nội vụ|Y tế|Nông|Tài|Tư pháp|Quản lý|Thanh tra|Dịch vụ|Kiểm|Phục vụ|Khuyến|Chính trị|Hành chính|Nhà nước|Chăn nuôi|Thú y|Bảo vệ|Thủy|Dự án|Đa khoa)(?![\p{L}\p{M}]))/uy;
/** "Trưởng các phòng", "ban thường vụ các đảng ủy xã": heads that stand for a class, the bodies in small letters. */
export const isClassHead = (words: string): boolean =>
  /^(?:Trưởng các|sở|cục thuế|cục hải quan|chi cục thuế|công an|bảo hiểm xã hội|ban thường vụ|thường trực|đảng ủy|ủy ban nhân dân|hội đồng nhân dân|ủy ban kiểm tra|ban chấp hành)\s/u.test(
    words,
  );
/** "Ban, ngành, đoàn thể xã ...", "Cấp ủy, tổ chức đảng các cấp ...": class nouns in a row that open a sentence. */
export const CLASS_RUN =
  /^(Sở|Cơ quan|Ban|Cấp ủy|Phòng|Hội|Thôn|Đơn vị|Trưởng thôn|Trưởng bản|Trưởng ấp|Doanh nghiệp|Bộ|Ngành)(?:,\s(?:[Bb]an|ngành|đơn vị|cơ quan|tổ chức đảng|tổ chức|chính quyền|đoàn thể|địa phương|bản|ấp|khu phố|tổ dân phố|hợp tác xã)(?![\p{L}\p{M}])|\s(?=ngành,\sđoàn thể))/u;
/** "các Sở, Ban, Ngành": class nouns written with a capital. */
export const CAPITAL_NOUN =
  /Tổng [Cc]ông ty(?=\s[Nn]hà nước|,)|(?:Ban|Vụ|Cục|Viện|Tổng cục|Ngành|Đoàn thể|Địa phương|Đơn vị|Tổ chức|Quận|Huyện|Thị xã|Thị trấn|Thành phố|Xã|Phường|Đặc khu|Thôn|Bản|Ấp)(?=,\s|:|\s(?:liên quan|cấp|ngành|của|thuộc|tỉnh|trên|trong (?:tỉnh|thành phố|huyện)|và\s|Thành phố|Tỉnh)|$)|(?:Quận|Huyện|Thị xã|Thị trấn|Thành phố|Xã|Phường|Đặc khu|Thôn|Bản|Ấp)(?=\s\p{Ll})/uy;
export const FIELD = new RegExp(`(?:${oneOf(FIELDS)})${END}`, 'uy');
/** Class nouns that only make sense one after the other: "các sở, ban, ngành", "xã, phường". */
export const LIST_NOUN = new RegExp(
  `(?:${oneOf(CLASS_NOUNS.filter((noun) => !/^(?:chủ tịch|giám đốc|bí thư|lãnh đạo|chủ đầu tư|nhà đầu tư|nhà thầu|người đứng đầu|văn phòng|thủ trưởng|cán bộ)$/.test(noun)))})${END}`,
  'uy',
);
export const TITLE_AGAIN = new RegExp(
  `(?:${oneOf([...TITLES, ...TITLES.map((t) => t[0]!.toLowerCase() + t.slice(1))])})${END}`,
  'uy',
);
/** "đồng chí A - Phó Chủ tịch, | đồng chí B ...": one more person. */
export const NEXT_PERSON = /^(?:đồng chí|đ\/c|ông|bà)\s\p{Lu}\p{Ll}*\s\p{Lu}/u;
const TITLES_ONLY = new RegExp(`^(?:các )?(?:${oneOf(TITLES)}|ông|bà)(?: [^,]{0,40})?, $`, 'iu');
/** "Giám đốc, | Phó Giám đốc ...": titles before any office is named. */
export const areTitles = (soFar: string): boolean =>
  TITLES_ONLY.test(soFar) &&
  !/(?:Ủy ban|UBND|Sở|Bộ \p{Lu}|\scác\s|\s(?:tỉnh|Chính phủ|thành phố|xã|phường|huyện), $)/u.test(soFar);
export const CLASS_SET = new Set([
  'nhà thầu',
  'nhà đầu tư',
  'chủ đầu tư',
  'đơn vị',
  'cơ quan',
  'doanh nghiệp',
  'hợp tác xã',
]);
export const WORD = /[\p{L}\p{M}\d&./'"+-]+/uy;
export const UNIT_AFTER_HEAD = /^(?:các\s)?(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|cấp)/u;
/** "các cơ quan phối hợp có trách nhiệm": a verb that is part of the name, because the real one follows. */
export const NAME_VERBS =
  /^(?:chủ trì|phối hợp|quản lý|tham mưu|thực hiện|tư vấn|thi công|vận hành|kiểm tra|thẩm định|thường trực|sử dụng|đầu tư|phục vụ|sản xuất|hoạt động|chủ quản|chỉ đạo|cung cấp|thanh tra|kinh doanh|truyền thông|thông tin|tuyên truyền|liên kết|đào tạo|tiếp nhận|khai thác|cứu hộ|cứu nạn|chữa cháy|tuần tra|canh gác|tìm kiếm)$/u;

/** What may follow "các" inside a name: "UBND các xã". */
export const MEMBERS =
  /^(?:xã|phường|huyện|tỉnh|cấp|sở|bộ|đơn vị|cơ quan|thành phố|quận|thị|đặc khu|tập đoàn|tổng|khu|hội|công|ban|trường|địa|doanh|tổ|hộ|tầng lớp|ngành|thôn|bản|ấp|xóm|phòng|chi|đảng|đoàn thể|nhà trường|hợp|tàu|bệnh viện|chung cư|chợ|trạm|cơ sở|bến|cảng|dự án|công trình|gói thầu|mỏ|hồ)/iu;
/** Small words after the place that closes a name: what is to be done begins. */
export const AFTER_PLACE =
  /^ (?!ủy[ ,]|đoàn[ ,]|có |nơi |phụ trách |liên quan|cũ|mới|trực thuộc|và |hội(?![\p{L}\p{M}])|nghị |nghèo|biên giới|miền|vùng|trọng)\p{Ll}/u;
/** "Sở A - cơ quan thường trực của Ban Chỉ đạo - tổng hợp ...": what it is, between two dashes. */
export const WHAT_IT_IS = /^(?:là )?(?:cơ quan|đơn vị|bộ phận|thường trực|đầu mối|thành viên|chủ đầu tư)(?= )/u;
/** "Sở A (cơ quan thường trực)", "(qua Sở Nội vụ)": says what of it, and is no part of the name. */
export const ASIDE =
  /^\((?:là|giao|có danh sách|danh sách|[Cc]hủ đầu tư|do (?:đồng chí|ông|bà)|đồng chí|đ\/c|ông|bà|đề nghị|cơ quan|đơn vị|chủ trì|đầu mối|thường trực|thông qua|qua|theo|để|như|kèm|phối hợp|sau đây|hoàn thành|thời hạn|thời gian|trước|xong|hạn|chậm nhất|trong)(?![\p{L}\p{M}])/iu;
/** What a class of bodies does for a living: "các đơn vị quản lý đường bộ". */
export const TRADES =
  /^(?:quản lý|nuôi trồng|sản xuất|kinh doanh|khai thác|cung cấp|vận hành|thi công|sử dụng|tư vấn)$/u;

/** "Kho bạc Nhà nước từ tỉnh đến huyện". */
export const LEVELS =
  /^từ (?:tỉnh|[Tt]rung ương|huyện) (?:đến|tới|xuống) (?:huyện|xã|cơ sở|địa phương|thôn)(?![\p{L}\p{M}])/u;
/** "các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa", "các địa phương gồm: Ninh Bình, Thanh Hóa". */
export const RANGE =
  /^(?:từ (?:tỉnh |thành phố |huyện |xã )?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3} (?:đến|tới) (?:tỉnh |thành phố |huyện |xã )?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3}(?: và (?:khu vực|vùng) \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3})?|gồm:? \p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3}(?:(?:, | và )\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,3}){1,30})/u;
/** "các đồng chí được phân công phụ trách địa bàn", "các cơ quan được giao chủ trì". */
export const CHARGED =
  /^(?:đã )?được (?:phân công|giao|nêu)(?: nhiệm vụ)?(?: (?:phụ trách|theo dõi|chủ trì|quản lý|tiếp nhận|làm chủ đầu tư|làm đầu mối|tại|trong|ở))?(?![\p{L}\p{M}])/u;
/** "có trách nhiệm", "có ý kiến" are something to do, "có tên trong Phụ lục" a clause; "các địa phương có rừng" is who. */
export const HAVING_TO_DO =
  /^có (?:thể|trách nhiệm|nhiệm vụ|ý kiến|văn bản|kế hoạch|phương án|giải pháp|biện pháp|báo cáo|tờ trình|hình thức|(?:tên )?(?:tại|trong|ở)|\d)/u;
/** "những vụ việc", "các bản cam kết": a class noun's word in another sense. */
export const NOT_CLASSES =
  /^(?:trường (?:thông tin|dữ liệu)|vụ (?:việc|án|cháy|tai nạn|vi phạm|mùa|lúa|tranh|còn lại|tồn đọng|khiếu)|bản (?:cấp|gửi|lưu|chính|sao|gốc|cam kết|kế hoạch|đồ|án|vẽ|tin|mô tả)|tổ hợp(?! tác)|trường hợp|cấp độ|ban ngày|báo cáo|hội nghị|hội thảo|bộ (?:phận dân|máy|tiêu chí|chỉ số|thủ tục|hồ sơ)|cơ sở (?:pháp lý|dữ liệu|dự báo)|đại biểu quốc)/iu;
export const NOT_AGENCIES =
  /^(?:Hội (?:nghị|thảo|chợ|họp)|Đoàn kết|Bộ (?:luật|máy|tiêu chí|chỉ số|thủ tục)|Khối lượng|Báo (?:cáo|động)|Phòng(?:,| chống| ngừa| bệnh| thủ)|Quỹ đất|Trường hợp|Viện trợ|Trạm biến|Đội ngũ|Thuế suất|Tổ chức(?! (?:Đoàn Thanh n|Công đoàn))|Thường vụ Quốc|Nhóm (?:nhiệm|giải|vấn|ý kiến|việc|nội)|Đại học Quốc gia$|Ban hành|Ban ngày|Đoàn viên|Hội viên|Lãnh đạo,|Chi nhánh$)/u;
/** Which units: "UBND các xã được giao làm chủ đầu tư". */
export const IN_CHARGE = /^(?:đã )?được (?:giao|phân công) (?:làm chủ đầu tư|làm đầu mối|quản lý|phụ trách)\s/u;
/** After a head that is a verb too: whose body it is. */
export const GOES_ON_AS_NAME =
  /^ (?:tỉnh|thành phố|huyện|thị xã|quận|khu vực|nhà nước|giao thông(?! (?:đường|trên))|chuyên ngành|các (?:[Ss]ở|[Bb]ộ)|\p{Lu})/u;
