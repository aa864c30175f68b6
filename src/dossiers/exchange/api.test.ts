import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  docDanhMuc,
  docHoSo,
  docThayDoi,
  guiHoSo,
  guiTrangThai,
  type HoSoGui,
  type TrangThaiGui,
} from '../../../test/apiClient.generated.ts';
import { taken } from '../../../test/apiClient.ts';
import { type ExchangeWorld, exchangeWorld } from '../../../test/exchangeWorld.ts';
import { recount } from '../figures/recount.ts';

let w: ExchangeWorld;
let portal: Awaited<ReturnType<ExchangeWorld['connect']>>;
beforeAll(async () => {
  w = await exchangeWorld();
  portal = await w.connect('cong-tinh', [w.organs.conSon.centre]);
});
afterAll(() => w.close());
beforeEach(() => w.at('2026-06-01T09:00'));

let sent = 0;
const dossier = (change: Partial<HoSoGui> = {}): HoSoGui => ({
  MaHoSo: `G22.99-260601-${String(++sent).padStart(4, '0')}`,
  MaTTHC: '1.001612',
  KenhThucHien: 2,
  ChuHoSo: 'Nguyễn Văn Thử',
  SoDinhDanh: '090187001234',
  NgaySinh: '1987-09-02',
  NgayNopHoSo: '2026-06-01T08:30:00+07:00',
  ...change,
});
const hand = (body: HoSoGui, key = `khoa-${Math.random()}`, by = portal) => guiHoSo(key, body, by);
/** Handed in, and taken. */
const handed = async (change: Partial<HoSoGui> = {}) => taken(await hand(dossier(change)));
const at = (time: string) => `2026-06-01T${time}:00+07:00`;

