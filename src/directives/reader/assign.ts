import type { Day } from '../../kernel/day.ts';
import type { AgencyGrammar, AgencyMention } from './agencies.ts';
import { beginsWithDoing, type Charge, clauseStarts, findCharges } from './charges.ts';
import { type Draft, fillDraft, splitByLimits } from './drafts.ts';
import { readHeading } from './headings.ts';
import { type Label, readLabel } from './labels.ts';
import type { Node } from './outline.ts';

/** Who is spoken to at a place of the tree, and since where. */
export interface Addressees {
  leads: AgencyMention[];
  coordinates: AgencyMention[];
  from: 'heading' | 'lead-in' | 'letter' | 'sibling';
  /** The heading's words, for the reason given to the clerk. */
  heading: string;
}

interface Context {
  /** In an account of what was, only words that leave no doubt make a task; unset until a heading says. */
  mode: 'story' | 'orders' | undefined;
  addressees: Addressees | undefined;
  topic: [number, number] | undefined;
  /** Who was told something in the paragraph before. */
  sibling?: Addressees;
}

/** All that the walk needs to know of the document. */
export interface Walk {
  text: string;
  shown: string;
  grammar: AgencyGrammar;
  today: Day | null;
  yearHint: number | null;
  /** A page that tells of the document, headline first. */
  isNews: boolean;
  /** Those to whom a letter or telegram is sent. */
  letter: Addressees | undefined;
}

