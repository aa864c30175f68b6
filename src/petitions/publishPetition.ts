import type { Day } from '../kernel/day.ts';
import { conflict, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { Tx } from '../platform/db/access.ts';
import { lockPetition, takeStep } from './lockPetition.ts';
import { maySteer } from './policy.ts';

const TITLE_MAX = 300;
const ANSWER_MAX = 8000;
/** Numbers of phones, identity cards and accounts, and mail addresses: what the public page never carries. */
const PERSONAL = /(?:\+?84|0)(?:[\s.-]?\d){9}\b|\b\d{12}\b|[\w.+-]+@[\w-]+\.\w+/u;

/**
 * The office allows a petition on the public page, in words of its own: what askers and answerers wrote is never shown
 * there by itself, because it may name people.
 * @throws Fault forbidden, invalid (fields tieu-de, tom-tat, khong-ca-nhan), conflict, stale
 */
export async function publishPetition(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; title: string; answer: string; free: boolean },
  today: Day,
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!maySteer(by, petition)) throw forbidden('Chỉ văn phòng điều phối mới cho công khai được.');
  const title = cleanLine(input.title);
  check(title, TITLE_MAX, 'tieu-de');
  check(input.answer, ANSWER_MAX, 'tom-tat');
  if (!input.free) {
    throw invalid(
      'petition.published.check',
      'Hãy đọc lại và xác nhận nội dung công khai không nêu thông tin cá nhân.',
      'khong-ca-nhan',
    );
  }
  await takeStep(tx, by, petition, { kind: 'published', title, answer: input.answer, on: today });
}

function check(text: string, most: number, field: string): void {
  if (text === '') throw invalid('petition.published.empty', 'Hãy ghi nội dung cho trang công khai.', field);
  if (text.length > most)
    throw invalid('petition.published.long', `Nội dung dài quá ${most} ký tự. Hãy rút gọn.`, field);
  const found = PERSONAL.exec(text);
  if (found) {
    throw invalid(
      'petition.published.personal',
      `“${found[0].trim()}” có vẻ là số điện thoại, số định danh hoặc địa chỉ thư. Hãy bỏ trước khi công khai.`,
      field,
    );
  }
}

/** The office takes it off the public page. @throws Fault forbidden, conflict, stale */
export async function unpublishPetition(
  tx: Tx,
  by: Principal,
  input: { petitionId: number; version: number | null; reason: string },
): Promise<void> {
  const petition = await lockPetition(tx, input.petitionId, input.version);
  if (!maySteer(by, petition)) throw forbidden('Chỉ văn phòng điều phối mới thôi công khai được.');
  if (!petition.published) throw conflict('petition.unpublished', 'Kiến nghị này không công khai.');
  if (input.reason === '') throw invalid('petition.unpublished.why', 'Hãy ghi lý do thôi công khai.', 'ly-do');
  await takeStep(tx, by, petition, { kind: 'unpublished' }, { reason: input.reason });
}
