import { dealsOut } from './allotments.ts';
import { MAY_DIRECT } from './askers.ts';
import { readInBrackets, readInlineLabels } from './assignLabels.ts';
import type { Charge } from './charge.ts';
import { findCharges } from './charges.ts';
import { fillDraft } from './drafts.ts';
import { afterConsent, demandFrom, directsOthers, isGivenIn, ordersFrom } from './orders.ts';
import type { Node } from './outline.ts';
import { isAskedOnly } from './petitions.ts';
import { beginsWithDoing, INTRO } from './predicates.ts';
import { closingLimit, splitByLimits } from './split.ts';
import { introBefore, openingOf, tellingFrom, topicBefore } from './stretches.ts';
import { type Addressees, type Context, isStoryIn, meantBy, type Progress } from './walk.ts';
import {
  ANNOUNCES,
  BACKGROUND,
  isAccount,
  isNoOrder,
  isReport,
  isTelling,
  noticeFrom,
  TELLS,
  trimEnd,
} from './wording.ts';

/** Drafts the tasks of one paragraph that heads nothing. */
export function assignLeaf(progress: Progress, node: Node, context: Context): void {
  const { walk } = progress;
  const { text, grammar } = walk;
  const announced = node.paragraph.marker ? null : ANNOUNCES.exec(text.slice(node.from, node.to));
  if (announced) {
    progress.ordersBegun = true;
    const names = grammar.list(text, node.from + announced.index + announced[0].length, node.to);
    context.mode = 'orders';
    context.addressees =
      announced[1] && names.items.length > 0
        ? { leads: names.items, coordinates: [], from: 'lead-in', heading: text.slice(node.from, node.to).trim() }
        : undefined;
    // "... giao các nhiệm vụ cho các sở. Trong đó, Sở A ...": the first of them stands in the same paragraph.
    if (!/[.]\s+\p{Lu}/u.test(text.slice(node.from + announced.index, node.to))) return;
  }
  // "..., UBND tỉnh yêu cầu." heads the paragraphs after it as well as with a colon.
  if (!node.paragraph.marker && ASKS.test(text.slice(node.from, node.to))) {
    progress.ordersBegun = true;
    return;
  }
  if (walk.isNews && /^Trước (?:đó|đây)[,\s]/u.test(text.slice(node.from, node.from + 12))) return;
  if (walk.isNews && !node.paragraph.marker && CAPTION.test(text.slice(node.from, node.to))) return;
  if (walk.isNews && isSubheading(text.slice(node.from, node.to), node)) return;
  if (CONTACT.test(text.slice(node.from, node.from + 60))) return;
  const isStory = isStoryIn(progress, context);
  if (readInlineLabels(progress, node, context) || readInBrackets(progress, node, context)) return;
  const charges = withoutJoining(
    text,
    findOrders(progress, node, context, isStory).filter(
      (charge) =>
        !isAskedOnly(text, node.from, charge.at) &&
        !isPartysLeading(text, node, charge, context) &&
        !isOwnPeople(text, node, charge, context) &&
        !isAskingOfOthers(text, node, charge, context) &&
        !isHeadedPassingOn(text, node, charge, context),
    ),
  );
  if (charges[0] && node.paragraph.marker && !isStory) charges[0] = directsOthers(text, node, charges[0]);
  const end = trimEnd(text, node.from, node.to);
  if (!/\p{L}{2}/u.test(text.slice(node.from, end))) return;
  if (charges.length === 0) {
    const whom = spokenTo(text, context);
    if (/^(?:Về|Đối với|Liên quan)\s[\s\S]*:\s*$/u.test(text.slice(node.from, node.to))) return;
    if (isAskedOnly(text, node.from, node.from)) return;
    if (walk.isNews && whom?.from === 'sibling' && BACKGROUND.test(text.slice(node.from, end))) return;
    if (isStory || !whom || RUN_IN_ACCOUNT.test(text.slice(node.from, node.from + 60))) return;
    const doing =
      beginsWithDoing(text, node.from, end) ??
      ((whom.from === 'heading' || isPointOfList(text, node, whom)) && !TELLS.test(text.slice(node.from, end))
        ? 'phrase'
        : undefined);
    if (
      !doing ||
      (whom.from === 'sibling' &&
        ((doing !== 'verb' &&
          !(
            walk.isNews &&
            /^(?:Trên cơ sở|Căn cứ|Trước khi|Khi|Sau khi|Về|Đối với)\s/u.test(text.slice(node.from, node.from + 12))
          )) ||
          (end - node.from < 60 &&
            !/^(?:Kết quả|Báo cáo kết quả)\s/u.test(text.slice(node.from, node.from + 20)) &&
            !isDatedPoint(text.slice(node.from, end), node)) ||
          (end - node.from < 120 && !/[.;…]\s*$/.test(text.slice(node.from, node.to))))) ||
      isNoOrder(text.slice(node.from, end)) ||
      (doing !== 'verb' && whom.from !== 'sibling' && isAccount(text.slice(node.from, end)))
    )
      return;
    pushDrafts(progress, { at: node.from, end, charge: undefined, whom, doing }, context);
    return;
  }
  const first = charges[0]!;
  // On a page of news the sentences before go on with those of the paragraph before.
  const whom = context.addressees ?? (walk.isNews && node.paragraph.marker === undefined ? context.sibling : undefined);
  if (
    whom &&
    (first.how === 'assigned' ||
      /[.;]\s(?:(?:đồng thời|đối với|riêng|theo đó|trong đó|ngoài ra|bên cạnh đó|cùng với đó|cụ thể),?\s)?$/iu.test(
        text.slice(node.from, first.at),
      )) &&
    first.at - node.from > (whom.from === 'heading' && first.how === 'assigned' ? 24 : 60) &&
    beginsWithDoing(text, node.from, first.at) === 'verb' &&
    !isNoOrder(text.slice(node.from, first.at)) &&
    !isStory
  ) {
    pushDrafts(
      progress,
      { at: node.from, end: trimEnd(text, node.from, first.at), charge: undefined, whom, doing: 'verb' },
      context,
    );
  }
  const before = progress.drafts.length;
  charges.forEach((charge, k) => {
    const next = charges[k + 1];
    const last = next ? openingOf(text, charge.after, next.at) : noticeFrom(text, charge.at, node.to);
    const stop = tellingFrom(text, charge.after, last, walk.isNews ? isTelling : isReport);
    const stopAt = trimEnd(text, charge.at, stop);
    const isOfBefore = k === 0 && !whom && !isStory && saysOnlyWho(text, node, charge, stopAt);
    pushDrafts(
      progress,
      {
        at: isOfBefore ? node.from : charge.at,
        end: stopAt,
        charge,
        whom: undefined,
        doing: undefined,
        topic: isOfBefore
          ? [node.from, trimEnd(text, node.from, charge.at)]
          : k === 0
            ? topicBefore(text, node.from, charge.at)
            : undefined,
        intro: introBefore(text, k === 0 ? node.from : charges[k - 1]!.after, charge.at),
      },
      context,
    );
  });
  // "Giao Sở A ..., Sở B ..., xã C ...; hoàn thành trước ngày ..." binds each of them.
  const last = progress.drafts.at(-1);
  const apart = charges.slice(1).every((charge) => text.slice(charge.at - 2, charge.at) === ', ');
  // So does a last sentence: "Cả hai việc trên hoàn thành trước ngày ...".
  const isForAll = last?.isLimitShared === true || (apart && WHEN_AT_END.test(text.slice(node.from, end)));
  if (charges.length > 1 && isForAll && last?.limit?.day)
    for (const draft of progress.drafts.slice(before, -1)) {
      if (draft.limit) continue;
      draft.limit = last.limit;
      draft.isLimitShared = true;
    }
}

