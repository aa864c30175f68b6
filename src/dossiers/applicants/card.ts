import { type Day, formatDay, parseDay } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';

/** What the QR code of an identity card tells. */
export interface IdentityCard {
  /** Twelve digits. */
  number: string;
  /** The number of the card before it, nine digits; many have none. */
  oldNumber: string | null;
  name: string;
  /** null where the card knows only the year. */
  birthDay: Day | null;
  sex: 'Nam' | 'Nữ' | null;
  address: string;
  issuedOn: Day | null;
}

const wrong = (code: string, message: string) => invalid(`card.${code}`, message, 'qr');

/** Codes that people hold under the scanner by mistake, and what to say. */
const FOREIGN: readonly [RegExp, string][] = [
  [/^https?:|^www\./i, 'Đây là mã QR của một trang web, không phải của thẻ căn cước. Hãy quét mã ở mặt trước thẻ.'],
  [/^[A-Z]{2}\d{8,13}\|/, 'Đây là mã QR của thẻ bảo hiểm y tế. Hãy quét mã trên thẻ căn cước.'],
  [/^0002\d{2}/, 'Đây là mã QR chuyển tiền. Hãy quét mã trên thẻ căn cước.'],
  [/^BEGIN:VCARD/i, 'Đây là mã QR danh thiếp. Hãy quét mã trên thẻ căn cước.'],
  [/^I[<D]VNM/, 'Đây là dòng chữ ở mặt sau thẻ. Hãy quét mã QR ở mặt trước (thẻ căn cước mới: mặt sau).'],
];

const ddmmyyyy = (text: string): Day | undefined =>
  /^\d{8}$/.test(text) ? parseDay(`${text.slice(0, 2)}/${text.slice(2, 4)}/${text.slice(4)}`) : undefined;

/**
 * Reads the text that a scanner types from an identity card:
 * `number|old number|name|ddmmyyyy|sex|address|ddmmyyyy of issue`. Newer cards add parts, which are left aside.
 * @param today of the server: the clock of the counter's computer may be wrong
 * @throws Fault invalid (field qr) with a sentence that says what was scanned and what to do
 */
export function readCard(text: string, today: Day): IdentityCard {
  const line = cleanLine(text);
  if (line === '') throw wrong('empty', 'Chưa có gì được quét. Hãy đưa mã QR của thẻ vào máy quét, hoặc nhập tay.');
  const foreign = FOREIGN.find(([pattern]) => pattern.test(line));
  if (foreign) throw wrong('foreign', foreign[1]);
  const parts = line.split('|').map((part) => part.trim());
  if (parts.length < 6) {
    throw wrong(
      'shape',
      line.includes('|')
        ? 'Mã quét bị thiếu. Hãy giữ thẻ yên và quét lại, hoặc nhập tay.'
        : 'Đây không phải mã QR của thẻ căn cước. Nếu đúng là thẻ căn cước, hãy tắt bộ gõ tiếng Việt (chuyển sang E) rồi quét lại.',
    );
  }
  const [number = '', oldNumber = '', name = '', birth = '', sex = '', address = '', issued = ''] = parts;
  if (!/^\d{12}$/.test(number)) {
    throw wrong('number', `Số định danh “${number.slice(0, 20)}” không đủ 12 chữ số. Hãy quét lại, hoặc nhập tay.`);
  }
  if (!/\p{L}/u.test(name) || /\d/.test(name)) {
    throw wrong('name', 'Không đọc được họ tên trên mã. Hãy tắt bộ gõ tiếng Việt (chuyển sang E) rồi quét lại.');
  }
  const birthDay = birthOf(birth, today);
  agree(number, birth, sex);
  const issuedOn = ddmmyyyy(issued) ?? null;
  if (issuedOn && issuedOn > today) {
    throw wrong(
      'issued',
      `Ngày cấp thẻ ${formatDay(issuedOn)} ở sau hôm nay (${formatDay(today)}). Hãy xem lại thẻ; nếu thẻ đúng, báo kỹ thuật xem giờ máy chủ.`,
    );
  }
  return {
    number,
    oldNumber: /^\d{9}(\d{3})?$/.test(oldNumber) ? oldNumber : null,
    name,
    birthDay,
    sex: sex === 'Nam' || sex === 'Nữ' ? sex : null,
    address,
    issuedOn,
  };
}

function birthOf(text: string, today: Day): Day | null {
  // Some older people have only a year of birth.
  if (/^0000\d{4}$/.test(text)) return null;
  const day = ddmmyyyy(text);
  if (!day || day < '1900-01-01') {
    throw wrong('birth', `Ngày sinh “${text.slice(0, 12)}” trên mã không có thật. Hãy quét lại, hoặc nhập tay.`);
  }
  if (day > today) {
    throw wrong('birth.future', `Ngày sinh ${formatDay(day)} ở sau hôm nay. Hãy xem lại thẻ, hoặc nhập tay.`);
  }
  return day;
}

/**
 * The identity number itself tells the century, the sex and the year of birth (Decree 137/2015, article 13): a code whose
 * parts contradict each other was misread or made up.
 */
function agree(number: string, birth: string, sex: string): void {
  const digit = Number(number[3]);
  const year = String(19 + Math.floor(digit / 2)) + number.slice(4, 6);
  if (birth.slice(4) !== year || (sex === 'Nam' && digit % 2 === 1) || (sex === 'Nữ' && digit % 2 === 0)) {
    throw wrong(
      'contradicts',
      'Số định danh không khớp với ngày sinh hoặc giới tính trên mã. Hãy quét lại; nếu vẫn vậy, nhập tay theo thẻ.',
    );
  }
}
