import { beforeEach, describe, expect, test } from 'vitest';
import { type PageFrame, renderPage, setAssets } from './index.ts';

const official: PageFrame = {
  provinceName: 'Tỉnh Nghệ An',
  demo: false,
  person: {
    name: 'Người thử',
    organName: 'Văn phòng Tỉnh ủy',
    positionName: 'Chuyên viên',
    positionCount: 2,
    accountKey: '7',
  },
  nav: [
    { href: '/', label: 'Hôm nay', current: true },
    { href: '/nhiem-vu', label: 'Nhiệm vụ', count: 1280 },
    { href: '/ho-so', label: 'Hồ sơ', count: 0 },
  ],
};
const citizen: PageFrame = { provinceName: 'Tỉnh Nghệ An', demo: false, nav: [] };
const of = (frame: PageFrame) => renderPage(frame, { title: 'Trang', children: <h1>Trang</h1> }).toString();

beforeEach(() => setAssets({}));

describe('the frame around a page', () => {
  test('an official sees who is signed in, may switch positions, search and sign out', () => {
    const html = of(official);
    expect(html).toContain('Văn phòng Tỉnh ủy');
    expect(html).toContain('Người thử, Chuyên viên');
    expect(html).toContain('<a href="/chuc-vu">');
    expect(html).toContain('<form action="/tim">');
    expect(html).toMatch(/<form method="post" action="\/dang-xuat"/);
    expect(html).toContain('<body data-account="7">');
  });

  test('who has one position is not offered to switch', () => {
    expect(of({ ...official, person: { ...official.person!, positionCount: 1 } })).not.toContain('/chuc-vu');
  });

  test('whoever is signed in reaches the own account from every page', () => {
    expect(of(official)).toContain('href="/tai-khoan"');
    expect(of(citizen)).not.toContain('href="/tai-khoan"');
  });

  test('an account named after its office says the office once', () => {
    const html = of({ ...official, person: { ...official.person!, name: 'Chuyên viên, Văn phòng Tỉnh ủy' } });
    expect(html).toContain('>Chuyên viên, Văn phòng Tỉnh ủy</a>');
  });

  test('the public sees a way to sign in, and neither sign-out nor an account', () => {
    const html = of(citizen);
    expect(html).toContain('href="/dang-nhap"');
    expect(html).not.toContain('/dang-xuat');
    expect(html).not.toContain('data-account');
    expect(html).not.toContain('<nav');
  });

  test('the frame of one person is not shown to the next', () => {
    expect(of(official)).toContain('Người thử');
    expect(of({ ...official, person: { ...official.person!, name: 'Người khác', accountKey: '8' } })).not.toContain(
      'Người thử',
    );
    expect(of(citizen)).not.toContain('Người');
  });

  test('the page where one is, and how much waits elsewhere, stand in the navigation', () => {
    const html = of(official);
    expect(html).toContain('<a href="/" aria-current="page">');
    expect(html).toMatch(/Nhiệm vụ<span class="ts-count">1\.280/);
    expect(html.match(/ts-count/g)).toHaveLength(1);
  });

  test('made-up data is announced on every page, real data is not', () => {
    expect(of({ ...citizen, demo: true })).toContain('Bản trình diễn – dữ liệu không có thật');
    expect(of(citizen)).not.toContain('Bản trình diễn');
  });

  test('what was just done is read out; a warning interrupts', () => {
    expect(of({ ...official, flash: { tone: 'success', text: 'Đã gửi.' } })).toMatch(/role="status".*Đã gửi\./);
    expect(of({ ...official, flash: { tone: 'warning', text: 'Chưa gửi.' } })).toMatch(/role="alert".*Chưa gửi\./);
  });

  test('the keyboard can skip to the content', () => {
    expect(of(official)).toMatch(/<a href="#noi-dung" class="govuk-skip-link">.*<main id="noi-dung"/s);
  });
});

describe('the built files a page links', () => {
  const built = {
    'src/ui/client.ts': { file: 'assets/c-1.js', css: ['assets/c-1.css'] },
    'src/directives/pages/desk.client.ts': { file: 'assets/d-1.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/s-1.js', css: ['assets/s-1.css'] },
  };

  test('every page links the common style and script, under names that change with their content', () => {
    setAssets(built);
    expect(of(citizen)).toContain('<link rel="stylesheet" href="/assets/c-1.css">');
    expect(of(citizen)).toContain('<script type="module" src="/assets/c-1.js"></script>');
    expect(of(citizen)).not.toContain('d-1.js');
  });

  test('an island comes with the style of the chunks it shares', () => {
    setAssets(built);
    const html = renderPage(official, {
      title: 'x',
      children: '',
      scripts: ['src/directives/pages/desk.client.ts'],
    }).toString();
    expect(html).toContain('/assets/d-1.js');
    expect(html).toContain('/assets/s-1.css');
  });

  test('an island that was not built is a fault of ours, told at once', () => {
    setAssets(built);
    expect(() => renderPage(official, { title: 'x', children: '', scripts: ['src/none.client.ts'] })).toThrow(
      'src/none.client.ts',
    );
  });
});
