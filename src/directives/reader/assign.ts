import { goesOnToList, isQuestion, lastSubject, quotesLaw } from './answers.ts';
import { labelRun, readBlock } from './assignLabels.ts';
import { assignLeaf } from './assignLeaf.ts';
import { findCharges } from './charges.ts';
import { namesAsPoints, namesByPoints, pointsDo } from './headingNames.ts';
import { readHeading } from './headings.ts';
import { spreadOverPoints, spreadToEarlier } from './labelSpread.ts';
import { datesTheLast, limitOf, saysOnlyWhen, saysWhenForAll, saysWhereToSend, shareLimit } from './laterLimits.ts';
import { turnedTo } from './leadInVerbs.ts';
import { dropHeadline, isListOfThings, orderBeforeList } from './listHeads.ts';
import type { AgencyMention } from './mentions.ts';
import { bareOrders, chargedPoints, isRollOfNames, NUMBERED, orderIn, skipDatelines } from './orders.ts';
import type { Node } from './outline.ts';
import { beginsWithDoing } from './predicates.ts';
import { partnersOfRole } from './roleHeadings.ts';
import { type Addressees, type Context, type Draft, isStoryIn, type Progress, type Walk } from './walk.ts';
import { trimEnd } from './wording.ts';

/** Headings over those to whom duties are dealt out. */
const DUTIES = /tổ chức (?:thực hiện|triển khai)|phân công|trách nhiệm|giao nhiệm vụ/iu;

/** Where the record of a meeting goes over from what was reported to what was decided. */
const DECIDES = /kết luận|thống nhất|phân công|giao|nhiệm vụ|chỉ đạo|tổ chức thực hiện|quyết nghị|yêu cầu/iu;

/** "Trước ngày 15/11, Sở A thực hiện các nội dung sau:" in a numbered point. */
const ASSIGNS = /^(?:giao|yêu cầu|đề nghị|phân công)\s/iu;
const LISTS_DUTIES =
  /^(?:trước|trong|đến|chậm nhất|để|căn cứ|trên cơ sở|nhằm|từ nay)[\s\S]*\s(?:thực hiện|triển khai|tập trung|khẩn trương|chủ trì)\s[^,.;]{0,60}(?:nội dung|nhiệm vụ|công việc|việc)(?:\ssau)?(?:\sđây)?\s?:\s*$/iu;

/** "Điều 3. Quyền hạn của Ban Chỉ đạo": what a body may do is nobody's task. */
const POWERS = /^(?:các )?quyền hạn(?:\s(?:của|chung|cụ thể)\s[^.;]{3,80})?\s?:?\s*$/iu;