/** Who was told something in the paragraph before is nearer than "các đơn vị, địa phương" of the lead-in. */
const spokenTo = (text: string, { addressees, sibling }: Context): Addressees | undefined =>
  addressees?.from === 'lead-in' &&
  sibling &&
  addressees.leads.every((m) => !/\p{Lu}/u.test(text.slice(m.start, m.end)))
    ? sibling
    : (addressees ?? sibling);

/** A point under "... thực hiện các nội dung sau:" says what to do, though its first word is no verb we know. */
const isPointOfList = (text: string, node: Node, whom: Addressees): boolean =>
  whom.from !== 'sibling' &&
  node.paragraph.marker !== undefined &&
  /[.;…]\s*$/.test(text.slice(node.from, node.to)) &&
  !INTRO.test(text.slice(node.from, node.from + 30));

const WHEN_AT_END =
  /;\s(?:tất cả\s)?(?:hoàn thành|xong|thời gian|thời hạn)\s(?:xong\s)?(?:trước|trong|chậm nhất)\s[^.;]{3,40}$/iu;

const CARRIES_OUT =
  /^\s(?:(?:là )?(?:chủ trì|đầu mối|chịu trách nhiệm),?\s?(?:tổ chức |triển khai )?(?:thực hiện)?|(?:tổ chức |triển khai )?thực hiện|phụ trách|đảm nhiệm)(?:\s(?:nội dung|nhiệm vụ|việc) này)?(?:[,;]?\s(?:hoàn thành|xong|trước|trong|chậm nhất)[^.;]{3,50})?\s*$/u;

