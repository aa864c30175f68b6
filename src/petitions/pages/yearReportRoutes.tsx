import { notFound } from '../../kernel/errors.ts';
import { organRegister } from '../../organs/index.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../platform/http/index.ts';
import { answerPaper, parseFormat } from '../../platform/print/index.ts';
import { XLSX_TYPE, xlsxStream } from '../../platform/spreadsheet/index.ts';
import { readPetitions } from '../policy.ts';
import { dialoguesOfYear, dialogueYear, yearReport } from '../yearReport.ts';
import { namesFrom, todayOf } from './names.ts';
import { paperHead } from './paperHead.ts';
import { YearReportPage, type YearView, yearPaper, yearSheet } from './yearReport.tsx';

/** The dialogues of a year in figures: on a page, as a sheet, as a paper. */
export const yearReportRoutes: RouteTable = [
  { method: 'get', path: '/kien-nghi/doi-thoai/bao-cao', may: readPetitions, handle: show },
  { method: 'get', path: '/kien-nghi/doi-thoai/bao-cao/tai-ve/:dang', may: readPetitions, handle: download },
];

async function yearView(c: AppContext): Promise<YearView> {
  const { db } = c.get('services');
  const today = todayOf(c);
  const asked = c.req.query('nam') ?? '';
  const year = /^(20|21)\d\d$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
  const [rows, dialogues] = await db.read(
    principalOf(c),
    dialogueYear(db.build, year, today),
    dialoguesOfYear(db.build, year),
  );
  const names = namesFrom(await organRegister(c.get('services')));
  return { report: yearReport(rows, year), dialogues, names, today };
}

async function show(c: AppContext): Promise<Response> {
  const view = await yearView(c);
  return page(c, { title: `Kết quả đối thoại năm ${view.report.year}` }, <YearReportPage {...view} />);
}

async function download(c: AppContext): Promise<Response> {
  const wanted = c.req.param('dang');
  const view = await yearView(c);
  const name = `ket-qua-doi-thoai-${view.report.year}`;
  if (wanted === 'xlsx') {
    const { columns, rows } = yearSheet(view);
    return c.body(xlsxStream(columns, rows, `Năm ${view.report.year}`), 200, {
      'Content-Type': XLSX_TYPE,
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'Cache-Control': 'private, no-store',
    });
  }
  const format = parseFormat(wanted);
  if (!format) throw notFound('dạng tệp này');
  const register = await organRegister(c.get('services'));
  return answerPaper(c, yearPaper(view, paperHead(register, principalOf(c).organId)), format, name);
}
