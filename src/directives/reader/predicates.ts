import type { AgencyGrammar } from './mentions.ts';
import { afterAdverbs, shortVerbAt, verbEnd } from './verbs.ts';

export const CONNECTOR =
  /(?:(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|(?:kể )?từ nay|trong khi đó|cụ thể|cụ thể là|trong thời gian tới|thời gian tới|đồng thời|ngoài ra|bên cạnh đó|theo đó|còn(?= \p{Lu})|trước mắt|trước hết|và|trong đó|tiếp theo|cùng với đó|mặt khác|riêng|do đó|vì vậy|trên cơ sở đó|(?:song song (?:với đó|đó)|đáng chú ý|đặc biệt|tương tự|cùng lúc(?: đó)?|cùng đó|đi đôi với đó|về lâu dài|cuối cùng|tiếp đó|không chỉ vậy|để làm được điều (?:đó|này)|cùng (?:thời gian|đợt) (?:trên|này|đó)|như vậy|tóm lại)(?=,)|(?:công điện|công văn|văn bản|chỉ thị|thông báo)(?:\s(?:trên|này|cũng))?\s(?:nêu rõ|chỉ rõ))[,:]?\s){1,2}/iuy;
export const INTRO =
  /^(?:căn cứ|trên cơ sở|trong|đối với|về|để|sau|nhằm|theo|khi|nếu|trước|từ|ngoài|bên cạnh|với|đến|thực hiện|tiếp thu|dưới sự|rút kinh nghiệm|chấp hành|quán triệt|phát huy(?= kết quả| những kết quả| thành tích)|qua|tiếp tục thực hiện|nhất trí|đồng ý|thống nhất|cơ bản|trường hợp|(?:hằng|hàng)(?! (?:hải|không|hóa))|định kỳ|xét|tùy|tuỳ|liên quan|trên đây|nhận được|phát biểu|kết luận|kết thúc|ở(?= (?:cơ sở|cấp|địa phương|từng))|vào(?= (?:ngày|tháng|quý|dịp|đầu|cuối|tuần|thứ|sáng|chiều))|cũng(?= trong )|(?:quá|hết) (?:thời )?hạn|cùng với|tại|riêng|chậm nhất|ngay|trên (?:tinh thần|nguyên tắc)|từ thực tế|đây là(?= [^.;:]{3,60}, )|(?:sáng|trưa|chiều|tối)(?= (?:thứ|ngày|mai|nay|\d))|tuần (?:này|sau|tới)|(?:đầu|giữa|cuối) (?:tuần|tháng|quý|năm)|phấn đấu (?:đến|hết|trong|trước))(?![\p{L}\p{M}])/iu;
const CIRCUMSTANCE =
  /^,\s(?:do|mỗi|trong|theo|trên cơ sở|căn cứ|với|tùy theo|ngoài|bằng|từ|khi|trước|sau|ngay sau|định kỳ|hằng|hàng|thừa (?:ủy quyền|lệnh)|được ủy quyền|nhất là|đặc biệt|gồm|đồng thời|tùy)(?![\p{L}\p{M}])/u;

/** The next comma before `to`, or -1; looks no further, so that a text without commas costs no more. */
export function commaFrom(text: string, from: number, to: number): number {
  const at = text.slice(from, Math.min(to, from + 600)).indexOf(', ');
  return at < 0 ? -1 : from + at;
}

/** "Chủ đầu tư, trong phạm vi, trách nhiệm của mình, nỗ lực ...": where the words of doing begin, or -1. */
function pastCircumstance(text: string, at: number, to: number): number {
  const when = /^,\s(?:trong|trước|ngay|từ|đến)\s[^.;:,]{3,50}\s(?=(?:phải|cần|có trách nhiệm)\s)/u.exec(
    text.slice(at, Math.min(to, at + 70)),
  );
  if (when) return at + when[0].length;
  if (!CIRCUMSTANCE.test(text.slice(at, at + 24))) return -1;
  let comma = at;
  for (let n = 0; n < 6; n++) {
    comma = commaFrom(text, comma + 2, Math.min(to, at + 300));
    if (comma < 0 || /[.;:]\s/.test(text.slice(at, comma))) return -1;
    if (verbEnd(text, comma + 2) > 0) return comma + 2;
  }
  return -1;
}