/** "...; đơn vị chịu trách nhiệm chính là Sở A, Thuế tỉnh phối hợp." */
const SAYS_WHOSE = /^(?:đơn vị|cơ quan|đầu mối)\s[^.;:]{2,60}\slà\s\p{Lu}[^.;:]*$/iu;

/** "Thành lập 03 chốt kiểm dịch. Giao Sở A thực hiện.": what is to be done stands before who is to do it. */
const saysOnlyWho = (text: string, node: Node, charge: Charge, end: number): boolean =>
  charge.how === 'assigned' &&
  !charge.authority &&
  charge.at - node.from > 16 &&
  (CARRIES_OUT.test(text.slice(charge.after, end)) || SAYS_WHOSE.test(text.slice(charge.at, end))) &&
  beginsWithDoing(text, node.from, charge.at) === 'verb' &&
  !isNoOrder(text.slice(node.from, charge.at));

/** "- Ban hành thông báo kết luận trước ngày 05/7/2026." after a point that names somebody: a step of the same. */
const isDatedPoint = (words: string, { paragraph }: Node): boolean =>
  paragraph.marker !== undefined && /\s(?:trước|chậm nhất|xong|trong)\s(?:ngày\s|tháng\s)?\d[\d/.]*$/u.test(words);

/** "Bộ Xây dựng sửa quy chuẩn trạm sạc, trình trước 30/4" without a stop: a page's heading tells again what its text says. */
const isSubheading = (words: string, { paragraph, children }: Node): boolean =>
  paragraph.marker === undefined && children.length === 0 && words.length < 120 && !/[.;:…!?,”"')]\s*$/u.test(words);

/** "Các đại biểu tại hội nghị. Ảnh: PV": what stands under a picture. */
const CAPTION = /^.{0,260}[.\s(](?:Ảnh|Nguồn ảnh|Ảnh minh họa)\s?:\s[^.:;]{2,40}\)?\.?\s*$/u;

const ASKS =
  /^[^"]*\s(?:UBND|Ủy ban nhân dân|Chủ tịch|Bí thư|Thường trực|Ban Thường vụ)(?:(?!\s(?:được|trong|nhận|theo|cho|gửi|để|khi|có)\s)[^.,;:]){0,60}\s(?:yêu cầu|chỉ đạo|đề nghị)(?: như sau)?\s?\.$/u;

const PARTY =
  /(?:[Đđ]ảng ủy|[Cc]ấp ủy|[Hh]uyện ủy|[Tt]hành ủy|[Tt]hị ủy|Ban Thường vụ|Thường trực|Tỉnh ủy|Thành ủy|Đảng bộ|[Cc]hi bộ|đảng)(?![\p{L}\p{M}])/u;

/** Under a heading that speaks to a Party body, "Lãnh đạo UBND tỉnh rà soát ..." is what that body does, not who. */
const isPartysLeading = (text: string, node: Node, charge: Charge, { addressees }: Context): boolean =>
  charge.how === 'subject' &&
  charge.at === node.from &&
  addressees?.from === 'heading' &&
  /^Lãnh đạo\s/u.test(text.slice(node.from, node.from + 10)) &&
  addressees.leads.some((m) => PARTY.test(text.slice(m.start, m.end)));

/** Under "5. UBND các xã:", "Phân công đồng chí Phó Chủ tịch trực tiếp chỉ đạo" is what they must do, not whom to charge. */
const isOwnPeople = (text: string, node: Node, charge: Charge, { addressees }: Context): boolean =>
  charge.how === 'assigned' &&
  charge.at === node.from &&
  addressees?.from === 'heading' &&
  (dealsOut(text.slice(charge.at, charge.at + 240)) ||
    /^(?:Phân công|Giao|Yêu cầu)\s(?:cho\s)?(?:(?:một |01 )?(?:đồng chí|đ\/c|công chức|cán bộ|lãnh đạo)\s(?!Giám đốc (?:các )?Sở)|(?:các\s)?(?:cấp ủy viên|đảng viên|ủy viên|thành viên)|cán bộ|công chức|viên chức|giáo viên|nhân viên|bộ phận|lãnh đạo (?:đơn vị|cơ quan|phòng|UBND))/u.test(
      text.slice(node.from, node.from + 40),
    ));

/** Under "c) Ban Quản lý dự án A", "Yêu cầu nhà thầu tăng ca ..." is what the board must see to. */
const isAskingOfOthers = (text: string, node: Node, charge: Charge, { addressees }: Context): boolean =>
  charge.how === 'assigned' &&
  charge.at === node.from &&
  addressees?.from === 'heading' &&
  addressees.leads.some((m) => /\p{Lu}/u.test(text.slice(m.start, m.end))) &&
  /^(?:Yêu cầu|Đề nghị)\s(?:các\s)?(?:nhà thầu|đơn vị (?:thi công|tư vấn)|tư vấn|chủ hộ|hộ (?:dân|gia đình|kinh doanh)|người dân|chủ cơ sở)/u.test(
    text.slice(node.from, node.from + 40),
  );

/** "Rà soát các công trình; yêu cầu chủ đầu tư gia cố ...", under "4. Sở A": what the department must ask of others is its own duty. */
const isHeadedPassingOn = (text: string, node: Node, charge: Charge, { addressees }: Context): boolean =>
  charge.how === 'assigned' &&
  charge.authority === undefined &&
  addressees !== undefined &&
  charge.at > node.from &&
  /^(?:yêu cầu|đề nghị|(?:giao|phân công)(?: trách nhiệm| nhiệm vụ)?(?: cho)? (?:từng|mỗi))\s/u.test(
    text.slice(charge.at, charge.at + 32),
  ) &&
  /[;,]\s(?:và\s|đồng thời\s)?$/u.test(text.slice(node.from, charge.at)) &&
  !/\.\s/u.test(text.slice(node.from, charge.at)) &&
  beginsWithDoing(text, node.from, charge.at) === 'verb' &&
  charge.leads.every((m) => !/\p{Lu}/u.test(text.slice(m.start, m.end)));

/** "Điện thoại: ...", "Phòng 203, Trung tâm ...": where somebody is found. */
const CONTACT =
  /^(?:(?:(?:Số )?[Đđ]iện thoại|ĐT|SĐT|E-?mail|Fax|Địa chỉ|Website|Hotline|Đăng lúc|Ngày đăng|Cập nhật lúc|Lượt xem|Đường dây nóng|Zalo|(?:Số |Chủ )?[Tt]ài khoản(?: số)?|Nội dung chuyển khoản)(?:\s[^:]{0,30})?:\s|Phòng (?:số )?\d+,\s)/u;

/** "1. Ưu điểm: Chi bộ đã quan tâm ...": the heading of an account and its text in one paragraph. */
const RUN_IN_ACCOUNT =
  /^(?:về\s|những\s|một số\s|các\s)*(?:ưu điểm|hạn chế|tồn tại|khuyết điểm|khó khăn|vướng mắc|nguyên nhân|kết quả đạt được|kết quả thực hiện|đánh giá chung|tình hình(?: chung| thực hiện)?|thực trạng)(?:(?:, | và )\p{L}+ \p{L}+){0,3}\s?:\s(?=\S)/iu;

/** "Sau khi nghe báo cáo, Phó Chủ tịch UBND tỉnh thống nhất chủ trương, đồng thời | giao Sở A ...". */
function isOfWhoDirects(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 240), at);
  const sentence = before.slice(before.search(/[^.;]*$/u));
  return MAY_DIRECT.test(sentence) && !/(?:^|\s)(?:đã|từng)\s/iu.test(sentence);
}

