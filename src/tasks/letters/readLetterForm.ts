import { type Day, parseDay } from '../../kernel/day.ts';
import { Fault, type FieldFault } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import type { Form } from '../../platform/http/index.ts';
import { CAPACITIES } from '../../platform/print/index.ts';
import type { Issuer } from './issuers.ts';
import type { LetterForm } from './model.ts';

const MOST_RECIPIENTS = 30;

/**
 * What the office typed, checked all at once. A preview needs no number yet.
 * @throws Fault invalid with a fault at each field
 */
export function readLetterForm(form: Form, issuers: readonly Issuer[], preview: boolean): LetterForm {
  const faults: FieldFault[] = [];
  const line = (field: string, most = 300): string => cleanLine(form.values[field] ?? '').slice(0, most);
  const needed = (field: string, message: string): string => {
    const text = line(field);
    if (text === '') faults.push({ field, message });
    return text;
  };
  const day = (field: string): Day | null => {
    const typed = line(field);
    const read = parseDay(typed);
    if (typed !== '' && !read) {
      faults.push({ field, message: 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.' });
    }
    return read ?? null;
  };
  const issuer = issuers.find((one) => String(one.id) === form.values['ban-hanh']) ?? issuers[0];
  if (!issuer) throw new Fault('forbidden', 'letter.issuer', 'Cơ quan của bạn không ban hành văn bản đôn đốc.');
  const number = line('so', 10);
  if (!/^\d{1,6}$/.test(number) || Number(number) === 0) {
    const blankPreview = preview && number === '';
    if (!blankPreview) faults.push({ field: 'so', message: 'Hãy ghi số bằng chữ số, ví dụ 125, lấy ở sổ văn bản đi.' });
  }
  const symbol = needed('ky-hieu', 'Hãy ghi ký hiệu, ví dụ VP-TH hoặc CV/VPTU.');
  const issuedOn = day('ngay');
  if (!issuedOn && !faults.some((f) => f.field === 'ngay'))
    faults.push({ field: 'ngay', message: 'Hãy ghi ngày ban hành.' });
  const answerBy = day('bao-cao');
  if (answerBy && issuedOn && answerBy < issuedOn) {
    faults.push({ field: 'bao-cao', message: 'Ngày báo cáo không thể trước ngày ban hành.' });
  }
  const capacity = CAPACITIES.find((one) => one === form.values['quyen-han']) ?? '';
  const capacityOf = line('thay-mat');
  if (capacity && capacityOf === '') {
    faults.push({ field: 'thay-mat', message: 'Hãy ghi ký thay mặt, thừa lệnh hoặc thay ai, ví dụ BAN THƯỜNG VỤ.' });
  }
  const opening = (form.values['mo-dau'] ?? '').trim().slice(0, 5000);
  if (opening === '') faults.push({ field: 'mo-dau', message: 'Hãy ghi phần mở đầu của văn bản.' });
  const typed: LetterForm = {
    mode: form.values.cach === 'one' ? 'one' : 'each',
    issuerOrganId: issuer.id,
    number: number === '' ? null : Number(number),
    symbol: symbol.replace(/\s/g, ''),
    issuedOn: issuedOn!,
    subject: needed('trich-yeu', 'Hãy ghi trích yếu.'),
    opening,
    answerBy,
    signed: {
      place: needed('dia-danh', 'Hãy ghi địa danh.'),
      capacity,
      capacityOf,
      title: needed('chuc-vu', 'Hãy ghi chức vụ người ký.'),
      acting: form.values.quyen === 'co',
      name: line('nguoi-ky', 100),
      recipients: (form.values['noi-nhan'] ?? '')
        .split('\n')
        .map((text) => cleanLine(text.replace(/^\s*[-–]\s*/, '')))
        .filter((text) => text !== '')
        .slice(0, MOST_RECIPIENTS),
    },
  };
  if (faults.length > 0) throw new Fault('invalid', 'letter.form', 'Có chỗ chưa đúng. Hãy xem lại.', faults);
  return typed;
}
