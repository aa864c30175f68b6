import { type Command, Option } from 'commander';
import { writeExamples } from '../directives/learned/exampleFiles.ts';
import { examplesIn, type Judged, judge } from '../directives/learned/examples.ts';
import { ratesOf, type Score, sumOf } from '../directives/learned/score.ts';
import { organRegister, readerLexicon } from '../organs/index.ts';
import { configOptions, type Options, readConfig } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/access.ts';
import { openLog } from '../platform/log.ts';
import { startDatabase } from '../platform/startDatabase.ts';

export interface LearnedOptions extends Options {
  learned?: true;
  export?: string;
}

/** So many lines of what is wrong are shown for one document. */
const SHOWN_WRONG = 8;

/** Adds `--learned` and `--export` to `thongsuot read`. */
export function addLearnedOptions(read: Command): void {
  read
    .option(
      '--learned',
      'Chấm máy đọc trên các văn bản đã ban hành, theo bản cán bộ đã duyệt. (Score on what was issued.)',
    )
    .addOption(
      new Option(
        '--export <thư mục>',
        'Cùng với --learned: ghi từng văn bản ra NAME.txt và NAME.gold.json. (Write the examples as files.)',
      ),
    );
  for (const [flags, meaning] of configOptions('dataDir')) read.option(flags, meaning);
}

/** `thongsuot read --learned`: how today's reader does on what the offices have settled, and where it has got worse. */
export async function readLearned({ export: folder, learned: _, ...options }: LearnedOptions): Promise<void> {
  const config = readConfig(options);
  const log = openLog(config);
  const running = await startDatabase(config, log, { join: true });
  const db = openDatabase(running.url, { connections: 1 });
  try {
    const lexicon = readerLexicon(await organRegister({ db, log }));
    const examples = await examplesIn(db.system);
    process.stdout.write(report(examples.map((example) => judge(example, lexicon))));
    if (folder === undefined) return;
    await writeExamples(folder, { examples, lexicon });
    process.stdout.write(
      `Đã ghi ${examples.length} văn bản vào ${folder}. Trong đó có tên người ký: giữ như văn bản gốc.\n`,
    );
  } finally {
    await db.close();
    await running.stop();
  }
}

/** What a clerk or an operator wants to know, in lines. */
export function report(judged: readonly Judged[]): string {
  if (judged.length === 0) {
    return 'Chưa có văn bản nào được ban hành qua bàn đọc, nên chưa có mẫu nào. (No examples yet.)\n';
  }
  const worse = judged.filter((j) => j.worse);
  const lines = [
    `${judged.length} văn bản đã ban hành; cán bộ đã sửa ${judged.filter((j) => j.corrected).length} văn bản.`,
    '',
    ...judged.map((j) => `${j.worse ? '▼' : ' '} ${j.example.name}: ${scoreWords(j.now)}`),
    '',
    `Tất cả: ${rateWords(sumOf(judged.map((j) => j.now)))}.`,
    '',
    worse.length === 0
      ? 'Không văn bản nào đọc kém hơn lúc được giữ lại. (None reads worse than when kept.)'
      : `${worse.length} văn bản đọc KÉM HƠN lúc được giữ lại (read worse than when kept):`,
    ...worse.flatMap(({ example, wrong }) => [
      `▼ ${example.name}`,
      ...wrong.slice(0, SHOWN_WRONG).map(({ words }) => `    ${words}`),
      ...(wrong.length > SHOWN_WRONG ? [`    … và ${wrong.length - SHOWN_WRONG} chỗ nữa`] : []),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

const scoreWords = (s: Score): string =>
  `${s.required} nhiệm vụ, tìm thấy ${s.found}, đúng cơ quan và hạn ${s.right}, thừa ${s.extra}; hạn đúng ${s.deadlines.right}/${s.deadlines.wanted}`;

function rateWords(score: Score): string {
  const rates = ratesOf(score);
  const words: [string, number][] = [
    ['tìm thấy', rates.recall],
    ['không thừa', rates.precision],
    ['đúng cơ quan và hạn', rates.assignedRight],
    ['hạn tìm thấy', rates.deadlineRecall],
    ['hạn nêu đúng', rates.deadlinePrecision],
  ];
  return words
    .map(([name, rate]) => `${name} ${(rate * 100).toLocaleString('vi', { maximumFractionDigits: 1 })}%`)
    .join(', ');
}
