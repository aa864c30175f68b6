import { clauseStarts } from './clauses.ts';
import { findLimits, type Limit } from './deadlines.ts';
import { findPartners } from './drafts.ts';
import { beginsWithDoing } from './predicates.ts';
import { matchesIn } from './scan.ts';
import { afterAdverbs, verbEnd } from './verbs.ts';
import type { Walk } from './walk.ts';
import { FOR_OTHERS, trimEnd } from './wording.ts';

type Stretch = [start: number, end: number];

/** What a part says of its own: the last day or the recurrence, and the partners, as one comparable word each. */
interface Says {
  start: number;
  limit: string;
  isDated: boolean;
  partners: string;
  /** "Báo cáo kết quả trước ngày ..." closes the duty before it rather than opening another. */
  closes: boolean;
}

const SENTENCE = /\.["')]*\s+(?:(?:đồng thời|ngoài ra|bên cạnh đó)[,:]?\s)?(?=[\p{Lu}(])/gu;
const PART = /;\s+(?:(?:đồng thời|ngoài ra|bên cạnh đó)[,:]?\s)?(?=[\p{L}\d])/giu;
/** "... xong trước ngày A, báo cáo kết quả trước ngày B": the second duty has a day of its own. */
const STEP = /,\s(?:và\s)?(?=(?:báo cáo|trình|gửi|tổng hợp|hoàn thành|nghiệm thu|bàn giao|công bố|đưa vào)\s)/giu;
/** "báo cáo quý trước ngày 10 của tháng cuối quý, | báo cáo năm trước ngày 30/11": each report has its day. */
const REPORT_AFTER_ROUND =
  /(?<=(?:hằng|hàng|mỗi|cuối|đầu|của)\s(?:ngày|tuần|tháng|quý|năm)),\s(?:và\s)?(?=báo cáo\s(?:\d|tuần|tháng|quý|năm|sơ kết|tổng kết|đột xuất|định kỳ))/giu;
/** "... xong trước ngày 28/02 và phê duyệt ... trước ngày 10/3": after a day, whatever is to be done next. */
const AFTER_DAY = /(?<=\d),?\s(?:và\s|đồng thời\s)?(?=\p{Ll})/gu;
const CLOSES =
  /^(?:số liệu|danh sách|hồ sơ|tổng hợp|báo cáo|trình|gửi|hoàn thành|thời gian|kết quả|trong đó|thời hạn|hạn(?= )|hạn:|deadline|chậm nhất|muộn nhất|trước ngày|xong|yêu cầu|phấn đấu|các nội dung|nội dung|việc|trường hợp|nếu|quá thời hạn|sau thời)/iu;

/** "...; hằng tuần báo cáo tiến độ": what comes round is a duty of its own. */
const COMES_ROUND =
  /^(?:(?:trước|vào|chậm nhất)?\s?(?:ngày )?\d{1,2}(?: giờ| ?h)?(?:\d{2}| 00| 30)?\s|(?:vào )?(?:sáng |chiều )?thứ \p{L}+\s)?(?:hằng|hàng|mỗi|định kỳ)\s(?:ngày, trước \d{1,2} ?(?:giờ|h)(?: ?\d{2})?, |[^.;,]{2,50}?\s)(?:báo cáo|tổng hợp|gửi|rà soát|đánh giá|kiểm tra|cập nhật|công khai|giao ban|sơ kết|họp|tổ chức|thông tin|công bố|đối soát|kiểm kê|thống kê|đăng tải|niêm yết|theo dõi|đôn đốc|giám sát|thanh toán|đối thoại)[\s,]/iu;
/** "... xong trước ngày A; thường xuyên tổ chức tập huấn": so is what goes on after a dated task. */
const GOES_ON_AFTER_DAY =
  /^(?:định kỳ|thường xuyên|(?:hằng|hàng|mỗi) (?:ngày|tuần|tháng|quý|năm)|\d{1,2} (?:ngày|tuần|tháng) (?:một|1|01|\/) ?lần),?\s(?!kỳ|kể)\p{Ll}/iu;
/** "...; theo dõi, đôn đốc việc thực hiện Thông báo này": so is seeing to the document after a dated task. */
const FOLLOWS_UP =
  /^(?:theo dõi|đôn đốc|kiểm tra|giám sát)(?:, (?:theo dõi|đôn đốc|kiểm tra|giám sát)){0,3}[^.;]{0,40}\s(?:Thông báo|Kế hoạch|Chỉ thị|Công điện|Kết luận|Công văn|Nghị quyết|Chương trình)(?: số \S+)? này/iu;

/** "...; bảo đảm an toàn, không để sót": how the work before it is to be done. */
const HOW =
  /^(?:bảo đảm|đảm bảo|chịu trách nhiệm|phấn đấu|tuyệt đối|lưu ý|chú ý|chú trọng|ưu tiên|nêu rõ|xác định rõ|làm rõ|ghi rõ|phân công rõ)(?![\p{L}\p{M}])/iu;

/**
 * Cuts a clause where a later part has a limit or partners of its own and the part before has others, first at full
 * stops, then at semicolons: "... trong tháng 11 năm 2025. Đồng thời tiếp tục phối hợp với ...". One bullet is one task
 * otherwise.
 */
export function splitByLimits(walk: Walk, at: number, end: number, from: number): Stretch[] {
  const starts = new Set(clauseStarts(walk.text, from, end));
  const sentences = cutWhere(walk, at, end, boundaries(SENTENCE, walk.text, from, end, starts), true);
  return sentences
    .flatMap(([start, stop]) =>
      cutWhere(walk, start, stop, boundaries(PART, walk.text, Math.max(from, start), stop), false),
    )
    .flatMap(([start, stop]) =>
      cutWhere(walk, start, stop, boundaries(REPORT_AFTER_ROUND, walk.text, Math.max(from, start), stop), false),
    )
    .flatMap(([start, stop]) => {
      const others = FOR_OTHERS.exec(walk.text.slice(start, stop));
      const own = others ? start + others.index : stop;
      const begin = Math.max(from, start);
      const next = boundaries(AFTER_DAY, walk.text, begin, stop).filter(
        (at) => verbEnd(walk.text, afterAdverbs(walk.text, at)) > 0,
      );
      const steps = [...new Set([...boundaries(STEP, walk.text, begin, stop), ...next])]
        .filter((step) => step < own)
        .sort((a, b) => a - b);
      return steps.length > 0 && daysIn(walk, start, stop) > 1
        ? cutWhere(walk, start, stop, steps, false)
        : [[start, stop]];
    });
}

const WHEN_FOR_ALL =
  /[.;]\s(?=(?:(?:tất cả|toàn bộ|cả)\s)?(?:các|những|hai|ba|bốn|\d{1,2})\s(?:nhiệm vụ|nội dung|công việc|việc|phần việc)\s(?:(?:nêu\s)?trên|này|tại (?:khoản|mục|điểm|phần) này|được giao|nói trên)\s[^.;]{6,90}$)/iu;

/** "... Các nhiệm vụ tại khoản này hoàn thành trước ngày ..." at a paragraph's end: the day of all before it, and from where. */
export function closingLimit(
  { text, today, yearHint }: Walk,
  at: number,
  end: number,
): { from: number; limit: Limit & { at: number } } | undefined {
  const found = WHEN_FOR_ALL.exec(text.slice(at, end));
  if (!found) return undefined;
  const from = at + found.index;
  const limit = findLimits(text.slice(from, end), today, yearHint).findLast((l) => l.day);
  return limit && { from, limit: { ...limit, at: from + limit.span[0] } };
}

/** "Hình thức sơ kết: trực tuyến", "Riêng đoạn 3 sẽ thực hiện sau". */
const TELLS_MORE = /^\p{Lu}[^.;:,]{2,50}:\s|^[^.;:]{3,100}\s(?:sẽ|là|đã|được)\s/u;

const daysIn = ({ text, today, yearHint }: Walk, from: number, to: number): number =>
  new Set(findLimits(text.slice(from, to), today, yearHint).flatMap((l) => l.day ?? [])).size;

/** Where a form ends between `from` and `to`; full stops of abbreviations are left out by `starts`. */
function boundaries(form: RegExp, text: string, from: number, to: number, starts?: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const { at, end, words } of matchesIn(form, text, from, to)) {
    const isClause = !starts || starts.has(at + /^\S+\s+/.exec(words)![0].length);
    if (isClause && end < to) found.push(end);
  }
  return found;
}

