import { KEYS, type Key } from './keys.ts';

/** Every setting for a reader at the terminal: name, option, default, meaning in Vietnamese and English, value now. */
export function configTable(env: NodeJS.ProcessEnv = process.env): string {
  const entries = Object.values(KEYS).map((key: Key) => {
    const value = env[key.env];
    const now = value ? [`    hiện đặt / set to: ${key.secret ? '(bí mật / secret)' : value}`] : [];
    const names = key.option ? `${key.env}   hoặc / or   ${key.option}` : key.env;
    return [
      names,
      `    ${key.meaning.vi}`,
      `    ${key.meaning.en}`,
      `    mặc định / default: ${key.shownDefault}`,
      ...now,
    ].join('\n');
  });
  const head =
    'Cấu hình của Thông Suốt: đặt bằng biến môi trường, hoặc bằng tùy chọn của lệnh "start" (tùy chọn được ưu tiên).\nSettings: environment variables, or options of "start" (which win).';
  return `${head}\n\n${entries.join('\n\n')}\n`;
}
