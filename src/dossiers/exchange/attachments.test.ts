import { createHash } from 'node:crypto';
import { Document, Packer, Paragraph } from 'docx';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  docDanhSachTep,
  docHoSo,
  guiHoSo,
  guiTep,
  guiTrangThai,
  type HoSoGui,
  type TepGui,
  taiTep,
} from '../../../test/apiClient.generated.ts';
import { taken } from '../../../test/apiClient.ts';
import { type ExchangeWorld, exchangeWorld } from '../../../test/exchangeWorld.ts';
import { paragraph, pdfOf } from '../../platform/files/testFiles.ts';

let w: ExchangeWorld;
let portal: Awaited<ReturnType<ExchangeWorld['connect']>>;
let pdf: Uint8Array;
beforeAll(async () => {
  w = await exchangeWorld();
  portal = await w.connect('cong-tinh', [w.organs.conSon.centre]);
  pdf = await pdfOf([paragraph(['Don de nghi'], 100)]);
});
afterAll(() => w.close());
beforeEach(() => w.at('2026-06-01T09:00'));

let sent = 0;
const handIn = async (change: Partial<HoSoGui> = {}) => {
  const body: HoSoGui = {
    MaHoSo: `G22.99-260601-${String(++sent).padStart(4, '0')}`,
    MaTTHC: '1.001612',
    KenhThucHien: 2,
    ChuHoSo: 'Nguyễn Văn Thử',
    NgayNopHoSo: '2026-06-01T08:30:00+07:00',
    ...change,
  };
  return taken(await guiHoSo(`khoa-${Math.random()}`, body, portal)).MaHoSo;
};
/** Bytes that no other file of these tests has. */
const another = (bytes = pdf) => Buffer.concat([bytes, Buffer.from(`\n%${Math.random()}\n`)]);
const file = (bytes: Uint8Array, name = 'don.pdf') => new File([new Uint8Array(bytes)], name);
const attach = (code: string, tep: TepGui, key = `tep-${Math.random()}`, by = portal) => guiTep(code, key, tep, by);