function cutWhere(walk: Walk, at: number, end: number, cuts: readonly number[], isSentence: boolean): Stretch[] {
  if (cuts.length === 0) return [[at, end]];
  const bounds = [at, ...cuts, end];
  const cut: Stretch[] = [];
  let open = sayOf(walk, at, bounds[1]!);
  for (let i = 1; i + 1 < bounds.length; i++) {
    const next = sayOf(walk, bounds[i]!, bounds[i + 1]!);
    const words = walk.text.slice(next.start, next.start + 110);
    const otherLimit = next.limit !== '' && open.limit !== '' && next.limit !== open.limit;
    const otherPartners =
      next.partners !== '' && (open.partners !== '' || open.limit !== '') && next.partners !== open.partners;
    // A sentence with a day of its own, before or after one with none.
    const isSharedWork = next.limit !== '' && open.limit === '' && open.partners !== '';
    const isOneDated = next.isDated !== open.isDated && (next.limit === '' || open.limit === '');
    // "Hình thức: trực tuyến.", "Riêng đoạn 3 sẽ làm sau." after a dated task only tell more of it.
    const isTold =
      next.limit === '' &&
      TELLS_MORE.test(words) &&
      beginsWithDoing(walk.text, next.start, bounds[i + 1]!) === undefined;
    const ownLimit = isSentence && (isSharedWork || (isOneDated && !isTold));
    const ownDuty =
      open.limit === ''
        ? COMES_ROUND.test(words)
        : open.isDated && !next.isDated && (FOLLOWS_UP.test(words) || GOES_ON_AFTER_DAY.test(words));
    // "... hoàn thành trước ngày 31/10; xây dựng tiêu chuẩn ...": a day binds what stands before it.
    const afterDay =
      !isSentence &&
      open.isDated &&
      next.limit === '' &&
      !next.closes &&
      !HOW.test(words) &&
      verbEnd(walk.text, next.start) > 0;
    // "Chủ trì, phối hợp với ... triển khai; hoàn thành việc mua vắc xin trước ngày ...": a work of its own.
    const ownLead = open.partners === '' && next.partners !== '' && /^chủ trì,? phối hợp/iu.test(words);
    const ownWork =
      next.isDated && open.limit === '' && open.partners !== '' && /^hoàn thành việc\s\p{Ll}/iu.test(words);
    const ownDay =
      !isSentence &&
      open.limit === '' &&
      next.isDated &&
      !next.closes &&
      next.start - open.start > 60 &&
      !HOW.test(words) &&
      verbEnd(walk.text, next.start) > 0;
    // "... trong 3 đợt: đợt 1 từ ... đến ...; đợt 2 từ ... đến ...": periods of one work. Stages that are due apart are tasks of their own.
    if (/^(?:đợt|lần|giai đoạn)\s(?:\d|một|hai|ba|bốn|năm|[IVX])\p{L}*,?:?\stừ\s/iu.test(words)) {
      open = { ...open, limit: next.limit || open.limit, isDated: open.isDated || next.isDated };
      continue;
    }
    if (
      otherLimit ||
      ownDuty ||
      afterDay ||
      ownLead ||
      ownWork ||
      ownDay ||
      ((otherPartners || ownLimit) && !next.closes)
    ) {
      cut.push([open.start, trimEnd(walk.text, open.start, next.start)]);
      open = next;
    } else {
      open = {
        ...open,
        limit: open.limit || next.limit,
        isDated: open.isDated || next.isDated,
        partners: open.partners || next.partners,
      };
    }
  }
  cut.push([open.start, end]);
  return cut;
}

function sayOf({ text, grammar, today, yearHint }: Walk, start: number, end: number): Says {
  const limits = findLimits(text.slice(start, end), today, yearHint);
  const partners = findPartners(text, start, end, grammar).map((m) => text.slice(m.start, m.end));
  return {
    start,
    isDated: limits.some((l) => l.day),
    limit:
      limits.findLast((l) => l.day)?.day ??
      limits.find((l) => l.recurrence)?.recurrence ??
      (limits.some((l) => !l.condition) ? 'open' : ''),
    partners: partners.join(','),
    closes: CLOSES.test(text.slice(start, start + 12)),
  };
}
