import { findCharges } from './charges.ts';
import { findLimits, readLimitValue } from './deadlines.ts';
import { fillDraft } from './drafts.ts';
import { type Label, readLabel } from './labels.ts';
import type { AgencyMention } from './mentions.ts';
import { NUMBERED } from './orders.ts';
import type { Node } from './outline.ts';
import { beginsWithDoing } from './predicates.ts';
import { matchesIn } from './scan.ts';
import { type Context, type Draft, isStoryIn, type Progress, type Walk } from './walk.ts';
import { trimEnd } from './wording.ts';

const PRESIDED = /(?:^|[.;]\s)(?:thư ký|thành phần)(?:\s[^:.]{0,30})?:/iu;

/** How many labelled lines stand together from `from` on; 0 unless one of them names who leads. */
export function labelRun({ walk }: Progress, nodes: readonly Node[], from: number): number {
  let size = 0;
  let names = false;
  let labels = 0;
  let closed = false;
  while (from + size < nodes.length) {
    const node = nodes[from + size]!;
    const words = walk.text.slice(node.from, node.to);
    const label = readLabel(words);
    // "a) Chủ trì:" over points of what is to be done heads them.
    // So does "4. Cơ quan chủ trì: Sở Nội vụ", where its number holds them.
    const isNumbered = size === 0 && NUMBERED.test(node.paragraph.marker?.kind ?? '');
    const heads = isNumbered ? label?.role === 'lead' : label && words.slice(label.valueAt).trim() === '';
    if (!label || (heads && headsDoing(walk.text, node))) break;
    // "Chủ trì: Chủ tịch UBND xã. Thư ký: ..." says who presided over a meeting.
    if (PRESIDED.test(words) && (size === 0 || label.role === 'lead')) return 0;
    // The next block begins; but "- Chủ trì: / - Nội dung: / - Hoàn thành:" is one.
    if (label.role === 'content' && labels > 0 && names && closed) break;
    if (label.role === 'content' || label.role === 'time') closed = true;
    if (label.role === 'lead') names = true;
    labels++;
    size++;
  }
  return names ? size : 0;
}

const headsDoing = (text: string, node: Node): boolean =>
  node.children.some((point) => beginsWithDoing(text, point.from, point.to) === 'verb');

/** "- Nội dung: / - Cơ quan chủ trì: / - Cơ quan phối hợp: / - Thời gian:" are one task, or one for each who is told something else. */
export function readBlock(
  { walk, drafts }: Progress,
  nodes: readonly Node[],
  before: Node | undefined,
  heading: Node | undefined,
  context: Context,
): Draft[] {
  const { text, grammar } = walk;
  const parts = nodes.flatMap((node) => {
    const label = readLabel(text.slice(node.from, node.to))!;
    // "Đơn vị thực hiện: Sở A; phối hợp: Sở B." holds two labels in one line.
    const marks = [
      { role: label.role, valueAt: node.from + label.valueAt, at: node.from },
      ...labelStarts(text, node.from + label.valueAt, node.to),
    ];
    return marks.map((mark, k) => ({
      node,
      role: mark.role,
      from: mark.valueAt,
      to: trimEnd(text, mark.valueAt, marks[k + 1]?.at ?? node.to),
    }));
  });
  const content = parts.find((p) => p.role === 'content');
  const lead = parts.find((p) => p.role === 'lead')!;
  const time = parts.find((p) => p.role === 'time');
  const coordinate = parts.find((p) => p.role === 'coordinate');
  const last = parts.filter((p) => p.role !== 'other' && p.role !== 'product').at(-1)!;
  const opener = content?.node ?? heading ?? before;
  const at = Math.min(opener?.paragraph.start ?? lead.node.paragraph.start, lead.node.paragraph.start);
  const charges = findCharges(text, lead.from, lead.to, grammar, false);
  // "Cơ quan thực hiện: Sở A chủ trì; Sở B, Sở C phối hợp."
  const joins = charges.slice(1).filter((charge) => ONLY_JOINS.test(text.slice(charge.leads.at(-1)!.end, lead.to)));
  const told = charges.filter((charge) => !joins.includes(charge));
  const coordinates = [
    ...(coordinate ? namesIn(walk, coordinate.from, coordinate.to) : []),
    ...joins.flatMap((charge) => charge.leads),
  ];
  const action: [number, number] | undefined = content
    ? [content.from, content.to]
    : opener
      ? [opener.from, trimEnd(text, opener.from, opener.to)]
      : undefined;
  const limitFrom = time ? { from: time.from, to: time.to } : action && dateWithin(walk, action);
  if (told.length > 0) {
    return told.map((charge, k) =>
      fillDraft(walk, {
        leads: charge.leads,
        charge,
        whom: undefined,
        doing: undefined,
        topic: action,
        at: charge.at,
        end: trimEnd(text, charge.at, told[k + 1]?.at ?? lead.to),
        isContinued: false,
        limitFrom,
        extraCoordinates: coordinates,
        rule: 'label-block',
      }),
    );
  }
  const leads = namesIn(walk, lead.from, lead.to);
  if (leads.length === 0) return [];
  // The paragraph before a run of labels was drafted on its own; here it becomes the block's action.
  if (!content && !heading && before)
    while (drafts.length > 0 && drafts.at(-1)!.at >= before.paragraph.start) drafts.pop();
  return [
    fillDraft(walk, {
      leads,
      charge: undefined,
      whom: undefined,
      doing: 'verb',
      topic: context.topic,
      at,
      end: last.to,
      isContinued: false,
      limitFrom: limitFrom ?? { from: at, to: at },
      extraCoordinates: coordinates,
      rule: 'label-block',
      action,
    }),
  ];
}

