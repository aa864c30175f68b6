import { findLimits, type Limit, labelledLimit, readLimitValue } from './deadlines.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import { matchesIn } from './scan.ts';
import type { Draft, Piece, Walk } from './walk.ts';
import { FOR_OTHERS } from './wording.ts';

const JOINT =
  /(?:phối hợp|phối)(?:\s(?:chặt chẽ|đồng bộ|hiệu quả|tốt|kịp thời|thường xuyên|quyết liệt|nhịp nhàng|cụ thể|toàn diện|đầy đủ))?(?:(?:,|\svà)\s[\p{L} ]{1,24}?(?=\s(?:với|cùng|giữa)\s))?(?:\scùng)?(?:\s(?:với|cùng|giữa)(?:\s?:)?)?\s|sự (?:phối hợp|tham gia) của\s|(?<=, )thống nhất với\s|(?:trao đổi|bàn bạc|làm việc)(?:\scụ thể)?(?:,|\svà)?\sthống nhất(?:\s(?:ý kiến|nội dung|phương án))?\svới\s|chủ trì(?:,|\s)\s?(?:cùng|với)(?:\svới)?\s|(?<=[\s,])cùng(?:\svới)?\s(?=các\s|\p{Lu})/giu;
/** "Sở A chủ trì, Sở B phối hợp ...". */
const LEAD_AND_OTHERS = /chủ trì(?:\s[^.;,]{1,60})?[,;]\s(?:và\s)?(?=\p{Lu}|các\s)/gu;
const REPORT =
  /(?<!được )(?:báo cáo(?:\skết quả[^.;,]{0,40}?(?:\svới|\svề|\sđến|\scho)|\svề|\scho|\slên|\sgửi|\slại)?|trình|gửi(?:\sbáo cáo)?(?:\svề|\scho|\sđến)?|(?:gửi|tổng hợp|phản ánh|kết quả)[^.;,]{0,30}\svề|tham mưu, đề xuất|báo cáo, đề xuất)\s(?=[\p{Lu}c])/gu;

/** "từ ngày 18 đến ngày 27/01", "(đến hết tháng 12/2026)": how long something lasts. */
const LASTS = /^(?:từ|đến hết|cho đến|đến khi)\s/iu;
/** "hằng ngày", "định kỳ hằng tuần": how often something is to be done. */
const HOW_OFTEN = /^(?:định kỳ\s)?(?:hằng|hàng)\s/iu;

/** The agencies named as partners in a clause. */
export function findPartners(text: string, from: number, to: number, grammar: AgencyGrammar): AgencyMention[] {
  const found: AgencyMention[] = [];
  for (const match of matchesIn(JOINT, text, from, to)) {
    const at = match.end;
    if (
      /(?:cơ quan|đơn vị|tăng cường|sự|[Qq]uy chế|[Cc]ơ chế|việc)\s$/u.test(
        text.slice(Math.max(0, match.at - 12), match.at),
      ) &&
      /^phối hợp(?=[\s,])/u.test(match.words) &&
      (/giữa\s$/u.test(match.words) ||
        (match.words === 'phối hợp ' && /[Qq]uy chế\s$/u.test(text.slice(Math.max(0, match.at - 12), match.at))))
    )
      continue;
    if (isOthersDoing(text, from, match.at, grammar)) continue;
    const { items, end } = grammar.list(text, at, to);
    // "phối hợp với các cơ quan: Sở A, Sở B": the class, and who is meant.
    if (items.length === 1 && items[0]!.plural && text.startsWith(': ', end))
      items.push(...grammar.list(text, end + 2, to).items);
    for (const item of items)
      if (!/^(?:cơ quan|đơn vị) chủ trì/u.test(text.slice(item.start, item.end))) found.push(item);
  }
  for (const match of matchesIn(LEAD_AND_OTHERS, text, from, to)) {
    const { items, end } = grammar.list(text, match.end, to);
    if (items.length > 0 && /^\s(?:tham gia\s)?phối hợp/u.test(text.slice(end, end + 20))) found.push(...items);
  }
  return found;
}

/** "chỉ đạo các chủ đầu tư phối hợp với ...": those directed work together, not the lead. */
function isOthersDoing(text: string, from: number, at: number, grammar: AgencyGrammar): boolean {
  const before = text.slice(Math.max(from, at - 160), at);
  const verb = /^[\s\S]*(?<![\p{L}])(?:chỉ đạo|đôn đốc|hướng dẫn|yêu cầu|đề nghị|vận động)\s/iu.exec(before);
  if (!verb || /[.;]\s/.test(before.slice(verb[0].length))) return false;
  const start = at - before.length + verb[0].length;
  const { items, end } = grammar.list(text, start, at);
  return (
    items.length > 0 &&
    /^\s?(?:chủ động|tích cực|kịp thời|khẩn trương|thường xuyên|tăng cường)?\s?$/u.test(text.slice(end, at))
  );
}

/** "Sở A (chủ trì), Sở B (phối hợp) rà soát ...": partners that stand among the leads. */
function besideLeads({ text, grammar }: Walk, { charge }: Piece): AgencyMention[] {
  if (!charge || !/ \((?:phối hợp|chủ trì)\)/u.test(text.slice(charge.at, charge.after))) return [];
  return grammar
    .list(text, charge.leads[0]!.start, charge.after, true)
    .items.filter((m) => charge.leads.every((lead) => lead.start !== m.start));
}