/** "Sở A cùng các địa phương | thống kê", "Tổ công tác do Giám đốc Sở A làm Tổ trưởng | kiểm tra". */
function pastCompany(text: string, end: number, to: number, grammar: AgencyGrammar): number {
  const chaired =
    /^\sdo\s[^.;:,]{3,80}?\s(?:làm (?:Tổ trưởng|Trưởng [Đđ]oàn|Trưởng [Bb]an)|(?:làm |là )?đầu mối)(?=\s)/u.exec(
      text.slice(end, Math.min(to, end + 120)),
    );
  if (chaired) return end + chaired[0].length;
  // "Sở A và Sở B, mỗi sở | thành lập ...".
  const each =
    /^,? mỗi (?:\p{Ll}+ ){0,2}?(?:sở|ngành|bộ|cơ quan|đơn vị|địa phương|xã|phường|huyện|tỉnh|thôn|tổ chức|đoàn thể|đồng chí|người)(?=\s)/u.exec(
      text.slice(end, end + 40),
    );
  if (each) return end + each[0].length;
  // "UBND xã, trực tiếp là Chủ tịch UBND xã | chỉ đạo ...".
  const inPerson =
    /^,\s(?:mà\s)?(?:trực tiếp|thường xuyên|nòng cốt|cụ thể|đứng đầu|trước hết|đặc biệt|nhất)\slà\s/u.exec(
      text.slice(end, end + 24),
    );
  if (inPerson) {
    const { items, end: after } = grammar.list(text, end + inPerson[0].length, to);
    if (items.length > 0) return text.startsWith(', ', after) ? after + 1 : after;
  }
  // "Sở A - cơ quan thường trực của Ban Chỉ đạo - | tổng hợp ...".
  const whatItIs =
    /^\s[-–]\s(?:là )?(?:cơ quan|đơn vị|bộ phận|thường trực|đầu mối|thành viên|chủ đầu tư)\s[^.;:–-]{2,90}?\s?[-–](?=\s)/u.exec(
      text.slice(end, Math.min(to, end + 120)),
    );
  if (whatItIs) return end + whatItIs[0].length;
  const company = /^,?\scùng(?:\svới)?\s/u.exec(text.slice(end, end + 14));
  if (!company) return end;
  const { items, end: after } = grammar.list(text, end + company[0].length, to);
  return items.length > 0 ? after : end;
}