const ONLY_JOINS = /^\s(?:tham gia\s|cùng\s)?phối hợp(?:\s(?:thực hiện|tham gia))?\s?[.;]?\s*$/u;

/** "Kiên cố hóa kênh mương, xong trước ngày ..." above its labels, none of which says when. */
function dateWithin(
  { text, today, yearHint }: Walk,
  [from, to]: readonly [number, number],
): { from: number; to: number } | undefined {
  const limit = findLimits(text.slice(from, to), today, yearHint).findLast((found) => found.day);
  return limit && { from: from + limit.span[0], to: from + limit.span[1] };
}

/** "... Đơn vị chủ trì: Sở A; đơn vị phối hợp: Sở B; thời gian hoàn thành: Quý IV/2025." at the end of a paragraph. */
export function readInlineLabels({ walk, drafts }: Progress, node: Node, context: Context): boolean {
  const { text } = walk;
  const starts = labelStarts(text, node.from, node.to);
  if (!starts.some((s) => s.role === 'lead') || starts[0]!.at <= node.from + 12) return false;
  const value = (role: Label['role']): { from: number; to: number } | undefined => {
    const k = starts.findIndex((s) => s.role === role);
    return k < 0
      ? undefined
      : { from: starts[k]!.valueAt, to: trimEnd(text, starts[k]!.valueAt, starts[k + 1]?.at ?? node.to) };
  };
  const lead = value('lead')!;
  const leads = namesIn(walk, lead.from, lead.to);
  if (leads.length === 0) return false;
  const coordinate = value('coordinate');
  const time = value('time');
  drafts.push(
    fillDraft(walk, {
      leads,
      charge: undefined,
      whom: undefined,
      doing: 'verb',
      topic: context.topic,
      at: node.from,
      end: trimEnd(text, node.from, node.to),
      isContinued: false,
      limitFrom: time,
      extraCoordinates: coordinate ? namesIn(walk, coordinate.from, coordinate.to) : [],
      rule: 'label-block',
      action: [node.from, trimEnd(text, node.from, starts[0]!.at)],
    }),
  );
  return true;
}

/** "Tuyên truyền Nghị quyết (Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng thực hiện; hoàn thành trong tháng 11/2025)." */
export function readInBrackets(progress: Progress, node: Node, context: Context): boolean {
  const { walk, drafts } = progress;
  const { text, grammar } = walk;
  const bracket = node.from + text.slice(node.from, node.to).lastIndexOf('(');
  if (bracket <= node.from + 12 || isStoryIn(progress, context)) return false;
  const close = text.indexOf(')', bracket);
  if (close < 0 || close < node.to - 4 || close - bracket > 400) return false;
  const opener = /^(?:do|giao|phân công)\s/iu.exec(text.slice(bracket + 1, bracket + 14));
  const at = bracket + 1 + (opener?.[0].length ?? 0);
  const { items, end } = grammar.list(text, at, close, true, 'list');
  if (items.length === 0) return false;
  const said = text.slice(end, close);
  const limitAt = limitInBrackets(walk, end, close);
  const isAlone =
    /^[\s.;]*$/u.test(said) &&
    beginsWithDoing(text, node.from, bracket) === 'verb' &&
    (/^(?:giao|phân công)/iu.test(opener?.[0] ?? '') ||
      (!context.addressees && !walk.letter && !endsWithName(walk, node.from, bracket)));
  if (
    !isAlone &&
    !/^\s(?:chủ trì|thực hiện|tham mưu|phụ trách|đầu mối|phối hợp|triển khai|chịu trách nhiệm)/u.test(said) &&
    (limitAt === undefined || beginsWithDoing(text, node.from, bracket) !== 'verb')
  )
    return false;
  const stop = trimEnd(text, node.from, bracket);
  if (findCharges(text, node.from, stop, grammar, false).length > 0) return false;
  drafts.push(
    fillDraft(walk, {
      leads: items,
      charge: undefined,
      whom: undefined,
      doing: 'verb',
      topic: context.topic,
      at: node.from,
      end: close,
      isContinued: false,
      limitFrom: limitAt === undefined ? undefined : { from: limitAt, to: close },
      extraCoordinates: partnersInBrackets(walk, end, close),
      rule: 'label-block',
      action: [node.from, stop],
    }),
  );
  return true;
}

