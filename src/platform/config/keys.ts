import { z } from 'zod';

/** One setting: what it means, where it comes from, what it may be. */
export interface Key<Schema extends z.ZodType = z.ZodType> {
  /** The environment variable. */
  env: string;
  /** The option of the command line as commander writes it; some have none, so that secrets do not show in process lists. */
  option?: string;
  meaning: { vi: string; en: string };
  /** As shown in the documentation. */
  shownDefault: string;
  secret?: true;
  /** Turns the text given, or undefined, into the value; its messages are Vietnamese, for the person who set it. */
  schema: Schema;
}

const key = <Schema extends z.ZodType>(of: Key<Schema>): Key<Schema> => of;

const YES = new Set(['1', 'true', 'yes', 'on', 'co', 'có']);
const NO = new Set(['', '0', 'false', 'no', 'off', 'khong', 'không']);
const flag = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value, context) => {
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    if (YES.has(value.toLowerCase())) return true;
    if (NO.has(value.toLowerCase())) return false;
    context.addIssue({ code: 'custom', message: 'chỉ nhận 1 (có) hoặc 0 (không)' });
    return z.NEVER;
  });
const whole = (from: number, to: number, initial: number) => {
  const message = `phải là số nguyên từ ${from} đến ${to}`;
  return z.coerce.number(message).int(message).min(from, message).max(to, message).default(initial);
};
const url = (protocols: RegExp, message: string) => z.url({ protocol: protocols, error: message });

