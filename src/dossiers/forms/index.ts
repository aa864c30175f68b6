import type { PrintDocument } from '../../platform/print/index.ts';
import { STATUS } from '../status.ts';
import type { DossierDetail } from '../store.ts';
import { controlSlip } from './controlSlip.ts';
import { apologyLetter, refusalSlip, stopNotice, supplementSlip } from './letters.ts';
import type { FormData } from './paper.ts';
import { receipt } from './receipt.ts';

/** A prescribed form (Phụ lục I, Thông tư 03/2025/TT-VPCP): when a dossier has it, and how it is filled in. */
export interface DossierForm {
  label: string;
  applies(d: DossierDetail): boolean;
  fill(data: FormData): PrintDocument;
}

export const FORMS: Readonly<Record<string, DossierForm>> = {
  '01': {
    label: 'Giấy tiếp nhận và hẹn trả kết quả',
    applies: (d) => d.receivedAt !== null,
    fill: receipt,
  },
  '02': {
    label: 'Phiếu yêu cầu bổ sung',
    applies: (d) => d.status === STATUS.supplement || d.supplements > 0,
    fill: supplementSlip,
  },
  '03': { label: 'Phiếu từ chối', applies: (d) => d.status === STATUS.refused, fill: refusalSlip },
  '04': { label: 'Văn bản xin lỗi, hẹn lại', applies: (d) => d.apologies > 0, fill: apologyLetter },
  '05': {
    label: 'Thông báo dừng giải quyết',
    applies: (d) => d.status === STATUS.stopped || d.status === STATUS.withdrawn,
    fill: stopNotice,
  },
  '06': { label: 'Phiếu kiểm soát', applies: (d) => d.receivedAt !== null, fill: controlSlip },
};

/** The forms that a dossier has now. */
export const formsOf = (d: DossierDetail): { no: string; label: string }[] =>
  Object.entries(FORMS)
    .filter(([, form]) => form.applies(d))
    .map(([no, { label }]) => ({ no, label }));
