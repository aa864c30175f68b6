import { expect, it } from 'vitest';
import { findSymbols, typeOfSymbol } from './symbols.ts';

const symbols = (text: string): string[] => findSymbols(text).map((s) => s.symbol);

it.each([
  ['Nghị định số 144/2025/NĐ-CP ngày 12/6/2025', ['144/2025/NĐ-CP']],
  ['Công văn số 7593/VPCP-CN và số 123 /UBND-VX', ['7593/VPCP-CN', '123/UBND-VX']],
  ['Luật số 72/2025/QH15, Nghị quyết 1678/NQ-UBTVQH15', ['72/2025/QH15', '1678/NQ-UBTVQH15']],
  ['Kết luận số 163- KL/TW, Kế hoạch số 02-KH/BCĐTW', ['163-KL/TW', '02-KH/BCĐTW']],
  ['Chương trình hành động số 39-CTr/TU', ['39-CTr/TU']],
  ['Tờ trình số 88/TTr-SNV; Báo cáo 3231/BC-SCT', ['88/TTr-SNV', '3231/BC-SCT']],
  // The full stop ends the sentence, though the space after it was lost; inside a symbol it stands before capitals.
  ['theo Quyết định số 418/QĐ-TTg.Sau đó', ['418/QĐ-TTg']],
  ['Kế hoạch số 31/KH-UBND. UBND xã rà soát', ['31/KH-UBND']],
  ['Công văn số 52/UBND-NC.TH', ['52/UBND-NC.TH']],
  ['Công văn số 91/VPCP-V.I ngày', ['91/VPCP-V.I']],
  // A footnote's mark that sticks to the end.
  ['Quyết định số 36/2024/QĐ-UBND1 và Nghị quyết số 72/2025/QH15.', ['36/2024/QĐ-UBND', '72/2025/QH15']],
  ['dây 220kV, ngày 04/9/2025, tỷ lệ 1/500, đạt 95/100 xã', []],
])('symbols in "%s"', (text, expected) => expect(symbols(text)).toEqual(expected));

it.each([
  ['653/TB-VPCP', 'Thông báo'],
  ['215-TB/TU', 'Thông báo'],
  ['224/CĐ-TTg', 'Công điện'],
  ['3321/UBND-NC', 'Công văn'],
  ['/KH-UBND', 'Kế hoạch'],
])('the symbol %s names the type %s', (symbol, type) => expect(typeOfSymbol(symbol)).toBe(type));
