import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { type Reading, readDirective } from '../directives/reader/index.ts';
import { type Day, formatDay } from '../kernel/day.ts';
import { invalid } from '../kernel/errors.ts';
import { closeExtraction, extractText, recognise } from '../platform/files/index.ts';
import { addLearnedOptions, type LearnedOptions, readLearned } from './learned.ts';

/** `thongsuot read FILE`: reads a directive with no server and no database; `--learned` scores the reader on those issued. */
export function addReadCommand(program: Command): void {
  const command = program
    .command('read')
    .description('Đọc một văn bản và nêu các nhiệm vụ. (Read a directive; no server, no database.)')
    .argument('[tệp]', 'Tệp .txt, .docx, .doc, .pdf, .md, .html hoặc ảnh')
    .option('--json', 'In kết quả dạng JSON, kèm vị trí trong văn bản. (As JSON, with offsets.)')
    .action(async (path: string | undefined, { json, ...options }: LearnedOptions & { json?: true }) => {
      if (options.learned) return readLearned(options);
      if (path === undefined)
        throw invalid('read.nothing', 'Hãy ghi tệp cần đọc, ví dụ: npx thongsuot read thong-bao.pdf');
      try {
        const { text, notes } = await textOf(path);
        const reading = readDirective(text);
        process.stdout.write(json ? `${JSON.stringify(reading, null, 1)}\n` : summary(reading, notes));
      } finally {
        await closeExtraction();
      }
    });
  addLearnedOptions(command);
}

/** The text that offsets count in: a UTF-8 text file's own, letter by letter; of other files what was extracted. */
async function textOf(path: string): Promise<{ text: string; notes: string[] }> {
  const bytes = await bytesOf(path);
  const name = basename(path);
  if ((await recognise(bytes, name)) === 'txt') {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), notes: [] };
    } catch {
      // Not UTF-8: an older Vietnamese encoding, which extraction knows.
    }
  }
  const extracted = await extractText(bytes, { name });
  const unreadable = extracted.unreadablePages;
  return {
    text: extracted.text,
    notes: [
      ...extracted.warnings.map((w) => w.message),
      ...(unreadable.length > 0 ? [`Không đọc được trang ${unreadable.join(', ')}.`] : []),
    ],
  };
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw invalid(
      'read.file',
      code === 'ENOENT' ? `Không có tệp ${path}. Hãy kiểm tra đường dẫn.` : `Không đọc được tệp ${path} (${code}).`,
    );
  }
}

/** What a clerk wants to know, in lines. */
function summary({ document: d, tasks, warnings, recipients }: Reading, notes: readonly string[]): string {
  const day = (value: Day | null, partial?: string) =>
    value ? formatDay(value) : `chưa có ngày${partial ? ` (${partial})` : ''}`;
  const lines = [
    [d.type ?? 'Văn bản', d.symbol ?? `số để trống ${d.symbolPartial ?? ''}`].join(' ').trim(),
    d.title ?? '',
    [d.issuer ?? 'chưa rõ cơ quan ban hành', day(d.date, d.datePartial), d.signer ? `người ký: ${d.signer}` : '']
      .filter(Boolean)
      .join(' · '),
    d.secrecy ? `Độ mật: ${d.secrecy}` : '',
    '',
    `${tasks.length} nhiệm vụ`,
    ...tasks.flatMap((t, i) => [
      '',
      `${i + 1}. ${t.lead.join(', ')}${t.coordinate.length > 0 ? ` (phối hợp: ${t.coordinate.join(', ')})` : ''}`,
      ...(t.topic ? [`   ${t.topic}`] : []),
      `   ${t.action}`,
      `   ${[limitOf(t), t.sure ? 'chắc chắn' : 'cần xem', t.optional ? 'không bắt buộc giao' : ''].filter(Boolean).join(' · ')}`,
    ]),
    '',
    ...(recipients.length > 0 ? [`Nơi nhận: ${recipients.join('; ')}`] : []),
    ...[...notes, ...warnings.map((w) => w.message)].map((message) => `Lưu ý: ${message}`),
  ];
  return `${lines.filter((line, i) => line !== '' || lines[i - 1] !== '').join('\n')}\n`;
}

const limitOf = (t: Reading['tasks'][number]): string =>
  t.deadline ? `hạn ${formatDay(t.deadline)}` : (t.deadlineText ?? t.condition ?? 'không hạn');