/** Walks the tree in reading order and drafts a task for each agency charged in each paragraph. */
export function assignTasks(roots: readonly Node[], walk: Walk): Draft[] {
  const drafts: Draft[] = [];
  /** Have the orders begun? A preamble tells; after "... như sau:" the text instructs. */
  let ordersBegun = false;

  const isStoryIn = (context: Context): boolean =>
    context.mode === 'story' || (context.mode === undefined && !ordersBegun);

  function visitAll(nodes: readonly Node[], context: Context): void {
    let i = 0;
    let last: Draft[] = [];
    const from = drafts.length;
    while (i < nodes.length) {
      const block = labelRun(nodes, i);
      if (block > 0) {
        drafts.push(...readBlock(nodes.slice(i, i + block), i > 0 ? nodes[i - 1] : undefined, undefined, context));
        i += block;
        continue;
      }
      const node = nodes[i]!;
      const before = drafts.length;
      visit(node, inheritFrom(last, node, context), from);
      if (drafts.length > before) last = drafts.slice(before);
      i++;
    }
  }

  /** "Ban Thường vụ Đảng ủy các xã tiếp tục ..." and then a paragraph that names nobody: the same are meant. */
  function inheritFrom(last: readonly Draft[], node: Node, context: Context): Context {
    const told = last.at(-1);
    const kind = node.paragraph.marker?.kind;
    if (context.addressees || !told || (kind !== undefined && kind !== 'dash' && kind !== 'plus')) return context;
    if (told.rule !== 'subject' && told.rule !== 'under-sibling') return context;
    context.sibling = { leads: told.leads, coordinates: [], from: 'sibling', heading: '' };
    return context;
  }

  function visit(node: Node, context: Context, groupFrom: number): void {
    const words = walk.text.slice(node.from, node.to);
    const limitOnly =
      /^(?:thời (?:gian|hạn)|hoàn thành|các nội dung|tiến độ|yêu cầu hoàn thành|báo cáo kết quả)[^.;]{0,120}$/iu.test(
        words.replace(/[.;/\s]+$/, ''),
      );
    if (limitOnly && drafts.length > 0 && node.children.length === 0 && shareLimit(words, node, groupFrom)) return;
    const leadsOn = node.children.length > 0 || /:\s*$/.test(words);
    if (!leadsOn && !node.isHeading) {
      visitLeaf(node, context);
      return;
    }
    const sense = readHeading(words, walk.grammar);
    const shift = (items: AgencyMention[]): AgencyMention[] =>
      items.map((m) => ({ ...m, start: m.start + node.from, end: m.end + node.from }));
    const inner: Context = { ...context };
    if (sense.section === 'story') inner.mode = 'story';
    if (sense.section === 'orders' && !walk.isNews && (node.level === 0 || context.mode !== 'story'))
      inner.mode = 'orders';
    if (sense.opensOrders) {
      ordersBegun = true;
      inner.mode = 'orders';
    }
    if (sense.leads.length > 0) {
      inner.addressees = {
        leads: shift(sense.leads),
        coordinates: shift(sense.coordinates),
        from: node.paragraph.marker ? 'heading' : 'lead-in',
        heading: words.trim(),
      };
    } else if (
      sense.opensOrders &&
      /(?:yêu cầu|đề nghị|chỉ đạo|ý kiến)[^.;]{0,80}:\s*$/iu.test(words) &&
      walk.letter &&
      !inner.addressees
    ) {
      inner.addressees = walk.letter;
    }
    if (sense.isTopic) inner.topic = [node.from, node.to];
    const isContentHeading = node.children.length > 0 && labelRun(node.children, 0) > 0;
    if (isContentHeading) {
      const size = labelRun(node.children, 0);
      drafts.push(...readBlock(node.children.slice(0, size), undefined, node, inner));
      visitAll(node.children.slice(size), inner);
      return;
    }
    // A paragraph that instructs and goes on in points: its own words are a task unless they only open the list.
    const saysMore = sense.leads.length === 0 && !/:\s*$/.test(words) && words.length > 60;
    const named =
      sense.leads.length === 0 && /:\s*$/.test(words) && !sense.opensOrders
        ? findCharges(walk.text, node.from, node.to, walk.grammar, isStoryIn(inner))
        : [];
    if (saysMore) visitLeaf(node, inner);
    else if (named.length > 0 && node.children.length > 0) {
      const charge = named.at(-1)!;
      inner.addressees = { leads: charge.leads, coordinates: [], from: 'heading', heading: words.trim() };
      inner.mode = 'orders';
    } else if (node.children.length === 0 && sense.leads.length === 0 && words.length > 40) visitLeaf(node, inner);
    // Nothing stands between a root lead-in and its sections: the mode goes on for later roots too.
    visitAll(node.children, inner);
  }

  function visitLeaf(node: Node, context: Context): void {
    const { text, grammar } = walk;
    const announced = node.paragraph.marker ? null : ANNOUNCES.exec(text.slice(node.from, node.to));
    if (announced) {
      ordersBegun = true;
      const names = grammar.list(text, node.from + announced.index + announced[0].length, node.to);
      context.mode = 'orders';
      context.addressees =
        announced[1] && names.items.length > 0
          ? { leads: names.items, coordinates: [], from: 'lead-in', heading: text.slice(node.from, node.to).trim() }
          : undefined;
      return;
    }
    const isStory = isStoryIn(context);
    if (readInlineLabels(node, context) || readInBrackets(node, context)) return;
    const charges = findCharges(text, node.from, node.to, grammar, isStory);
    if (isStory && !(walk.isNews && node === roots[0]) && charges.some((c) => c.how === 'assigned' && c.authority))
      ordersBegun = true;
    const end = trimEnd(text, node.from, node.to);
    if (charges.length === 0) {
      const whom = context.addressees ?? context.sibling;
      if (isStory || !whom) return;
      const doing =
        beginsWithDoing(text, node.from, end) ??
        (whom.from === 'heading' && !TELLS.test(text.slice(node.from, end)) ? 'phrase' : undefined);
      if (
        !doing ||
        (whom.from === 'sibling' &&
          (doing !== 'verb' || end - node.from < 60 || !/[.;…]\s*$/.test(text.slice(node.from, node.to)))) ||
        isNoOrder(text.slice(node.from, end))
      )
        return;
      push({ at: node.from, end, charge: undefined, whom, doing }, context);
      return;
    }
    const first = charges[0]!;
    const whom = context.addressees;
    if (
      whom &&
      first.how === 'assigned' &&
      first.at - node.from > 60 &&
      beginsWithDoing(text, node.from, first.at) === 'verb' &&
      !isNoOrder(text.slice(node.from, first.at)) &&
      !isStory
    ) {
      push({ at: node.from, end: trimEnd(text, node.from, first.at), charge: undefined, whom, doing: 'verb' }, context);
    }
    charges.forEach((charge, k) => {
      const stop = charges[k + 1]?.at ?? node.to;
      push(
        {
          at: charge.at,
          end: trimEnd(text, charge.at, stop),
          charge,
          whom: undefined,
          doing: undefined,
          topic: k === 0 ? topicBefore(node.from, charge.at) : undefined,
          intro: introBefore(k === 0 ? node.from : charges[k - 1]!.after, charge.at),
        },
        context,
      );
    });
  }

  /** "Trong quý IV năm 2025, Sở A ...": the limit stands before the name. */
  function introBefore(from: number, at: number): [number, number] | undefined {
    const start = clauseStarts(walk.text, from, at).at(-1)!;
    return at > start && OPENS_WITH_LIMIT.test(walk.text.slice(start, at)) ? [start, at] : undefined;
  }

  function topicBefore(from: number, at: number): [number, number] | undefined {
    const before = walk.text.slice(from, at);
    const topic = /^((?:về|đối với|liên quan|riêng)\s[\s\S]{4,}?)[:,]\s*$/iu.exec(before);
    return topic ? [from, from + topic[1]!.length] : undefined;
  }

  function push(
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
    const leads = piece.charge?.leads ?? piece.whom!.leads;
    const base = {
      leads,
      charge: piece.charge,
      whom: piece.whom,
      doing: piece.doing,
      topic: piece.topic ?? context.topic,
    };
    for (const [start, end] of splitByLimits(walk, piece.at, piece.end, piece.charge?.after ?? piece.at)) {
      drafts.push(
        fillDraft(walk, {
          ...base,
          at: start,
          end,
          isContinued: start !== piece.at,
          intro: start === piece.at ? piece.intro : undefined,
        }),
      );
    }
  }

  /** "Thời gian hoàn thành: trước ngày ..." after a list binds the list; "Các nội dung trên ..." binds all before. */
  function shareLimit(words: string, node: Node, groupFrom: number): boolean {
    const shared = fillDraft(walk, {
      leads: [],
      charge: undefined,
      whom: undefined,
      doing: undefined,
      topic: undefined,
      at: node.from,
      end: trimEnd(walk.text, node.from, node.to),
      isContinued: false,
    });
    if (!shared.limit || findCharges(walk.text, node.from, node.to, walk.grammar, false).length > 0) return false;
    if (!/^(?:thời|hoàn thành|các nội dung|tiến độ|yêu cầu hoàn thành)/iu.test(words)) return false;
    const bound = /\s(?:nêu )?trên(?![\p{L}\p{M}])/u.test(words) ? drafts : drafts.slice(groupFrom);
    if (bound.length === 0) return false;
    for (const draft of bound) draft.limit ??= shared.limit;
    return true;
  }

  /** How many labelled lines stand together from `from` on; 0 unless one of them names who leads. */
  function labelRun(nodes: readonly Node[], from: number): number {
    let size = 0;
    let names = false;
    let labels = 0;
    while (from + size < nodes.length) {
      const node = nodes[from + size]!;
      const label = readLabel(walk.text.slice(node.from, node.to));
      if (!label) break;
      if (label.role === 'content' && labels > 0 && names) break;
      if (label.role === 'lead') names = true;
      labels++;
      size++;
    }
    return names ? size : 0;
  }

  /** "- Nội dung: / - Cơ quan chủ trì: / - Cơ quan phối hợp: / - Thời gian:" are one task, or one for each who is told something else. */
  function readBlock(
    nodes: readonly Node[],
    before: Node | undefined,
    heading: Node | undefined,
    context: Context,
  ): Draft[] {
    const { text, grammar } = walk;
    const parts = nodes.map((node) => {
      const label = readLabel(text.slice(node.from, node.to))!;
      return {
        node,
        role: label.role,
        from: node.from + label.valueAt,
        to: trimEnd(text, node.from + label.valueAt, node.to),
      };
    });
    const content = parts.find((p) => p.role === 'content');
    const lead = parts.find((p) => p.role === 'lead')!;
    const time = parts.find((p) => p.role === 'time');
    const coordinate = parts.find((p) => p.role === 'coordinate');
    const last = parts.filter((p) => p.role !== 'other' && p.role !== 'product').at(-1)!;
    const opener = content?.node ?? heading ?? before;
    const at = opener?.paragraph.start ?? lead.node.paragraph.start;
    const limitFrom = time ? { from: time.from, to: time.to } : undefined;
    const told = findCharges(text, lead.from, lead.to, grammar, false);
    const coordinates = coordinate ? namesIn(coordinate.from, coordinate.to) : [];
    const action: [number, number] | undefined = content
      ? [content.from, content.to]
      : opener
        ? [opener.from, trimEnd(text, opener.from, opener.to)]
        : undefined;
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
    const leads = namesIn(lead.from, lead.to);
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

  /** "... Đơn vị chủ trì: Sở A; đơn vị phối hợp: Sở B; thời gian hoàn thành: Quý IV/2025." at the end of a paragraph. */
  function readInlineLabels(node: Node, context: Context): boolean {
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
    const leads = namesIn(lead.from, lead.to);
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
        extraCoordinates: coordinate ? namesIn(coordinate.from, coordinate.to) : [],
        rule: 'label-block',
        action: [node.from, trimEnd(text, node.from, starts[0]!.at)],
      }),
    );
    return true;
  }

  /** "Tuyên truyền Nghị quyết (Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng thực hiện; hoàn thành trong tháng 11/2025)." */
  function readInBrackets(node: Node, context: Context): boolean {
    const { text, grammar } = walk;
    const bracket = text.lastIndexOf('(', node.to);
    if (bracket <= node.from + 12 || isStoryIn(context)) return false;
    const close = text.indexOf(')', bracket);
    if (close < 0 || close < node.to - 4 || close - bracket > 400) return false;
    const opener = /^(?:do|giao|phân công)\s/iu.exec(text.slice(bracket + 1, bracket + 14));
    const at = bracket + 1 + (opener?.[0].length ?? 0);
    const { items, end } = grammar.list(text, at, close, true);
    if (
      items.length === 0 ||
      !/^\s(?:chủ trì|thực hiện|tham mưu|phụ trách|đầu mối|phối hợp|triển khai|chịu trách nhiệm)/u.test(
        text.slice(end, end + 22),
      )
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
        rule: 'label-block',
        action: [node.from, stop],
      }),
    );
    return true;
  }

  /** The names in a label's value, also after "trong phạm vi chức năng của mình và ...". */
  function namesIn(from: number, to: number): AgencyMention[] {
    const { text, grammar } = walk;
    const { items, end } = grammar.list(text, from, to, true);
    const more = /\svà\s(?=các\s)/u.exec(text.slice(end, to));
    if (items.length > 0 && more) items.push(...grammar.list(text, end + more.index + more[0].length, to).items);
    return items;
  }

  visitAll(roots, { mode: undefined, addressees: undefined, topic: undefined });
  return drafts;
}

