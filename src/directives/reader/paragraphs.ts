import { isGlued, isNoteMark } from './gluedWords.ts';
import { readLabel } from './labels.ts';
import type { Line } from './lines.ts';
import { loneMarker, type Marker, readMarker } from './markers.ts';
import { type Repaired, sameLengthTones } from './repair.ts';
import { opensPoint } from './runOnLists.ts';
import { verbEnd } from './verbs.ts';
import { measure, startsLower, type Widths, wordLength } from './widths.ts';

/** A paragraph of the flowing text: `start`..`end` in it, its words from `body` on, after the marker. */
export interface Paragraph {
  start: number;
  body: number;
  end: number;
  marker: Marker | undefined;
  bold: boolean;
  kind: 'text' | 'footnote' | 'row';
  /** A bar, rule or page edge stands before it. */
  apart: boolean;
  /** Its first line, for what is read line by line (header, recipients). */
  firstLine: number;
  lastLine: number;
}

/** The text with lines joined to sentences, single spaces, one paragraph a line; `from`/`to` lead back to the original. */
export interface Flow {
  text: string;
  shown: string;
  from: Int32Array;
  to: Int32Array;
  paragraphs: Paragraph[];
}

const TERMINAL = /(?:[.:;!?…]|\.\/\.?)["')]*$/;
const isCaps = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** No sentence ends with these words: "... trước ngày / 15 tháng 10", "... của / Sở Y tế". */
const DANGLING = /\s(?:và|của|các|với|trước|trong|nhằm|để|hoặc|những|bởi|do|từ|tại|ở|cho|về)$/u;
const BEFORE_FIGURE = /(?<!(?:hằng|hàng|mỗi|từng|cuối|đầu|trong)\s)(?<=^|\s)(?:ngày|tháng|năm|quý|số)$/u;
/** "4. Giao ...": surely a point. */
const POINT = /^\d{1,2}[.)]\s+\p{Lu}/u;

/** "2. Sở Văn hóa, Thể thao và Du lịch": no small word of doing in it; a capital verb after it opens what stands below. */
function isBareName(text: string): boolean {
  if (text.endsWith(',') || DANGLING.test(text)) return false;
  for (const match of text.matchAll(/(?<=\s)(?=\p{Ll})/gu)) if (verbEnd(text, match.index) > 0) return false;
  return true;
}

/** "3. Về công tác xây dựng Đảng" over "Ban Xây dựng Đảng tham mưu ...": a topic, and a sentence that says who does what. */
const TOPIC = /^\S{1,6}\s(?:Về|Đối với|Liên quan đến|Công tác)\s[^.;:]{3,90}$/u;
const WHO =
  /^(?:Giao|Yêu cầu|Đề nghị|(?:Các\s)?(?:Sở|sở|Ban|ban|Bộ|bộ|Văn phòng|UBND|Ủy ban|Đảng ủy|Công an|Phòng|phòng|Trung tâm|Cục|Chi cục|Hội|Chủ tịch|Giám đốc|Tỉnh ủy|Thường trực|Chi bộ))\s/u;
function saysWho(text: string): boolean {
  if (!WHO.test(text)) return false;
  for (const match of text.matchAll(/(?<=\s)(?=\p{Ll})/gu)) if (verbEnd(text, match.index) > 0) return true;
  return false;
}

/** How many empty lines follow every line, in mid-sentence too? So many part nothing. */
function idleBlanks(lines: readonly Line[]): number {
  const inSentence = [0, 0, 0, 0];
  let gap = 0;
  let last: Line | undefined;
  for (const line of lines) {
    if (line.blank) {
      gap++;
      continue;
    }
    const goesOn = last?.kind === 'text' && line.kind === 'text' && startsLower(line.text) && !TERMINAL.test(last.text);
    if (goesOn && gap < 4 && (gap === 0 || !readMarker(line.text))) inSentence[gap]!++;
    gap = 0;
    last = line;
  }
  const most = Math.max(...inSentence.slice(1));
  return most >= 5 && most > inSentence[0]! * 3 ? inSentence.lastIndexOf(most) : 0;
}

