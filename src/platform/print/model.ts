import type { Day } from '../../kernel/day.ts';

/**
 * A printed paper as data. The same document becomes a PDF (`toPdf`) and a Word file (`toDocx`); every string in it is
 * text and nothing else, whatever signs it holds. Layouts: state papers by Nghị định 30/2020/NĐ-CP (Phụ lục I), Party
 * papers by Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW (the cells of Hướng dẫn 36-HD/VPTW).
 */
export interface PrintDocument {
  /** The file's own title (document properties), not printed. */
  title: string;
  /** `plain`: neither heading of the state nor of the Party is meant (lists, annexes); margins and type of the state. */
  style: PaperStyle;
  landscape?: boolean;
  blocks: readonly Block[];
}

export type PaperStyle = 'state' | 'party' | 'plain';

/** Text with some stretches marked. A line feed in a string breaks the line. */
export type Text = string | readonly Run[];
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

export type Block =
  | Head
  | { type: 'title'; name: string; about?: string; note?: string }
  | { type: 'addressees'; organs: readonly string[] }
  | { type: 'heading'; text: string }
  | {
      type: 'paragraph';
      text: Text;
      align?: Align /** First line moved in by 1 cm; true unless told. */;
      indent?: boolean;
    }
  | { type: 'list'; marks: 'numbers' | 'letters' | 'dashes'; items: readonly Text[] }
  | { type: 'facts'; rows: readonly { label: string; value: string }[] }
  | Table
  | Signature
  | { type: 'signatures'; parties: readonly { title: string; note?: string; name?: string }[] }
  | { type: 'qr'; data: string; caption?: string; align?: Align }
  | { type: 'pageBreak' };

export type Align = 'left' | 'center' | 'right' | 'justify';

/** The first page's head: who issues, Quốc hiệu and Tiêu ngữ (state) or the Party's title, number, place and day. */
export interface Head {
  type: 'head';
  /** The body above the issuer, as it writes itself: "UBND TỈNH NGHỆ AN", "TỈNH ỦY NGHỆ AN". */
  superior?: string;
  issuer: string;
  /** Left empty for the clerk to write by hand where it is not known yet. */
  number?: string;
  /** What follows the number: "UBND-VP" (state, official letter), "QĐ-UBND", "CV/TU" (Party). No number line without it. */
  symbol?: string;
  place?: string;
  /** Left empty ("ngày … tháng … năm …") where it is not known yet; without `place` no such line. */
  day?: Day;
  /** What an official letter (công văn) is about, under its number. */
  subject?: string;
  urgency?: 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC';
}

export interface Table {
  type: 'table';
  columns: readonly Column[];
  rows: readonly (readonly Text[])[];
  /** A last row in bold. */
  total?: readonly Text[];
}
export interface Column {
  title: string;
  /** Share of the width; 1 unless told. */
  width?: number;
  align?: Align;
}

/** Recipients on the left, the signer on the right. */
export interface Signature {
  type: 'signature';
  recipients: readonly string[];
  /** How the signer signs, outermost first: `[{ by: 'TM', of: 'ỦY BAN NHÂN DÂN' }, { by: 'KT', of: 'CHỦ TỊCH' }]`. */
  capacity?: readonly { by: Capacity; of: string }[];
  /** "CHỦ TỊCH", "PHÓ CHÁNH VĂN PHÒNG". */
  title: string;
  /** Q.: the signer acts in the office (quyền). */
  acting?: boolean;
  name?: string;
}

/** TM. on behalf of a collective, KT. for the head, TL. by order, TUQ. by delegation. */
export const CAPACITIES = ['TM', 'KT', 'TL', 'TUQ'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** `TM. ỦY BAN NHÂN DÂN` on a state paper, `T/M BAN THƯỜNG VỤ` on the Party's. */
export function capacityLine(style: PaperStyle, by: Capacity, of: string): string {
  const mark = style === 'party' ? `${by[0]}/${by.slice(1)}` : `${by}.`;
  return `${mark} ${of}`;
}

export const signerTitle = ({ acting, title }: Pick<Signature, 'acting' | 'title'>): string =>
  acting ? `Q. ${title}` : title;

/** An organ in the head, in capitals; the long names of councils and committees end their line before the unit. */
export const headName = (name: string): string =>
  name
    .toLocaleUpperCase('vi')
    .replace(/^((?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN)\s+(?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU)\s)/u, '$1\n');

/** `Số: 07/UBND-VP` (state; a number below ten gets a zero) or `Số 7-CV/TU` (Party: no colon, a hyphen). */
export function numberLine(style: PaperStyle, number: string | undefined, symbol: string): string {
  const blank = '        ';
  if (style === 'party') return `Số ${number ?? blank}-${symbol}`;
  return `Số: ${number === undefined ? blank : /^\d$/.test(number) ? `0${number}` : number}/${symbol}`;
}

/** `Nghệ An, ngày 05 tháng 02 năm 2026`: days below ten and the first two months get a zero. */
export function placeLine(place: string, day: Day | undefined): string {
  if (!day) return `${place}, ngày      tháng      năm        `;
  const month = Number(day.slice(5, 7));
  return `${place}, ngày ${day.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

/** Recipients as the paper lists them: semicolons between, a full stop at the end. */
export const recipientLines = (recipients: readonly string[]): string[] =>
  recipients.map((line, i) => `- ${line.replace(/[;.\s]+$/u, '')}${i === recipients.length - 1 ? '.' : ';'}`);

export const addresseeLines = (organs: readonly string[]): string[] =>
  organs.length === 1 ? [organs[0]!] : recipientLines(organs);
