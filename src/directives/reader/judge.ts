import { verbEnd } from './verbs.ts';
import type { Draft } from './walk.ts';

const GENERAL = /^(?:các cơ quan, đơn vị|các đơn vị|các cơ quan|các địa phương|cơ quan, đơn vị|các cấp|các tổ chức)/iu;
const CLOSING =
  /^[,\s]*(?:căn cứ [\p{L}\d, ]{3,90}?,?\s(?=nghiêm|khẩn|tổ|triển|quán|chủ|thực))?(?:nghiêm túc|khẩn trương|kịp thời|chủ động|tổ chức|quán triệt|phối hợp|nghiêm|biết)?[,\s]*(?:và\s)?(?:nghiêm túc|khẩn trương|tổ chức)?\s?(?:quán triệt,?\s)?(?:tổ chức\s|và\s)?(?:triển khai|thực hiện)(?:,?\s\p{L}+){0,18}$/iu;
const DIFFICULTY =
  /(?:nếu có|trường hợp có|có)\s(?:khó khăn|vướng mắc|phát sinh(?=\s?(?:[.,;)]|$|khó khăn|vướng mắc|vấn đề)))|(?:khó khăn|vướng mắc|phát sinh)[^.;]{0,40}(?:phản ánh|báo cáo|kiến nghị|kịp thời)/iu;
const LIABLE =
  /^[,\s]*(?:phải\s)?(?:có trách nhiệm |chịu (?:hoàn toàn )?trách nhiệm(?: toàn diện| hoàn toàn)?,?\s)(?:trước|về tính|nếu|thi hành)|^[,\s]*căn cứ Quyết định[^.;,]{0,20}thi hành/iu;
const EXHORTED =
  /^(?:cần |phải |tiếp tục |chủ động |tích cực )?(?:nêu cao|đề cao|phát huy|nâng cao (?:tinh thần|nhận thức|trách nhiệm|ý thức)|quán triệt|đổi mới tư duy|giữ vững|chú trọng|quan tâm|tập trung lãnh đạo, chỉ đạo|không ngừng|nhận thức|thực hiện tốt quy chế|tăng cường đối thoại|tập trung tìm kiếm(?! (?:các |những )?(?:người|nạn nhân|thuyền viên|cứu nạn|cứu hộ))|rèn luyện|gương mẫu|đoàn kết)/iu;
const SENTENCE_END = /\.\s(?=\p{Lu})/u;
const EVERYBODY = /(?:^|\s)(?:các|tỉnh|lãnh đạo|người đứng đầu|cấp ủy|chính quyền)(?:\s|$)/iu;

/** Exhortations, liability and the closing call to carry the document out: shown, but issued only if the clerk wants. */
export function isOptional(draft: Draft, text: string): boolean {
  const words = text.slice(draft.action[0], draft.end).trim();
  if (draft.limit?.day) return false;
  if (LIABLE.test(words)) return true;
  // "Việc cập nhật số liệu giao cho Sở A thực hiện": what is to be carried out stands before.
  const isOfATopic = draft.topic !== undefined && draft.rule === 'assigned' && !GENERAL.test(leadsOf(draft, text));
  if (words.length < 160 && !isOfATopic && CLOSING.test(words) && !namesWork(words)) return true;
  // "Sở A lập thủ tục. Quá trình thực hiện nếu có vướng mắc, báo cáo ...": the first sentence is work of its own.
  const first = SENTENCE_END.exec(text.slice(draft.action[0], draft.end))?.index ?? draft.end - draft.action[0];
  const told = text.slice(Math.max(0, draft.at - 120), draft.action[0] + first);
  if (DIFFICULTY.test(told) && words.length < 260) return true;
  if (
    /^(?:các cơ quan|các đơn vị|cơ quan, đơn vị)[^.;]{0,40}(?:được (?:giao|phân công)|chủ trì|phối hợp)/iu.test(
      leadsOf(draft, text),
    )
  )
    return true;
  // "1. Trách nhiệm chung của các cơ quan, đơn vị" and bullets without product, partner or cited document.
  if (
    draft.whom &&
    /(?:^|\s)chung(?:\s|$)/iu.test(draft.whom.heading.slice(0, 60)) &&
    GENERAL.test(leadsOf(draft, text))
  )
    return true;
  return (
    draft.coordinates.length === 0 &&
    draft.reportTo.length === 0 &&
    EVERYBODY.test(leadsOf(draft, text)) &&
    EXHORTED.test(words)
  );
}