/** Where the words of doing begin after a list that ends at `end`, or -1. */
export function predicateAt(text: string, end: number, to: number, grammar: AgencyGrammar): number {
  let next = pastCompany(text, end, to, grammar);
  // "Các địa phương chưa lập đề án thì khẩn trương ...".
  const then = /^\sthì\s/u.exec(text.slice(next, next + 5));
  if (then && verbEnd(text, next + then[0].length) > 0) return next + then[0].length;
  // "Sở A còn phải thẩm định ...", "Ban C cũng có trách nhiệm ...".
  const too = /^\s(?:còn|cũng|vẫn)\s(?=(?:phải|cần|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|tiếp tục)\s)/u.exec(
    text.slice(next, next + 26),
  );
  if (too) return next + too[0].length;
  // "Sở A khi xem xét, cấp giấy chứng nhận phải ...".
  const occasion =
    /^\s(?:đến|trước|chậm nhất|muộn nhất|hằng|hàng|định kỳ|khi|trong quá trình|trước khi|sau khi|trong khi|trong thời gian|ngoài việc|nêu tại|nêu trên|nêu ở|quy định tại|có tên tại|có tên trong)\s[^.;:]{3,220}?\s(?=(?:phải|cần|có trách nhiệm|chịu trách nhiệm)\s)/u.exec(
      text.slice(next, Math.min(to, next + 240)),
    );
  if (occasion) return next + occasion[0].length;
  if (text[next] === ',') {
    const after = pastCircumstance(text, next, to);
    if (after > 0) next = after;
    else if (/^,\s(?:chủ trì|phối hợp|căn cứ|trên cơ sở)/u.test(text.slice(next, next + 20))) next += 2;
    else return -1;
  } else {
    const standing = /^\slà (?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì)\s/u.exec(text.slice(next, next + 40));
    if (standing && verbEnd(text, next + standing[0].length) > 0) return next + standing[0].length;
    const inner =
      /^\s(?:là (?:cơ quan|đơn vị|bộ phận|lực lượng|đầu mối|thường trực|nòng cốt)[^.;:,]{0,90},|theo chức năng[^.;:,]{0,80}|theo thẩm quyền|trong phạm vi[^.;:]{0,80}|trên cơ sở[^.;:]{0,160}?,|trong quá trình[^.;:]{0,120}?,|theo [^.;:,]{0,60},)\s/u.exec(
        text.slice(next, next + 200),
      );
    const besides = /^\sngoài\s[^.;:,]{3,60}?\scòn\s/u.exec(text.slice(next, next + 80));
    if (besides && verbEnd(text, next + besides[0].length) > 0) return next + besides[0].length;
    if (inner && verbEnd(text, next + inner[0].length) > 0) next += inner[0].length;
    else if (text.startsWith(' theo ', next) && verbEnd(text, next + 1) < 0)
      return afterAccordingTo(text, next + 1, to);
    else if (text[next] === ' ') next++;
    else return -1;
  }
  if (next >= to) return -1;
  const past = afterLimit(text, next);
  if (verbEnd(text, past) > 0 || (past > next && shortVerbAt(text, past))) return past;
  if (
    /^(?:là (?:(?:cơ quan|đơn vị|bộ phận) )?(?:đầu mối|nòng cốt|thường trực|chủ trì)|căn cứ|trên cơ sở|với (?:vai trò|chức năng|trách nhiệm)|có trách nhiệm|chịu|cần|phải|không|làm|phụ trách|tự|sẽ|nhận|cho|để|cùng|cấp|mở|tạo|nâng|giữ|xây|trực|đặt|chuyển|chọn|ký|nắm|tìm|thay|thu|giảm|tăng|lấy|ghi|họp|tổ)(?![\p{L}\p{M}])/u.test(
      text.slice(next, next + 30),
    )
  )
    return next;
  return -1;
}

/** "Tổ công tác theo Quyết định số 12/QĐ-UBND tiếp tục rà soát": the first word of doing within reach, or -1. */
export function afterAccordingTo(text: string, at: number, to: number): number {
  const stop = Math.min(to, at + 160);
  for (let space = text.indexOf(' ', at + 5); space >= 0 && space < stop; space = text.indexOf(' ', space + 1)) {
    if (/[.;:]$/.test(text.slice(at, space))) return -1;
    // "theo nhiệm vụ được giao trong Quyết định này | tổ chức ...": what was given is no doing.
    if (text.slice(space - 4, space) === 'được') continue;
    if (verbEnd(text, space + 1) > 0) return space + 1;
  }
  return -1;
}

/** "Trong tháng 10/2025 | hoàn thành ...", "trước 31/12 hằng năm | tổng hợp ...": a limit with no comma after it. */
const LIMIT_FIRST =
  /^(?:trong|trước|từ nay đến|từ ngày|đến hết|đến|chậm nhất(?: là)?|muộn nhất(?: là)?|hằng|hàng|định kỳ|mỗi|\d{1,2}(?=\s(?:tháng|tuần|ngày|năm)\s(?:một|hai|ba|\d)\slần\s))\s(?:(?:hết|cuối|hằng|hàng|mỗi|vòng|một|hai|ba|lần|vài|giờ|sáng|chiều|ngày|tháng|quý|năm|tuần|[IVX]{1,3}(?:\/\d{4})?|\d{1,4}(?:\s?[/.-]\s?\d{1,4}){0,2}|\d{1,2}(?:h\d{0,2}|:\d{2})|thứ (?:hai|ba|tư|năm|sáu|bảy),?|đến|này|tới)\s){1,8}/iu;

