import { fold } from '../../kernel/vietnamese.ts';

export const MIN_PASSWORD = 10;
const MAX_PASSWORD = 128;

/** The commonest passwords of ten signs and more, and the words from which people here build theirs. */
const COMMON = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234512345 12345678910 123456789a a123456789 abc123456789 123123123123
  1111111111 0000000000 8888888888 6666666666 9999999999 1122334455 1357924680 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5
  qwertyuiop qwerty12345 qwerty123456 asdfghjkl1 abcdefghij abcd123456 abcde12345 password12 password123 password1234
  passw0rd123 p@ssw0rd123 matkhau123 matkhau1234 matkhau12345 matkhau123456 vietnam123 vietnam1234 vietnam12345
  vietnam2025 vietnam2026 hanoi123456 admin12345 admin123456 administrator quantri123 quantri1234 iloveyou123
  anhyeuem123 emyeuanh123 chinhquyen2cap thongsuot123 thongsuot2025 thongsuot2026 welcome123 welcome1234 letmein123`.split(
    /\s+/,
  ),
);

const bare = (text: string) => fold(text).replaceAll(' ', '');

/** Why a password may not be used, as a sentence for the person who chose it; undefined when it may. */
export function passwordFault(password: string, username: string): string | undefined {
  if ([...password].length < MIN_PASSWORD)
    return `Mật khẩu cần ít nhất ${MIN_PASSWORD} ký tự. Một câu dễ nhớ cũng dùng được.`;
  if (password.length > MAX_PASSWORD) return `Mật khẩu dài quá ${MAX_PASSWORD} ký tự. Hãy chọn mật khẩu ngắn hơn.`;
  const plain = bare(password);
  if (username && plain.includes(bare(username)))
    return 'Mật khẩu không được chứa tên đăng nhập. Hãy chọn mật khẩu khác.';
  if (COMMON.has(password.toLowerCase()) || COMMON.has(plain) || new Set(password).size < 4)
    return 'Mật khẩu này quá nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.';
  return undefined;
}
