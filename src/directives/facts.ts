import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import { parseDay } from '../kernel/day.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { Directive } from './store/directive.ts';

/** What the head of a directive says of it, as the clerk sets it. */
export interface Facts {
  type: string | null;
  number: string | null;
  symbol: string | null;
  title: string;
  issuedOn: Day | null;
  signer: string | null;
  signerTitle: string | null;
  urgency: string | null;
}

/** The part of a symbol after its number: "-TB/TU" of 2040-TB/TU, "/QĐ-UBND" of 15/QĐ-UBND; as read where the number was blank. */
export function symbolSuffix(d: {
  number: string | null;
  symbol: string | null;
  reading: { symbolPartial: string | null };
}): string {
  if (d.symbol && d.number && d.symbol.startsWith(d.number)) return d.symbol.slice(d.number.length);
  return d.symbol ?? d.reading.symbolPartial ?? '';
}

const line = (most: number, message: string) =>
  z.string().default('').transform(cleanLine).pipe(z.string().max(most, message));
const optionalLine = (most: number) =>
  line(most, `Không quá ${most} chữ. Hãy viết ngắn hơn.`).transform((text) => text || null);

/** The day a form's field means, or a fault that says how to write it; null where it was left empty. */
export const dayField = z
  .string()
  .default('')
  .transform((text, ctx): Day | null => {
    if (text.trim() === '') return null;
    const day = parseDay(text);
    if (!day) ctx.addIssue({ code: 'custom', message: 'Ngày không đúng. Hãy ghi như 5/9/2026.' });
    return day ?? null;
  });

/** The fields of the head, by the names they have in forms: so, ky-hieu, ngay, loai, trich-yeu, nguoi-ky, chuc-vu, do-khan. */
export const factsSchema = z
  .object({
    so: line(12, 'Số văn bản không quá 12 chữ số.').pipe(
      z.string().regex(/^(\d{1,8}[a-zA-Z]?)?$/, 'Số văn bản chỉ gồm chữ số, ví dụ 2040. Phần sau số ghi ở ô Ký hiệu.'),
    ),
    'ky-hieu': line(60, 'Ký hiệu không quá 60 chữ.').pipe(
      z
        .string()
        .regex(
          /^([-/][\p{L}\d./& -]+)?$/u,
          'Ký hiệu là phần sau số, bắt đầu bằng “-” hoặc “/”, ví dụ -TB/TU hoặc /QĐ-UBND.',
        ),
    ),
    ngay: dayField,
    loai: optionalLine(60),
    'trich-yeu': line(1000, 'Trích yếu không quá 1.000 chữ. Hãy viết ngắn hơn.'),
    'nguoi-ky': optionalLine(120),
    'chuc-vu': optionalLine(200),
    'do-khan': z.enum(['', 'khẩn', 'thượng khẩn', 'hỏa tốc'], 'Hãy chọn độ khẩn trong danh sách.').default(''),
  })
  .transform(
    (f): Facts => ({
      number: f.so || null,
      symbol: f.so && f['ky-hieu'] ? f.so + f['ky-hieu'] : null,
      type: f.loai,
      title: f['trich-yeu'],
      issuedOn: f.ngay,
      signer: f['nguoi-ky'],
      signerTitle: f['chuc-vu'],
      urgency: f['do-khan'] || null,
    }),
  );

/** What the head still lacks before it can be issued, each as the desk asks for it. */
export function missingFacts(d: Pick<Directive, 'number' | 'symbol' | 'issuedOn' | 'signer' | 'title'>): string[] {
  return [
    d.number ? '' : 'Số để trống',
    d.number && !d.symbol ? 'chưa có ký hiệu' : '',
    d.issuedOn ? '' : 'chưa có ngày',
    d.signer ? '' : 'chưa rõ người ký',
    d.title ? '' : 'chưa có trích yếu',
  ].filter(Boolean);
}