/** The charges of a paragraph. In the preamble all that stands after the words which open the orders counts in full. */
function findOrders(progress: Progress, node: Node, context: Context, isStory: boolean): Charge[] {
  const { walk, roots } = progress;
  const { text, grammar } = walk;
  const told = findCharges(text, node.from, node.to, grammar, isStory, {
    isNews: walk.isNews,
    opens:
      progress.author === undefined
        ? walk.isNews && progress.drafts.length === 0
        : text.startsWith(progress.author, node.from),
    isRoll: context.isRoll === true,
  });
  const isHeadline =
    walk.isNews && node === roots[0] && node.to - node.from < 200 && !/[.…]\s*$/.test(text.slice(node.from, node.to));
  const agreed = isStory && !walk.isNews && !walk.isMinutes ? afterConsent(text, node.from, node.to) : -1;
  if (agreed >= 0) return findCharges(text, agreed, node.to, grammar, false);
  if (!isStory || context.mode === 'story' || isHeadline) return told;
  // "Giao Sở A ..." opens a paragraph: what follows it are orders too.
  if (told.some((c) => c.how === 'assigned' && !c.authority && c.at === node.from)) {
    progress.ordersBegun = true;
    return findCharges(text, node.from, node.to, grammar, false, { isNews: walk.isNews, opens: walk.isNews });
  }
  const cue = ordersFrom(text, node.from, node.to, walk.isNews);
  // "Thủ tướng yêu cầu lãnh đạo các bộ ...": the words that open the orders may stand inside the first of them.
  const around = cue < 0 ? undefined : told.find((c) => c.how === 'assigned' && c.at < cue && c.after > cue);
  const opensAt =
    around?.at ??
    (cue >= 0
      ? cue
      : (told.find(
          (c) =>
            (c.how === 'assigned' && (c.authority || !walk.isNews || isOfWhoDirects(text, node.from, c.at))) ||
            (walk.isNews && isGivenIn(text, c)),
        )?.at ?? -1));
  if (opensAt < 0) return told;
  const orders = findCharges(text, opensAt, node.to, grammar, false, { isNews: walk.isNews, opens: walk.isNews });
  if (orders.length > 0 || (walk.isNews && demandFrom(text.slice(node.from, node.to)) >= 0))
    progress.ordersBegun = true;
  const author = orders[0]?.authority;
  if (walk.isNews && author) progress.author ??= text.slice(author.start, author.end);
  return [...told.filter((c) => c.at < opensAt), ...orders];
}

