import { HAVING_SAID, LEADERS, PERSON_ASKS, PLACE_ASKS } from './askers.ts';
import { clauseStarts } from './clauses.ts';
import { commaCharges } from './commaCharges.ts';
import type { AgencyGrammar } from './mentions.ts';
import { beginsWithDoing, CONNECTOR, commaFrom, INTRO } from './predicates.ts';
import { matchesIn } from './scan.ts';
import { afterCircumstance, afterHeadline, afterTopic, isObjectFirst } from './unmarked.ts';
import { afterAdverbs, verbEnd } from './verbs.ts';

const ASSIGN_ANYWHERE = /(?<![\p{L}\p{M}])(?:giao|yêu cầu|đề nghị|phân công)\s/giu;
/** "(i)", "(2)" inside a sentence. */
export const ENUMERATOR = /^(?:["“]\s?|\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)(?:\s|(?=\p{Lu})))/u;
/** "Đối với UBND các xã: ...", "Riêng Sở Y tế cần ...": one is spoken to, unless the words name what is dealt with. */
const TOWARDS =
  /^(?:về phía\s|(?:trách nhiệm|nhiệm vụ|vai trò|phần việc)(?: chính| cụ thể)? của\s|(?:đối với|với|riêng(?: đối với)?)\s(?!(?:các |những )?(?:hộ(?! chăn nuôi| kinh doanh| nuôi trồng| sản xuất)|người|cá nhân|trường hợp|doanh nghiệp|nhà thầu|công trình|dự án|tổ chức|địa bàn|\d+\s(?!tỉnh|xã|phường|huyện|quận|thành phố|đặc khu|thôn|bản|sở|bộ|ban|ngành|đơn vị|cơ quan|địa phương|công ty|doanh nghiệp|trường|bệnh viện|nhà thầu))))/iu;
const EARLIER = /^(?:trước đó|trước đây)[,\s]/iu;
/** "... phối hợp với đồng chí A, | đồng chí B": one more partner. */
const WITH_PERSONS = /\s(?:với|cùng|gồm|là|của|do)\s(?:các\s)?(?:đồng chí|đ\/c|ông|bà)\s[^.;]{0,120}$/u;
const THEREFORE = /[,;.]\s(?:do vậy|do đó|vì vậy|vì thế|bởi vậy|bởi thế|theo đó|do đó mà|từ đó),?\s$/iu;
const HEADS_IT = /^\s(?:làm đầu mối|là đầu mối|làm cơ quan (?:chủ trì|đầu mối|thường trực))\s/u;

const HEARD = /^[^,;:.]{3,100}?\s(?:báo cáo|trình bày|phát biểu|thảo luận|tham gia ý kiến|có ý kiến)[\s,;]/u;

/** Where in a sentence a charge may begin. */
export interface Opening {
  at: number;
  /** A sentence begins here, so that a capital may be a small letter's. */
  isStart: boolean;
  /** "Đối với Sở A, ...": those spoken to, set off by a comma. */
  isTowards?: boolean;
  /** After a comma inside a sentence: only surer words open a charge here. */
  isInner: boolean;
}

/** The places where a charge may begin: clause starts, the places after an introductory phrase, and assigning words. */
export function openings(
  text: string,
  from: number,
  to: number,
  grammar: AgencyGrammar,
  isStory: boolean,
  isNews: boolean,
): Opening[] {
  const places = new Map<number, Opening>();
  const put = (at: number, isStart: boolean, isInner: boolean): void => {
    if (at < to && !places.has(at)) places.set(at, { at, isStart, isInner });
  };
  // "Trước đó, tỉnh đã giao Sở A ..." tells of an earlier order.
  const clauses: number[] = [];
  const earlier: number[] = [];
  for (const at of clauseStarts(text, from, to)) (EARLIER.test(text.slice(at, at + 20)) ? earlier : clauses).push(at);
  for (let k = 0; k < clauses.length; k++) {
    let at = clauses[k]!;
    const stop = clauses[k + 1] ?? to;
    put(at, true, false);
    const enumerator = ENUMERATOR.exec(text.slice(at, at + 8));
    if (enumerator) {
      at += enumerator[0].length;
      put(at, true, false);
    }
    CONNECTOR.lastIndex = at;
    const connector = CONNECTOR.exec(text);
    if (connector) {
      at += connector[0].length;
      put(at, true, false);
    }
    // "Riêng" is also a connector: "Riêng các xã vùng cao, tích trữ nước".
    const spoken = /^riêng\s$/iu.test(connector?.[0] ?? '') ? at - connector![0].length : at;
    const towards = TOWARDS.exec(text.slice(spoken, spoken + 40));
    if (towards) {
      const named = spoken + towards[0].length;
      places.set(named, { at: named, isStart: true, isInner: false, isTowards: true });
    }
    // "Riêng 16 trụ nằm trong đất của công ty, | Sở A được giao ...": apart from what, and then who.
    if (spoken < at && !towards) {
      const apart = text.slice(at, Math.min(stop, at + 200)).search(/,\s\p{Lu}/u);
      if (apart > 0) put(at + apart + 2, false, true);
    }
    if (INTRO.test(text.slice(at, at + 30))) {
      // "Để chủ động ứng phó, giảm thiểu thiệt hại, Sở A ...": an aim may name several doings before anybody.
      const isAim = /^(?:để|nhằm|đối với|về)\s/iu.test(text.slice(at, at + 8));
      let comma = commaFrom(text, at, stop);
      // "Sau khi nghe Phòng A báo cáo, | Trung tâm B báo cáo, ...": who was heard is told nothing.
      const isHearing = /^(?:sau khi |qua )?nghe\s/iu.test(text.slice(at, at + 14));
      for (let n = 0; comma >= 0 && n < 8; n++) {
        if (!(isHearing && HEARD.test(text.slice(comma + 2, comma + 130)))) put(comma + 2, false, true);
        // From here on the clause says what is to be done: what follows is no new charge.
        const isFurtherIntro = INTRO.test(text.slice(comma + 2, comma + 32));
        if (!isFurtherIntro && !isAim && verbEnd(text, afterAdverbs(text, comma + 2)) > 0) break;
        comma = commaFrom(text, comma + 2, stop);
      }
    }
  }
  for (const at of clauses) {
    CONNECTOR.lastIndex = at;
    const place = afterTopic(text, at + (CONNECTOR.exec(text)?.[0].length ?? 0), to);
    if (place > 0) put(place, false, true);
  }
  let clauseAt = 0;
  for (const match of matchesIn(ASSIGN_ANYWHERE, text, from, to)) {
    // "Trước đó, tại cuộc họp ngày 3/11, Chủ tịch UBND tỉnh đã giao ...".
    const told = earlier.findLast((at) => at < match.at);
    if (told !== undefined && !/[.;]\s/u.test(text.slice(told, match.at))) continue;
    const before = text.slice(Math.max(from, match.at - 20), match.at);
    // "Hồ sơ còn thiếu bản vẽ, vì vậy đề nghị Sở A ...": what follows from what was told.
    if (THEREFORE.test(before)) {
      put(match.at, false, false);
      continue;
    }
    // "Về nhân sự: thống nhất | giao Sở A ...".
    const agreed = /(?<=[:;.]\s)(?:thống nhất|nhất trí|đồng ý)\s$/iu.exec(before);
    if (agreed) put(match.at - agreed[0].length, false, false);
    const asking = text.slice(Math.max(from, match.at - 44), match.at);
    if (isNews && (PLACE_ASKS.test(asking) || PERSON_ASKS.test(asking))) put(match.at, false, false);
    if (!/(?:^|[,;:.]\s(?:nay\s)?|["”]\s[-–]\s|[,;]\sđồng thời\s|\svà\s|\sđồng thời\s)$/u.test(before)) {
      // "..., Chủ tịch UBND tỉnh yêu cầu ...": the one who assigns stands right before the word.
      const back = text.slice(Math.max(from, match.at - 90), match.at);
      const comma = Math.max(back.lastIndexOf(', '), back.lastIndexOf('; '), back.lastIndexOf(': '));
      const at = match.at - back.length + comma + 2;
      if (comma >= 0 && grammar.list(text, at, to).end === match.at - 1) put(at, false, true);
      if (isObjectFirst(text, from, match.at)) put(match.at, false, false);
      const leader = afterHeadline(text, from, match.at);
      if (leader > 0) put(leader, false, true);
      const asker = afterCircumstance(text, from, match.at);
      if (asker > 0) put(asker, false, true);
      continue;
    }
    // "hướng dẫn, đôn đốc, yêu cầu các đơn vị ...": one more thing that the same lead does to others.
    while (clauseAt + 1 < clauses.length && clauses[clauseAt + 1]! <= match.at) clauseAt++;
    const clause = clauses[clauseAt] ?? from;
    if (!/^giao/iu.test(match.words) && clause !== match.at && !/[;:.]\s$|,\snay\s$/.test(before)) {
      const isSaid =
        isNews &&
        (HAVING_SAID.test(text.slice(Math.max(clause, match.at - 40), match.at)) ||
          (LEADERS.test(text.slice(clause, clause + 60)) &&
            /^(?:giao|yêu cầu|đề nghị)/iu.test(match.words) &&
            !/\s(?:giao|yêu cầu|đề nghị|chỉ đạo|phân công)\s/u.test(text.slice(clause, match.at))));
      if (isSaid) put(match.at, false, false);
      const isAfterTelling = tellsOfThings(text, clause, match.at, grammar);
      if (!isAfterTelling && (!INTRO.test(text.slice(clause, clause + 30)) || alreadyDoing(text, clause, match.at)))
        continue;
    }
    if (isStory && /\svà\s$/u.test(before)) continue;
    put(match.at, false, false);
  }
  // "Đến hết tháng 10 chủ đầu tư nào chưa giải ngân thì | Sở A tham mưu điều chuyển vốn".
  for (const { end } of matchesIn(
    /\sthì\s(?=\p{Lu}|(?:các|cơ quan|đơn vị|tổ chức|chủ|người đứng đầu)\s[^.;:]{0,70}\scó trách nhiệm\s)/gu,
    text,
    from,
    to,
  ))
    put(end, false, true);
  // "Hội nghị đối thoại: do | Liên đoàn Lao động tỉnh chủ trì".
  for (const { end } of matchesIn(/:\sdo\s(?=\p{Lu})/gu, text, from, to)) put(end, false, false);
  let listed = from;
  // "Tiếp tục cải cách hành chính, Sở A làm đầu mối tổng hợp".
  for (const { end } of matchesIn(/,\s(?=\p{Lu})/gu, text, from, to)) {
    if (places.has(end) || end < listed) continue;
    const named = grammar.list(text, end, to);
    listed = named.end;
    if (named.items.length > 0 && HEADS_IT.test(text.slice(named.end, named.end + 24))) put(end, false, false);
  }
  for (const at of commaCharges(text, from, to, grammar)) put(at, false, false);
  // "Phân công đồng chí A chỉ đạo nhân sự, | đồng chí B phụ trách hậu cần".
  if (/^(?:Giao|Phân công|Cử)\s/iu.test(text.slice(from, from + 12)))
    for (const { end } of matchesIn(/,\s(?=(?:đồng chí|đ\/c|ông|bà)\s)/gu, text, from, to))
      if (!WITH_PERSONS.test(text.slice(Math.max(from, end - 160), end))) put(end, false, false);
  // "Hồ chỉ còn đủ nước đến tháng 4, do đó Sở A phải ...", "đường còn tắc và UBND xã B phải ...".
  for (const { end } of matchesIn(
    /(?:[,;]\s(?:do đó|do vậy|vì vậy|vì thế|nên|nhưng|song|tuy nhiên)|\svà)\s(?=\p{Lu}[^.;:,]{3,90}?\s(?:phải|có trách nhiệm)\s)/gu,
    text,
    from,
    to,
  ))
    put(end, false, true);
  const joint = /[,;]\s(?:đồng thời|và|còn(?=\s\p{Lu}))[,:]?\s/gu;
  for (const { end } of matchesIn(joint, text, from, to)) put(end, false, false);
  return [...places.values()].sort((a, b) => a.at - b.at);
}

/** "Hồ sơ còn thiếu bản vẽ, | đề nghị Sở A bổ sung": nobody is doing anything before the request. */
function tellsOfThings(text: string, clause: number, at: number, grammar: AgencyGrammar): boolean {
  return (
    /,\s$/u.test(text.slice(clause, at)) &&
    /^(?:đề nghị|yêu cầu)\s/u.test(text.slice(at, at + 10)) &&
    !beginsWithDoing(text, clause, at) &&
    grammar.list(text, clause, at, true).items.length === 0 &&
    !alreadyDoing(text, clause, at - 2)
  );
}

/** Has somebody been told to do something between the start of the clause and here? */
function alreadyDoing(text: string, from: number, to: number): boolean {
  for (let comma = commaFrom(text, from, to); comma >= 0; comma = commaFrom(text, comma + 2, to)) {
    if (verbEnd(text, afterAdverbs(text, comma + 2)) > 0) return true;
  }
  return false;
}
