import { cellsOf } from './header.ts';
import type { Line } from './lines.ts';
import type { Repaired } from './repair.ts';

/** The foot of the document: the lines under "Nơi nhận:", and who signed. */
export interface Closing {
  recipients: string[];
  signer: string | null;
  signerTitle: string | null;
  /** Index of the line with which the foot begins; the number of lines if there is none. */
  firstLine: number;
  /** Index of the line after the foot, where an annex may begin. */
  lastLine: number;
}

const OPENS = /^n[ơo]i\s+nh[ậâạ]n\s?[:.]?/iu;
const AUTHORITY =
  /^(?:(?:T\s?\/\s?M|TM|KT|K\s?\/\s?T|TL|T\s?\/\s?L|TUQ)\s?\.?\s?(?=\p{Lu}{2})|Q\s?\.\s?(?=\p{Lu}{2})|(?:T\/M|K\/T|T\/L)\s)/u;
const OFFICE =
  /^(?:Q\.\s?)?(?:PHÓ\s)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM|TRƯỞNG BAN|TỔNG GIÁM ĐỐC|THỐNG ĐỐC|CHÁNH THANH TRA|TỔNG THANH TRA|TRƯỞNG PHÒNG|CHỈ HUY TRƯỞNG|VIỆN TRƯỞNG|(?:CHI )?CỤC TRƯỞNG|VỤ TRƯỞNG|ĐỘI TRƯỞNG|TRẠM TRƯỞNG|TỔ TRƯỞNG|TRƯỞNG CÔNG AN|TỔNG BIÊN TẬP|CHÁNH ÁN|TƯ LỆNH|CHÍNH ỦY|HIỆU TRƯỞNG|TỔNG BÍ THƯ|TRƯỞNG ĐOÀN)/u;
const NAME =
  /^(?:(?:TS|ThS|PGS|GS|BS|KS|Đại tá|Thượng tá|Thiếu tướng|Trung tướng|Thượng tướng|Đại tướng)\.?\s)*\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*){1,5}$/u;
const CAPS_NAME = /^\p{Lu}{2,}(?:\s\p{Lu}{1,}){1,4}$/u;
/** Office and name in one table cell: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Mẫu". */
const SIGNED = /^((?:[\p{Lu}.,/]+\s){1,14})(?:\(?Đã ký\)?\s)?((?:\p{Lu}\p{Ll}+\s?){2,5})$/u;
const ANNEX = /^(?:PHỤ LỤC|Phụ lục|DANH MỤC|BẢNG PHÂN CÔNG|PHÂN CÔNG NHIỆM VỤ|BIỂU)(?=\s|$|:)/u;

export const isAnnexHead = (text: string): boolean => ANNEX.test(text) && text.length < 160;

/** Kinds of documents that a decision puts into force, as the title of what comes after its signature. */
const ATTACHED =
  /^(?:CHƯƠNG TRÌNH|KẾ HOẠCH|ĐỀ ÁN|PHƯƠNG ÁN|NHIỆM VỤ|NỘI DUNG|HƯỚNG DẪN|CHỈ TIÊU|LỘ TRÌNH|ĐỀ CƯƠNG|CHIẾN LƯỢC|BẢNG|DANH SÁCH)(?=\s|$|:)/u;
