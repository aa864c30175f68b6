import { type Day, dayOf } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { Tx } from '../platform/db/access.ts';
import type { Seen } from './passDossier.ts';
import { mayReturn, mayWork } from './policy.ts';
import type { DossierRules } from './rules.ts';
import type { DeliveryWay } from './status.ts';
import { demandStep, lockDossier, takeStep } from './takeStep.ts';

export interface ResultInput {
  title: string;
  /** Number of the paper that is handed out; empty where it bears none. */
  number: string;
  issuedOn: Day | null;
  signed: boolean;
  granted: boolean;
}

/**
 * Registers the result: the work is done, and the dossier goes to the centre that hands it out.
 * @throws Fault forbidden, invalid (fields ket-qua, ngay-ky), conflict, stale
 */
export async function resolveDossier(tx: Tx, by: Principal, rules: DossierRules, input: Seen & ResultInput) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw forbidden('Chỉ nơi đang giữ hồ sơ mới ghi được kết quả.');
  demandStep(d, 'resolved');
  const title = cleanLine(input.title);
  if (title === '') throw invalid('dossier.result', 'Hãy ghi tên giấy tờ là kết quả.', 'ket-qua');
  const today = dayOf(rules.now());
  const issuedOn = input.issuedOn ?? today;
  if (issuedOn > today) throw invalid('dossier.result.day', 'Ngày ký ở sau hôm nay. Hãy xem lại.', 'ngay-ky');
  const result = { title, number: cleanLine(input.number), issuedOn, signed: input.signed, granted: input.granted };
  const at = rules.now();
  return takeStep(tx, by, d, { kind: 'resolved', at, result, returnHandover: d.holderId !== d.returnId });
}

/** The result that waited for its signature was signed. @throws Fault forbidden, conflict, stale */
export async function signResult(tx: Tx, by: Principal, rules: DossierRules, input: Seen) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayWork(by, d, rules.places)) throw forbidden('Chỉ nơi đang giữ kết quả mới ghi được.');
  demandStep(d, 'signed');
  if (d.result?.signed !== false) throw conflict('dossier.signed.refused', 'Kết quả này đã ký rồi.');
  return takeStep(tx, by, d, { kind: 'signed', at: rules.now() });
}

/** The result was given to the post. @throws Fault forbidden, invalid (field van-don), conflict, stale */
export async function postResult(tx: Tx, by: Principal, rules: DossierRules, input: Seen & { tracking: string }) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayReturn(by, d, rules.places)) throw forbidden('Chỉ trung tâm nơi trả kết quả mới gửi được.');
  demandStep(d, 'posted');
  demandSigned(d.result?.signed);
  const tracking = cleanLine(input.tracking);
  if (tracking === '') throw invalid('dossier.tracking', 'Hãy ghi số vận đơn để người dân tra cứu.', 'van-don');
  return takeStep(tx, by, d, { kind: 'posted', at: rules.now(), tracking });
}

/**
 * The applicant has the result: at the counter with the receiver's name in place of a signature, by post or online.
 * @throws Fault forbidden, invalid (field nguoi-nhan-kq), conflict (also while a fee is due), stale
 */
export async function deliverResult(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { way: DeliveryWay; receiver: string },
) {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayReturn(by, d, rules.places)) throw forbidden('Chỉ trung tâm nơi trả kết quả mới trả được.');
  demandStep(d, 'delivered');
  demandSigned(d.result?.signed);
  if (d.money === 'due')
    throw conflict('dossier.delivered.fee', 'Còn khoản phí chưa nộp. Hãy ghi đã thu phí trước khi trả.');
  const receiver = cleanLine(input.receiver);
  if (receiver === '') {
    throw invalid(
      'dossier.receiver',
      'Hãy ghi ai nhận và đã ký nhận thế nào, ví dụ: chính người nộp, ký sổ.',
      'nguoi-nhan-kq',
    );
  }
  return takeStep(tx, by, d, { kind: 'delivered', at: rules.now(), way: input.way, receiver });
}

function demandSigned(signed: boolean | undefined): void {
  if (signed === false) throw conflict('dossier.unsigned', 'Kết quả chưa ký. Hãy ghi “Đã ký” trước khi trả.');
}
