import type { ProcedureVersion } from '../model.ts';

/** Where a procedure is received, and how far it goes online, in the words of the pages. */
export const RECEIVED: Record<ProcedureVersion['receivedBy'], string> = {
  own: 'Chỉ tại trung tâm của đơn vị giải quyết',
  province: 'Tại mọi trung tâm trong tỉnh, không phụ thuộc địa giới',
  listed: 'Tại các trung tâm được giao',
};
export const ONLINE: Record<ProcedureVersion['online'], string> = {
  none: 'Không',
  partial: 'Một phần',
  full: 'Toàn trình',
};