const PUT_INTO_FORCE =
  /(?:^\(?|\s\()(?:(?:được\s)?(?:ban hành|phê duyệt) )?(?:kèm theo|theo (?:Quyết định|Nghị quyết|Công văn|Tờ trình|Chỉ thị))\s/iu;

/** "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch ...": what the paper says comes after its signature. */
const PROMISES =
  /(?:ban hành|phê duyệt) kèm theo (?:quyết định|công văn|văn bản|nghị quyết|chỉ thị) này (?:là )?(?:bản )?(?:chương trình|kế hoạch|đề án|phương án|hướng dẫn|quy chế|danh mục|bảng)/iu;
const promised = new WeakMap<readonly Line[], boolean>();
function promisesAttached(lines: readonly Line[]): boolean {
  const known = promised.get(lines) ?? lines.slice(0, 120).some((line) => PROMISES.test(line.text));
  promised.set(lines, known);
  return known;
}

/** "KẾ HOẠCH / Phát triển ... / (Kèm theo Quyết định số ...)" after the signature: a document of its own, read on. */
function isAttachedTitle(lines: readonly Line[], at: number): boolean {
  const words = lines[at]!.text;
  const isSmall = /^(?:Chương trình|Kế hoạch|Đề án|Phương án)$/u.test(words);
  if (!isSmall && (!ATTACHED.test(words) || /\p{Ll}{2}/u.test(words))) return false;
  const below = lines.slice(at + 1, at + 16).filter((line) => !line.blank);
  return below.slice(0, 6).some((line) => PUT_INTO_FORCE.test(line.text)) || (!isSmall && promisesAttached(lines));
}

export function readClosing(repaired: Repaired, lines: readonly Line[]): Closing {
  const opensAt = lines.findIndex((line) => !line.blank && OPENS.test(line.text.replace(/^[|\s]+/, '')));
  const signedAt = findSignature(repaired, lines, opensAt);
  const first = opensAt < 0 ? signedAt.line : signedAt.line >= 0 ? Math.min(opensAt, signedAt.line) : opensAt;
  const recipients = opensAt < 0 ? { items: [], end: 0 } : readRecipients(repaired, lines, opensAt);
  let lastLine = Math.max(recipients.end, signedAt.end);
  if (first < 0)
    return { recipients: [], signer: null, signerTitle: null, firstLine: lines.length, lastLine: lines.length };
  while (
    lastLine < lines.length &&
    !isAnnexHead(lines[lastLine]!.text) &&
    !isAttachedTitle(lines, lastLine) &&
    lines[lastLine]!.kind !== 'footnote'
  )
    lastLine++;
  return {
    recipients: recipients.items,
    signer: signedAt.name,
    signerTitle: signedAt.title,
    firstLine: first,
    lastLine,
  };
}

/** Items run from a dash to the next; the right column (signature) is cut off; it ends with "Lưu". */
function readRecipients(repaired: Repaired, lines: readonly Line[], opensAt: number): { items: string[]; end: number } {
  const items: string[] = [];
  let stored = false;
  let end = opensAt + 1;
  const opener = cellsOf(lines[opensAt]!, repaired.shown);
  const inline = (opener.find((cell) => OPENS.test(cell)) ?? '').replace(OPENS, '').trim();
  // One table cell may hold them all: "Nơi nhận: - Như trên; - Lưu: VT."
  if (inline.length > 2) items.push(...inline.split(/(?<=[;,.)])\s+(?=[-–]\s)/u));
  let blanks = 0;
  for (let i = opensAt + 1; i < lines.length && i < opensAt + 70; i++) {
    const line = lines[i]!;
    if (line.blank || line.kind === 'rule' || line.kind === 'furniture') {
      blanks++;
      if (stored && blanks > 0 && !line.blank) break;
      continue;
    }
    if (line.kind === 'bar') {
      if (items.length) break;
      continue;
    }
    if (line.kind === 'footnote' || isAnnexHead(line.text) || isAttachedTitle(lines, i)) break;
    const cells = cellsOf(line, repaired.shown);
    const left = cells[0] ?? '';
    const isItem = /^[-–—+•*]{1,2}\s?\S/u.test(left);
    const isSignature = AUTHORITY.test(left) || OFFICE.test(left);
    if (isSignature || (!isItem && CAPS_NAME.test(left) && left.length > 8)) {
      if (items.length === 0 && i < opensAt + 12) continue;
      // A signature set between the recipients by the order of extraction: go on if more items follow soon.
      if (stored || !lines.slice(i + 1, i + 8).some((next) => /^[-–—]\s?\p{L}/u.test(next.text))) break;
      continue;
    }
    if (isItem) {
      items.push(left.replace(/^--\s/u, '- '));
      stored = /^[-–—+•*]{1,2}\s?Lưu/iu.test(left);
    } else if (items.length > 0) {
      if (blanks > 0 && (stored || NAME.test(left))) break;
      if (line.indent > 30 && lines[opensAt]!.indent < 20) {
        if (NAME.test(left)) break;
        continue;
      }
      if (stored && NAME.test(left) && items.at(-1)!.endsWith('.')) break;
      // A copy lost the dashes: each line after a semicolon is an item.
      if (/;$/.test(items.at(-1)!) && !/^[-–—+•*]/.test(items[0]!)) {
        items.push(left);
        stored = /^Lưu/iu.test(left);
      } else items[items.length - 1] = `${items.at(-1)} ${left}`;
    } else if (left.length > 2) {
      items.push(left);
      stored = /^Lưu/iu.test(left);
    }
    blanks = 0;
    end = i + 1;
    if (stored && /\.\s*$/.test(left) && !/^[-–—]/.test(lines[i + 1]?.text ?? '')) break;
  }
  return { items, end };
}

interface Signature {
  name: string | null;
  title: string | null;
  line: number;
  end: number;
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH / Căn cứ Luật ... / QUYẾT ĐỊNH:": who acts stands over the grounds; nobody has signed yet. */
const actsBelow = (lines: readonly Line[], at: number): boolean =>
  lines
    .slice(at + 1, at + 40)
    .some((line) => /^[*_\s|]*QUYẾT (?:ĐỊNH|NGHỊ)\s?:?[*_\s|]*$/u.test(line.text) && !line.blank) ||
  /^[*_\s|]*(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s/u.test(
    lines.slice(at + 1, at + 6).find((line) => !line.blank)?.text ?? '',
  );

/** The office in capitals ("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH") and the name that stands below it. */
function findSignature(repaired: Repaired, lines: readonly Line[], opensAt: number): Signature {
  const from = Math.max(0, (opensAt < 0 ? lines.length : opensAt) - 14);
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.blank || line.kind === 'furniture' || line.kind === 'footnote' || actsBelow(lines, i)) continue;
    const together = cellsOf(line, repaired.shown)
      .map((c) => SIGNED.exec(c))
      .find((found) => found && (AUTHORITY.test(found[1]!) || OFFICE.test(found[1]!)));
    if (together) return { name: together[2]!, title: together[1]!.trim(), line: i, end: i + 1 };
    const cells = cellsOf(line, repaired.shown);
    const cell = cells.find((c) => (AUTHORITY.test(c) || OFFICE.test(c)) && !/\p{Ll}{3}/u.test(c));
    if (!cell || cell.length > 70) continue;
    // A table's last row holds recipients, office and name side by side.
    const beside = cells[cells.indexOf(cell) + 1];
    if (beside && NAME.test(beside) && isPersonName(beside)) return { name: beside, title: cell, line: i, end: i + 1 };
    const title: string[] = [cell];
    for (let k = i + 1; k < Math.min(lines.length, i + 34); k++) {
      const next = lines[k]!;
      if (next.blank || next.kind === 'furniture' || next.kind === 'rule') continue;
      if (next.kind === 'footnote' || isAnnexHead(next.text) || isAttachedTitle(lines, k)) break;
      for (const c of cellsOf(next, repaired.shown)) {
        const clean = c.replace(/^\(?(?:Đã ký|đã ký|ký)\)?\s*[:.]?\s*/u, '').trim();
        if (!clean || /^[-–—+•]/.test(clean)) continue;
        if (
          !/\p{Ll}{2}/u.test(clean) &&
          (OFFICE.test(clean) ||
            AUTHORITY.test(clean) ||
            (/^[,\p{Lu}\s]+$/u.test(clean) && title.length < 3 && !CAPS_NAME.test(clean)))
        )
          title.push(clean);
        else if (isPersonName(clean)) return { name: clean, title: title.join(' '), line: i, end: k + 1 };
      }
    }
    return { name: null, title: title.join(' '), line: i, end: i + 1 };
  }
  return signedInSmall(lines);
}

/** "Chủ tịch UBND xã / Nguyễn Văn Mẫu" as the last lines, where the office is not in capitals. */
const SMALL_OFFICE =
  /^(?:(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L)\.?\s.{2,60}|(?:Q\. ?)?(?:Phó )?(?:Chủ tịch|Bí thư|Giám đốc|Tổng Giám đốc|Bộ trưởng|Thứ trưởng|Chánh Văn phòng|Chánh Thanh tra|Chủ nhiệm|Trưởng (?:ban|Ban|phòng|Phòng|Công an|thôn|đoàn)|Chi cục trưởng|Cục trưởng|Hiệu trưởng|Chỉ huy trưởng|Viện trưởng|Đội trưởng|Tổ trưởng)(?:\s[\p{L} -]{2,50})?)$/u;

function signedInSmall(lines: readonly Line[]): Signature {
  const none = { name: null, title: null, line: -1, end: 0 };
  const last = lines.flatMap((line, i) => (line.blank || line.kind === 'furniture' ? [] : [i])).slice(-6);
  const named = last.at(-1);
  if (named === undefined || !isPersonName(lines[named]!.text.trim())) return none;
  const title: number[] = [];
  for (const i of last.slice(0, -1).reverse()) {
    const words = lines[i]!.text.trim();
    if (SMALL_OFFICE.test(words)) title.unshift(i);
    else if (!/^\(?(?:đã )?ký\)?[.:]?$/iu.test(words)) break;
  }
  if (title.length === 0) return none;
  return {
    name: lines[named]!.text.trim(),
    title: title.map((i) => lines[i]!.text.trim()).join(' '),
    line: title[0]!,
    end: named + 1,
  };
}

const isPersonName = (text: string): boolean =>
  text.length >= 5 &&
  text.length <= 44 &&
  (NAME.test(text) || CAPS_NAME.test(text)) &&
  !OFFICE.test(text) &&
  !/^(?:Nơi|Lưu (?:VT|HS|Văn (?:phòng|thư))|Lưu$|Như|Sở|Bộ|Ban|Trợ lý|Văn phòng|Ủy ban|UBND|Các|Cổng|Thường)(?:\s|$)/u.test(
    text,
  );