describe('a portal hands in a dossier', () => {
  it('which waits at the centre to be checked, under both codes', async () => {
    const body = dossier();
    const answer = await hand(body);
    const { MaHoSo } = taken(answer);
    expect(answer.data).toMatchObject({ MaHoSoNguon: body.MaHoSo, TrangThaiHoSoId: 1 });
    const here = taken(await docHoSo(MaHoSo, portal));
    expect(here).toMatchObject({
      MaTTHC: '1.001612',
      KenhThucHien: 2,
      NgayNopHoSo: at('08:30'),
      NgayHenTra: null,
    });
    expect(taken(await docHoSo(body.MaHoSo, portal))).toEqual(here);
    expect(await w.seen(w.centre, MaHoSo)).toMatchObject({
      status: 1,
      nationalCode: body.MaHoSo,
      ownerSystem: '',
    });
    expect(await w.seen(w.other, MaHoSo)).toBeUndefined();
  });

  it('retried for an hour counts once and gets the same answer', async () => {
    const body = dossier();
    const first = await hand(body, 'khoa-gui-lai');
    const together = await Promise.all(Array.from({ length: 6 }, () => hand(body, 'khoa-gui-lai')));
    w.at('2026-06-01T10:00');
    for (const again of [...together, await hand(body, 'khoa-gui-lai')]) expect(taken(again)).toEqual(taken(first));
    const rows = await w.db.system.selectFrom('dossier').where('national_code', '=', body.MaHoSo).selectAll().execute();
    expect(rows).toHaveLength(1);
    const changed = await hand({ ...body, ChuHoSo: 'Người khác' }, 'khoa-gui-lai');
    expect(changed).toMatchObject({ status: 409, data: { code: 'api.key_reused', field: 'Idempotency-Key' } });
  });

  it('with a new key but the same code hears that it is known', async () => {
    const body = dossier();
    const [a, b] = await Promise.all([hand(body), hand(body)]);
    expect([a.status, b.status].sort()).toEqual([200, 409]);
    expect(a.status === 409 ? a.data : b.data).toMatchObject({ code: 'dossier.known', field: 'MaHoSo' });
  });

  it.each<[change: object, field: string]>([
    [{ MaTTHC: '9.999999' }, 'MaTTHC'],
    [{ ChuHoSo: '' }, 'ChuHoSo'],
    [{ ChuHoSo: 7 }, 'ChuHoSo'],
    [{ ChuHoSo: 'a'.repeat(5000) }, 'ChuHoSo'],
    [{ SoDinhDanh: 'abc' }, 'SoDinhDanh'],
    [{ NgaySinh: '2099-01-01' }, 'NgaySinh'],
    [{ NgaySinh: '1987-02-30' }, 'NgaySinh'],
    [{ NgayNopHoSo: '1/6/2026' }, 'NgayNopHoSo'],
    [{ NgayNopHoSo: '2027-06-01T08:30:00+07:00' }, 'NgayNopHoSo'],
    [{ KenhThucHien: 4 }, 'KenhThucHien'],
    [{ MaDonVi: '99999' }, 'MaDonVi'],
    [{ MaDonViGiaiQuyet: '99999' }, 'MaDonViGiaiQuyet'],
    [{ MaHoSo: undefined }, 'MaHoSo'],
    [{ TenSai: 1 }, 'TenSai'],
  ])(
    'with something wrong (no. %#) is told at its field, in a Vietnamese sentence, and nothing is kept',
    async (change, field) => {
      const answer = await hand(dossier(change));
      expect(answer).toMatchObject({ status: 422, data: { field } });
      expect(answer.data).toMatchObject({ message: expect.stringMatching(/[À-ỹ].*\.$/) });
    },
  );

  it('not as JSON, in a wrong encoding, too large or without a key is told what to do', async () => {
    const raw = (
      body: string | Uint8Array<ArrayBuffer>,
      type = 'application/json',
      key: Record<string, string> = { 'Idempotency-Key': 'khoa-khoa-1' },
    ) =>
      w.app.request('/api/v1/ho-so', {
        method: 'POST',
        body,
        headers: { Authorization: `Bearer ${portal.token}`, 'Content-Type': type, ...key },
      });
    expect(await (await raw('{"MaHoSo":')).json()).toMatchObject({ code: 'body.json' });
    expect(await (await raw(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).json()).toMatchObject({ code: 'body.json' });
    expect(await (await raw('MaHoSo=1', 'text/plain')).json()).toMatchObject({ code: 'body.type' });
    expect((await raw(`"${'a'.repeat(1_100_000)}"`)).status).toBe(413);
    const keyless = await raw(JSON.stringify(dossier()), 'application/json', {});
    expect(await keyless.json()).toMatchObject({
      field: 'idempotency-key',
      message: expect.stringContaining('Idempotency-Key'),
    });
  });
});

it('before the first dossier a portal reads its centres and the procedures with their papers', async () => {
  const { TrungTam, ThuTuc } = taken(await docDanhMuc(portal));
  expect(TrungTam).toEqual([{ MaDonVi: '90001', TenTrungTam: expect.stringContaining('Trung tâm') }]);
  const household = ThuTuc.find((one) => one.MaTTHC === '1.001612')!;
  expect(household).toMatchObject({ ThoiGianThucHien: 3, DonViThoiGian: 'ngày làm việc' });
  expect(household.GiayTo[0]).toMatchObject({ SoThuTu: 1 });
});

describe('who may call', () => {
  it('nobody without a token that is good now; wrong ones cannot be tried out', async () => {
    expect((await docThayDoi({}, w.callAs(null))).data).toMatchObject({ code: 'api.token' });
    w.at('2026-06-01T01:00');
    const wrong = w.callAs('ts_0123456789012345678901234567890123456789');
    const answers = [];
    for (let i = 0; i < 25; i++) answers.push((await docThayDoi({}, wrong)).status);
    expect(answers).toContain(429);
    expect((await docThayDoi({}, portal)).status, 'a good token from the same address').toBe(200);
  });

  it('no person signed in, and no token opens a page', async () => {
    for (const who of Object.keys(w.people)) {
      const answer = await w.app.request('/api/v1/thay-doi', { headers: { 'x-who': who } });
      expect(answer.status, who).toBe(401);
    }
    const page = await w.app.request('/ho-so', { headers: { Authorization: `Bearer ${portal.token}` } });
    expect(page.status).not.toBe(200);
  });

  it('a system of another commune neither reads, guesses, counts nor changes a dossier', async () => {
    const elsewhere = await w.connect('cong-khac', [w.organs.hoaBinh.centre], w.people.provinceAdmin!);
    const { MaHoSo, MaHoSoNguon } = await handed({ NoiGiuTrangThai: 'gui' });
    const asked = await docHoSo(MaHoSo, elsewhere);
    const guessed = await docHoSo(MaHoSo.replace(/\d{4}$/, '9999'), elsewhere);
    expect(asked.data).toEqual(guessed.data);
    expect([asked.status, guessed.status]).toEqual([404, 404]);
    expect((await docHoSo(MaHoSoNguon, elsewhere)).status).toBe(404);
    const push = { TrangThaiHoSoId: 2, ThoiDiem: at('08:50') };
    expect((await guiTrangThai(MaHoSo, push, elsewhere)).status).toBe(404);
    expect(taken(await docThayDoi({}, elsewhere)).ThayDoi).toEqual([]);
  });

  it('of several centres the one meant is named', async () => {
    const both = await w.connect(
      'cong-hai',
      [w.organs.conSon.centre, w.organs.hoaBinh.centre],
      w.people.provinceAdmin!,
    );
    expect((await hand(dossier(), undefined, both)).data).toMatchObject({ code: 'api.centre', field: 'MaDonVi' });
    const { MaHoSo } = taken(await hand(dossier({ MaDonVi: '90002' }), undefined, both));
    expect(await w.seen(w.other, MaHoSo)).toMatchObject({ status: 1 });
  });

  it('an administrator opens only centres of their own, sees the token once, and closes the door again', async () => {
    const fields = {
      ten: 'Cổng thử',
      ma: 'cong-thu',
      'trung-tam': String(w.organs.conSon.centre),
      khoa: crypto.randomUUID(),
    };
    const made = await w.page('admin', '/to-chuc/he-thong', fields);
    const token = /ts_[\w-]{43}/.exec(made.text)?.[0] ?? '';
    expect((await docThayDoi({}, w.callAs(token))).status).toBe(200);
    expect((await w.page('admin', '/to-chuc/he-thong', fields)).text, 'a double click').toContain(token);
    expect((await w.page('admin', '/to-chuc/he-thong')).text).not.toContain(token);
    const wrong = await w.page('admin', '/to-chuc/he-thong', {
      ...fields,
      ten: 'Giữ lại',
      ma: 'Sai mã!',
      khoa: crypto.randomUUID(),
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Giữ lại"');
    const foreign = {
      ...fields,
      ma: 'cong-la',
      'trung-tam': String(w.organs.hoaBinh.centre),
      khoa: crypto.randomUUID(),
    };
    expect((await w.page('admin', '/to-chuc/he-thong', foreign)).status).toBe(403);
    const [row] = await w.db.system.selectFrom('api_client').where('system', '=', 'cong-thu').select('id').execute();
    expect((await w.page('admin', `/to-chuc/he-thong/${row!.id}/ngung`, {})).to).toBe('/to-chuc/he-thong');
    expect((await docThayDoi({}, w.callAs(token))).status).toBe(401);
  });

  it('the database too lets no administrator open the centre of another commune', async () => {
    await expect(w.connect('cong-trom', [w.organs.hoaBinh.centre])).rejects.toThrow('not the administrator');
  });
});

describe('one owner of the status', () => {
  const push = (MaHoSo: string, TrangThaiHoSoId: number, time: string, more: Partial<TrangThaiGui> = {}, by = portal) =>
    guiTrangThai(MaHoSo, { TrangThaiHoSoId, ThoiDiem: at(time), ...more }, by);

  it('a dossier that is kept here takes no status from outside', async () => {
    const { MaHoSo } = await handed();
    expect(await push(MaHoSo, 2, '08:40')).toMatchObject({ status: 409, data: { code: 'status.kept_here' } });
  });

  it('nor one that another system keeps', async () => {
    const second = await w.connect('cong-nhi', [w.organs.conSon.centre]);
    const { MaHoSo } = await handed({ NoiGiuTrangThai: 'gui' });
    expect(await push(MaHoSo, 2, '08:40', {}, second)).toMatchObject({
      status: 409,
      data: { code: 'status.kept_elsewhere' },
    });
  });

  it('the owner leads it to the end; told twice or late changes nothing, and the figures stay right', async () => {
    const { MaHoSo: code } = await handed({ NoiGiuTrangThai: 'gui' });
    const due = '2026-06-04T17:00:00+07:00';
    expect(taken(await push(code, 2, '08:40', { NgayHenTra: due }))).toMatchObject({
      KetQua: 'da-nhan',
      HoSo: { NgayHenTra: due, NgayTiepNhan: at('08:40') },
    });
    expect(taken(await push(code, 4, '08:45')).HoSo.TrangThaiHoSoId).toBe(4);
    const events = (await w.eventsOf((await w.seen(w.centre, code))!.id)).length;
    expect(taken(await push(code, 4, '08:45')).KetQua).toBe('bo-qua');
    expect(taken(await push(code, 2, '08:40'))).toMatchObject({ KetQua: 'bo-qua', HoSo: { TrangThaiHoSoId: 4 } });
    expect((await w.eventsOf((await w.seen(w.centre, code))!.id)).length).toBe(events);
    expect(await push(code, 5, '08:50')).toMatchObject({ status: 422, data: { field: 'LyDo' } });
    expect(taken(await push(code, 5, '08:50', { LyDo: 'thiếu bản vẽ' })).HoSo).toMatchObject({
      TrangThaiHoSoId: 5,
      LyDo: 'thiếu bản vẽ',
    });
    expect(await push(code, 10, '20:00')).toMatchObject({ status: 422, data: { field: 'ThoiDiem' } });
    const ended = await push(code, 10, '08:55', { TenGiayTo: 'Giấy chứng nhận', MaGiayToKetQua: '12/GCN' });
    expect(taken(ended).HoSo).toMatchObject({ TrangThaiHoSoId: 10, GiayToKetQua: [{ MaGiayToKetQua: '12/GCN' }] });
    expect(await push(code, 4, '08:57')).toMatchObject({ status: 409, data: { code: 'status.closed' } });
    expect(await recount(w.db.system)).toEqual([]);
  });

  it('withdrawn before it was received is not counted as received', async () => {
    const { MaHoSo } = await handed({ NoiGiuTrangThai: 'gui' });
    expect(taken(await push(MaHoSo, 7, '08:40', { LyDo: 'người nộp rút' })).HoSo).toMatchObject({
      TrangThaiHoSoId: 7,
      NgayTiepNhan: null,
    });
    expect(await recount(w.db.system)).toEqual([]);
  });
});

describe('changes since a cursor', () => {
  /** Transactions are counted over the whole cluster, which these tests share with others that run beside them. */
  const othersEnded = async () => {
    const { rows } = await sql<{ now: string }>`select pg_current_xact_id()::text as now`.execute(w.db.system);
    const all = sql<{
      ended: boolean;
    }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${rows[0]!.now}::xid8 as ended`;
    await expect.poll(async () => (await all.execute(w.db.system)).rows[0]!.ended, { timeout: 20_000 }).toBe(true);
  };

  it('come once each, in order, in pages, and none is passed by while it is still being written', {
    timeout: 60_000,
  }, async () => {
    const all = async (from: string | undefined, size: number) => {
      const seen = [];
      for (let sau = from; ; ) {
        const part = taken(await docThayDoi({ ...(sau ? { sau } : {}), so: size }, portal));
        seen.push(...part.ThayDoi);
        sau = part.ConTro;
        if (!part.ConNua) return { seen, sau };
      }
    };
    await othersEnded();
    const before = await all(undefined, 3);
    expect((await all(undefined, 500)).seen).toEqual(before.seen);
    let commit = () => {};
    const held = new Promise<void>((done) => {
      commit = done;
    });
    let started = () => {};
    const begun = new Promise<void>((done) => {
      started = done;
    });
    const slow = w.db.write(w.centre, async (tx) => {
      const { receiveDossier } = await import('../receiveDossier.ts');
      await receiveDossier(tx, w.centre, w.rules, w.input({ procedure: '1.001612' }));
      started();
      await held;
    });
    await begun;
    // Of another commune, whose counter the slow one does not hold.
    const both = await w.connect('cong-ba', [w.organs.conSon.centre, w.organs.hoaBinh.centre], w.people.provinceAdmin!);
    const read = async (sau: string) => taken(await docThayDoi({ sau, so: 500 }, both));
    await w.receive({ authorityUnitId: w.units.hoaBinh }, w.other);
    const while1 = await read(before.sau);
    expect(while1.ThayDoi, 'waits for what began before it').toEqual([]);
    commit();
    await slow;
    await othersEnded();
    const after = await read(while1.ConTro);
    expect(after.ThayDoi.filter((one) => one.SuKien === 'received')).toHaveLength(2);
    expect((await read(after.ConTro)).ThayDoi).toEqual([]);
  });

  it('a cursor that makes no sense is refused, and so is a parameter that nobody knows', async () => {
    const headers = { Authorization: `Bearer ${portal.token}` };
    const from = await w.app.request('/api/v1/thay-doi?from=1', { headers });
    expect(await from.json()).toMatchObject({ code: 'api.invalid', field: 'from' });
    expect((await docThayDoi({ sau: 'xyz' }, portal)).data).toMatchObject({ field: 'sau' });
  });
});

it('the readable page tells every operation and field of the document, without scripts', async () => {
  const { status, text } = await w.page('', '/api');
  expect(status).toBe(200);
  for (const words of [
    'Gửi hồ sơ',
    '/api/v1/ho-so/{MaHoSo}/trang-thai',
    'TaiLieuNop[].BanSao',
    'multipart/form-data',
    'ThuTuc[].GiayTo',
    'ConTro',
    'idempotency-key',
    'Báo hồ sơ thay đổi',
    'X-ThongSuot-ChuKy',
    'supplement_asked: yêu cầu bổ sung',
  ])
    expect(text).toContain(words);
});
