import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  type Route,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { receiveFiles } from '../../tasks/index.ts';
import { apologise } from '../apologise.ts';
import { consult, giveOpinion } from '../consult.ts';
import { refuseDossier, stopDossier, withdrawDossier } from '../endDossier.ts';
import { giveStatusAway, keepStatusHere } from '../exchange/moveOwnership.ts';
import { keepFiles, type StoredFile } from '../keepFiles.ts';
import { assignDossier, passDossier, rerouteDossier, sendBack, takeDossier } from '../passDossier.ts';
import { workOnDossiers } from '../policy.ts';
import { acceptDossier } from '../receiveDossier.ts';
import { deliverResult, postResult, resolveDossier, signResult } from '../resolveDossier.ts';
import type { DossierRules } from '../rules.ts';
import type { DeliveryWay } from '../status.ts';
import { askPayment, askSupplement, notePayment, receiveSupplement } from '../suspendDossier.ts';
import { officerOf } from './officer.ts';
import { codeOf, showDossier } from './show.tsx';

interface Step {
  tx: Tx;
  by: Principal;
  rules: DossierRules;
  form: Form;
  /** What every use case asks for. */
  on: { code: string; version: number | null };
  files: readonly StoredFile[];
}

const text = (form: Form, field: string): string => (form.values[field] ?? '').trim();

/** A day typed at a field; null where it is empty. @throws Fault invalid at the field */
function day(form: Form, field: string): Day | null {
  const typed = text(form, field);
  if (typed === '') return null;
  const found = parseDay(typed);
  if (!found) throw invalid('day', 'Ngày này không có thật. Hãy viết như 5/9/2026.', field);
  return found;
}

function chosen(form: Form, field: string, sentence: string): number {
  const id = parseId(text(form, field));
  if (id === undefined) throw invalid('choice', sentence, field);
  return id;
}

const money = (form: Form, field: string): number => Number(text(form, field).replace(/[\s.]/g, '') || Number.NaN);

const step = (path: string, done: string, work: (s: Step) => Promise<unknown>): Route => ({
  method: 'post',
  path: `/ho-so/:ma/${path}`,
  may: workOnDossiers,
  handle: (c) => carryOut(c, path, done, work),
});

