import type { Config } from './config/index.ts';

/** An account that a demonstration gives away. */
export interface DemonstrationAccount {
  /** The office it belongs to: "Văn phòng Tỉnh ủy". */
  office: string;
  username: string;
  password: string;
  /** What one sees or does with it. */
  use: string;
}

export interface BannerInfo {
  config: Pick<Config, 'demo' | 'publicUrl' | 'dataDir' | 'databaseUrl'>;
  /** From the start of the process until ready. */
  seconds: number;
  accounts: readonly DemonstrationAccount[];
  /** What to try first, one sentence a step. */
  steps: readonly string[];
}

/** What the terminal shows when the program is ready. */
export function startBanner({ config, seconds, accounts, steps }: BannerInfo): string {
  const mode = config.demo
    ? 'Bản trình diễn: dữ liệu không có thật, chỉ mở trên máy này. (Demonstration: invented data, this machine only.)'
    : 'Chạy thật. (Production.)';
  const kept = config.databaseUrl ? 'PostgreSQL theo DATABASE_URL' : config.dataDir;
  const lines = [
    `Thông Suốt đã sẵn sàng sau ${seconds.toFixed(1)} giây. (Ready.)`,
    '',
    `  Mở trình duyệt (open):  ${config.publicUrl}`,
    `  Dữ liệu (data):         ${kept}`,
    `  Dừng (stop):            Ctrl+C`,
    '',
    `  ${mode}`,
  ];
  if (accounts.length > 0)
    lines.push('', '  Tài khoản trình diễn (demonstration accounts):', ...accountTable(accounts));
  if (steps.length > 0)
    lines.push('', '  Nên thử trước (try first):', ...steps.map((step, index) => `    ${index + 1}. ${step}`));
  return `\n${lines.join('\n')}\n`;
}

function accountTable(accounts: readonly DemonstrationAccount[]): string[] {
  const width = (of: (account: DemonstrationAccount) => string) =>
    Math.max(...accounts.map((account) => of(account).length));
  const office = width((account) => account.office);
  const username = width((account) => account.username);
  const password = width((account) => account.password);
  return accounts.map(
    (account) =>
      `    ${account.office.padEnd(office)}   ${account.username.padEnd(username)}   ${account.password.padEnd(password)}   ${account.use}`,
  );
}
