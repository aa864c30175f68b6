import { findCharges } from './charges.ts';
import { findLimits } from './deadlines.ts';
import { fillDraft } from './drafts.ts';
import type { Node } from './outline.ts';
import { countNamed, headsNamed, pointBefore, pointsNamed } from './pointsNamed.ts';
import type { Addressees, Progress, Walk } from './walk.ts';
import { trimEnd } from './wording.ts';

/** Limits that stand apart from the work they bind: in a heading, in a paragraph after it, or over a whole list. */

/** "Các đơn vị hoàn thành các nhiệm vụ nêu trên trước ngày ...": says when for all that stands before. */
const BINDS_ALL =
  /^(?:(?:yêu cầu|đề nghị) )?các (?:cơ quan|đơn vị|địa phương|sở|ngành|ban|phòng)[\p{L}, ]{0,50}?\s(?:hoàn thành|thực hiện(?: xong)?)\s(?:các |những )?(?:nhiệm vụ|nội dung|công việc)\s(?:nêu )?trên\s(?:xong )?(?:trước|chậm nhất|trong|đến)\s[^.;]{3,50}[.;]?\s*$/iu;
const THIS_WORK = /(?:^|[.;]\s)((?:nội dung|việc|nhiệm vụ|công việc) này\s[^.;]{3,160}[.;]?\s*)$/iu;
/** "Thời hạn hoàn thành báo cáo tiến độ đợt 1 ...": the day of a report of its own, not of what stands before. */
const OTHER_REPORT =
  /^(?:thời hạn|thời gian|hạn)\s(?:(?:hoàn thành|gửi|nộp|báo cáo)\s(?:và\s)?){0,2}(?:báo cáo\s(?:tổng hợp|tiến độ|sơ kết|tổng kết|định kỳ|đợt|lần)|(?:báo cáo|kế hoạch|hồ sơ|danh sách|sản phẩm|số liệu)\s[^.;:]{3,80}\svề\s\p{Lu}[^.;:]{4,80})\s/iu;
/** "Báo cáo gửi về Sở A trước ngày ...": where and when to send what the task before asks for. */
const SENT_BY =
  /^((?:báo cáo|kết quả|danh sách|ý kiến|hồ sơ|văn bản|số liệu|biểu mẫu|phiếu|bản đăng ký)(?:\s\p{L}+){0,6}?)\s(?:xin |đề nghị )?(?:được )?(?:gửi|nộp)\s[^;]{3,160}$/iu;
const ONLY_WHEN =
  /^(?:(?:các|những|nhóm|một số|\d{1,2}) )*(?:(?:nội dung|nhiệm vụ|công việc|việc|phần việc) ?)?(?:(?:phải|cần|cần phải|yêu cầu) ?)?(?:(?:hoàn thành|thực hiện|triển khai|làm(?: xong)?|xong)(?: ngay| dứt điểm)? ?)?(?:thời gian|thời hạn)?(?: ?(?:hoàn thành|thực hiện))?$/iu;

const LIMIT_ONLY =
  /^(?:\(|=>\s?|->\s?)?(?:thời (?:gian|hạn)|hạn|hoàn thành|(?:tất cả |toàn bộ )?(?:các|những|hai|ba|bốn|năm|sáu|cả \p{L}+|\d{1,2}) (?:nội dung|nhiệm vụ|công việc|việc|phần việc|mục|điểm)|tiến độ|yêu cầu hoàn thành|báo cáo kết quả)[^.;]{0,120}$/iu;

/** Does a paragraph only say by when the tasks before it are due? */
export const saysWhenForAll = (words: string): boolean =>
  LIMIT_ONLY.test(words.replace(/[.;/)\s]+$/, '')) || BINDS_ALL.test(words);

/** The last day that a heading or lead-in sets for what stands under it. */
export function limitOf(walk: Walk, node: Node, skip = 0): Addressees['limit'] {
  const from = node.from + skip;
  const limit = findLimits(walk.text.slice(from, node.to), walk.today, walk.yearHint).findLast((l) => l.day);
  return limit && { ...limit, at: from + limit.span[0] };
}

/** "Các nhiệm vụ phải hoàn thành trước ngày ...:" says when, and nothing of its own to do. */
export function saysOnlyWhen(walk: Walk, node: Node, limit: NonNullable<Addressees['limit']>): boolean {
  const before = walk.text.slice(node.from, limit.at + 12);
  if (
    /\((?:(?:cần |phải )?(?:hoàn thành|thực hiện|xong)\s?:?\s?)?(?:trước|đến|chậm nhất|thời (?:hạn|gian)|hạn|từ nay|hoàn thành|xong|trong)[^)]*$/iu.test(
      before,
    )
  )
    return true;
  const words = `${walk.text.slice(node.from, limit.at)} ${walk.text.slice(limit.at + limit.span[1] - limit.span[0], node.to)}`;
  return ONLY_WHEN.test(words.replace(/[():;,.\s]+/g, ' ').trim());
}