/** Does `line` go on where `last` left off, inside one paragraph that so far reads `soFar`? */
function goesOn(
  last: Line,
  line: Line,
  blankBetween: boolean,
  edgeBetween: boolean,
  widths: Widths,
  opener: Marker | undefined,
  isFirst: boolean,
): boolean {
  const ended = TERMINAL.test(last.text);
  const lower = startsLower(line.text);
  const width = isFirst ? widths.first : widths.rest;
  const short = width === 0 || last.indent + last.text.length + 1 + wordLength(line.text) < width - 1;
  const broken = /[\p{L}\d]-$/u.test(last.text) && /^\p{Lu}{2}/u.test(line.text);
  if (broken || (BEFORE_FIGURE.test(last.text) && /^(?:\d|[IVX]+(?!\p{L}))/u.test(line.text) && !last.bold))
    return true;
  if (blankBetween || edgeBetween) {
    if (ended || isCaps(last.text) !== isCaps(line.text)) return false;
    if (lower) return !isCaps(last.text) && !last.bold;
    // "... hiện trạng ô nhiễm tại / bãi rác" at a page's foot, "Trường Thọ, tham mưu ..." at the next page's head.
    const isBroken = !isFirst && !isCaps(last.text) && !opensPoint(line.text) && !saysWho(line.text);
    return edgeBetween && !last.bold && (isBroken || (width === 0 ? last.text.length > 70 : !short));
  }
  if (isCaps(last.text) && !isCaps(line.text) && (isFirst || last.text.length > 12 || short)) return false;
  if (last.boldOpen && (line.bold || !ended)) return true;
  if (last.bold && !lower) return false;
  if (isFirst && !ended && !lower && isBareName(last.text)) {
    if (opener === undefined ? opensPoint(line.text) : verbEnd(line.text, 0, true) > 0) return false;
  }
  if (last.text.endsWith(',') || DANGLING.test(last.text)) return true;
  if (opener !== undefined && isFirst && !ended && !lower && TOPIC.test(last.text) && saysWho(line.text)) return false;
  if (lower) return !(ended && /[.;:]$/.test(last.text) && short && widths.rest === 0);
  if (widths.rest === 0) return isCaps(last.text) && isCaps(line.text);
  if (ended && !/[\p{L}\d],$/u.test(last.text)) {
    if (line.indent > last.indent + 2 || short || (widths.isRagged && !lower)) return false;
    return !last.text.endsWith(':');
  }
  if (
    isFirst &&
    opener === undefined &&
    short &&
    last.text.length < widths.rest * 0.35 &&
    !/^Kính gửi/u.test(last.text) &&
    !isCaps(line.text)
  )
    return false;
  // Far too short for the column, in a numbered paragraph: it ended there ("1. Công an tỉnh, ... / các xã, phường").
  if (!isFirst && opener !== undefined && last.indent + last.text.length < widths.rest * 0.5) return false;
  if (widths.indents) {
    if (line.indent <= widths.indents.rest + 1) return !(short && isFirst && last.text.length < 45);
    if (line.indent >= widths.indents.first - 1 && !isFirst) return false;
  }
  return !(
    short &&
    ((opener !== undefined && isFirst && last.text.length < Math.min(60, widths.rest * 0.8)) ||
      line.indent > last.indent + 2)
  );
}

/** A dash at a line's start that belongs to a name broken before it ("Công nghiệp / - Viễn thông"), no bullet. */
function isFalseBullet(last: Line | undefined, marker: Marker, line: Line, widths: Widths): boolean {
  // "... theo Kế hoạch số / 31/KH-UBND": a symbol, no point 31.
  if (last && BEFORE_FIGURE.test(last.text) && /^\d/.test(line.text) && !POINT.test(line.text)) return true;
  // "... trước ngày 31 tháng / 10. Đối với ...": a month, no point 10.
  if (last && /\d\stháng$/u.test(last.text) && /^(?:0?[1-9]|1[0-2])\.\s/u.test(line.text)) return true;
  if (!last || marker.kind !== 'dash' || widths.rest === 0 || TERMINAL.test(last.text) || last.text.endsWith(','))
    return false;
  if (readMarker(last.text)?.kind === 'dash' || opensPoint(line.text.slice(marker.length))) return false;
  return last.indent + last.text.length + 8 >= widths.rest && line.indent <= last.indent && line.text.length > 30;
}

