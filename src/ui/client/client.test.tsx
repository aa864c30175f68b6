import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FileField, FormPage, type PageFrame, PasswordField, renderPage, setAssets, TextField } from '../index.ts';

const browserPath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);

/** How the small server below answers a sent form. */
type Answer = 'taken' | 'line lost' | 'failure' | 'session ended' | 'slow';
let answer: Answer = 'taken';
let account: string | null = '1';
let sendings = 0;
/** Of the thing that the form changes. */
let version = 1;

const frame = (): PageFrame => ({
  provinceName: 'Tỉnh thử',
  demo: true,
  nav: [],
  person: account
    ? { name: 'Người thử', organName: 'Sở', positionName: 'Chuyên viên', positionCount: 1, accountKey: account }
    : undefined,
});
const plain = () => renderPage(frame(), { title: 'Đến nơi', children: <h1>Đến nơi</h1> }).toString();
const formPage = () =>
  renderPage(frame(), {
    title: 'Gửi',
    children: (
      <FormPage action="/gui" submit="Gửi" files version={version}>
        <TextField name="ten" label="Tên" />
        <PasswordField name="mk" label="Mật khẩu" autocomplete="current-password" />
        <FileField name="tep" label="Tệp" optional maxBytes={1000} />
      </FormPage>
    ),
  }).toString();

function respond(scripts: ReadonlyMap<string, string>, request: IncomingMessage, response: ServerResponse): void {
  const html = (status: number, body: string) =>
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body);
  const lead = () => response.writeHead(303, { location: '/den-noi' }).end();
  const script = scripts.get(request.url ?? '');
  if (script) response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
  else if (request.method === 'GET') html(200, request.url === '/gui' ? formPage() : plain());
  else if (request.url === '/dang-xuat') lead();
  else {
    sendings += 1;
    request.resume().on('end', () => {
      if (answer === 'line lost') request.socket.destroy();
      else if (answer === 'failure') html(503, plain());
      else if (answer === 'slow') setTimeout(lead, 500);
      else {
        if (answer === 'session ended') account = null;
        lead();
      }
    });
  }
}

describe.skipIf(!browserPath)('in the browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let base: string;

  beforeAll(async () => {
    const built = (await build({ logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput;
    const scripts = new Map(
      built.output.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code] as const] : [])),
    );
    const entry = built.output.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/ui/client.ts'));
    setAssets({ 'src/ui/client.ts': { file: entry!.fileName } });
    server = createServer((request, response) => respond(scripts, request, response)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({
      executablePath: browserPath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    setAssets({});
  });

  beforeEach(async () => {
    answer = 'taken';
    account = '1';
    sendings = 0;
    version = 1;
    page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(5000);
    page.on('dialog', (dialog) => dialog.accept());
    await open();
    return () => page.context().close();
  });

  const open = async () => {
    await page.goto(`${base}/gui`);
  };
  const send = () => page.click('.ts-form button', { noWaitAfter: true });
  const sendAndSee = async () => {
    const next = page.waitForEvent('framenavigated');
    await send();
    await next;
    await page.waitForLoadState();
  };
  const offered = () => page.locator('text=Có nội dung gõ dở').isVisible();
  const kept = () => page.evaluate(() => JSON.stringify(Object.values(sessionStorage)));

  test('what was typed and left behind is offered again, filled in only when asked, never the password', async () => {
    await page.fill('[name=ten]', 'Chữ đang gõ');
    await page.fill('[name=mk]', 'bí mật');
    expect(await kept()).toContain('Chữ đang gõ');
    expect(await kept()).not.toContain('bí mật');
    await open();
    expect(await page.inputValue('[name=ten]')).toBe('');
    await page.click('text=Điền lại');
    expect(await page.inputValue('[name=ten]')).toBe('Chữ đang gõ');
  });

  test('what the person throws away is gone', async () => {
    await page.fill('[name=ten]', 'Chữ đang gõ');
    await open();
    await page.click('text=Bỏ đi');
    expect(await kept()).toBe('[]');
  });

  test('once the server has it, it is forgotten', async () => {
    await page.fill('[name=ten]', 'Chữ');
    await send();
    await page.waitForURL('**/den-noi');
    expect(await kept()).toBe('[]');
  });

  test.each<Answer>(['line lost', 'failure', 'session ended'])('it is still there after: %s', async (what) => {
    answer = what;
    await page.fill('[name=ten]', 'Chữ');
    await sendAndSee();
    account = '1';
    await page.goto(`${base}/den-noi`);
    await open();
    expect(await offered()).toBe(true);
  });

  test('given back, it is sent under its first key, so that it counts once', async () => {
    const key = await page.inputValue('[name=khoa]');
    await page.fill('[name=ten]', 'Chữ');
    await open();
    expect(await page.inputValue('[name=khoa]')).not.toBe(key);
    await page.click('text=Điền lại');
    expect(await page.inputValue('[name=khoa]')).toBe(key);
  });

  test('given back after somebody saved, it is still compared with what was seen when it was typed', async () => {
    await page.fill('[name=ten]', 'Chữ');
    version = 2;
    await open();
    expect(await page.inputValue('[name=phien-ban]')).toBe('2');
    await page.click('text=Điền lại');
    expect(await page.inputValue('[name=phien-ban]')).toBe('1');
  });

  test('the next user of the computer never sees it', async () => {
    await page.fill('[name=ten]', 'Chữ');
    account = '2';
    await open();
    expect(await offered()).toBe(false);
    expect(await kept()).toBe('[]');
  });

  test('signing out forgets it', async () => {
    await page.fill('[name=ten]', 'Chữ');
    await page.click('text=Đăng xuất');
    await page.waitForURL('**/den-noi');
    expect(await kept()).toBe('[]');
  });

  test('nothing is kept of what the public types', async () => {
    account = null;
    await open();
    await page.fill('[name=ten]', 'Chữ');
    expect(await kept()).toBe('[]');
  });

  test('a double click sends once', async () => {
    answer = 'slow';
    await page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('.ts-form button')!;
      button.click();
      button.click();
    });
    await page.waitForURL('**/den-noi');
    expect(sendings).toBe(1);
  });

  test('too large a file is told at once and not sent', async () => {
    await page.setInputFiles('[name=tep]', { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(1001) });
    expect(await page.locator('[role=alert]').textContent()).toContain('Hãy chọn tệp nhỏ hơn');
    await send();
    expect(sendings).toBe(0);
    expect(page.url()).toBe(`${base}/gui`);
  });

  test('a changed form warns before it is left, an untouched or sent one does not', async () => {
    const asked: string[] = [];
    page.on('dialog', (dialog) => asked.push(dialog.type()));
    await open();
    expect(asked).toEqual([]);
    await page.fill('[name=ten]', 'Chữ');
    await open();
    expect(asked).toEqual(['beforeunload']);
    await page.fill('[name=ten]', 'Chữ');
    await send();
    await page.waitForURL('**/den-noi');
    expect(asked).toHaveLength(1);
  });
});
