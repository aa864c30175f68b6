import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD, type TwoUnits, totp, twoUnits } from '../../../../test/accounts.ts';
import { type AccountsApp, accountsApp, type Browser, browser } from '../../../../test/accountsApp.ts';
import { readRows } from '../../../platform/spreadsheet/index.ts';

let world: TwoUnits;
let house: AccountsApp;
let admin: Browser;
beforeAll(async () => {
  world = await twoUnits();
  house = accountsApp(world, Date.now);
  admin = browser(house);
  await admin.signIn('qt.concuong');
});
afterAll(() => world.close());

const events = (kind: string, personId: number) =>
  world.db.system.selectFrom('event').where('kind', '=', kind).where('subject_id', '=', personId).selectAll().execute();
const field = (text: string, name: string) => new RegExp(`name="${name}"`).test(text);
const shownPassword = (text: string) => /id="mat-khau"[^>]*value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('signing in', () => {
  it('leads back to the page wanted, never to another site', async () => {
    const guest = browser(house);
    expect((await guest.get('/tai-khoan')).to).toBe('/dang-nhap?tiep=%2Ftai-khoan');
    const form = await guest.get('/dang-nhap?tiep=%2Ftai-khoan');
    expect(form.status).toBe(200);
    expect(field(form.text, 'ten-dang-nhap') && field(form.text, 'mat-khau')).toBe(true);
    const wrong = await guest.signIn('ct.concuong', 'không phải', '?tiep=%2Ftai-khoan');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="ct.concuong"');
    expect(wrong.text).toContain('không đúng');
    expect(wrong.text).not.toContain('không phải');
    const step = await guest.signIn('ct.concuong', PASSWORD, '?tiep=%2Ftai-khoan');
    expect((await guest.get(step.to!)).to).toBe('/tai-khoan');
    expect((await guest.get('/tai-khoan')).text).toContain('Chủ tịch Con Cuông');
    for (const evil of ['https://evil.vn', '//evil.vn', '/\\evil.vn', 'javascript:alert(1)'])
      expect((await guest.get(`/dang-nhap?tiep=${encodeURIComponent(evil)}`)).to, evil).toBe('/');
    await guest.post('/dang-xuat', {});
    expect((await guest.get('/')).to).toContain('/dang-nhap');
  });

  it('says how many minutes to wait after too many tries', async () => {
    const guest = browser(house);
    for (let i = 0; i < 5; i++) await guest.signIn('ct.dongloc', 'sai');
    const waiting = await guest.signIn('ct.dongloc');
    expect(waiting.status).toBe(429);
    expect(waiting.text).toMatch(/đợi 1 phút/);
  });

  it('shows the sessions of the own account and ends one', async () => {
    const here = browser(house);
    const there = browser(house);
    await here.signIn('pct.concuong');
    await there.signIn('pct.concuong');
    const own = await here.get('/tai-khoan');
    expect(own.text).toContain('Máy này');
    const id = /name="phien" value="([^"]+)"/.exec(own.text)![1]!;
    expect((await here.post('/tai-khoan/phien/ket-thuc', { phien: id })).to).toBe('/tai-khoan');
    expect((await there.get('/tai-khoan')).status).toBe(303);
    expect((await here.get('/tai-khoan')).status).toBe(200);
  });

  it('turns on the second factor with a code drawn on the page', async () => {
    const guest = browser(house);
    await guest.signIn('pct.concuong');
    const page = await guest.post('/tai-khoan/hai-buoc', { 'mat-khau': PASSWORD });
    expect(page.text).toContain('<svg');
    expect(page.text).toMatch(/[A-Z2-7]{32,}/);
    expect(page.text).toContain('Mã dự phòng');
    const wrong = await guest.post('/tai-khoan/hai-buoc/bat', { ma: '123' });
    expect(wrong.status).toBe(422);
    expect((await guest.post('/tai-khoan/hai-buoc', { 'mat-khau': 'sai' })).status).toBe(422);
    expect(page.text, 'the telephone shows the user name').not.toContain('tai-khoan.invalid');
    const secret = /id="khoa-bi-mat"[^>]*value="([A-Z2-7]+)"/.exec(page.text)![1]!;
    expect((await guest.post('/tai-khoan/hai-buoc/bat', { ma: totp(secret) })).to).toBe('/tai-khoan');
    expect((await guest.get('/tai-khoan')).text).toContain('Đang bật');

    const again = browser(house);
    expect((await again.signIn('pct.concuong')).to).toBe('/dang-nhap/ma');
    expect((await again.get('/tai-khoan')).status).toBe(303);
    expect((await again.post('/dang-nhap/ma', { ma: '12' })).status).toBe(422);
    const step = await again.post('/dang-nhap/ma', { ma: totp(secret) });
    expect((await again.get(step.to!)).to).toBe('/');
    const off = await again.get('/tai-khoan/hai-buoc');
    expect(off.text.indexOf('ma-du-phong'), 'Enter does not turn it off').toBeLessThan(
      off.text.indexOf('hai-buoc/tat'),
    );
    expect((await again.post('/tai-khoan/hai-buoc/tat', { 'mat-khau': 'sai' })).text).toContain(
      'id="o-tat-mat-khau-loi"',
    );
    expect((await again.post('/tai-khoan/hai-buoc/tat', { 'mat-khau': PASSWORD })).to).toBe('/tai-khoan');
  });
});

