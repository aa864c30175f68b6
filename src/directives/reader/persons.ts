import type { AgencyMention } from './mentions.ts';
import { SURNAMES } from './surnames.ts';

const CALLED =
  /^(?:(?:Ông|Bà|Thầy|Cô|Đồng chí|Đ\/c)(?:\s?[./(]\s?(?:ông|bà|Ông|Bà)\)?)?\.?)\s(?=(\p{Lu}\p{Ll}*)\s\p{Lu})/u;
const OFFICE =
  /^(?:Thầy|Cô)\s(?:giáo\s)?(?=(?:Phó |Quyền )?(?:Hiệu trưởng|Hiệu phó|Trưởng|Tổ trưởng|Bí thư|Chủ tịch)\s)/u;

/**
 * "Ông Trần Văn Hải, Phó Giám đốc Sở - Trưởng đoàn: chỉ đạo chung ...": a person with name and parts, up to the colon, and
 * where the duties begin; undefined where no person stands there.
 */
export function personBeforeColon(text: string, at: number): { item: AgencyMention; after: number } | undefined {
  const ahead = text.slice(at, at + 160);
  const called = CALLED.exec(ahead);
  if (!(called && SURNAMES.has(called[1]!)) && !OFFICE.test(ahead)) return undefined;
  const from = called?.[0].length ?? 0;
  const colon = /^[^.;:?!\n]{3,140}?(?=\s?:(?:\s|$))/u.exec(ahead.slice(from));
  if (!colon) return undefined;
  const end = at + from + colon[0].length;
  const after = end + /^\s?:\s?/u.exec(text.slice(end, end + 3))![0].length;
  return { item: { start: at, end, plural: false }, after };
}