/** Past such a limit at `at`, or `at`. */
export const afterLimit = (text: string, at: number): number =>
  at + (LIMIT_FIRST.exec(text.slice(at, at + 60))?.[0].length ?? 0);

/** "Công tác tuyên truyền: tăng cường ...", "Chế độ báo cáo: báo cáo hằng ngày ...": of what, before what is to be done. */
const TOPIC_FIRST = /^(?:Công tác|Việc|Nhiệm vụ|Nội dung|Chế độ|Hoạt động|Phong trào|Lĩnh vực)\s[^.;:]{3,90}:\s/u;

const RESULTS = /^Kết quả(?: [^.;,]{0,40}?)? (?:báo cáo|gửi|trình) (?!cho thấy)/u;

/** Does the clause at `at` begin with what is to be done, perhaps after adverbs or a phrase? */
export function beginsWithDoing(text: string, at: number, to: number): 'verb' | 'phrase' | undefined {
  CONNECTOR.lastIndex = at;
  const connector = CONNECTOR.exec(text);
  const place = afterAdverbs(text, connector ? at + connector[0].length : at);
  if (verbEnd(text, place, true) > 0 || RESULTS.test(text.slice(place, place + 70))) return 'verb';
  if (
    /^(?:Cần|Phải|Không|Làm|Có|Lấy|Thu|Nâng|Mở|Giữ|Tạo|Tăng|Giảm|Cấp|Đặt|Nắm|Tuyệt|Đưa|Lập|Tìm|Chuyển|Ký|Kẻ|Chốt|Chọn|Đi|Họp|Mua|Dọn|Đón|Dừng|Treo|Đóng|Trực|Bám|Viết|Cắt|Cắm|Gỡ|Ghi|Khóa|Nhắc|[Ll]à(?= (?:đầu mối|cơ quan|đơn vị))|Đúc kết|Lưu trữ|Bảo quản|Chỉ(?= (?:cấp|cho phép|thực hiện|bố trí|tổ chức))|Chưa(?= (?:thực hiện|điều chỉnh))|Thả|Bơm|Xả|Phun|Đo|Phụ trách)(?![\p{L}\p{M}])/u.test(
      text.slice(place, place + 12),
    )
  )
    return 'verb';
  const topic = TOPIC_FIRST.exec(text.slice(at, Math.min(to, at + 120)));
  if (topic && verbEnd(text, afterAdverbs(text, at + topic[0].length), true) > 0) return 'verb';
  const past = afterLimit(text, at);
  if (past > at && verbEnd(text, afterAdverbs(text, past)) > 0) return 'phrase';
  if (INTRO.test(text.slice(at, at + 30))) {
    const stop = Math.min(to, at + 500);
    // "Khi mực nước vượt báo động 2 thì sơ tán ...".
    const then = /^[^.;:]{8,160}?\sthì\s/u.exec(text.slice(at, stop));
    if (then && verbEnd(text, at + then[0].length) > 0) return 'phrase';
    // "Về báo cáo: gửi kết quả ...".
    const about = /^(?:Về|Đối với)\s[^.;:,]{3,60}:\s/u.exec(text.slice(at, stop));
    if (about && verbEnd(text, afterAdverbs(text, at + about[0].length), true) > 0) return 'phrase';
    // "Trước khi xác định giá khởi điểm phải rà soát ...".
    const must = /^(?:Trước khi|Trong|Tại|Sau khi|Khi|Ngay sau khi)\s[^.;:,]{4,180}?\s(?=(?:phải|cần)\s)/iu.exec(
      text.slice(at, stop),
    );
    if (must && verbEnd(text, afterAdverbs(text, at + must[0].length)) > 0) return 'phrase';
    let comma = commaFrom(text, at, stop);
    for (let n = 0; comma >= 0 && n < 8; n++) {
      if (verbEnd(text, afterAdverbs(text, comma + 2)) > 0) return 'phrase';
      comma = commaFrom(text, comma + 2, stop);
    }
  }
  return undefined;
}