/** Joins hard-wrapped lines to paragraphs. Page numbers and running heads vanish; footnotes stand apart. */
export function joinLines(repaired: Repaired, lines: readonly Line[]): Flow {
  const idle = idleBlanks(lines);
  const widths = measure(idle > 0 ? lines.filter((line) => !line.blank) : lines);
  const out = new Builder(repaired);
  let last: Line | undefined;
  let blank = false;
  let blanks = 0;
  let edge = false;
  let apart = true;
  let isFirst = true;
  let isLone = false;
  let notes: Line[][] = [];
  const flushNotes = (): void => {
    for (const note of notes)
      note.forEach((line, k) => {
        if (k === 0) out.open(line, undefined, 'footnote', true, -1);
        else out.join(line, -1);
      });
    notes = [];
  };
  lines.forEach((line, index) => {
    if (line.pageStart) edge = true;
    if (line.blank) {
      blanks++;
      blank = blanks > idle;
      return;
    }
    blanks = 0;
    if (line.kind === 'furniture') {
      edge = true;
      return;
    }
    if (line.kind === 'footnote') {
      if (NOTE_START.test(line.text) || notes.length === 0) notes.push([line]);
      else notes.at(-1)!.push(line);
      edge = true;
      return;
    }
    if (line.kind === 'rule' || line.kind === 'bar') {
      last = undefined;
      apart = true;
      return;
    }
    const read = line.kind === 'row' ? undefined : readMarker(line.text);
    const next = read || line.text.length > 7 ? undefined : lines.slice(index + 1, index + 4).find((l) => !l.blank);
    const alone = next?.kind === 'text' && !readMarker(next.text) ? loneMarker(line.text) : undefined;
    const marker = read ?? alone;
    const opens = marker !== undefined && !isFalseBullet(blank ? undefined : last, marker, line, widths);
    const paragraph = out.last();
    const goes =
      last !== undefined &&
      paragraph?.kind === 'text' &&
      line.kind === 'text' &&
      !opens &&
      (isLone || !(line.text.length < 120 && /^\p{Lu}/u.test(line.text) && readLabel(line.text))) &&
      (isLone || goesOn(last, line, blank, edge, widths, paragraph.marker, isFirst));
    if (goes) {
      out.join(line, index);
      isFirst = false;
    } else {
      out.open(line, opens ? marker : undefined, line.kind === 'row' ? 'row' : 'text', apart, index);
      isFirst = true;
    }
    isFirst ||= isLone;
    isLone = opens && marker === alone;
    last = line;
    blank = false;
    edge = false;
    apart = false;
  });
  flushNotes();
  return out.finish();
}

const LEADS_IN =
  /(?:như|nội dung|nhiệm vụ|giải pháp|công việc|việc|vấn đề|yêu cầu|biện pháp|điểm|ý kiến)\s(?:cụ thể\s|trọng tâm\s)?sau(?:\sđây)?([.;,])?$/u;
/** "..., Chủ tịch UBND tỉnh yêu cầu UBND các xã" over points. */
const ASKS =
  /(?:Chủ tịch|UBND|Ủy ban nhân dân|Ban Thường vụ|Thường trực|Bí thư|Ban Chỉ đạo|Thủ tướng|Bộ trưởng|Giám đốc)[^.;:]{0,80}\s(?:yêu cầu|đề nghị|giao|kết luận|có ý kiến|chỉ thị)(?:\s[^.;:]{0,150})?\p{L}()$/u;
const NOTE_START = /^(?:\[\d{1,3}\]|\d{1,2}\s)/;