/** "... nhấn mạnh 6 nhiệm vụ trọng tâm thời gian tới đối với lãnh đạo chủ chốt cấp xã." heads the paragraphs after it. */
const ANNOUNCES =
  /(?:(?:nhấn mạnh|yêu cầu|đề ra|chỉ đạo|lưu ý|giao|xác định|nêu)\s(?:rõ\s)?(?:thực hiện\s)?(?:tốt\s)?|(?:yêu cầu|đề nghị|giao)\s[^.;:]{4,160}?(?:thực hiện|triển khai|tập trung)\s(?:tốt\s)?)(?:một số|các|những|\d{1,2})\s(?:nhóm\s)?(?:nhiệm vụ|nội dung|vấn đề|giải pháp|yêu cầu)(?:\s(?:trọng tâm|cụ thể|chủ yếu|sau đây|sau|trước mắt|thời gian tới|trong thời gian tới)){0,3}(?:\s(đối với|cho)\s|[.:]\s*$)/iu;

const OPENS_WITH_LIMIT =
  /^(?:trong|trước|chậm nhất|muộn nhất|sau khi|ngay sau khi|khi|hằng|hàng|định kỳ|xong)(?![\p{L}\p{M}])/iu;

/** Openings of a sentence that tells how things are. */
const TELLS =
  /^(?:các|những|việc|kết quả|tình hình|công tác|hiện nay|hiện|đến nay|tuy nhiên|do|nhiều|một số|tổng|số|qua|thời gian qua|mặc dù|có|theo báo cáo|thực tế|bên cạnh|ghi chú|lưu ý:)(?![\p{L}\p{M}])/iu;