/** "thực hiện kiểm kê tài sản", "triển khai tiêm phòng dại": work of its own after words that elsewhere close a document. */
function namesWork(words: string): boolean {
  const call = /(?:triển khai|thực hiện)\s(?!thực hiện|triển khai|quán triệt|tổ chức)/giu;
  return [...words.matchAll(call)].some((match) => {
    const at = match.index + match[0].length;
    return verbEnd(words, at) > 0 || OF_ITS_OWN.test(words.slice(at, at + 60));
  });
}

/** "triển khai | các giải pháp bình ổn thị trường", not "các giải pháp nêu trên". */
const OF_ITS_OWN =
  /^(?:(?:tốt|hiệu quả|có hiệu quả|đồng bộ|quyết liệt|kịp thời)\s)*(?:các |những |một số )?(?:giải pháp|biện pháp|mô hình|chính sách|hoạt động|phong trào|công tác|thủ tục|phương án|dịch vụ|chế độ(?= (?:báo cáo|trực|thông tin)))\s(?!này|trên|nêu|được|theo|đề ra|sau|trong|tại|của|đã|có|thuộc)\p{L}/iu;

const leadsOf = (draft: Draft, text: string): string => draft.leads.map((m) => text.slice(m.start, m.end)).join(', ');

/** Why this is a task of this agency, for the clerk. */
export function reasonOf(draft: Draft, shown: string): string {
  const lead = draft.leads[0] ? shown.slice(draft.leads[0].start, draft.leads[0].end) : '';
  const others = draft.leads.length > 1 ? ` và ${draft.leads.length - 1} cơ quan khác` : '';
  const heading = draft.whom ? draft.whom.heading.replace(/\s*[:.]\s*$/, '').slice(0, 90) : '';
  switch (draft.rule) {
    case 'assigned':
      return `Câu giao việc nêu đích danh “${lead}”${others}.`;
    case 'subject':
      return `“${lead}”${others} đứng đầu câu nêu việc phải làm.`;
    case 'under-heading':
      return `Đọc theo đề mục “${heading}”.`;
    case 'under-lead-in':
      return `Đọc theo câu dẫn “${heading}”.`;
    case 'under-letter':
      return 'Văn bản gửi các nơi nêu ở phần “Kính gửi”, và đoạn này không nêu ai khác.';
    case 'under-sibling':
      return `Đoạn này không nêu ai; cơ quan lấy theo đoạn liền trước (“${lead}”).`;
    case 'label-block':
      return 'Đọc từ các dòng ghi sẵn: cơ quan chủ trì, phối hợp, thời gian.';
    case 'table':
      return 'Đọc từ một dòng của bảng phân công nhiệm vụ.';
    default:
      return 'Đọc từ câu nêu việc phải làm.';
  }
}

/** A news page tells one task twice, in its headline and in its text: the fuller telling stays. */
export function withoutRepeats(drafts: readonly Draft[], text: string): Draft[] {
  const byLead = new Map<string, { draft: Draft; grams: Set<string> }[]>();
  const dropped = new Set<Draft>();
  for (const draft of drafts) {
    const key = leadsOf(draft, text).toLowerCase();
    const grams = trigrams(text.slice(draft.action[0], Math.min(draft.end, draft.action[0] + 1500)));
    const same = byLead.get(key) ?? [];
    for (const other of same.slice(-40)) {
      if (dropped.has(other.draft) || grams.size < 4 || other.grams.size < 4) continue;
      const [small, large] = grams.size <= other.grams.size ? [grams, other.grams] : [other.grams, grams];
      let shared = 0;
      for (const gram of small) if (large.has(gram)) shared++;
      if (shared / small.size >= 0.75) dropped.add(small === grams ? draft : other.draft);
    }
    same.push({ draft, grams });
    byLead.set(key, same);
  }
  return drafts.filter((d) => !dropped.has(d));
}

function trigrams(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const grams = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) grams.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return grams;
}
