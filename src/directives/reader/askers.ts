import type { AgencyMention } from './mentions.ts';
import { SURNAMES } from './surnames.ts';

/** How one who directs is told from those who are directed. */

/** "Đáng chú ý, Nam Hải (cũng) yêu cầu | lực lượng ...": on a page of news a place asks in its own name. */
export const PLACE_ASKS =
  /(?:^|[.,;]\s|[Mm]ặc dù\s)(?:(?:tỉnh\s|thành phố\s|huyện\s)?\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s(?:cũng\s|còn\s)?|(?:TP\.? ?(?:HCM|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2})\s(?:cũng\s|còn\s|vừa\s)?|(?:tỉnh|thành phố|huyện|bộ|sở|đơn vị|ngành|cơ quan)\s(?:cũng|còn)\s))$/u;

/** "Theo đó, ông Trần Văn Hải (cũng) yêu cầu | Sở A ...", "Đồng thời, đồng chí cũng đề nghị | Sở B": so does a person. */
export const PERSON_ASKS =
  /(?:^|[.,;]\s)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]\/c)(?:(?:\s\p{Lu}\p{Ll}*){1,5}\s(?:cũng\s|còn\s|đã\s)?|\s(?:cũng|còn)\s)$/u;

/** One named before, by a word: "Bộ yêu cầu ...", "ông chỉ đạo ...". */
export const AUTHOR =
  /^(Bộ trưởng|Thứ trưởng|Phó Thủ tướng|Phó Chủ tịch|Chủ tịch|Bí thư|Giám đốc|Bộ|Sở|Cục|[Tt]ỉnh|[Tt]hành phố|Huyện|[Ôô]ng|[Bb]à|Đồng chí)\s(?!đã\s)\p{Ll}/u;

/** On a page of news the document itself asks: "Chỉ thị cũng yêu cầu ...", "Công điện của Chủ tịch UBND tỉnh giao ...". */
export const DOCUMENT_AUTHOR =
  /^(?:chỉ thị|công điện|công văn|văn bản|thông báo|kết luận|kế hoạch|nghị quyết)(?:\s(?:này|trên|nêu trên|số\s\S+|ngày\s[\d/]+|của\s[^,.;:]{3,60}?)){0,3}(?=\s(?:(?:cũng|còn|đồng thời|tiếp tục)\s)?(?:yêu cầu|giao|đề nghị|phân công)\s)/iu;

/** "Đối với Sở A, ông đề nghị | rà soát ...": those spoken to stand before the one who asks. */
export const ASKED_OF = /^, (?:[^,;.:]{2,70}? )?(?:cũng |còn )?(?:đề nghị|yêu cầu|lưu ý) (?:cần |phải )?/u;

/** "Về phía UBND các xã, Chủ tịch UBND tỉnh giao | rà soát ...": the one who asks stands last among the names. */
export const ASKER =
  /^\s(?:cũng\s|còn\s)?(?:giao|yêu cầu|đề nghị|chỉ đạo|lưu ý|nhắc)\s(?:cần\s|phải\s|nhiệm vụ\s)?(?:(?:các\s)?(?:đơn vị|cơ quan|địa phương)\snày\s(?=\p{Ll}))?/u;

/** Who stands above every agency that a directive of the province can charge. */
export const SUPERIORS =
  /^(?:đồng chí )?(?:Thủ tướng(?: Chính phủ)?|Phó Thủ tướng.*|(?:Phó )?Chủ tịch (?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|Thành phố)|(?:Phó )?Bí thư (?:Tỉnh|Thành) ủy|Lãnh đạo (?:UBND )?tỉnh|Ông|Bà)$/iu;

/** Who may sign a directive or preside over its meeting. */
export const MAY_DIRECT =
  /(?:UBND|Ủy ban nhân dân|[Cc]hủ tịch|Thường trực|[Tt]ỉnh ủy|[Tt]hành ủy|Huyện ủy|Đảng ủy|Ban Thường vụ|Chính phủ|[Tt]hủ tướng|HĐND|Hội đồng nhân dân|[Bb]í thư|Ban Chỉ đạo|Ban chỉ đạo|Ban Chỉ huy|Bộ Chính trị|Ban Bí thư|Quốc hội|Văn phòng|[Ll]ãnh đạo|[Tt]rưởng|[Gg]iám đốc|[Nn]gười đứng đầu|[Đđ]ồng chí)/u;