describe('an administrator', () => {
  it('gives somebody an account, whose first sign-in asks for a password of their own', async () => {
    const form = {
      khoa: crypto.randomUUID(),
      'ho-ten': 'Văn thư Con Cuông',
      'ten-dang-nhap': 'VanThu.ConCuong',
      'co-quan': String(world.organs.conOffice),
      'chuc-danh': 'Văn thư',
      'vai-tro': 'clerk',
      thu: 'vanthu@vidu.vn',
      'dien-thoai': '',
    };
    const bad = await admin.post('/to-chuc/tai-khoan/moi', { ...form, 'ten-dang-nhap': 'Văn Thư', thu: 'x' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('value="Văn thư Con Cuông"');
    expect(bad.text).toContain('chữ thường không dấu');
    const taken = await admin.post('/to-chuc/tai-khoan/moi', { ...form, 'ten-dang-nhap': 'ct.dongloc' });
    expect(taken.status).toBe(409);

    const made = await admin.post('/to-chuc/tai-khoan/moi', form);
    expect(made.status).toBe(200);
    expect(made.headers.get('cache-control')).toContain('no-store');
    const password = shownPassword(made.text);
    expect(password).toMatch(/^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
    const twice = await admin.post('/to-chuc/tai-khoan/moi', form);
    expect(twice.status).toBe(303);
    expect(shownPassword(twice.text)).toBe('');

    const clerk = browser(house);
    const step = await clerk.signIn('vanthu.concuong', password);
    expect((await clerk.get(step.to!)).to).toContain('/tai-khoan/mat-khau');
    expect((await clerk.get('/')).to, 'nothing else before that').toContain('/dang-nhap');
    expect((await clerk.get('/dang-nhap')).to).toContain('/tai-khoan/mat-khau');
    const weak = await clerk.post('/tai-khoan/mat-khau', {
      cu: password,
      moi: 'vanthu.concuong1',
      lai: 'vanthu.concuong1',
    });
    expect(weak.text).toContain('không được chứa tên đăng nhập');
    const done = await clerk.post('/tai-khoan/mat-khau', { cu: password, moi: PASSWORD, lai: PASSWORD });
    expect(done.to).toBe('/');
    expect(JSON.parse((await clerk.get('/')).text)).toMatchObject({ role: 'clerk', unitName: 'Xã Con Cuông' });
  });

  it('finds people without marks, sees how to reach them masked, and leaves a trace of looking', async () => {
    const list = await admin.get('/to-chuc/tai-khoan?tim=chu%20tich');
    expect(list.text).toContain('Chủ tịch Con Cuông');
    expect(list.text).not.toContain('Phó Con Cuông');
    expect(list.text).not.toContain('Đông Lộc');
    expect(list.text).toContain('c***@vidu.vn');
    expect(list.text).not.toContain('ct.concuong@vidu.vn');
    const { personId } = world.people.conHead;
    expect(await events('person.read', personId)).toHaveLength(0);
    expect((await admin.get(`/to-chuc/tai-khoan/${personId}`)).text).toContain('ct.concuong@vidu.vn');
    expect(await events('person.read', personId)).toMatchObject([{ person_id: world.people.conAdmin.personId }]);
  });

  it('resets a password: old sessions end at once, the new one is told once', async () => {
    const head = browser(house);
    await head.signIn('ct.concuong');
    expect((await head.get('/tai-khoan')).status).toBe(200);
    const path = `/to-chuc/tai-khoan/${world.people.conHead.personId}/dat-lai`;
    expect((await admin.get(path)).text).toContain('Chủ tịch Con Cuông');
    const made = await admin.post(path, { khoa: crypto.randomUUID() });
    expect((await head.get('/tai-khoan')).status).toBe(303);
    expect((await head.signIn('ct.concuong')).status).toBe(422);
    expect((await head.signIn('ct.concuong', shownPassword(made.text))).status).toBe(303);
    expect(await events('account.reset', world.people.conHead.personId)).toHaveLength(1);
    expect((await admin.post(`/to-chuc/tai-khoan/${world.people.conAdmin.personId}/dat-lai`, {})).status).toBe(409);
  });

  it('appoints somebody to a second position, who then chooses between both', async () => {
    const { personId } = world.people.conDeputy;
    const form = {
      khoa: crypto.randomUUID(),
      nguoi: String(personId),
      'co-quan': String(world.organs.conCulture),
      'chuc-danh': 'Trưởng phòng',
      'vai-tro': 'head',
      loai: 'concurrent',
      'tu-ngay': '1/1/2026',
      'den-ngay': '',
      'quyet-dinh': '12/QĐ-UBND',
    };
    const wrong = await admin.post('/to-chuc/bo-nhiem/moi', { ...form, 'tu-ngay': '31/2/2026' });
    expect(wrong.status).toBe(422);
    expect((await admin.post('/to-chuc/bo-nhiem/moi', form)).to).toBe('/to-chuc/bo-nhiem');
    expect((await admin.post('/to-chuc/bo-nhiem/moi', { ...form, khoa: crypto.randomUUID() })).status).toBe(409);
    expect((await admin.get('/to-chuc/bo-nhiem?tim=van%20hoa')).text).toContain('Trưởng phòng');

    const deputy = browser(house);
    const step = await deputy.signIn('pct.concuong');
    expect((await deputy.get(step.to!)).to).toBe('/chuc-vu');
    const choices = [...(await deputy.get('/chuc-vu')).text.matchAll(/value="(chuc-\d+)"/g)].map((one) => one[1]!);
    expect(choices).toHaveLength(2);
    expect(JSON.parse((await deputy.get('/')).text)).toMatchObject({ role: 'deputy', positionCount: 2 });
    expect((await deputy.post('/chuc-vu?tiep=/tai-khoan', { 'chuc-vu': choices[1]! })).to).toBe('/tai-khoan');
    expect(JSON.parse((await deputy.get('/')).text)).toMatchObject({ role: 'head', positionTitle: 'Trưởng phòng' });
    expect((await deputy.post('/chuc-vu', { 'chuc-vu': `chuc-${world.people.dongHead.appointmentId}` })).status).toBe(
      422,
    );

    const [row] = await world.db.system
      .selectFrom('appointment')
      .where('person_id', '=', personId)
      .where('kind', '=', 'concurrent')
      .select('id')
      .execute();
    const end = `/to-chuc/bo-nhiem/${row!.id}/ket-thuc`;
    expect((await admin.get(end)).text).toContain('Trưởng phòng');
    expect((await admin.post(end, { ngay: '1/2/2026', 'ly-do': '' })).status).toBe(422);
    expect((await admin.post(end, { ngay: '1/2/2026', 'ly-do': 'Điều động' })).to).toBe('/to-chuc/bo-nhiem');
    const again = await deputy.get('/');
    expect(again.to).toContain('/dang-nhap');
    expect((await deputy.get('/dang-nhap')).to).toBe('/chuc-vu');
  });

  it('lets a deputy sign for the head between dates', async () => {
    const { conDeputy, conHead, conAdmin } = world.people;
    const form = {
      khoa: crypto.randomUUID(),
      'hinh-thuc': 'KT',
      'nguoi-ky': String(conDeputy.appointmentId),
      'thay-cho': String(conHead.appointmentId),
      'noi-dung': '',
      'van-ban': '',
      'tu-ngay': '1/1/2026',
      'den-ngay': '',
    };
    const other = await admin.post('/to-chuc/thay-mat/moi', { ...form, 'nguoi-ky': String(conAdmin.appointmentId) });
    expect(other.text).toContain('chỉ dành cho cấp phó');
    const open = await admin.post('/to-chuc/thay-mat/moi', { ...form, 'hinh-thuc': 'TUQ' });
    expect(open.text).toContain('Ủy quyền phải có thời hạn');
    expect((await admin.post('/to-chuc/thay-mat/moi', form)).to).toBe('/to-chuc/thay-mat');
    expect((await admin.get('/to-chuc/thay-mat')).text).toContain('Ký thay (KT.)');
    const deputy = browser(house);
    await deputy.signIn('pct.concuong');
    const choice = /value="(thay-\d+)"/.exec((await deputy.get('/chuc-vu')).text)![1]!;
    await deputy.post('/chuc-vu', { 'chuc-vu': choice });
    expect(JSON.parse((await deputy.get('/')).text)).toMatchObject({
      role: 'head',
      actingFor: { kind: 'KT', title: 'Chủ tịch' },
    });
    const id = choice.split('-')[1];
    expect(
      (await admin.post(`/to-chuc/thay-mat/${id}/ket-thuc`, { ngay: '2/1/2026', 'ly-do': 'Hết đợt công tác' })).status,
    ).toBe(303);
    expect((await deputy.get('/')).status).toBe(303);
  });

  it('ends an account with a reason; the person cannot sign in, and what they did stays', async () => {
    const { personId } = world.people.conDeputy;
    const path = `/to-chuc/tai-khoan/${personId}/ket-thuc`;
    const deputy = browser(house);
    await deputy.signIn('pct.concuong');
    expect((await admin.post(path, { 'ly-do': ' ' })).status).toBe(422);
    expect((await admin.post(path, { 'ly-do': 'Nghỉ hưu' })).to).toBe('/to-chuc/tai-khoan');
    expect((await deputy.get('/tai-khoan')).status).toBe(303);
    expect((await deputy.signIn('pct.concuong')).status).toBe(422);
    expect((await admin.get('/to-chuc/tai-khoan')).text).not.toContain('Phó Con Cuông');
    expect((await admin.get('/to-chuc/tai-khoan?loai=ket-thuc')).text).toContain('Phó Con Cuông');
    expect(await events('account.ended', personId)).toMatchObject([{ reason: 'Nghỉ hưu' }]);
    expect(
      (await admin.post(`/to-chuc/tai-khoan/${world.people.conAdmin.personId}/ket-thuc`, { 'ly-do': 'x' })).status,
    ).toBe(409);
  });
});

describe('a sheet of accounts', () => {
  const sheet = (lines: string[], name = 'tai-khoan.csv') =>
    new File([`Họ tên,Tên đăng nhập,Cơ quan,Chức danh,Vai trò,Thư điện tử\n${lines.join('\n')}\n`], name);
  const send = (file: File) => admin.post('/to-chuc/tai-khoan/nhap', { khoa: crypto.randomUUID(), tep: file });
  const people = () =>
    world.db.system
      .selectFrom('person')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();

  it('has a template to begin from', async () => {
    const answer = await house.app.request('/to-chuc/tai-khoan/nhap/mau.xlsx', {
      headers: { cookie: [...admin.jar].map((pair) => pair.join('=')).join('; ') },
    });
    const rows = await readRows(new Uint8Array(await answer.arrayBuffer()), { rows: 10, columns: 10 });
    expect(rows[0]!.cells).toEqual(['Họ tên', 'Tên đăng nhập', 'Cơ quan', 'Chức danh', 'Vai trò', 'Thư điện tử']);
  });

  it('names every fault by line and column, and loads nothing while one is left', async () => {
    const before = await people();
    const answer = await send(
      sheet([
        'Người một,nguoi.mot,UBND xã Con Cuông,Chuyên viên,Chuyên viên,mot@vidu.vn',
        'Người hai,nguoi.mot,UBND xã Đông Lộc,Chuyên viên,Sếp,không phải thư',
        ',x,,,,',
      ]),
    );
    expect(answer.status).toBe(422);
    const cells = [...answer.text.matchAll(/<td class="ts-num"[^>]*>(\d+)<\/td><td[^>]*>([^<]+)<\/td>/g)].map(
      (m) => `${m[1]} ${m[2]}`,
    );
    expect(cells).toEqual([
      '3 Tên đăng nhập',
      '3 Cơ quan',
      '3 Vai trò',
      '3 Thư điện tử',
      '4 Họ tên',
      '4 Tên đăng nhập',
      '4 Cơ quan',
      '4 Chức danh',
      '4 Vai trò',
    ]);
    expect((await send(sheet(['A,ct.dongloc,UBND xã Con Cuông,Cán bộ,Chuyên viên,']))).text).toContain(
      'đã có người dùng',
    );
    expect((await send(new File(['Tên,Xã\na,b'], 'x.csv'))).text).toContain('Thiếu cột &quot;Họ tên&quot;');
    expect((await send(new File(['MZ\0\0'], 'x.xlsx'))).status).toBe(422);
    expect(await people()).toEqual(before);
  });

  it('of 5,000 lines is loaded at once, with passwords to take away that nothing can run from', async () => {
    const lines = Array.from(
      { length: 5_000 },
      (_, i) => `${i === 0 ? '"=cmd|x"' : `Cán bộ ${i}`},can.bo.${i},ubnd xa con cuong,Chuyên viên,Chuyên viên,`,
    );
    const answer = await send(sheet(lines));
    expect(answer.status).toBe(200);
    const data = /href="data:[^;]+;base64,([^"]+)"/.exec(answer.text)![1]!;
    const rows = await readRows(Buffer.from(data, 'base64'), { rows: 6_000, columns: 10 });
    expect(rows).toHaveLength(5_001);
    expect(rows[1]!.cells.slice(0, 2)).toEqual(['=cmd|x', 'can.bo.0']);
    const last = browser(house);
    expect((await last.signIn('can.bo.4999', rows[5_000]!.cells[3])).status).toBe(303);
    expect((await send(sheet([...lines, 'Một nữa,mot.nua,UBND xã Con Cuông,Cán bộ,Chuyên viên,']))).status).toBe(413);
  });
});
