import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierWorld, dossierWorld, somebody } from '../../../test/dossierWorld.ts';
import type { Day } from '../../kernel/day.ts';
import { extractText } from '../../platform/files/index.ts';
import { closePrinting, type PrintDocument, toDocx, toPdf } from '../../platform/print/index.ts';
import { apologise } from '../apologise.ts';
import { stopDossier } from '../endDossier.ts';
import { takeDossier } from '../passDossier.ts';
import { askSupplement, receiveSupplement } from '../suspendDossier.ts';
import { stageResult } from './controlSlip.ts';
import { FORMS, formsOf } from './index.ts';
import { type FormData, momentWords } from './paper.ts';
import { register } from './register.ts';

let w: DossierWorld;
const applicant = somebody({
  name: 'Nguyễn Thị #set text() *Đậm* Thử',
  idNumber: '038085001234',
  address: 'Bản Ưu Tiên',
});
let code: string;
beforeAll(async () => {
  w = await dossierWorld();
  w.at('2026-06-01T08:30');
  code = (await w.receive({ applicant, procedure: '1.001612', passOn: true })).code;
});
afterAll(async () => {
  await closePrinting();
  await w.close();
});

const data = async (): Promise<FormData> => ({
  d: (await w.seen(w.centre, code))!,
  applicant,
  rules: w.rules,
  people: new Map([[w.economy.personId as number, 'Công chức Phòng Kinh tế']]),
  officer: 'Cán bộ một cửa',
  reasons: new Map([['apologised', { reason: 'cần xác minh tại bản', at: w.now() }]]),
  lookupUrl: `https://vidu.vn/tra-cuu?ma=${code}`,
  today: '2026-06-01' as Day,
});
const wordsOf = async (document: PrintDocument): Promise<string> => {
  const read = await extractText(Buffer.from(await toPdf(document)), { name: 'mau.pdf' });
  return read.text.normalize('NFC').replaceAll(/\s+/g, ' ');
};

describe('the prescribed forms', () => {
  it('a receipt tells who, what, when it is due, and by which code to ask; what was typed is never markup', async () => {
    const words = await wordsOf(FORMS['01']!.fill(await data()));
    for (const part of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      code,
      'Nguyễn Thị #set text() *Đậm* Thử',
      '038085001234',
      '08 giờ 30 phút, ngày 1/6/2026',
      '4/6/2026',
      'Cộng hòa xã hội chủ nghĩa Việt Nam'.toUpperCase(),
    ])
      expect(words).toContain(part);
  });

  it('come as the dossier goes: the control slip from reception, the others when their step was taken', async () => {
    const nos = async () => formsOf((await w.seen(w.centre, code))!).map((form) => form.no);
    expect(await nos()).toEqual(['01', '06']);
    await w.as(w.economy, (tx, by, rules) => takeDossier(tx, by, rules, { code, version: null }));
    const reason = 'Bản vẽ\nGiấy ủy quyền';
    await w.as(w.economy, (tx, by, rules) =>
      askSupplement(tx, by, rules, { code, version: null, reason, answerBy: '2026-06-10' as Day }),
    );
    expect(await nos()).toEqual(['01', '02', '06']);
    const slip = await wordsOf(FORMS['02']!.fill(await data()));
    expect(slip).toContain('1. Bản vẽ');
    expect(slip).toContain('2. Giấy ủy quyền');
    expect(slip).toContain('trước ngày 10/6/2026');
    await w.as(w.centre, (tx, by, rules) => receiveSupplement(tx, by, rules, { code, version: null, note: '' }));
    await w.as(w.economy, (tx, by, rules) =>
      apologise(tx, by, rules, { code, version: null, reason: 'cần xác minh tại bản', to: '2026-06-12' as Day }),
    );
    const letter = await wordsOf(FORMS['04']!.fill(await data()));
    expect(letter).toContain('cần xác minh tại bản');
    expect(letter).toContain('12/6/2026');
    await w.as(w.economy, (tx, by, rules) =>
      stopDossier(tx, by, rules, { code, version: null, reason: 'người nộp không bổ sung' }),
    );
    expect(await nos()).toEqual(['01', '02', '04', '05', '06']);
    expect(await wordsOf(FORMS['05']!.fill(await data()))).toContain('người nộp không bổ sung');
  });

  it('the control slip tells each hand-over with time and person', async () => {
    const words = await wordsOf(FORMS['06']!.fill(await data()));
    expect(words).toContain('Công chức Phòng Kinh tế');
    expect(words).toContain('08 giờ 30 phút, ngày 1/6/2026');
  });

  it('each is a Word file too', async () => {
    const all = await data();
    for (const form of Object.values(FORMS)) {
      const bytes = await toDocx(form.fill(all));
      expect((await extractText(Buffer.from(bytes), { name: 'mau.docx' })).text).toContain(all.d.code);
    }
  });

  it('the register masks names, for it lies open', async () => {
    const row = {
      ...{
        code,
        procedureName: 'Chứng thực',
        applicantName: 'Trần Thị Thử',
        authorityName: 'UBND xã',
        channel: 'direct' as const,
      },
      ...{ receivedAt: w.now(), dueAt: w.now(), dueExact: false, finishedAt: null, returnedAt: null },
      ...{ deliveryWay: 'counter' as const, status: 4 as const },
    };
    const range = { from: '2026-06-01' as Day, to: '2026-06-30' as Day, today: '2026-06-30' as Day };
    const words = await wordsOf(register({ name: 'Trung tâm', unitName: 'xã Thử' }, range, [row]));
    expect(words).toContain('SỔ THEO DÕI HỒ SƠ');
    expect(words).not.toContain('Trần Thị Thử');
  });
});

it.each([
  [{ endedAt: null, targetAt: 5 }, 'đang xử lý'],
  [{ endedAt: 1, targetAt: null }, ''],
  [{ endedAt: 0, targetAt: 3_600_000 }, 'trước hạn'],
  [{ endedAt: 3_600_000, targetAt: 3_600_000 }, 'đúng hạn'],
  [{ endedAt: 3_600_001, targetAt: 3_600_000 }, 'quá hạn'],
])('a stage %j was %s', (stage, words) => {
  expect(stageResult(stage)).toBe(words);
});

it('a moment reads as the forms write it', () => {
  expect(momentWords(Date.parse('2026-09-05T07:05:00+07:00'))).toBe('07 giờ 05 phút, ngày 5/9/2026');
});