/** Every step on a dossier: one address each, carried out once per key. */
export const stepRoutes: RouteTable = [
  step('tiep-nhan-truc-tuyen', 'Đã tiếp nhận.', ({ tx, by, rules, on }) => acceptDossier(tx, by, rules, on)),
  step('nhan', 'Bạn đã nhận xử lý hồ sơ này.', ({ tx, by, rules, on }) => takeDossier(tx, by, rules, on)),
  step('chuyen', 'Đã chuyển.', ({ tx, by, rules, on, form }) =>
    passDossier(tx, by, rules, {
      ...on,
      toOrganId: parseId(text(form, 'noi-nhan')) ?? null,
      note: text(form, 'ghi-chu'),
    }),
  ),
  step('giu-trang-thai', 'Trạng thái hồ sơ từ nay giữ tại đây.', ({ tx, by, rules, on, form }) =>
    keepStatusHere(tx, by, rules, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('giao-trang-thai', 'Đã giao hệ thống khác giữ trạng thái.', ({ tx, by, rules, on, form }) =>
    giveStatusAway(tx, by, rules, { ...on, system: text(form, 'he-thong'), reason: text(form, 'ly-do') }),
  ),
  step('chuyen-tra', 'Đã chuyển trả.', ({ tx, by, rules, on, form }) =>
    sendBack(tx, by, rules, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('noi-khac', 'Đã chuyển nơi giải quyết; ngày hẹn trả không đổi.', ({ tx, by, rules, on, form }) =>
    rerouteDossier(tx, by, rules, {
      ...on,
      toOrganId: chosen(form, 'noi-nhan', 'Hãy chọn nơi giải quyết mới.'),
      reason: text(form, 'ly-do'),
    }),
  ),
  step('phan-cong', 'Đã phân công.', ({ tx, by, rules, on, form }) =>
    assignDossier(tx, by, rules, {
      ...on,
      personId: chosen(form, 'nguoi-nhan', 'Hãy chọn người làm.'),
      reason: text(form, 'ly-do'),
    }),
  ),
  step('lay-y-kien', 'Đã gửi câu hỏi.', ({ tx, by, rules, on, form }) =>
    consult(tx, by, rules, {
      ...on,
      organId: chosen(form, 'noi-hoi', 'Hãy chọn cơ quan được hỏi.'),
      question: text(form, 'cau-hoi'),
      answerBy: day(form, 'tra-loi-truoc'),
    }),
  ),
  step('y-kien', 'Đã gửi ý kiến.', ({ tx, by, rules, on, form }) =>
    giveOpinion(tx, by, rules, { code: on.code, answer: text(form, 'y-kien') }),
  ),
  step('yeu-cau-bo-sung', 'Đã yêu cầu bổ sung; đồng hồ dừng.', ({ tx, by, rules, on, form }) =>
    askSupplement(tx, by, rules, { ...on, reason: text(form, 'noi-dung'), answerBy: day(form, 'nop-truoc') }),
  ),
  step('da-bo-sung', 'Đã ghi bổ sung; ngày hẹn trả được tính lại.', async ({ tx, by, rules, on, form, files }) =>
    keepFiles(
      tx,
      by,
      await receiveSupplement(tx, by, rules, { ...on, note: text(form, 'ghi-chu') }),
      'supplement',
      files,
    ),
  ),
  step('yeu-cau-nop', 'Đã yêu cầu nộp tiền; đồng hồ dừng.', ({ tx, by, rules, on, form }) =>
    askPayment(tx, by, rules, {
      ...on,
      fee: money(form, 'so-tien'),
      reason: text(form, 'noi-dung'),
      answerBy: day(form, 'nop-truoc'),
    }),
  ),
  step('da-nop', 'Đã ghi khoản nộp.', ({ tx, by, rules, on, form }) =>
    notePayment(tx, by, rules, { ...on, note: text(form, 'ghi-chu') }),
  ),
  step('xin-loi', 'Đã hẹn lại ngày trả.', ({ tx, by, rules, on, form }) =>
    apologise(tx, by, rules, { ...on, to: day(form, 'ngay-hen'), reason: text(form, 'ly-do') }),
  ),
  step('dung', 'Đã dừng giải quyết.', ({ tx, by, rules, on, form }) =>
    stopDossier(tx, by, rules, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('rut', 'Đã ghi người nộp rút hồ sơ.', ({ tx, by, rules, on, form }) =>
    withdrawDossier(tx, by, rules, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('tu-choi', 'Đã từ chối hồ sơ.', ({ tx, by, rules, on, form }) =>
    refuseDossier(tx, by, rules, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('ket-qua', 'Đã ghi kết quả.', async ({ tx, by, rules, on, form, files }) => {
    const resolved = await resolveDossier(tx, by, rules, {
      ...on,
      title: text(form, 'ket-qua'),
      number: text(form, 'so'),
      issuedOn: day(form, 'ngay-ky'),
      signed: form.values.ky !== 'cho',
      granted: form.values['khong-chap-thuan'] !== 'co',
    });
    await keepFiles(tx, by, resolved, 'result', files);
  }),
  step('da-ky', 'Đã ghi kết quả đã ký.', ({ tx, by, rules, on }) => signResult(tx, by, rules, on)),
  step('gui-buu-chinh', 'Đã ghi gửi bưu chính.', ({ tx, by, rules, on, form }) =>
    postResult(tx, by, rules, { ...on, tracking: text(form, 'van-don') }),
  ),
  step('tra', 'Đã trả kết quả.', ({ tx, by, rules, on, form }) =>
    deliverResult(tx, by, rules, { ...on, way: wayFrom(form), receiver: text(form, 'nguoi-nhan-kq') }),
  ),
];

function wayFrom(form: Form): DeliveryWay {
  const way = cleanLine(form.values['cach-tra'] ?? 'counter');
  if (way === 'counter' || way === 'post' || way === 'online') return way;
  throw invalid('delivery.way', 'Hãy chọn cách trả kết quả.', 'cach-tra');
}

async function carryOut(
  c: AppContext,
  path: string,
  done: string,
  work: (s: Step) => Promise<unknown>,
): Promise<Response> {
  const code = codeOf(c);
  const { rules, principal: by } = await officerOf(c);
  const services = c.get('services');
  const form = await readForm(c);
  const on = { code, version: form.version };
  try {
    const files = await receiveFiles(services.files, form.files.tep ?? []);
    await services.db.write(by, (tx) =>
      writeOnce(tx, { key: form.key, purpose: `dossier.${path}`, personId: by.personId }, async () => {
        await work({ tx, by, rules, form, on, files });
      }),
    );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale', 'tooLarge'].includes(error.kind)) throw error;
    return showDossier(c, code, { step: path, sent: form, fault: error }, statusOfFault(error) as 422);
  }
  return redirectWith(c, `/ho-so/${code}`, { tone: 'success', text: done });
}
