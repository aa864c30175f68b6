import type { Node } from './outline.ts';
import type { Progress } from './walk.ts';

/** "Đối tượng áp dụng, bao gồm:" over numbered points lists whom or what is meant; nobody is told anything. */
export const isListOfThings = (words: string, node: Node): boolean =>
  /\s(?:bao )?gồm(?: có)?(?:\s(?:các|những)\s[\p{L} ]{3,30}\ssau(?: đây)?)?\s?:\s*$/u.test(words) &&
  !/nhiệm vụ|nội dung|công việc|giải pháp|biện pháp|việc sau/iu.test(words.slice(-160)) &&
  node.children.every((child) => child.paragraph.marker !== undefined);

const STRESSES =
  /[.]\s(?:(?:trong đó|theo đó|trước mắt|trong quá trình thực hiện|khi thực hiện),?\s)?(?:(?:cần|phải|đề nghị)\s)?(?:đặc biệt\s)?(?:lưu ý|chú ý|chú trọng|quan tâm|tập trung)\s[^.;:]{3,90}:\s*$/iu;

/** "Các sở định kỳ tổng hợp, báo cáo Sở A kết quả như sau:" over the kinds of reports and who sends each. */
const REPORTS =
  /^(?:Các|Sở|Bộ|Ban|UBND|Ủy ban|Phòng|Cục|Chi cục|Công an|Văn phòng)\s[^.;:]{3,120}?\s(?:định kỳ|hằng tháng|hằng quý|hằng năm|thực hiện)\s[^.;:]{0,60}báo cáo\s[^.;:]{3,200}(?:như sau|theo các kỳ sau|các kỳ sau)\s?:\s*$/u;

/** "Bộ A hoàn thiện đề án, trình trước ngày ... | Trong đó chú ý một số nội dung sau:": where the sentence that orders ends, or -1. */
export function orderBeforeList(words: string): number {
  if (REPORTS.test(words))
    return words.replace(/(?:\s(?:như|theo các kỳ|các kỳ))?(?:\ssau(?: đây)?)?\s?:\s*$/u, '').length;
  const found = STRESSES.exec(words);
  return found && found.index > 60 ? found.index + 1 : -1;
}

/** A page's headline only tells what its text then says. */
export function dropHeadline([headline]: readonly Node[], { walk, drafts }: Progress): void {
  if (!walk.isNews || !headline || /[.…]\s*$/.test(walk.text.slice(headline.from, headline.to))) return;
  const told = drafts.findIndex((draft) => draft.at >= headline.to);
  if (told > 0) drafts.splice(0, told);
}
