import type { Day } from '../kernel/day.ts';
import { petitionFigures } from '../petitions/index.ts';
import type { Database, Reader } from '../platform/db/access.ts';
import { type GrammarCell, taskGrammar } from '../tasks/index.ts';

/** What live data a field can be prefilled from: the figure, told in words, and where the list behind it opens. */
export const SOURCES: Record<string, { label: string }> = {
  'nhiem-vu.tat-ca': { label: 'Nhiệm vụ phải làm trong kỳ' },
  'nhiem-vu.xong': { label: 'Nhiệm vụ đã hoàn thành trong kỳ' },
  'nhiem-vu.xong-dung-han': { label: 'Nhiệm vụ hoàn thành đúng hạn' },
  'nhiem-vu.xong-qua-han': { label: 'Nhiệm vụ hoàn thành quá hạn' },
  'nhiem-vu.chua-xong': { label: 'Nhiệm vụ chưa hoàn thành' },
  'nhiem-vu.trong-han': { label: 'Nhiệm vụ chưa xong, trong hạn' },
  'nhiem-vu.qua-han': { label: 'Nhiệm vụ chưa xong, quá hạn' },
  'kien-nghi.gui': { label: 'Kiến nghị đã gửi trong kỳ' },
  'kien-nghi.tra-loi': { label: 'Kiến nghị được trả lời trong kỳ' },
  'kien-nghi.con': { label: 'Kiến nghị chưa được trả lời cuối kỳ' },
  'don-vi.dien-tich': { label: 'Diện tích tự nhiên (km²)' },
  'don-vi.dan-so': { label: 'Dân số' },
};

export interface LiveFigure {
  value: number;
  /** "Nhiệm vụ hoàn thành đúng hạn, tính đến 14/12/2026". */
  label: string;
  /** The list behind it, where there is one. */
  href: string | null;
}

/** The address of the list behind a figure of the national grammar. */
export function taskListHref(of: Record<string, string | number | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(of)) if (value) query.set(name, String(value));
  return `/bao-cao/nhiem-vu/danh-sach?${query}`;
}

/**
 * The live figures of an organ and its unit over a period, as far as the reader may see, by source key. Before the period ends
 * they stand as of `today`. A figure the registers do not have is left out.
 */
export async function liveFigures(
  db: Database,
  reader: Reader,
  { organId, unitId }: { organId: number; unitId: number },
  { from, to }: { from: Day; to: Day },
  today: Day,
): Promise<Record<string, LiveFigure>> {
  const asOf = to < today ? to : today;
  const filter = { asOf, from, organId, unitId: null, directiveId: null, signer: null };
  const [grammar, petitions, units] = await db.read(
    reader,
    taskGrammar(db.build, filter, 'all'),
    petitionFigures(db.build, organId, { from, to: asOf }),
    db.build.selectFrom('unit').where('id', '=', unitId).select(['area_km2 as area', 'population']),
  );
  const cell = (key: GrammarCell): number => grammar[0]?.[key] ?? 0;
  const done = cell('xong-dung-han') + cell('xong-qua-han') + cell('xong-khong-han');
  const open = cell('trong-han') + cell('qua-han') + cell('khong-han');
  const tasks = (key: string, value: number, o?: string): [string, LiveFigure] => [
    `nhiem-vu.${key}`,
    {
      value,
      label: SOURCES[`nhiem-vu.${key}`]!.label,
      href: taskListHref({ 'co-quan': organId, tu: from, den: asOf, o }),
    },
  ];
  const plain = (key: string, value: number | null | undefined, href: string | null = null): [string, LiveFigure][] =>
    value === null || value === undefined ? [] : [[key, { value, label: SOURCES[key]!.label, href }]];
  return Object.fromEntries([
    tasks('tat-ca', done + open),
    tasks('xong', done, 'xong'),
    tasks('xong-dung-han', cell('xong-dung-han'), 'xong-dung-han'),
    tasks('xong-qua-han', cell('xong-qua-han'), 'xong-qua-han'),
    tasks('chua-xong', open, 'chua-xong'),
    tasks('trong-han', cell('trong-han'), 'trong-han'),
    tasks('qua-han', cell('qua-han'), 'qua-han'),
    ...plain('kien-nghi.gui', petitions[0]?.raised, '/kien-nghi'),
    ...plain('kien-nghi.tra-loi', petitions[0]?.answered, '/kien-nghi'),
    ...plain('kien-nghi.con', petitions[0]?.open, '/kien-nghi'),
    ...plain('don-vi.dien-tich', units[0]?.area, `/don-vi/${unitId}`),
    ...plain('don-vi.dan-so', units[0]?.population, `/don-vi/${unitId}`),
  ]);
}