/** "... Nội dung này cần báo cáo trước 9/4." in a paragraph that names nobody dates the task before it. */
export function datesTheLast({ walk, drafts }: Progress, node: Node, words: string): boolean {
  const last = drafts.at(-1);
  const said = THIS_WORK.exec(words);
  if (!last || last.limit || !said || node.paragraph.marker || node.from - last.end > 60) return false;
  const from = node.to - said[1]!.length;
  const limit = findLimits(said[1]!, walk.today, walk.yearHint).findLast((l) => l.day);
  if (!limit || findCharges(walk.text, node.from, node.to, walk.grammar, false).length > 0) return false;
  last.limit = { ...limit, at: from + limit.span[0] };
  last.isLimitShared = true;
  return true;
}

/** "Báo cáo gửi về Sở A trước ngày ..." after "... đề nghị các đơn vị báo cáo ...": the day is that of this report. */
export function saysWhereToSend({ walk, drafts }: Progress, node: Node, words: string): boolean {
  const last = drafts.at(-1);
  const sent = SENT_BY.exec(words.split(/[.;]\s|,\sđịa chỉ/u, 1)[0]!);
  const what = sent ? sent[1]!.split(' ').slice(0, 2).join(' ') : undefined;
  if (!last || last.limit || !what || node.paragraph.marker || node.from - last.end > 20) return false;
  const asked = walk.text.slice(last.action[0], last.end).toLowerCase();
  if (!asked.includes(what.toLowerCase()) && !(/^ý kiến/iu.test(what) && asked.includes('góp ý'))) return false;
  const limit = limitOf(walk, node);
  if (!limit) return false;
  last.limit = limit;
  last.isLimitShared = true;
  return true;
}

/** "Thời gian hoàn thành: trước ngày ..." after a list binds the list; "Các nội dung trên ..." binds all before. */
export function shareLimit({ walk, drafts, roots }: Progress, words: string, node: Node, groupFrom: number): boolean {
  const shared = fillDraft(walk, {
    leads: [],
    charge: undefined,
    whom: undefined,
    doing: undefined,
    topic: undefined,
    at: node.from,
    // "..., riêng chốt số 2 xong trong ngày 12/5": one of them apart.
    end: trimEnd(walk.text, node.from, node.from + words.split(/[,;]\sriêng\s/u, 1)[0]!.length),
    isContinued: false,
  });
  const bindsAll = BINDS_ALL.test(words);
  if (!shared.limit || (!bindsAll && findCharges(walk.text, node.from, node.to, walk.grammar, false).length > 0))
    return false;
  if (
    !bindsAll &&
    !/^(?:\(|=>\s?|->\s?)?(?:thời|hạn|hoàn thành|(?:tất cả |toàn bộ )?(?:các|những|hai|ba|bốn|năm|sáu|cả \p{L}+|\d{1,2}) (?:nội dung|nhiệm vụ|công việc|việc|phần việc|mục|điểm)|tiến độ|yêu cầu hoàn thành)/iu.test(
      words,
    )
  )
    return false;
  // "Hoàn thành kiểm tra 100% cơ sở trước ngày ..." is something to do; "Hoàn thành các nội dung trên trước ngày ..." is not.
  const saysWhat =
    /^(?:yêu cầu )?hoàn thành\s(?!(?:toàn bộ |tất cả )?(?:các |những )?(?:nhiệm vụ|nội dung|công việc|việc(?=\s(?:trên|này|nêu|được giao|trước|trong|chậm nhất))))/iu.exec(
      words,
    );
  if (saysWhat && shared.limit.at - node.from > saysWhat[0].length + 12) return false;
  if (OTHER_REPORT.test(words)) return false;
  const named = pointsNamed(words);
  const counted = countNamed(words);
  const near =
    counted > 0
      ? drafts.slice(-counted)
      : /\s(?:nêu )?trên(?![\p{L}\p{M}])/u.test(words)
        ? drafts
        : drafts.slice(groupFrom);
  const atPoints = named ? near.filter((draft) => named.has(pointBefore(walk.text, draft.at))) : near;
  const heads = named && atPoints.length === 0 ? headsNamed(roots, named) : [];
  const bound =
    heads.length > 0 ? near.filter(({ at }) => heads.some(([from, to]) => from <= at && at < to)) : atPoints;
  if (bound.length === 0) return false;
  for (const draft of bound) {
    if (draft.limit) continue;
    draft.limit = shared.limit;
    draft.isLimitShared = named === undefined;
  }
  return true;
}