const isNoOrder = (words: string): boolean =>
  /^\(|^(?:đính kèm|gửi kèm|kèm theo|chi tiết (?:tại|theo|có))/iu.test(words) ||
  /^(?:đánh giá cao|ghi nhận|biểu dương|hoan nghênh|đồng ý|nhất trí|thống nhất|cơ bản (?:đồng ý|thống nhất|nhất trí)|cảm ơn|chúc mừng|trân trọng|kính trình|trên đây là)(?![\p{L}\p{M}])/iu.test(
    words,
  ) ||
  (/^[^,.;:]{0,80}\s(?:đã|là|được)\s/u.test(words.slice(0, 90)) &&
    !/^\p{Lu}?\p{Ll}+\s(?:các|việc|những|số)/u.test(words));

/** Where labels stand inside a paragraph: after a full stop, a semicolon or an opening bracket. */
function labelStarts(text: string, from: number, to: number): { at: number; valueAt: number; role: Label['role'] }[] {
  const found: { at: number; valueAt: number; role: Label['role'] }[] = [];
  const boundary = /[.;(]\s?\(?(?=\p{L})/gu;
  boundary.lastIndex = from;
  for (let match = boundary.exec(text); match && match.index < to; match = boundary.exec(text)) {
    const at = match.index + match[0].length;
    const label = readLabel(text.slice(at, Math.min(to, at + 80)));
    if (label) found.push({ at, valueAt: at + label.valueAt, role: label.role });
  }
  return found;
}

/** The end of a clause without the full stop, the footnote mark and the closing "./.". */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s.;,:/…"(]/.test(text[end - 1]!)) end--;
  const joint = /[\s,;.](?:đồng thời|và|ngoài ra|bên cạnh đó)[,:]?$/iu.exec(text.slice(Math.max(from, end - 16), end));
  if (joint) {
    end -= joint[0].length;
    while (end > from && /[\s.;,:/]/.test(text[end - 1]!)) end--;
  }
  return end;
}
