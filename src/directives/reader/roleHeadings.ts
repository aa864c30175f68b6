import type { AgencyGrammar, AgencyMention } from './mentions.ts';

const ALONE =
  /^(?:(?:có )?(?:trách nhiệm|nhiệm vụ)\s)?(?:là (?:cơ quan|đơn vị) )?(?:chủ trì|đầu mối|chủ động|trực tiếp|phối hợp|tham gia)(?:,?\s(?:thực hiện|triển khai|tổ chức|phối hợp|chủ động|giải quyết)){0,2}\s?:$/iu;
const TOGETHER =
  /^(?:(?:có )?(?:trách nhiệm|nhiệm vụ)\s)?(?:chủ trì,?\s(?:và\s)?)?(?:(?:chủ động|thường xuyên)\s)?phối hợp(?: chặt chẽ)?(?: (?:cùng )?với| cùng)?\s/iu;
const OPENS_POINTS =
  /^\s?(?:(?:có trách nhiệm|tập trung|tổ chức|triển khai|thực hiện|tham mưu)\s?){0,3}(?:(?:tốt\s)?(?:các|một số|những)\s(?:nội dung|nhiệm vụ|công việc|việc)[^.;:]{0,40})?\s?:$/iu;

/**
 * "a) Chủ trì:", "- Chủ trì, phối hợp với Sở B và UBND các xã thực hiện các nhiệm vụ sau:" under those spoken to: how they do
 * what follows, and with whom. Positions count from the start of `words`.
 * @returns the partners, or undefined where the heading says something else
 */
export function partnersOfRole(words: string, grammar: AgencyGrammar): AgencyMention[] | undefined {
  const heading = words.trimEnd();
  if (heading.length > 400 || !heading.endsWith(':')) return undefined;
  if (ALONE.test(heading)) return [];
  const together = TOGETHER.exec(heading);
  if (!together) return undefined;
  const { items, end } = grammar.list(heading, together[0].length, heading.length);
  return items.length > 0 && OPENS_POINTS.test(heading.slice(end)) ? items : undefined;
}
