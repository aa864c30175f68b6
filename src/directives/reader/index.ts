import { type AgencyLexicon, agencyGrammar } from './agencies.ts';
import { assignTasks } from './assign.ts';
import { readClosing } from './closing.ts';
import { confidenceOf, SURE } from './confidence.ts';
import { publishedOn } from './dateline.ts';
import { fillDraft } from './drafts.ts';
import { expandNames } from './expand.ts';
import { partGluedSyllables } from './gluedSyllables.ts';
import { type Header, readHeader } from './header.ts';
import { standsAsName } from './headingNames.ts';
import { isOptional, reasonOf, withoutRepeats } from './judge.ts';
import { readLines } from './lines.ts';
import { barLineTables } from './lineTables.ts';
import type { AgencyGrammar, AgencyMention } from './mentions.ts';
import type { Reading, ReadTask, Section, Span } from './model.ts';
import { fullName } from './namedBefore.ts';
import { buildOutline, type Node } from './outline.ts';
import { type Flow, joinLines, type Paragraph } from './paragraphs.ts';
import { repair } from './repair.ts';
import { breakRunOnLists } from './runOnLists.ts';
import { shortNames } from './shortNames.ts';
import { barSpacedTables } from './spacedTables.ts';
import { joinSplinters } from './splinters.ts';
import { findSymbols, type SymbolMention, uniqueSymbols } from './symbols.ts';
import { readTaskTables, type TaskRow } from './tables.ts';
import type { Addressees, Draft, Walk } from './walk.ts';

export type { AgencyLexicon } from './agencies.ts';
export type { DocumentFacts, Reading, ReadTask, Recurrence, Section, Span, Warning } from './model.ts';

const DEFAULT_GRAMMAR = agencyGrammar();
const grammars = new WeakMap<AgencyLexicon, AgencyGrammar>();

/** A province's names make one grammar, however many texts are read with them. */
function grammarOf(lexicon: AgencyLexicon): AgencyGrammar {
  const known = grammars.get(lexicon) ?? agencyGrammar(lexicon);
  grammars.set(lexicon, known);
  return known;
}

/** Reads a directive's text: facts of the document, its tree, who must do what by when. Never throws; cost is linear. */
export function readDirective(text: string, options: { lexicon?: AgencyLexicon } = {}): Reading {
  const repaired = barLineTables(barSpacedTables(breakRunOnLists(partGluedSyllables(joinSplinters(repair(text))))));
  const lines = readLines(repaired);
  const flow = joinLines(repaired, lines);
  const header = readHeader(repaired, lines, flow);
  const closing = readClosing(repaired, lines);
  header.facts.issuer ??= issuerFromText(flow.text);
  header.facts.signer = closing.signer ?? header.facts.signer;
  header.facts.signerTitle = closing.signerTitle;
  const known = options.lexicon ? grammarOf(options.lexicon) : DEFAULT_GRAMMAR;
  const own = shortNames(flow.text, known);
  const grammar = own.length > 0 ? known.knowing(own) : known;
  const tables = readTaskTables(flow, lines, grammar);
  const { footer, insets } = header.isOfficial
    ? { footer: flow.paragraphs.length, insets: NO_INSETS }
    : pageFooter(flow);
  const body = flow.paragraphs.filter(
    (p, i) =>
      i < footer &&
      !insets.has(i) &&
      !tables.taken.has(i) &&
      p.kind === 'text' &&
      i >= header.bodyFrom &&
      (p.firstLine < closing.firstLine || p.firstLine >= closing.lastLine),
  );
  const roots = buildOutline(flow, body, (p, next) => standsAsName(flow.text, p, next, grammar));
  const published = header.isOfficial ? null : publishedOn(flow);
  const walk: Walk = {
    text: flow.text,
    shown: flow.shown,
    grammar,
    today: header.facts.date ?? published,
    yearHint: header.facts.date || published ? null : yearOf(header.facts.datePartial, flow.text),
    isNews: !header.isOfficial,
    isMinutes: header.facts.type === 'Biên bản',
    letter: readAddressees(flow, header, grammar),
  };
  const found = [...assignTasks(roots, walk), ...tables.rows.map((row) => tableDraft(row, walk))].sort(
    (a, b) => a.at - b.at,
  );
  const drafts = header.isOfficial ? found : withoutRepeats(found, flow.text);
  const symbols = findSymbols(flow.text);
  const toOriginal = (from: number, to: number): Span => [
    flow.from[from] ?? text.length,
    to > from ? (flow.to[to - 1] ?? text.length) : (flow.from[from] ?? text.length),
  ];
  const tasks = drafts.map((draft, i) => toTask(draft, drafts[i - 1], walk, flow, symbols, toOriginal));
  const warnings: Reading['warnings'] = [];
  if (tasks.length === 0)
    warnings.push({
      code: 'no_tasks',
      message: 'Không tìm thấy nhiệm vụ nào trong văn bản. Hãy đọc lại văn bản và tự đánh dấu nhiệm vụ nếu có.',
    });
  for (const draft of drafts) {
    if (!draft.limit?.impossible) continue;
    const span = toOriginal(draft.limit.at, draft.limit.at + draft.limit.span[1] - draft.limit.span[0]);
    warnings.push({
      code: 'impossible_date',
      message: `Thời hạn “${flow.shown.slice(draft.limit.at, draft.limit.at + draft.limit.span[1] - draft.limit.span[0])}” không phải là một ngày có thật. Hãy đối chiếu với bản gốc.`,
      span,
    });
  }
  return {
    text,
    document: header.facts,
    sections: roots.map((node) => toSection(node, flow, toOriginal)),
    tasks,
    references: uniqueSymbols(symbols, [header.facts.symbol]),
    recipients: closing.recipients,
    warnings,
  };
}