/** "... gửi UBND tỉnh (Sở Tài chính)": the brackets say through whom. */
function endsWithName({ text, grammar }: Walk, from: number, bracket: number): boolean {
  for (const { at } of matchesIn(/\s(?=\p{Lu})/gu, text, Math.max(from, bracket - 80), bracket))
    if (grammar.list(text, at + 1, bracket).end >= bracket - 1) return true;
  return false;
}

/** "(Sở A; Quý I/2026)", "(... chủ trì; hoàn thành: 30/9)": where the limit stands in the brackets. */
function limitInBrackets({ text, today, yearHint }: Walk, from: number, to: number): number | undefined {
  for (const { end: at } of matchesIn(/[;,]\s|:\s/gu, text, from, to)) {
    const limit = readLimitValue(text.slice(at, to), today, yearHint);
    if (limit && limit.span[0] < 4) return at;
  }
  return undefined;
}

/** "(Phòng A chủ trì, Đoàn Thanh niên xã phối hợp)": who stands before the word. */
function partnersInBrackets({ text, grammar }: Walk, from: number, to: number): AgencyMention[] {
  const joint = /^\s(?:chủ trì|thực hiện)[,;]\s/u.exec(text.slice(from, to));
  if (!joint) return [];
  const { items, end } = grammar.list(text, from + joint[0].length, to);
  return /^\s(?:cùng\s)?phối hợp/u.test(text.slice(end, to)) ? items : [];
}

const NAME_TO_THE_END =
  /^\s(?!(?:chủ trì|phối hợp|thực hiện|triển khai|tổ chức|tham mưu|hoàn thành|xây dựng|báo cáo|rà soát|hướng dẫn|theo|trong|để|khi|có|chịu|là|và|từ|đến|trước|cùng|với|phụ trách|làm|xong)\s)\p{Ll}+(?:\s[\p{L}\d-]+){1,7}$/u;

const ROLE_TO_THE_END = /^,\s(?:phụ trách|kiêm)\s[^.;:]{3,90}$/u;

/** The names in a label's value, also after "trong phạm vi chức năng của mình và ...". */
function namesIn({ text, grammar }: Walk, from: number, to: number): AgencyMention[] {
  const { items, end } = grammar.list(text, from, to, true, 'list');
  const more = /\svà\s(?=các\s)/u.exec(text.slice(end, to));
  // "Chi nhánh Văn phòng đăng ký đất đai": the value ends with the name.
  const last = items.at(-1);
  if (last && !more && NAME_TO_THE_END.test(text.slice(end, to)) && last.end === end) last.end = to;
  // "Đơn vị chủ trì: Đồng chí Phó Chủ tịch, phụ trách lĩnh vực Giám sát": who of them; the value ends with it.
  if (items.length === 1 && last && ROLE_TO_THE_END.test(text.slice(end, to))) last.end = to;
  if (items.length > 0 && more) items.push(...grammar.list(text, end + more.index + more[0].length, to).items);
  return items;
}

/** Where labels stand inside a paragraph: after a full stop, a semicolon or an opening bracket. */
function labelStarts(text: string, from: number, to: number): { at: number; valueAt: number; role: Label['role'] }[] {
  const found: { at: number; valueAt: number; role: Label['role'] }[] = [];
  const boundary = /[.;(]\s?\(?(?=\p{L})/gu;
  for (const { end: at } of matchesIn(boundary, text, from, to)) {
    const label = readLabel(text.slice(at, Math.min(to, at + 80)));
    if (label) found.push({ at, valueAt: at + label.valueAt, role: label.role });
  }
  return found;
}
