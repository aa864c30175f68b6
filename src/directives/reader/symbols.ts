import type { Span } from './model.ts';

/**
 * Numbers and symbols of documents. State (Nghị định 30/2020/NĐ-CP): `15/QĐ-UBND`, `123/UBND-VP`, `138/2020/NĐ-CP`,
 * `1678/NQ-UBTVQH15`, `72/2025/QH15`. Party (Quy định 399-QĐ/TW and its guide): `2040-TB/TU`, `02-KH/BCĐTW`.
 */
const STATE =
  /(?<![\p{L}\d/.,-])\d{1,6}(?:\.\d{1,3}(?=\/20\d{2}\/))?[a-z]?\s?\/\s?(?:(?:19|20)\d{2}\s?\/\s?)?(?:[A-ZĐ]{2}|[A-ZĐ][A-ZĐa-z])[A-Za-zĐ0-9&]{0,10}(?:(?:\s?-\s?[A-ZĐ]|\.(?![A-ZĐ]\p{Ll}|UBND|HĐND)[A-ZĐ])[A-Za-zĐ0-9&]{0,14}){0,3}(?![\p{Ll}])/gu;
const PARTY =
  /(?<![\p{L}\d/.,-])\d{1,5}\s?-\s?[A-ZĐ][A-ZĐa-z]{1,6}\s?\/\s?[A-ZĐ][A-ZĐa-z0-9]{1,11}(?:-[A-ZĐ]{1,8})?(?![\p{Ll}])/gu;

/** "Nghị định số 111/2022 của Chính phủ": pages of news leave the code out. */
const WITHOUT_CODE =
  /(?<=(?:Nghị định|Thông tư|Thông tư liên tịch|Quyết định|Nghị quyết|Luật)\s(?:số\s)?)\d{1,4}\/20\d{2}(?![\d/-]|\s?\/)/gu;

export interface SymbolMention {
  symbol: string;
  span: Span;
}

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Every symbol in the text, in order, spaces taken out. */
export function findSymbols(text: string): SymbolMention[] {
  const found: SymbolMention[] = [];
  for (const form of [STATE, PARTY]) {
    for (const match of text.matchAll(form)) {
      // A footnote's mark may stick to its end: "36/2024/QĐ-UBND1".
      const symbol = compact(match[0])
        .replace(/\.$/, '')
        .replace(/(?<=-(?:UBND|HĐND|CP|TTg|TU|TW|VP|B[A-ZĐ]{2,6})|\/QH1\d)[1-9]$/, '');
      // "01/QL", "02/KV": a road or a ward's number, no document; a symbol names its type or its drafting unit.
      if (
        form === STATE &&
        !/[-.]/.test(symbol) &&
        !/\/(?:19|20)\d{2}\/|\/[A-ZĐ]{2,}\d+$|\/(?:TTr|QĐ|NQ|CT|TB|KH|BC|CV|CĐ)/.test(symbol)
      )
        continue;
      // "QCVN 40:2025/BTNMT": a standard, no document.
      if (/(?:QC|TC)(?:VN|ĐP)\s?[\d-]+:$/u.test(text.slice(Math.max(0, match.index - 16), match.index))) continue;
      // The licence of a news page ("Giấy phép số 46/GP-...") is no document that the directive cites.
      if (
        /\/GP-/.test(symbol) &&
        /(?:phép|GP)[^.;]{0,30}$/iu.test(text.slice(Math.max(0, match.index - 34), match.index))
      )
        continue;
      found.push({ symbol, span: [match.index, match.index + match[0].length] });
    }
  }
  for (const match of text.matchAll(WITHOUT_CODE))
    found.push({ symbol: match[0], span: [match.index, match.index + match[0].length] });
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Symbols once each, without those in `except`. */
export function uniqueSymbols(
  mentions: readonly SymbolMention[],
  except: readonly (string | null | undefined)[] = [],
): string[] {
  const seen = new Set(except.filter((s) => s).map((s) => s!.toLowerCase()));
  const kept: string[] = [];
  for (const { symbol } of mentions) {
    const key = symbol.toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(symbol);
  }
  return kept;
}

/** Types of documents by the abbreviation in a symbol (Nghị định 30/2020/NĐ-CP, Phụ lục III; Party types). */
const TYPES: Record<string, string> = {
  NQ: 'Nghị quyết',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  QC: 'Quy chế',
  QYĐ: 'Quy định',
  TC: 'Thông cáo',
  TB: 'Thông báo',
  TBKL: 'Thông báo',
  HD: 'Hướng dẫn',
  CTR: 'Chương trình',
  KH: 'Kế hoạch',
  PA: 'Phương án',
  ĐA: 'Đề án',
  DA: 'Dự án',
  BC: 'Báo cáo',
  BB: 'Biên bản',
  TTR: 'Tờ trình',
  CĐ: 'Công điện',
  KL: 'Kết luận',
  NĐ: 'Nghị định',
  TT: 'Thông tư',
  CV: 'Công văn',
  GM: 'Giấy mời',
};

/** The type that a symbol names; a symbol without one belongs to an official letter ("Công văn"). */
export function typeOfSymbol(symbol: string): string | null {
  const party = /^\d*-([A-Za-zĐ]+)\//u.exec(symbol);
  const state = /\/([A-Za-zĐ]+)(?:-|$)/u.exec(symbol);
  const code = (party?.[1] ?? state?.[1] ?? '').toUpperCase();
  if (TYPES[code]) return TYPES[code];
  return state && /^\d*\/[A-ZĐ]{2,}[A-Za-zĐ0-9]*-/u.test(symbol) ? 'Công văn' : null;
}
