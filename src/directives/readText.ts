import { type Fault, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanText } from '../kernel/vietnamese.ts';
import { organRegister } from '../organs/index.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { WordBox } from '../platform/files/index.ts';
import type { Services } from '../platform/services.ts';
import { lexiconOf } from './agencies.ts';
import type { Extracted } from './extracted.ts';
import { type Reading, readDirective } from './reader/index.ts';

/** What a form's text field may carry; a directive of 300 pages has some 700,000 letters. */
const LONGEST_TEXT = 1_500_000;
const SHORTEST_TEXT = 40;

/** The code of the fault of a text that calls itself secret. */
export const SECRET = 'directive.secret';

/**
 * Reads a text that came in. One that calls itself secret is refused; only that it came, with its number, is put on record
 * (Luật Bảo vệ bí mật nhà nước: not in an ordinary networked system).
 * @throws Fault invalid, at the field
 */
export async function readText(
  services: Pick<Services, 'db' | 'log'>,
  by: Principal,
  raw: string,
  field: string,
): Promise<Reading> {
  const text = storable(raw);
  if (text.replace(/\s/g, '').length < SHORTEST_TEXT) {
    throw invalid(
      'directive.empty',
      'Không đọc được chữ nào đáng kể trong văn bản này. Hãy kiểm tra lại tệp hoặc dán nội dung.',
      field,
    );
  }
  if (text.length > LONGEST_TEXT) {
    throw invalid(
      'directive.too_long',
      'Văn bản quá dài (trên 600 trang). Hãy tách phần phụ lục ra rồi nhận lại.',
      field,
    );
  }
  const register = await organRegister(services);
  const reading = readDirective(text, { lexicon: lexiconOf(register) });
  if (reading.document.secrecy) throw await refuseSecret(services, by, reading, field);
  return reading;
}

/** Text as it is kept: composed, without control characters; the ends of pages stay, because the reader knows them. */
const storable = (text: string): string => text.split('\f').map(cleanText).join('\f').toWellFormed();

/** The words' places in the text as it is kept, from those in the text as it came out of the file. */
export function inKeptText(raw: string, extracted: Extracted): Extracted {
  const { boxes } = extracted;
  if (!boxes || storable(raw).length === raw.length) return extracted;
  let from = 0;
  let kept = 0;
  const place = (at: number): number => {
    kept += storable(raw.slice(from, at)).length;
    from = at;
    return kept;
  };
  const inOrder = [...boxes].sort((a, b) => a.start - b.start);
  return {
    ...extracted,
    boxes: inOrder.map((box): WordBox => ({ ...box, start: place(box.start), end: place(box.end) })),
  };
}

async function refuseSecret(
  services: Pick<Services, 'db'>,
  by: Principal,
  { document }: Reading,
  field: string,
): Promise<Fault> {
  await services.db.write(by, (tx) =>
    appendEvent(tx, by, {
      kind: 'directive.secret_refused',
      subjectType: 'organ',
      subjectId: by.organId,
      data: { secrecy: document.secrecy, symbol: document.symbol, issuedOn: document.date },
    }),
  );
  return invalid(
    SECRET,
    `Văn bản có độ “${document.secrecy}”: không được đưa vào hệ thống này. Nội dung không được lưu; chỉ ghi lại việc từ chối cùng số, ngày của văn bản. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    field,
  );
}