/** Walks the tree in reading order and drafts a task for each agency charged in each paragraph. */
export function assignTasks(roots: readonly Node[], walk: Walk): Draft[] {
  const drafts: Draft[] = [];
  const progress: Progress = { walk, roots, drafts, ordersBegun: false, author: undefined };
  const points = chargedPoints(roots, walk);
  const bare = points.size > 0 ? points : bareOrders(roots, walk);

  /** The orders began with paragraphs that name nobody: those the letter is sent to are told. */
  let lettered = false;

  function visitAll(nodes: readonly Node[], context: Context): void {
    let i = 0;
    let labelled = 0;
    let last: Draft[] = [];
    const from = drafts.length;
    context.isRoll = isRollOfNames(nodes, walk);
    while (i < nodes.length) {
      const block = labelRun(progress, nodes, i);
      if (block > 0) {
        const above = i > 0 ? nodes[i - 1] : undefined;
        const told = readBlock(progress, nodes.slice(i, i + block), above, undefined, context);
        drafts.push(...spreadOverPoints(progress, nodes, i, labelled, told));
        i += block;
        labelled = i;
        continue;
      }
      const node = nodes[i]!;
      const before = drafts.length;
      visit(node, inheritFrom(last, node, nodes[i - 1], context), from);
      if (labelRun(progress, node.children, 0) > 0) {
        drafts.push(...spreadToEarlier(progress, nodes, i, labelled, drafts.splice(before)));
        labelled = i + 1;
      }
      if (drafts.length > before) last = drafts.slice(before);
      i++;
    }
  }

  /** "Ban Thường vụ Đảng ủy các xã tiếp tục ..." and then a paragraph that names nobody: the same are meant. */
  function inheritFrom(last: readonly Draft[], node: Node, before: Node | undefined, context: Context): Context {
    const told = last.at(-1);
    const kind = node.paragraph.marker?.kind;
    // "Báo cáo kết quả gửi về ..." after the points of a letter speaks to those it is sent to.
    const isAfterPoints =
      kind === undefined && walk.letter !== undefined && NUMBERED.test(before?.paragraph.marker?.kind ?? '');
    const sameRun = !isAfterPoints && (kind === undefined || kind === 'dash' || kind === 'plus');
    const goesOn =
      /^(?:ngoài ra|bên cạnh đó|đồng thời|cùng với đó),?\s(?:phải|cần|tiếp tục|có trách nhiệm|có (?:biện pháp|giải pháp|phương án|kế hoạch))\s/iu.test(
        walk.text.slice(node.from, node.from + 50),
      );
    const isSaid =
      told?.rule === 'subject' ||
      told?.rule === 'under-sibling' ||
      ((goesOn || walk.isNews) && told?.rule === 'assigned');
    context.sibling =
      told && sameRun && isSaid ? { leads: told.leads, coordinates: [], from: 'sibling', heading: '' } : undefined;
    return context;
  }

  function visit(node: Node, context: Context, groupFrom: number): void {
    const words = walk.text.slice(node.from, node.to);
    if (isQuestion(words)) {
      visitAll(node.children, { ...context, addressees: undefined, sibling: undefined });
      return;
    }
    if ((walk.isNews && quotesLaw(words)) || POWERS.test(words)) return;
    if (
      drafts.length > 0 &&
      node.children.length === 0 &&
      saysWhenForAll(words) &&
      shareLimit(progress, words, node, groupFrom)
    )
      return;
    if (datesTheLast(progress, node, words) || saysWhereToSend(progress, node, words)) return;
    if (bare.has(node) && !progress.ordersBegun) {
      progress.ordersBegun = true;
      if (!points.has(node)) lettered = true;
    }
    if (lettered && bare.has(node)) context.addressees ??= walk.letter;
    const leadsOn = node.children.length > 0 || /:\s*$/.test(words);
    if (!leadsOn && !node.isHeading) {
      assignLeaf(progress, node, context);
      return;
    }
    const own = orderBeforeList(words);
    if (own > 0 && orderThenList({ ...node, to: node.from + own, children: [] }, node.children, context)) return;
    const isCapitals = node.children.length > 0 && progress.ordersBegun && !/\p{Ll}{2}/u.test(words);
    const isNumbered = node.paragraph.marker !== undefined || isCapitals;
    const shift = (items: AgencyMention[]): AgencyMention[] =>
      items.map((m) => ({ ...m, start: m.start + node.from, end: m.end + node.from }));
    const partners = context.addressees && node.children.length > 0 && partnersOfRole(words, walk.grammar);
    if (context.addressees && partners) {
      const coordinates = [...context.addressees.coordinates, ...shift(partners)];
      visitAll(node.children, { ...context, addressees: { ...context.addressees, coordinates } });
      return;
    }
    const sense = readHeading(words, walk.grammar, isNumbered, context.isRoll);
    if (sense.leads.length === 0 && !sense.opensOrders && sense.section !== 'story' && pointsDo(node, walk)) {
      sense.leads = namesByPoints(words, node, walk, context);
      sense.isLoose = true;
      sense.opensOrders = sense.leads.length > 0;
    }
    const turned =
      !node.paragraph.marker && context.mode !== 'story' && !walk.isNews ? turnedTo(words, walk.grammar) : undefined;
    const isWriters = sense.leads.length === 0 || (walk.letter && !progress.ordersBegun && turned !== 'addressees');
    if (turned && isWriters && (turned !== 'addressees' || walk.letter)) {
      sense.leads = turned === 'addressees' ? [] : turned;
      sense.opensOrders = true;
    }
    const subject =
      (!turned || turned === 'addressees') && sense.leads.length === 0 && lastSubject(words, walk.grammar);
    if (subject) {
      sense.leads = subject;
      sense.opensOrders = true;
      sense.section = undefined;
    }
    // "A. Các địa phương có dự án đi qua", and under it "Chủ tịch UBND tỉnh trực tiếp chỉ đạo:".
    if (context.addressees && sense.leads.length === 0 && /^[^.;:]{3,120}\strực tiếp chỉ đạo\s?:\s*$/u.test(words)) {
      sense.leads = walk.grammar.list(words, 0, words.length, true).items;
      sense.opensOrders = true;
    }
    const members = namesAsPoints(node, words, walk, shift(sense.leads));
    if (members) {
      // "Giao Sở A thành lập tổ giúp việc gồm: ...": who is listed is no more than part of what is to be done.
      if (findCharges(walk.text, node.from, node.to, walk.grammar, false).some((c) => !c.isGuess)) {
        wholeList(node, context);
        return;
      }
      context.leadIn = { leads: members.leads, coordinates: [], from: 'heading', heading: words.trim() };
      visitAll(members.rest, { ...context });
      return;
    }
    const inner: Context = { ...context };
    inner.isDuties = DUTIES.test(words) && words.length < 120;
    // "II. Yêu cầu" over points that name bodies: what is asked of them, not how all should work.
    if (
      sense.section === 'story' &&
      /^yêu cầu\s*$/iu.test(words) &&
      node.children.some((child) => namesSomebody(child))
    )
      sense.section = 'orders';
    if (sense.section === 'story') inner.mode = 'story';
    if (sense.section === 'orders' && !walk.isNews && (node.level === 0 || context.mode !== 'story'))
      inner.mode = walk.isMinutes && !DECIDES.test(words) ? 'story' : 'orders';
    // "Ý kiến phát biểu thảo luận:" in minutes opens what was said.
    if (sense.opensOrders && walk.isMinutes && sense.leads.length === 0 && !DECIDES.test(words)) {
      sense.opensOrders = false;
      inner.mode = 'story';
    }
    if (sense.opensOrders) {
      progress.ordersBegun = true;
      inner.mode = 'orders';
    }
    if (sense.leads.length === 0 && context.addressees && listsParts(node, context)) {
      wholeList(node, context);
      return;
    }
    if (sense.leads.length === 0 && isListOfThings(words, node)) inner.mode = 'story';
    if (sense.leads.length > 0) {
      inner.addressees = {
        leads: shift(sense.leads),
        coordinates: shift(sense.coordinates),
        from: isNumbered ? 'heading' : 'lead-in',
        heading: words.trim(),
        limit: limitOf(walk, node, orderIn(walk.text.slice(node.from, node.to))),
        ...(sense.isLoose ? { isLoose: true } : {}),
      };
      context.leadIn = isNumbered ? undefined : inner.addressees;
    } else if (context.leadIn && goesOnToList(words)) {
      inner.addressees = context.leadIn;
      inner.mode = 'orders';
    } else if (
      sense.opensOrders &&
      (turned || /(?:yêu cầu|đề nghị|chỉ đạo|ý kiến)[^.;]{0,80}:\s*$/iu.test(words)) &&
      walk.letter &&
      !inner.addressees
    ) {
      inner.addressees = walk.letter;
    }
    if (sense.isTopic) inner.topic = [node.from, node.to];
    const limit = node.children.length > 0 ? limitOf(walk, node) : undefined;
    if (limit && saysOnlyWhen(walk, node, limit)) {
      inner.limit = limit;
      inner.mode = 'orders';
    }
    const isContentHeading = node.children.length > 0 && labelRun(progress, node.children, 0) > 0;
    if (isContentHeading) {
      const size = labelRun(progress, node.children, 0);
      drafts.push(...readBlock(progress, node.children.slice(0, size), undefined, node, inner));
      visitAll(node.children.slice(size), inner);
      return;
    }
    // A paragraph that instructs and goes on in points: its own words are a task unless they only open the list.
    const saysMore = sense.leads.length === 0 && !/:\s*$/.test(words) && words.length > 60;
    const named =
      sense.leads.length === 0 &&
      /:\s*$/.test(words) &&
      (!sense.opensOrders ||
        LISTS_DUTIES.test(words) ||
        (node.paragraph.marker && /,\s(?:và|đồng thời)\s?:\s*$/u.test(words)) ||
        (node.paragraph.marker && ASSIGNS.test(words)))
        ? findCharges(walk.text, node.from, node.to, walk.grammar, isStoryIn(progress, inner))
        : [];
    if (saysMore || chargesOverPoints(node, words, inner)) {
      const before = drafts.length;
      assignLeaf(progress, node, inner);
      // "1. Sở A rà soát quy hoạch. - Lập danh mục ...": the points go on with whom the sentence charges.
      const told = drafts.slice(before).findLast((draft) => draft.charge);
      if (told && (told.at === node.from || !inner.addressees) && pointsDo(node, walk))
        inner.addressees = {
          leads: told.leads,
          coordinates: [],
          from: 'heading',
          heading: words.trim(),
          isLoose: true,
        };
    } else if (named.length > 0 && node.children.length > 0) {
      const charge = named.at(-1)!;
      inner.addressees = {
        leads: charge.leads,
        coordinates: [],
        from: 'heading',
        heading: words.trim(),
        limit: limitOf(walk, node, orderIn(walk.text.slice(node.from, node.to))),
        ...(charge.strong ? {} : { isLoose: true }),
      };
      inner.mode = 'orders';
    } else if (
      node.children.length === 0 &&
      sense.leads.length === 0 &&
      (words.length > 40 || isShortPoint(node, inner))
    )
      assignLeaf(progress, node, inner);
    // Nothing stands between a root lead-in and its sections: the mode goes on for later roots too.
    visitAll(node.children, inner);
  }

  const namesSomebody = ({ from, to }: Node): boolean => walk.grammar.list(walk.text, from, to, true).items.length > 0;

  /** Does a point that heads others charge somebody in a sentence of its own, however short? */
  const chargesOverPoints = (node: Node, words: string, context: Context): boolean =>
    node.paragraph.marker !== undefined &&
    /[.;]\s*$/u.test(words) &&
    pointsDo(node, walk) &&
    findCharges(walk.text, node.from, node.to, walk.grammar, isStoryIn(progress, context)).length > 0;

  /** The first sentences are a task of their own; the points after them stress what its lead must not forget. */
  function orderThenList(order: Node, points: readonly Node[], context: Context): boolean {
    const before = drafts.length;
    assignLeaf(progress, order, context);
    const told = drafts.slice(before).at(-1);
    if (!told) return false;
    const spokenTo: Addressees = { leads: told.leads, coordinates: [], from: 'heading', heading: '' };
    visitAll(points, { ...context, mode: 'orders', addressees: spokenTo });
    return true;
  }

  /** Does a point say what is to be done, and do the points under it only name the parts of it? */
  const listsParts = (node: Node, context: Context): boolean =>
    node.paragraph.marker !== undefined &&
    !isStoryIn(progress, context) &&
    /:\s*$/.test(walk.text.slice(node.from, node.to)) &&
    node.children.length > 0 &&
    beginsWithDoing(walk.text, node.from, node.to) === 'verb' &&
    node.children.every(
      (child) =>
        child.paragraph.marker !== undefined &&
        child.children.length === 0 &&
        beginsWithDoing(walk.text, child.from, child.to) === undefined &&
        findCharges(walk.text, child.from, child.to, walk.grammar, false).length === 0,
    );

  /** "2. Hoàn thành biểu mẫu gồm:" over its parts: one task with all that it lists. */
  function wholeList(node: Node, context: Context): void {
    const before = drafts.length;
    assignLeaf(progress, node, context);
    const last = drafts.at(-1);
    const end = node.children.at(-1)?.to;
    if (drafts.length > before && last && end) last.end = trimEnd(walk.text, last.at, end);
  }

  /** "4) Dừng việc cho phép đốt nương" without a full stop, under those spoken to: a point, no heading. */
  const isShortPoint = (node: Node, { addressees }: Context): boolean =>
    addressees !== undefined && node.to - node.from > 24 && beginsWithDoing(walk.text, node.from, node.to) === 'verb';

  if (walk.isNews) skipDatelines(roots, walk);
  visitAll(roots, { mode: undefined, addressees: undefined, topic: undefined });
  dropHeadline(roots, progress);
  // A document that never says where its orders begin: they stand in its numbered points.
  if (drafts.length === 0 && !progress.ordersBegun && !walk.isNews && !walk.isMinutes) {
    const first = roots.findIndex((node) => NUMBERED.test(node.paragraph.marker?.kind ?? ''));
    progress.ordersBegun = true;
    if (first >= 0) visitAll(roots.slice(first), { mode: undefined, addressees: undefined, topic: undefined });
  }
  return drafts;
}