class Builder {
  private readonly source: Repaired;
  private readonly text: string[] = [];
  private readonly shown: string[] = [];
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private length = 0;
  private readonly paragraphs: Paragraph[] = [];

  constructor(source: Repaired) {
    this.source = source;
    this.from = new Int32Array(source.text.length * 2 + 2);
    this.to = new Int32Array(source.text.length * 2 + 2);
  }

  last(): Paragraph | undefined {
    return this.paragraphs.at(-1);
  }

  open(line: Line, marker: Marker | undefined, kind: Paragraph['kind'], apart: boolean, index: number): void {
    this.closeLeadIn(marker !== undefined);
    if (this.length > 0) this.glue('\n', line.start);
    const start = this.length;
    const bodyAt = this.copy(line, marker?.length ?? 0);
    this.paragraphs.push({
      start,
      body: bodyAt,
      end: this.length,
      marker,
      bold: line.bold,
      kind,
      apart,
      firstLine: index,
      lastLine: index,
    });
  }

  /** "... thực hiện các nội dung sau" whose colon a scan lost or misread: the list below follows from it all the same. */
  private closeLeadIn(beforePoints: boolean): void {
    const last = this.paragraphs.at(-1);
    if (last?.kind !== 'text') return;
    const tail = this.text.slice(Math.max(last.body, this.length - 24)).join('');
    const found =
      LEADS_IN.exec(tail) ??
      (beforePoints &&
        last.marker === undefined &&
        ASKS.exec(this.text.slice(Math.max(last.body, this.length - 260)).join('')));
    if (!found) return;
    if (found[1]) this.text[this.length - 1] = ':';
    else {
      const at = this.to[this.length - 1]!;
      this.push(':', ':', at, at);
      last.end = this.length;
    }
  }

  join(line: Line, index: number): void {
    const paragraph = this.paragraphs.at(-1)!;
    const tail = this.text.at(-1) ?? '';
    const closeUp = /\d-$/.test(this.text.slice(-3).join('')) && /^\p{Lu}{2}/u.test(line.text) && tail === '-';
    const isEmpty = paragraph.body === paragraph.end;
    if (!closeUp) this.glue(' ', line.start);
    if (isEmpty) paragraph.body = this.length;
    this.copy(line, 0);
    paragraph.end = this.length;
    if (index >= 0) paragraph.lastLine = index;
    paragraph.bold &&= line.bold;
  }

  private glue(letter: string, at: number): void {
    const back = Math.max(0, at - 1);
    this.push(letter, letter, this.source.from[back] ?? 0, this.source.from[back] ?? 0);
  }

  private push(text: string, shown: string, from: number, to: number): void {
    this.text.push(text);
    this.shown.push(shown);
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.length++;
  }

  /** Copies a line with its inner white space made single; returns where the words after `skip` letters begin. */
  private copy(line: Line, skip: number): number {
    const { text, shown, from, to } = this.source;
    let bodyAt = -1;
    for (let i = line.start; i < line.end; i++) {
      const letter = text[i]!;
      const isSpace = letter === ' ' || letter === '\t';
      if (letter >= '1' && letter <= '9' && isNoteMark(text, i, line.end)) {
        while (/\d/.test(text[i + 1] ?? '')) i++;
        continue;
      }
      if (isSpace && (i === line.start || text[i - 1] === ' ' || text[i - 1] === '\t')) continue;
      if (bodyAt < 0 && !isSpace && i - line.start >= skip) bodyAt = this.length;
      this.push(isSpace ? ' ' : letter, isSpace ? ' ' : shown[i]!, from[i]!, to[i]!);
      if ((letter === ',' || letter === '.' || letter === ':' || letter === ';') && isGlued(text, i, line.end))
        this.glue(' ', i + 1);
    }
    return bodyAt < 0 ? this.length : bodyAt;
  }

  finish(): Flow {
    return {
      text: sameLengthTones(this.text.join('')),
      shown: this.shown.join(''),
      from: this.from.slice(0, this.length),
      to: this.to.slice(0, this.length),
      paragraphs: this.paragraphs,
    };
  }
}
