import { closePrinting, type PrintDocument, toPdf } from '../../src/platform/print/index.ts';
import { type Figure, median } from './figure.ts';

const PAGES = 10;

/** A letter of ten pages; each time with another text, so that nothing is taken from the printer's memory. */
const letter = (seed: number): PrintDocument => ({
  title: 'Đôn đốc',
  style: 'state',
  blocks: [
    { type: 'head', superior: 'UBND tỉnh', issuer: 'Văn phòng', number: String(seed), symbol: 'VP-TH', place: 'Tỉnh' },
    ...Array.from({ length: PAGES * 9 }, (_, i) => ({
      type: 'paragraph' as const,
      text: `${i + 1}. Lần ${seed}: rà soát trụ sở dôi dư sau sắp xếp, báo cáo phương án sử dụng, xử lý theo đúng quy định; việc ${seed * 1000 + i} hoàn thành trước khi giao ban, kết quả gửi về Văn phòng để tổng hợp, báo cáo cấp có thẩm quyền xem xét, quyết định.`,
    })),
    { type: 'signature', recipients: ['Như trên', 'Lưu: VT'], title: 'CHÁNH VĂN PHÒNG' },
  ],
});

/** Milliseconds a page of a PDF, once the compiler is warm. */
export async function printFigure(): Promise<Figure> {
  await toPdf(letter(0));
  const times: number[] = [];
  for (let i = 1; i <= 7; i++) {
    const document = letter(i);
    const started = performance.now();
    await toPdf(document);
    times.push((performance.now() - started) / PAGES);
  }
  await closePrinting();
  return { name: 'print.page', value: median(times), unit: 'ms a page', target: { most: 50 } };
}