const PAGE_FOOTER =
  /^(?:(?:các )?(?:tin|bài|tin, bài|tin bài)(?: viết)? (?:liên quan|khác|cùng (?:chuyên mục|chủ đề)|mới|đọc nhiều|nổi bật)|các tin đã đưa|bình luận|ý kiến bạn đọc|từ khóa|tags?|đọc thêm|xem thêm|có thể bạn quan tâm|thăm dò ý kiến|thống kê truy cập|đang (?:online|truy cập)|chịu trách nhiệm (?:chính|nội dung)|image advertisement|quảng cáo|liên kết (?:website|web|trang)|in trang|gửi (?:email|phản hồi|bình luận)|đánh giá bài viết|bản quyền)(?![\p{L}\p{M}])/iu;

const NO_INSETS: ReadonlySet<number> = new Set();

/** Where a news page goes over to other news, and what of other news stands inside it: "Tin liên quan", and its headline. */
function pageFooter({ text, paragraphs }: Flow): { footer: number; insets: ReadonlySet<number> } {
  const insets = new Set<number>();
  const isSentence = ({ body, end }: Paragraph): boolean =>
    end - body > 90 && /[.;:]["”]?\s*$/u.test(text.slice(body, end));
  for (let i = 2; i < paragraphs.length; i++) {
    const { start, body, end } = paragraphs[i]!;
    if (end - start >= 60 || !PAGE_FOOTER.test(text.slice(body, end))) continue;
    const next = paragraphs.findIndex((p, k) => k > i && isSentence(p));
    const goesOn = next > 0 && next - i <= 4 && paragraphs.slice(next).filter(isSentence).length >= 2;
    if (!goesOn) return { footer: i, insets };
    for (let k = i; k < next; k++) insets.add(k);
    i = next;
  }
  return { footer: paragraphs.length, insets };
}

/** Without a letterhead, who gives the notice or the answer says so: "Văn phòng ... thông báo để", "... có ý kiến như sau:". */
function issuerFromText(text: string): string | null {
  const found =
    /(?:^|[\n.;]\s?)((?:Văn phòng|Ủy ban nhân dân|UBND)\s[^.;,:\n]{2,70}?)\s(?:xin )?(?:thông báo (?:để|đến|tới)|có ý kiến như sau)/u.exec(
      text,
    );
  return found?.[1] ?? null;
}

function tableDraft(row: TaskRow, walk: Walk): Draft {
  return fillDraft(walk, {
    leads: row.leads,
    charge: undefined,
    whom: undefined,
    doing: 'verb',
    topic: undefined,
    at: row.start,
    end: row.end,
    isContinued: false,
    limitFrom: row.time ? { from: row.time[0], to: row.time[1] } : { from: row.start, to: row.start },
    extraCoordinates: row.coordinates,
    rule: 'table',
    action: row.content,
  });
}

/** "Quyết định số 5 ngày 12/3/2024", but not "trước ngày 30/6/2025". */
const CITED_DAY =
  /(?<!(?:trước|đến|hết|chậm nhất|nhất là|hạn|xong)\s(?:hết\s)?)ngày\s\d{1,2}(?:\s?[/.-]\s?|\stháng\s)\d{1,2}(?:\s?[/.-]\s?|\snăm\s)(20\d{2})(?!\d)/giu;

function yearOf(partial: string | undefined, text: string): number | null {
  if (partial) return Number(partial.slice(0, 4));
  // No paper is older than the latest one it cites.
  const cited = [...text.slice(0, 6000).matchAll(CITED_DAY)].map((m) => Number(m[1])).filter((y) => y < 2040);
  if (cited.length > 0) return Math.max(...cited);
  const years = [...text.slice(0, 6000).matchAll(/(?:năm\s(?:học\s)?|\/|\d[.-]\d{1,2}[.-])(20\d{2})(?!\d)/gu)]
    .map((m) => Number(m[1]))
    .filter((y) => y < 2040);
  return years[0] ?? null;
}

/** Those named after "Kính gửi:" or before a telegram's text. */
function readAddressees(flow: Flow, header: Header, grammar: AgencyGrammar): Addressees | undefined {
  const leads: AgencyMention[] = [];
  for (const index of header.addressees) {
    const p = flow.paragraphs[index]!;
    const words = flow.text.slice(p.body, p.end);
    const skip = /^(?:\(?Kính gửi\s?:?|[^:]{3,60}\sđiện\s?:?)\s*(?:[-–—+]\s?)?/iu.exec(words)?.[0].length ?? 0;
    const from = p.body + skip;
    const { items, end: named } = grammar.list(flow.text, from, p.end, true);
    const rest = /^\s\p{Ll}[\p{L}\d\s-]{2,80}(?=[.;,\s]*$)/u.exec(flow.text.slice(named, p.end));
    // "Các Công ty TNHH MTV khai thác công trình thủy lợi;": the line ends with the name.
    if (items.length > 0 && rest && items.at(-1)!.end === named) items.at(-1)!.end = named + rest[0].trimEnd().length;
    if (items.length > 0) leads.push(...items);
    else if (p.end - from > 3) {
      let end = p.end;
      while (end > from && /[\s.;,]/.test(flow.text[end - 1]!)) end--;
      leads.push({ start: from, end, plural: true });
    }
  }
  return leads.length ? { leads, coordinates: [], from: 'letter', heading: 'Kính gửi' } : undefined;
}

function toTask(
  draft: Draft,
  before: Draft | undefined,
  walk: Walk,
  flow: Flow,
  symbols: readonly SymbolMention[],
  toOriginal: (from: number, to: number) => Span,
): ReadTask {
  const name = (m: AgencyMention): string => flow.shown.slice(m.start, m.end);
  const lead = draft.leads.map(name);
  const [short] = draft.leads;
  // "Cơ quan này cũng phải ...": those told right before.
  const isSame = lead.length === 1 && /^(?:cơ quan|đơn vị|địa phương) này$/iu.test(lead[0]!);
  const full = lead.length === 1 && short ? fullName(walk.text, short, walk.grammar, before) : undefined;
  const normalized = isSame && before ? before.leads.map(name) : full ? [full] : expandNames(lead);
  const limit = draft.limit;
  const limitEnd = limit ? limit.at + limit.span[1] - limit.span[0] : 0;
  const confidence = confidenceOf(draft, walk);
  return {
    lead,
    coordinate: draft.coordinates.map(name),
    ...(normalized ? { leadNormalized: normalized } : {}),
    action: flow.shown.slice(draft.action[0], draft.action[1]).trim(),
    ...(draft.topic
      ? {
          topic: flow.shown.slice(draft.topic[0], draft.topic[1]).replace(/[\s:,.]+$/, ''),
          topicSpan: toOriginal(draft.topic[0], draft.topic[1]),
        }
      : {}),
    deadline: limit?.day ?? null,
    deadlineText: limit ? flow.shown.slice(limit.at, limitEnd) : null,
    condition: draft.condition,
    recurrence: limit?.recurrence ?? null,
    // "(thông qua Sở Nội vụ)" says by which way, not to whom.
    reportTo: draft.reportTo.map((m) => name(m).replace(/\s\([^)]*\)?$/u, '')),
    optional: isOptional(draft, flow.text),
    evidence: toOriginal(draft.at, draft.end),
    leadSpans: draft.leads.map((m) => toOriginal(m.start, m.end)),
    coordinateSpans: draft.coordinates.map((m) => toOriginal(m.start, m.end)),
    ...(limit ? { deadlineSpan: toOriginal(limit.at, limitEnd) } : {}),
    basis: uniqueSymbols(symbolsWithin(symbols, draft.at, draft.end)),
    rule: draft.rule,
    reason: reasonOf(draft, flow.shown),
    confidence: Math.round(confidence * 100) / 100,
    sure: confidence >= SURE,
  };
}

/** The symbols of a stretch; they stand in order, so the first is found by halving. */
function symbolsWithin(symbols: readonly SymbolMention[], from: number, to: number): SymbolMention[] {
  let low = 0;
  let high = symbols.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (symbols[middle]!.span[0] < from) low = middle + 1;
    else high = middle;
  }
  const found: SymbolMention[] = [];
  for (let i = low; i < symbols.length && symbols[i]!.span[1] <= to; i++) found.push(symbols[i]!);
  return found;
}

function toSection(node: Node, flow: Flow, toOriginal: (from: number, to: number) => Span): Section {
  const words = flow.shown.slice(node.from, node.to);
  return {
    marker: node.paragraph.marker?.text ?? '',
    level: node.level,
    heading: words.length > 120 ? `${words.slice(0, 117).trimEnd()}...` : words,
    span: toOriginal(node.paragraph.start, node.to),
    children: node.children.map((child) => toSection(child, flow, toOriginal)),
  };
}
