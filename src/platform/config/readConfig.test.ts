import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configOptions, configTable, readConfig } from './index.ts';
import { KEYS, type Key } from './keys.ts';

const data = mkdtempSync(join(tmpdir(), 'thongsuot-config-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));
const SECRET = 'x'.repeat(32);

describe('the configuration', () => {
  it('needs nothing for a demonstration', () => {
    const config = readConfig({ data }, {});
    expect(config).toMatchObject({
      demo: true,
      production: false,
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      dataDir: data,
      filesDir: join(data, 'files'),
      databaseUrl: undefined,
      provinceCode: '40',
      uploadLimit: 20 * 1024 * 1024,
      trustedProxies: [],
      logLevel: 'warn',
    });
  });

  it('keeps the secret of a demonstration, for its owner alone', () => {
    const { secret } = readConfig({ data }, {});
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readConfig({ data }, {}).secret).toBe(secret);
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('takes the option before the environment, and an empty variable for none', () => {
    const env = { THONGSUOT_PORT: '9000', THONGSUOT_DATA: data, THONGSUOT_LOG: '' };
    expect(readConfig({}, env)).toMatchObject({ port: 9000, logLevel: 'warn' });
    expect(readConfig({ port: '9001' }, env).port).toBe(9001);
  });

  it('opens to other machines only in production', () => {
    expect(() => readConfig({ data, host: '0.0.0.0' }, {})).toThrow(/chỉ nghe trên 127\.0\.0\.1.*--production/);
    const config = readConfig({ data, host: '0.0.0.0', production: true }, { THONGSUOT_SECRET: SECRET });
    expect(config).toMatchObject({ demo: false, publicUrl: 'http://localhost:8080', logLevel: 'info', secret: SECRET });
  });

  it('demands a long secret from the environment in production', () => {
    expect(() => readConfig({ data, production: true }, {})).toThrow(/THONGSUOT_SECRET: bắt buộc/);
    expect(() => readConfig({ data, production: true }, { THONGSUOT_SECRET: 'short' })).toThrow(/ít nhất 32 ký tự/);
  });

  it('knows no assistant unless one is set, with the model it is to use', () => {
    expect(readConfig({ data }, {})).toMatchObject({ assistantUrl: undefined, assistantModel: undefined });
    const env = { THONGSUOT_ASSISTANT_URL: 'http://127.0.0.1:9/v1/' };
    expect(() => readConfig({ data }, env)).toThrow(/THONGSUOT_ASSISTANT_MODEL: bắt buộc/);
    expect(readConfig({ data }, { ...env, THONGSUOT_ASSISTANT_MODEL: 'm' }).assistantUrl).toBe('http://127.0.0.1:9/v1');
  });

  it('sends no mail unless a server is set, with the address that it is sent from', () => {
    expect(readConfig({ data }, {})).toMatchObject({ smtpUrl: undefined, mailSender: undefined });
    const env = { THONGSUOT_SMTP_URL: 'smtps://nguoi:mat-khau@thu.example.vn:465' };
    expect(() => readConfig({ data }, env)).toThrow(/THONGSUOT_MAIL_FROM: bắt buộc/);
    expect(readConfig({ data }, { ...env, THONGSUOT_MAIL_FROM: 'nhac@example.vn' }).smtpUrl).toContain(
      'thu.example.vn',
    );
    expect(() => readConfig({ data }, { THONGSUOT_SMTP_URL: 'thu.example.vn' })).toThrow(/smtp:\/\//);
  });

  it('never shows a wrong secret in its complaint', () => {
    const env = { THONGSUOT_SECRET: 'hunter2', DATABASE_URL: 'mysql://root:hunter2@x/y' };
    expect(() => readConfig({ data }, env)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it.each([
    ['THONGSUOT_PORT', '80a', /THONGSUOT_PORT = "80a": phải là số nguyên từ 1 đến 65535/],
    ['THONGSUOT_PORT', '65536', /từ 1 đến 65535/],
    ['THONGSUOT_PRODUCTION', 'maybe', /chỉ nhận 1/],
    ['THONGSUOT_URL', 'dieuhanh.example.vn', /http:\/\/ hoặc https/],
    ['DATABASE_URL', 'localhost:5432', /DATABASE_URL: phải có dạng postgresql/],
    ['THONGSUOT_PROVINCE', 'Nghệ An', /mã tỉnh gồm 2 chữ số/],
    ['THONGSUOT_TRUSTED_PROXIES', '10.0.0.1, proxy', /địa chỉ IP/],
    ['THONGSUOT_LOG', 'loud', /debug, info, warn/],
    ['THONGSUOT_HOST', 'a b', /địa chỉ IP hoặc tên máy/],
  ])('says what %s should be instead of %s', (name, value, sentence) => {
    expect(() => readConfig({ data }, { [name]: value })).toThrow(sentence);
  });

  it('names every wrong setting at once', () => {
    const wrong = () => readConfig({ data }, { THONGSUOT_PORT: 'x', THONGSUOT_LOG: 'y' });
    expect(wrong).toThrow(/THONGSUOT_PORT[\s\S]*THONGSUOT_LOG/);
  });

  it('explains each of its keys, and shows no secret', () => {
    const table = configTable({ THONGSUOT_SECRET: SECRET });
    for (const key of Object.values(KEYS) as Key[]) expect(table).toContain(key.env);
    expect(table).not.toContain(SECRET);
    expect(configOptions('port')[0]![0]).toBe('--port <số>');
    expect(configOptions().every(([flags]) => !flags.includes('secret'))).toBe(true);
  });
});
