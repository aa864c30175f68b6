/** Sentences that tell what somebody has asked for: whom it names is charged by nobody yet. */

const PETITION =
  /^(?:[-–+•|]\s*)?(?:Có (?:bạn|ý kiến|cử tri|đại biểu|hộ)|(?:Nhiều |Một số |Các )?(?:[Cc]ử tri|[Nn]gười dân|[Nn]hân dân|[Cc]ông dân|[Hh]ộ dân|[Hh]ộ gia đình|[Đđ]ại biểu)|Ông|Bà|Anh|Chị)\s(?:[^.;]|\.\s?\()?[^;]{0,140}?\s(?:phản ánh|kiến nghị|khiếu nại|tố cáo|đề nghị|hỏi|thắc mắc|mong muốn)(?![\p{L}\p{M}])/u;
const PROPOSAL =
  /^[^.;:,]{2,90}?\s(?:từng |đã |có văn bản |có tờ trình )?(?:đề xuất|kiến nghị)\s(?:với\s)?(?:Thủ tướng|Chính phủ|UBND|Ủy ban nhân dân|[Cc]hủ tịch|[Tt]ỉnh|[Tt]hành phố|Bộ|Quốc hội|Trung ương|[Ll]ãnh đạo)[^.;:]{0,60}?\sgiao\s(?:cho\s)?(?=\p{Lu}|các\s)|^(?!Về|Đối với|Liên quan|UBND|Ủy ban|Chủ tịch|Thủ tướng|Thường trực)[^.;:,]{2,90}?\s(?:từng |đã )?(?:đề xuất|kiến nghị|đề nghị) giao\s(?:cho\s)?(?=\p{Lu})/u;
/** Who presides may ask on behalf of voters, or sums up what he has decided. */
const DECIDES = /^(?:Giao|Yêu cầu|Đề nghị|Phân công)\s/u;

/** How far back such a sentence may begin, so that a long paragraph costs no more. */
const REACH = 600;

const asksOnly = (sentence: string): boolean =>
  !DECIDES.test(sentence) && (PETITION.test(sentence) || PROPOSAL.test(sentence));

/** "Cử tri xã A đề nghị UBND tỉnh giao Sở B ...": does `at` stand in such a sentence of the paragraph from `from`? */
export function isAskedOnly(text: string, from: number, at: number): boolean {
  const back = Math.max(from, at - REACH);
  const start = back + (/^[\s\S]*[.!?;]["”']?\s+(?=\p{Lu}|$)/u.exec(text.slice(back, at))?.[0].length ?? 0);
  return asksOnly(text.slice(start, start + 360));
}
