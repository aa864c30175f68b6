import type { Day } from '../../kernel/day.ts';
import type { PositionRole } from '../../kernel/principal.ts';
import { fold } from '../../kernel/vietnamese.ts';

/** What a position lets its holder do, in the words of the forms and of the sheet that is taken in. */
export const ROLES: readonly { role: PositionRole; label: string; hint: string; words: readonly string[] }[] = [
  {
    role: 'head',
    label: 'Người đứng đầu',
    hint: 'Ký, quyết định',
    words: ['nguoi dung dau', 'lanh dao', 'truong', 'thu truong'],
  },
  { role: 'deputy', label: 'Cấp phó', hint: 'Ký thay khi được giao', words: ['cap pho', 'pho'] },
  {
    role: 'officer',
    label: 'Chuyên viên',
    hint: 'Thực hiện, báo tiến độ',
    words: ['chuyen vien', 'can bo', 'cong chuc', 'vien chuc'],
  },
  {
    role: 'clerk',
    label: 'Văn thư, tổng hợp',
    hint: 'Nhập, ban hành và lưu văn bản',
    words: ['van thu', 'tong hop', 'van thu tong hop'],
  },
  { role: 'admin', label: 'Quản trị', hint: 'Lập và giữ tài khoản của đơn vị', words: ['quan tri', 'quan tri vien'] },
];
export const roleLabel = (role: PositionRole): string => ROLES.find((one) => one.role === role)?.label ?? role;

/** The role that words mean, as a label or one of its other names; undefined for none. */
export function roleOf(words: string): PositionRole | undefined {
  const key = fold(words);
  return ROLES.find((one) => fold(one.label) === key || one.words.includes(key) || one.role === key)?.role;
}

export type AppointmentKind = 'main' | 'concurrent' | 'acting';
export const APPOINTMENT_KINDS: readonly { kind: AppointmentKind; label: string }[] = [
  { kind: 'main', label: 'Chính' },
  { kind: 'concurrent', label: 'Kiêm nhiệm' },
  { kind: 'acting', label: 'Quyền, phụ trách' },
];
export const kindLabel = (kind: string): string => APPOINTMENT_KINDS.find((one) => one.kind === kind)?.label ?? kind;

export type DelegationKind = 'KT' | 'TL' | 'TUQ';
/** Nghị định 30/2020/NĐ-CP, Điều 13: who may sign for whom. */
export const DELEGATION_KINDS: readonly { kind: DelegationKind; label: string; hint: string }[] = [
  { kind: 'KT', label: 'Ký thay (KT.)', hint: 'Cấp phó ký thay người đứng đầu của cùng cơ quan.' },
  {
    kind: 'TL',
    label: 'Thừa lệnh (TL.)',
    hint: 'Người đứng đầu giao cho người đứng đầu bộ phận giúp việc ký một số văn bản.',
  },
  { kind: 'TUQ', label: 'Thừa ủy quyền (TUQ.)', hint: 'Phải có văn bản, thời hạn và nội dung được ủy quyền.' },
];
export const delegationLabel = (kind: string): string =>
  DELEGATION_KINDS.find((one) => one.kind === kind)?.label ?? kind;

/** One end of a delegation: who signs, or for whom. */
export interface Party {
  personId: number;
  organId: number;
  role: PositionRole;
}
export interface Terms {
  kind: DelegationKind;
  from: Day;
  to: Day | null;
  scope: string;
  decision: string;
}

/** Why one may not act for another, each fault at its field; empty when one may. Nghị định 30/2020/NĐ-CP, Điều 13. */
export function delegationFaults(actor: Party, principal: Party, terms: Terms): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  const add = (field: string, message: string) => faults.push({ field, message });
  if (actor.personId === principal.personId) add('thay-cho', 'Không thể ký thay chính mình. Hãy chọn người khác.');
  if (principal.role !== 'head') add('thay-cho', 'Chỉ người đứng đầu cơ quan mới giao người khác ký. Hãy chọn lại.');
  if (terms.kind === 'KT' && (actor.role !== 'deputy' || actor.organId !== principal.organId))
    add(
      'nguoi-ky',
      'Ký thay (KT.) chỉ dành cho cấp phó của cùng cơ quan. Hãy chọn lại người ký, hoặc chọn thừa lệnh, thừa ủy quyền.',
    );
  if (terms.kind === 'TUQ' && !terms.to) add('den-ngay', 'Ủy quyền phải có thời hạn. Hãy nhập ngày kết thúc.');
  if (terms.kind === 'TUQ' && !terms.scope) add('noi-dung', 'Ủy quyền phải nêu nội dung. Hãy nhập việc được ủy quyền.');
  if (terms.kind === 'TUQ' && !terms.decision)
    add('van-ban', 'Ủy quyền phải bằng văn bản. Hãy nhập số, ký hiệu văn bản.');
  if (terms.to && terms.to < terms.from) add('den-ngay', 'Ngày kết thúc phải từ ngày bắt đầu trở đi.');
  return faults;
}

/** `n***@vidu.vn`, `09*****21`: enough to know it again, not enough to use it. */
export function maskContact(text: string | null): string {
  if (!text) return '';
  const at = text.indexOf('@');
  if (at > 0) return `${text[0]}***${text.slice(at)}`;
  return text.length < 6 ? '***' : `${text.slice(0, 2)}${'*'.repeat(text.length - 4)}${text.slice(-2)}`;
}

/** A page of our own to lead back to after signing in; anything else leads to the first page. */
export function localPath(text: string | undefined): string {
  if (!text?.startsWith('/') || /^\/[/\\]/.test(text) || /[\s\\]/.test(text)) return '/';
  return /^\/(dang-nhap|dang-xuat|chuc-vu)(\/|\?|$)/.test(text) ? '/' : text;
}