/** Fills in what one piece of text says: partners, limit, reports. */
export function fillDraft(walk: Walk, piece: Piece): Draft {
  const { text, grammar } = walk;
  const doingAt = piece.charge && piece.at <= piece.charge.at ? piece.charge.after : piece.at;
  const namesEnd = doingAt === piece.at ? piece.at : (piece.charge?.leads.at(-1)?.end ?? doingAt);
  const scope = text.slice(doingAt, piece.end);
  const own = piece.limitFrom ? undefined : findLimits(scope, walk.today, walk.yearHint);
  let limit: Draft['limit'];
  let condition: string | null = null;
  let manyLimits = false;
  let isLimitShared = false;
  if (piece.limitFrom) {
    const value = text.slice(piece.limitFrom.from, piece.limitFrom.to);
    const read = value ? readLimitValue(value, walk.today, walk.yearHint) : undefined;
    if (read) limit = { ...read, at: piece.limitFrom.from + read.span[0] };
    else if (value)
      limit = {
        day: null,
        recurrence: null,
        condition: null,
        impossible: false,
        span: [0, value.length],
        at: piece.limitFrom.from,
      };
  } else if (own) {
    const before =
      piece.charge && piece.at < piece.charge.after
        ? findLimits(text.slice(piece.at, doingAt), walk.today, walk.yearHint).map((l) => ({ ...l, base: piece.at }))
        : [];
    const opening = piece.intro
      ? findLimits(text.slice(...piece.intro), walk.today, walk.yearHint).map((l) => ({ ...l, base: piece.intro![0] }))
      : [];
    const labelFrom = piece.intro?.[0] ?? piece.at;
    const labelled = labelledLimit(text.slice(labelFrom, labelFrom + 64), walk.today, walk.yearHint);
    if (labelled && opening.length === 0) opening.push({ ...labelled, base: labelFrom });
    const all = [...opening, ...before, ...own.map((l) => ({ ...l, base: doingAt }))];
    const dated = withoutPurposes(
      text,
      all.filter((l) => l.day || l.impossible),
    );
    // "Thường xuyên báo cáo ... trước ngày 25 hằng tháng": how often says more than that it goes on.
    const round = all.find((l) => l.recurrence && l.recurrence !== 'regular') ?? all.find((l) => l.recurrence);
    // "... hằng ngày báo cáo từ ngày 18 đến ngày 27/01": how long it goes on is no limit of what comes round.
    const last = dated.at(-1);
    const goesOn =
      round &&
      last &&
      HOW_OFTEN.test(text.slice(round.base + round.span[0])) &&
      LASTS.test(text.slice(last.base + last.span[0]));
    const best = (goesOn ? round : last) ?? round ?? all.find((l) => l.condition) ?? all[0];
    manyLimits = new Set(dated.map((l) => l.day)).size > 1;
    condition = all.find((l) => l.condition)?.condition ?? null;
    if (best) limit = { ...best, at: best.base + best.span[0] };
    else if (piece.whom?.limit ?? piece.headingLimit) {
      limit = piece.whom?.limit ?? piece.headingLimit;
      isLimitShared = true;
    }
  }
  const partners = [
    ...(piece.extraCoordinates ?? []),
    ...besideLeads(walk, piece),
    ...findPartners(text, namesEnd, piece.end, grammar),
  ];
  const inherited = piece.whom?.coordinates ?? [];
  const seen = new Set<string>(piece.leads.map((m) => text.slice(m.start, m.end).toLowerCase()));
  const coordinates = [...inherited, ...partners].filter((m) => {
    const key = text.slice(m.start, m.end).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
  return {
    at: piece.at,
    end: piece.end,
    leads: piece.leads,
    coordinates,
    action: piece.action ?? actionOf(text, doingAt, piece.end),
    topic: piece.topic,
    limit,
    condition,
    reportTo: findReports(text, doingAt, piece.end, grammar),
    rule: piece.rule ?? ruleOf(piece),
    charge: piece.charge,
    whom: piece.whom,
    doing: piece.doing,
    isContinued: piece.isContinued,
    manyLimits,
    ...(isLimitShared ? { isLimitShared } : {}),
  };
}

/** "... nộp hồ sơ trước ngày A để Sở thẩm định, trình trước ngày B": the later day is that of those it is done for. */
function withoutPurposes<L extends Limit & { base: number }>(text: string, dated: readonly L[]): L[] {
  const purpose = dated.findIndex(
    (limit, k) =>
      k > 0 && FOR_OTHERS.test(text.slice(dated[k - 1]!.base + dated[k - 1]!.span[1], limit.base + limit.span[0])),
  );
  return purpose < 0 ? [...dated] : dated.slice(0, purpose);
}

function ruleOf(piece: Piece): string {
  if (piece.charge) return piece.charge.how === 'assigned' ? 'assigned' : 'subject';
  return piece.whom ? `under-${piece.whom.from}` : 'shared-limit';
}

function findReports(text: string, from: number, to: number, grammar: AgencyGrammar): AgencyMention[] {
  const found: AgencyMention[] = [];
  for (const match of matchesIn(REPORT, text, from, to)) {
    const { items } = grammar.list(text, match.end, to);
    for (const item of items.slice(0, 6))
      if (!found.some((f) => text.slice(f.start, f.end) === text.slice(item.start, item.end))) found.push(item);
  }
  return found;
}

/** The words of doing, without "chủ trì, phối hợp với ..." before them. */
function actionOf(text: string, from: number, to: number): [number, number] {
  let at = from;
  while (at < to && /[\s,:]/.test(text[at]!)) at++;
  return [at, to];
}