/** Every setting of the program. `thongsuot config` prints this list. */
export const KEYS = {
  production: key({
    env: 'THONGSUOT_PRODUCTION',
    option: '--production',
    meaning: {
      vi: 'Chạy thật: không có tài khoản và dữ liệu trình diễn; khóa bí mật phải đặt từ môi trường.',
      en: 'Real operation: no demonstration accounts or data; the secret must come from the environment.',
    },
    shownDefault: '0',
    schema: flag,
  }),
  host: key({
    env: 'THONGSUOT_HOST',
    option: '--host <địa chỉ>',
    meaning: {
      vi: 'Địa chỉ mạng để nghe. Bản trình diễn chỉ nghe trên máy này; khi chạy thật có thể đặt 0.0.0.0.',
      en: 'The address to listen on. A demonstration listens on this machine only; in production it may be 0.0.0.0.',
    },
    shownDefault: '127.0.0.1',
    schema: z
      .string()
      .regex(/^[\w.:-]+$/, 'phải là một địa chỉ IP hoặc tên máy')
      .default('127.0.0.1'),
  }),
  port: key({
    env: 'THONGSUOT_PORT',
    option: '--port <số>',
    meaning: { vi: 'Cổng để nghe.', en: 'The port to listen on.' },
    shownDefault: '8080',
    schema: whole(1, 65_535, 8080),
  }),
  publicUrl: key({
    env: 'THONGSUOT_URL',
    option: '--url <địa chỉ>',
    meaning: {
      vi: 'Địa chỉ mà người dùng gõ vào trình duyệt, ví dụ https://dieuhanh.example.vn. Khi chạy thật nên là https.',
      en: 'The address that people type into the browser. Should be https in production.',
    },
    shownDefault: 'http://127.0.0.1:CỔNG',
    schema: url(/^https?$/, 'phải bắt đầu bằng http:// hoặc https://')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
  }),
  dataDir: key({
    env: 'THONGSUOT_DATA',
    option: '--data <thư mục>',
    meaning: {
      vi: 'Thư mục dữ liệu: PostgreSQL đi kèm, tệp tải lên, khóa của bản trình diễn.',
      en: 'The data folder: the bundled PostgreSQL, uploaded files, the secret of a demonstration.',
    },
    shownDefault: './data',
    schema: z.string().min(1, 'không được để trống').default('./data'),
  }),
  filesDir: key({
    env: 'THONGSUOT_FILES',
    option: '--files <thư mục>',
    meaning: {
      vi: 'Thư mục giữ tệp tải lên, mỗi tệp theo mã sha256, không bao giờ sửa.',
      en: 'Where uploaded files are kept, each under its sha256, never changed.',
    },
    shownDefault: './data/files',
    schema: z.string().min(1, 'không được để trống').optional(),
  }),
  databaseUrl: key({
    env: 'DATABASE_URL',
    meaning: {
      vi: 'PostgreSQL riêng, từ bản 15, bảng mã UTF8. Bỏ trống: chương trình tự chạy PostgreSQL trong thư mục dữ liệu.',
      en: 'A PostgreSQL >= 15 of your own, encoded in UTF8. Empty: the program runs its own in the data folder.',
    },
    shownDefault: '(PostgreSQL đi kèm)',
    secret: true,
    schema: url(/^postgres(ql)?$/, 'phải có dạng postgresql://người_dùng:mật_khẩu@máy:cổng/tên').optional(),
  }),
  secret: key({
    env: 'THONGSUOT_SECRET',
    meaning: {
      vi: 'Khóa bí mật ký phiên đăng nhập, ít nhất 32 ký tự. Bản trình diễn tự tạo và giữ trong thư mục dữ liệu.',
      en: 'The secret that signs sessions, 32 characters or more. A demonstration makes its own in the data folder.',
    },
    shownDefault: '(tự tạo khi trình diễn; bắt buộc khi chạy thật)',
    secret: true,
    schema: z.string().min(32, 'phải có ít nhất 32 ký tự (tạo bằng: openssl rand -base64 33)').optional(),
  }),
  provinceCode: key({
    env: 'THONGSUOT_PROVINCE',
    option: '--province <mã>',
    meaning: {
      vi: 'Mã tỉnh, thành phố đang điều hành (40 = Nghệ An).',
      en: 'The code of the province that is run (40 = Nghệ An).',
    },
    shownDefault: '40',
    schema: z
      .string()
      .regex(/^\d{2}$/, 'phải là mã tỉnh gồm 2 chữ số')
      .default('40'),
  }),
  sessionHours: key({
    env: 'THONGSUOT_SESSION_HOURS',
    meaning: {
      vi: 'Một lần đăng nhập có hiệu lực tối đa bao nhiêu giờ.',
      en: 'How many hours one sign-in lasts at most.',
    },
    shownDefault: '12',
    schema: whole(1, 720, 12),
  }),
  sessionIdleMinutes: key({
    env: 'THONGSUOT_SESSION_IDLE_MINUTES',
    meaning: {
      vi: 'Bao nhiêu phút không thao tác thì phải đăng nhập lại.',
      en: 'Minutes without use after which one signs in again.',
    },
    shownDefault: '120',
    schema: whole(5, 1440, 120),
  }),
  uploadLimitMb: key({
    env: 'THONGSUOT_UPLOAD_MB',
    meaning: {
      vi: 'Cỡ lớn nhất của một tệp tải lên, tính bằng MB.',
      en: 'The largest file that may be uploaded, in MB.',
    },
    shownDefault: '20',
    schema: whole(1, 500, 20),
  }),
  petitionJudgeDays: key({
    env: 'THONGSUOT_PETITION_JUDGE_DAYS',
    meaning: {
      vi: 'Sau bao nhiêu ngày làm việc không có đánh giá thì kiến nghị đã trả lời tự khép lại.',
      en: 'After how many working days without a verdict an answered petition closes by itself.',
    },
    shownDefault: '15',
    schema: whole(1, 260, 15),
  }),
  trustedProxies: key({
    env: 'THONGSUOT_TRUSTED_PROXIES',
    meaning: {
      vi: 'Địa chỉ IP của các máy chuyển tiếp được tin (cách nhau bằng dấu phẩy); chỉ từ đó mới tin X-Forwarded-For.',
      en: 'IP addresses of trusted reverse proxies (comma-separated); X-Forwarded-For is believed from these only.',
    },
    shownDefault: '(không có)',
    schema: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.union([z.ipv4(), z.ipv6()], 'mỗi phần phải là một địa chỉ IP'))),
  }),
  assistantUrl: key({
    env: 'THONGSUOT_ASSISTANT_URL',
    meaning: {
      vi: 'Trợ lý đọc văn bản (không bắt buộc): địa chỉ gốc của dịch vụ kiểu OpenAI, ví dụ http://127.0.0.1:11434/v1. Chỉ gửi đi những đoạn máy đọc chưa chắc, không bao giờ gửi văn bản mật; đề xuất phải có người nhận. Bỏ trống: tắt.',
      en: 'Optional reading assistant: the base address of an OpenAI-compatible service. Only paragraphs of which the reader is not sure are sent, never a classified document; proposals must be accepted by a person. Empty: off.',
    },
    shownDefault: '(tắt)',
    schema: url(/^https?$/, 'phải bắt đầu bằng http:// hoặc https://')
      .transform((text) => text.replace(/\/+$/, ''))
      .optional(),
  }),
  assistantKey: key({
    env: 'THONGSUOT_ASSISTANT_KEY',
    meaning: {
      vi: 'Khóa truy cập của trợ lý, nếu dịch vụ đòi hỏi.',
      en: 'The access key of the assistant, where the service asks for one.',
    },
    shownDefault: '(không có)',
    secret: true,
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+$/, 'không được chứa dấu cách hay chữ có dấu')
      .optional(),
  }),
  assistantModel: key({
    env: 'THONGSUOT_ASSISTANT_MODEL',
    meaning: {
      vi: 'Tên mô hình mà trợ lý dùng; bắt buộc khi đã đặt địa chỉ trợ lý.',
      en: 'The name of the model that the assistant uses; needed once its address is set.',
    },
    shownDefault: '(không có)',
    schema: z.string().min(1, 'không được để trống').optional(),
  }),
  smtpUrl: key({
    env: 'THONGSUOT_SMTP_URL',
    meaning: {
      vi: 'Máy chủ gửi thư nhắc việc, dạng smtp://người_dùng:mật_khẩu@máy:587 hoặc smtps://…:465. Bỏ trống: không gửi thư, chỉ nhắc trong phần mềm.',
      en: 'The mail server that sends reminders: smtp://user:password@host:587 or smtps://…:465. Empty: no mail, reminders in the application only.',
    },
    shownDefault: '(không gửi thư)',
    secret: true,
    schema: url(/^smtps?$/, 'phải có dạng smtp://người_dùng:mật_khẩu@máy:cổng hoặc smtps://…').optional(),
  }),
  mailSender: key({
    env: 'THONGSUOT_MAIL_FROM',
    meaning: {
      vi: 'Địa chỉ đứng tên gửi thư nhắc việc, ví dụ: nhacviec@example.gov.vn. Bắt buộc khi đã đặt máy chủ gửi thư.',
      en: 'The address from which reminders are sent. Needed once a mail server is set.',
    },
    shownDefault: '(không có)',
    schema: z.email('phải là một địa chỉ thư, ví dụ nhacviec@example.gov.vn').optional(),
  }),
  apiRate: key({
    env: 'THONGSUOT_API_RATE',
    meaning: {
      vi: 'Mỗi hệ thống kết nối được gọi API nhiều nhất bao nhiêu lần trong một phút; quá thì trả lời 429.',
      en: 'How many times a minute each connected system may call the API; more is answered with 429.',
    },
    shownDefault: '600',
    schema: whole(1, 1_000_000, 600),
  }),
  webhookInternal: key({
    env: 'THONGSUOT_WEBHOOK_INTERNAL',
    meaning: {
      vi: 'Cho phép báo thay đổi hồ sơ tới địa chỉ trong mạng nội bộ. Chỉ bật khi hệ thống nhận nằm trong mạng của tỉnh.',
      en: 'Lets webhooks go to addresses of the internal network. Only where the receiving system stands in it.',
    },
    shownDefault: '0',
    schema: flag,
  }),
  logLevel: key({
    env: 'THONGSUOT_LOG',
    option: '--log <mức>',
    meaning: {
      vi: 'Mức nhật ký: debug, info, warn, error hoặc silent. Nhật ký không chứa dữ liệu cá nhân.',
      en: 'How much is logged: debug, info, warn, error or silent. Logs hold no personal data.',
    },
    shownDefault: 'warn khi trình diễn, info khi chạy thật',
    schema: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'phải là debug, info, warn, error hoặc silent')
      .optional(),
  }),
};

export type KeyName = keyof typeof KEYS;
/** What was given and can be read, before the rules that join several settings. */
export type Given = { [Name in KeyName]: z.output<(typeof KEYS)[Name]['schema']> };