/** In a news page these direct by "chỉ đạo" as a document does by "giao". */
export const LEADERS =
  /^(?:đồng chí )?(?:Thủ tướng|Phó Thủ tướng|Phó Chủ tịch|Chủ tịch|Bí thư|Phó Bí thư|Thường trực)/iu;

const TOLD_OF =
  /^(?:đồng chí )?(?:(?:Phó )?Thủ tướng(?: Chính phủ)?|(?:Phó )?Chủ tịch (?:Thường trực )?(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố|Thành phố|TP)(?:[.\s]?\p{Lu}[\p{L}.]*)?(?:\s\p{Lu}\p{Ll}+)??|(?:Phó )?Bí thư (?:Tỉnh|Thành) ủy)(?:\s(\p{Lu}\p{Ll}+)\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+)?$/u;

/** On a page of news the leader and what he does there are told of: no task unless he must. A place after the office may name one who is told to act. */
export function isLeaderTold(name: string): boolean {
  const told = TOLD_OF.exec(name);
  if (!told) return false;
  return told[1]
    ? SURNAMES.has(told[1]) && !/Hồ Chí Minh$/u.test(name)
    : /(?:tướng|Chính phủ|tỉnh|phố|TP|ủy)$/u.test(name);
}

/** "..., Thủ tướng nói, | yêu cầu ...", "ông nhấn mạnh, đồng thời | giao ...". */
export const HAVING_SAID =
  /\s(?:nói|nhấn mạnh|khẳng định|cho biết|phát biểu|chia sẻ|lưu ý|cho rằng|nêu rõ|chỉ rõ|kết luận),\s(?:đồng thời\s|và\s)?$/u;

/** "Sở Công Thương đề nghị Bộ Công Thương bổ sung quy hoạch": no department charges a ministry. */
export const isAbove = (lead: string, authority: string): boolean =>
  /^(?:các\s)?(?:Bộ\s(?!Chỉ huy)|Chính phủ|Thủ tướng|Trung ương|Quốc hội|Ban Bí thư|Bộ Chính trị)/iu.test(lead) &&
  /^(?:(?:Giám đốc\s)?(?:các\s)?(?:Sở|sở)|UBND|Ủy ban nhân dân|Văn phòng(?! Chính phủ| Trung ương)|Phòng|Ban\s(?!Bí thư|Chấp hành Trung ương|Chỉ đạo))/u.test(
    authority,
  );

/** On a page of news a ministry that asks localities directs them. */
export const asksPlaces = (
  text: string,
  { authority, leads }: { authority: AgencyMention | undefined; leads: readonly AgencyMention[] },
): boolean =>
  authority !== undefined &&
  /^(?:Bộ(?: trưởng)?|Tổng cục|Ngân hàng Nhà nước)\s/u.test(text.slice(authority.start, authority.end)) &&
  leads.every((m) => /địa phương|tỉnh|thành phố|các [Ss]ở/u.test(text.slice(m.start, m.end)));

/** Does everybody asked here stand above the one who asks? */
export const asksAbove = (
  text: string,
  { authority, leads }: { authority: AgencyMention | undefined; leads: readonly AgencyMention[] },
): boolean =>
  authority !== undefined &&
  leads.every((m) => isAbove(text.slice(m.start, m.end), text.slice(authority.start, authority.end)));

/**
 * "Ngân hàng Nhà nước yêu cầu các tổ chức tín dụng rà soát", "UBND các xã có số chi vượt mức giao Trạm Y tế kiểm tra": what it
 * must ask of others is its own duty, as neither it nor a class told by its state directs by this document.
 */
export function passesOn(
  text: string,
  { authority, leads }: { authority: AgencyMention | undefined; leads: readonly AgencyMention[] },
): boolean {
  if (!authority) return false;
  const who = text.slice(authority.start, authority.end);
  if (authority.plural && /\s(?:có|còn|chưa|đã|bị)\s/u.test(who)) return true;
  const isBelow = (name: string): boolean => !/\p{Lu}/u.test(name) || isAbove(name, who);
  return !MAY_DIRECT.test(who) && leads.every((m) => isBelow(text.slice(m.start, m.end)));
}