/** "Sở A chủ trì, Sở B phối hợp": the second is a partner in the first's task, no lead of its own. */
function withoutJoining(text: string, charges: readonly Charge[]): Charge[] {
  return charges.filter((charge, k) => {
    const before = charges[k - 1];
    if (!before) return true;
    if (charge.how !== 'subject') return !isPassedOn(text, before, charge);
    // "Giao Đảng ủy A lãnh đạo UBND tỉnh ...; lãnh đạo Công an tỉnh ...": one more thing that the same body does.
    if (text.startsWith('lãnh đạo ', charge.at) && before.leads.some((m) => PARTY.test(text.slice(m.start, m.end))))
      return false;
    const between = text.slice(before.after, charge.at);
    const joins = text.slice(charge.after, charge.after + 24);
    return !(
      (/^\s?chủ trì(?:\s[^.;,]{1,60})?[,;]\s(?:và\s)?$/u.test(between) && /^\s?(?:tham gia\s)?phối hợp/u.test(joins)) ||
      // "Công ty A phải di dời đường dây, UBND xã B phối hợp giữ mặt bằng".
      (/^[^.;:]{1,240},\s$/u.test(between) && /^\s?(?:tham gia\s)?phối hợp\s(?!với|cùng|chặt)/u.test(joins))
    );
  });
}

/** "Ban A kiểm điểm ...; yêu cầu nhà thầu lập lại tiến độ": what A must ask of others is A's own duty. */
function isPassedOn(text: string, before: Charge, charge: Charge): boolean {
  return (
    before.how === 'subject' &&
    /^(?:yêu cầu|đề nghị|phân công)/u.test(text.slice(charge.at, charge.at + 10)) &&
    !/[.!?]["')]*\s/u.test(text.slice(before.after, charge.at)) &&
    charge.leads.every((m) => !/\p{Lu}/u.test(text.slice(m.start, m.end)))
  );
}

function pushDrafts(
  { walk, drafts }: Progress,
  piece: {
    at: number;
    end: number;
    charge: Charge | undefined;
    whom: Addressees | undefined;
    doing: 'verb' | 'phrase' | undefined;
    topic?: [number, number] | undefined;
    intro?: [number, number] | undefined;
  },
  context: Context,
): void {
  const { text } = walk;
  const leads = meantBy(piece.charge?.leads ?? piece.whom!.leads, walk);
  const base = {
    leads,
    charge: piece.charge,
    whom: piece.whom,
    doing: piece.doing,
    topic: piece.topic ?? context.topic,
    headingLimit: context.limit,
  };
  const closing = closingLimit(walk, piece.at, piece.end);
  const end = closing ? closing.from : piece.end;
  const parts = splitByLimits(walk, piece.at, end, piece.charge?.after ?? piece.at);
  for (const [start, stop] of parts) {
    // "(chi tiết Phụ lục 4 đính kèm)" after the full stop.
    if (start > piece.at && /^\([^)]*\)?$/u.test(text.slice(start, stop))) continue;
    const draft = fillDraft(walk, {
      ...base,
      at: start,
      end: stop,
      isContinued: start !== piece.at,
      intro: start === piece.at ? piece.intro : undefined,
    });
    // Whether a later sentence's day is meant for the first one too is for the clerk to say.
    if (parts.length > 1 && !draft.limit) draft.isContinued = true;
    if (closing && !draft.limit) {
      draft.limit = closing.limit;
      draft.isLimitShared = true;
    }
    drafts.push(draft);
  }
}