describe('a portal sends the papers of a dossier', () => {
  it('which it lists and reads back whole, and the counter sees on the page of the dossier', async () => {
    const code = await handIn();
    const MaBam = createHash('sha256').update(pdf).digest('hex');
    const given = taken(await attach(code, { Tep: file(pdf, 'Đơn đề nghị.pdf'), SoThuTu: 1, MaBam }));
    expect(given).toMatchObject({
      TenTep: 'Đơn đề nghị.pdf',
      Nhom: 'thanh-phan',
      SoThuTu: 1,
      LoaiTep: 'application/pdf',
      KichThuoc: pdf.length,
      MaBam,
    });
    expect(taken(await docDanhSachTep(code, portal)).Tep).toEqual([given]);
    // The generated client reads every answer as text; the bytes are looked at as they come.
    const headers = { Authorization: `Bearer ${portal.token}` };
    const back = await w.app.request(`/api/v1/ho-so/${code}/tep/${given.MaTep}`, { headers });
    expect(back.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from(await back.arrayBuffer()).equals(pdf)).toBe(true);
    const { text } = await w.page('centre', `/ho-so/${code}`);
    expect(text).toContain('Đơn đề nghị.pdf');
    expect(text).toContain('giấy tờ số 1');
    expect(text).toMatch(/: bản điện tử/);
    const download = await w.app.request(/\/ho-so\/[^"]+\/tep\/\d+/.exec(text)![0], { headers: { 'x-who': 'centre' } });
    expect(Buffer.from(await download.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it('retried, also all at once, counts once; another file under the same key is refused', async () => {
    const code = await handIn();
    const all = await Promise.all(Array.from({ length: 4 }, () => attach(code, { Tep: file(pdf) }, 'tep-gui-lai')));
    for (const one of all) expect(taken(one)).toEqual(taken(all[0]!));
    expect(taken(await docDanhSachTep(code, portal)).Tep).toHaveLength(1);
    expect(await attach(code, { Tep: file(another()) }, 'tep-gui-lai')).toMatchObject({
      status: 409,
      data: { code: 'api.key_reused' },
    });
  });

  it('a picture and a Word document as well; what it is, its content says', async () => {
    const code = await handIn();
    const png = PNG.sync.write(new PNG({ width: 8, height: 8 }));
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Đơn')] }] }));
    expect(taken(await attach(code, { Tep: file(png, 'anh.pdf') })).LoaiTep).toBe('image/png');
    expect(taken(await attach(code, { Tep: file(docx, 'don.docx') })).LoaiTep).toContain('wordprocessingml');
  });

  it('asked for more papers, what comes is kept as a supplement', async () => {
    const code = await handIn({ NoiGiuTrangThai: 'gui' });
    const push = { TrangThaiHoSoId: 5, ThoiDiem: '2026-06-01T08:40:00+07:00', LyDo: 'thiếu bản vẽ' };
    taken(await guiTrangThai(code, push, portal));
    expect(taken(await attach(code, { Tep: file(pdf) })).Nhom).toBe('bo-sung');
  });
});

describe('a file that cannot be taken is told by a code and a Vietnamese sentence', () => {
  it.each<[name: string, tep: () => Partial<TepGui>, status: number, code: string]>([
    ['a photo of 40 MB', () => ({ Tep: file(new Uint8Array(40_000_000), 'anh.jpg') }), 413, 'file.too_large'],
    ['an empty one', () => ({ Tep: file(new Uint8Array(), 'rong.pdf') }), 422, 'file.empty'],
    ['a program', () => ({ Tep: file(Buffer.from(`MZ${'\0'.repeat(600)}`), 'don.pdf') }), 422, 'file.type'],
    ['a text', () => ({ Tep: file(Buffer.from('Kính gửi'), 'don.txt') }), 422, 'file.kind'],
    ['a PDF without its end', () => ({ Tep: file(pdf.slice(0, pdf.length / 2)) }), 422, 'file.cut'],
    ['another content than its hash', () => ({ Tep: file(pdf), MaBam: '0'.repeat(64) }), 422, 'file.cut'],
    ['a hash that is none', () => ({ Tep: file(pdf), MaBam: 'abc' }), 422, 'api.invalid'],
    ['paper no. 0', () => ({ Tep: file(pdf), SoThuTu: 0 }), 422, 'api.invalid'],
    ['no file', () => ({ SoThuTu: 1 }), 422, 'api.invalid'],
  ])('%s', async (_, tep, status, code) => {
    const dossier = await handIn();
    const answer = await attach(dossier, tep() as TepGui);
    expect(answer).toMatchObject({ status, data: { code, message: expect.stringMatching(/[À-ỹ].*\.$/) } });
    expect(taken(await docDanhSachTep(dossier, portal)).Tep).toEqual([]);
  });

  it('cut off on its way, or no form at all', async () => {
    const code = await handIn();
    const raw = async (type: string, body: string) => {
      const headers = { Authorization: `Bearer ${portal.token}`, 'Content-Type': type, 'Idempotency-Key': 'tep-cat-1' };
      return (await w.app.request(`/api/v1/ho-so/${code}/tep`, { method: 'POST', body, headers })).json();
    };
    const head = '--x\r\nContent-Disposition: form-data; name="Tep"; filename="a.pdf"\r\n\r\n%PDF-1.7 abc';
    expect(await raw('multipart/form-data; boundary=x', head)).toMatchObject({ code: 'body.form' });
    expect(await raw('application/json', '{}')).toMatchObject({ code: 'body.type' });
    const twice = `${head}\r\n${head}\r\n--x--\r\n`;
    expect(await raw('multipart/form-data; boundary=x', twice)).toMatchObject({ code: 'body.repeated', field: 'Tep' });
  });

  it('the same file twice under two keys', async () => {
    const code = await handIn();
    const { MaTep } = taken(await attach(code, { Tep: file(pdf) }));
    const again = await attach(code, { Tep: file(pdf, 'ten-khac.pdf') });
    expect(again).toMatchObject({ status: 409, data: { code: 'file.known', field: 'Tep' } });
    expect(again.data).toMatchObject({ message: expect.stringContaining(MaTep) });
  });

  it('of thirty at once no more than twenty are kept', async () => {
    const code = await handIn();
    const all = await Promise.all(Array.from({ length: 30 }, () => attach(code, { Tep: file(another()) })));
    expect(all.filter((one) => one.status === 200)).toHaveLength(20);
    const refused = all.filter((one) => one.status !== 200);
    for (const one of refused) expect(one).toMatchObject({ status: 409, data: { code: 'file.many' } });
    expect(taken(await docDanhSachTep(code, portal)).Tep).toHaveLength(20);
  });

  it('not so because of what the office keeps for itself: neither counted nor told', async () => {
    const code = await handIn();
    const { id, unitId } = (await w.seen(w.centre, code))!;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const row = { unit_id: unitId, dossier_id: id, kind: 'working', media_type: 'application/pdf', size: 1 } as const;
    const drafts = Array.from({ length: 20 }, (_, i) => ({ ...row, sha256, name: `nhap-${i}.pdf` }));
    await w.db.system.insertInto('dossier_file').values(drafts).execute();
    expect(await attach(code, { Tep: file(pdf) })).toMatchObject({ status: 200 });
  });

  it('for a dossier that has ended, or that another system has sent', async () => {
    const code = await handIn({ NoiGiuTrangThai: 'gui' });
    const second = await w.connect('cong-nhi', [w.organs.conSon.centre]);
    expect(await attach(code, { Tep: file(pdf) }, undefined, second)).toMatchObject({
      data: { code: 'file.not_sender' },
    });
    const push = { TrangThaiHoSoId: 7, ThoiDiem: '2026-06-01T08:40:00+07:00', LyDo: 'người nộp rút' };
    taken(await guiTrangThai(code, push, portal));
    expect(await attach(code, { Tep: file(pdf) })).toMatchObject({ status: 409, data: { code: 'file.closed' } });
  });
});

describe('who may have the files', () => {
  it('no system of another commune, whatever it guesses', async () => {
    const elsewhere = await w.connect('cong-khac', [w.organs.hoaBinh.centre], w.people.provinceAdmin!);
    const code = await handIn();
    const { MaTep } = taken(await attach(code, { Tep: file(pdf) }));
    expect((await docHoSo(code, elsewhere)).status).toBe(404);
    expect((await docDanhSachTep(code, elsewhere)).status).toBe(404);
    expect((await taiTep(code, MaTep, elsewhere)).status).toBe(404);
    expect((await attach(code, { Tep: file(pdf) }, undefined, elsewhere)).status).toBe(404);
  });

  it('not through the code of another dossier', async () => {
    const [one, two] = [await handIn(), await handIn()];
    const { MaTep } = taken(await attach(one, { Tep: file(pdf) }));
    expect((await taiTep(two, MaTep, portal)).status).toBe(404);
  });

  it('nobody the working papers of an office, nor a result that is not final', async () => {
    const code = await handIn();
    const { id, unitId } = (await w.seen(w.centre, code))!;
    const row = { unit_id: unitId, dossier_id: id, sha256: 'a'.repeat(64), media_type: 'application/pdf', size: 1 };
    await w.db.system
      .insertInto('dossier_file')
      .values([
        { ...row, kind: 'working', name: 'nhap.pdf' },
        { ...row, kind: 'result', name: 'ket-qua.pdf' },
      ])
      .execute();
    expect(taken(await docDanhSachTep(code, portal)).Tep).toEqual([]);
  });
});
