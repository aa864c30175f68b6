import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import type { Block, PrintDocument } from '../../platform/print/index.ts';
import type { SheetCell, SheetColumn } from '../../platform/spreadsheet/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  EmptyState,
  formatNumber,
  formatPercent,
  Heading,
  LinkRow,
  Section,
} from '../../ui/index.ts';
import { fieldLabel } from '../fields.ts';
import { type DialogueFigures, FIGURES, type YearReport } from '../yearReport.ts';
import { DIALOGUE_CRUMBS } from './dialogueCrumbs.ts';
import type { Names } from './names.ts';

export interface YearView {
  report: YearReport;
  dialogues: readonly { id: number; title: string; heldOn: Day }[];
  names: Names;
  today: Day;
}

const LABELS: Record<(typeof FIGURES)[number], string> = {
  asked: 'Kiến nghị',
  answered: 'Đã trả lời',
  inTime: 'Đúng hạn',
  overdue: 'Quá hạn',
  solved: 'Đã giải quyết',
  unsolved: 'Chưa giải quyết',
};
const HOW =
  'Đã trả lời: trả lời đầy đủ hoặc từ chối có căn cứ. Đúng hạn: trong số đã trả lời, kể cả việc không đặt hạn. Quá hạn: chưa trả lời mà hạn đã qua. Đã, chưa giải quyết: theo đánh giá của nơi kiến nghị.';
const WHOLE: Record<(typeof FIGURES)[number], keyof DialogueFigures | null> = {
  asked: null,
  answered: 'asked',
  inTime: 'answered',
  overdue: 'asked',
  solved: 'answered',
  unsolved: 'answered',
};

interface Group {
  name: string;
  figures: DialogueFigures;
  before: DialogueFigures;
}
const fieldGroups = ({ report }: YearView): Group[] =>
  report.byField.map(({ field, ...of }) => ({ name: fieldLabel(field), ...of }));
const organGroups = ({ report, names }: YearView): Group[] =>
  report.byOrgan.map(({ leadId, ...of }) => ({ name: leadId === null ? 'Chưa giao' : names.organ(leadId), ...of }));

/** "80 (66,7 %)": of what the figure is a part. */
function shown(figures: DialogueFigures, key: (typeof FIGURES)[number]): string {
  const whole = WHOLE[key];
  const share = whole && figures[whole] > 0 ? ` (${formatPercent(figures[key] / figures[whole])})` : '';
  return formatNumber(figures[key]) + share;
}

const change = (now: number, before: number): string =>
  now === before ? 'như trước' : `${now > before ? '+' : '−'}${formatNumber(Math.abs(now - before))}`;

/** What was asked at the dialogues of a year and what became of it, beside the year before. */
export function YearReportPage(view: YearView): VNode {
  const { report, dialogues, today } = view;
  const { year } = report;
  const href = (y: number, end = '') => `/kien-nghi/doi-thoai/bao-cao${end}?nam=${y}`;
  return (
    <>
      <Breadcrumbs links={DIALOGUE_CRUMBS} />
      <Heading
        title={`Kết quả đối thoại năm ${year}`}
        lead={`${formatNumber(dialogues.length)} chương trình, ${formatNumber(report.total.asked)} kiến nghị; tính đến ${formatDay(today)}.`}
        actions={
          <>
            <ButtonLink href={href(year, '/tai-ve/docx')}>Tải Word</ButtonLink>
            <ButtonLink href={href(year, '/tai-ve/pdf')} kind="secondary">
              Tải PDF
            </ButtonLink>
            <ButtonLink href={href(year, '/tai-ve/xlsx')} kind="secondary">
              Tải XLSX
            </ButtonLink>
          </>
        }
      />
      <LinkRow>
        <a href={href(year - 1)}>Năm {year - 1}</a>
        <a href={href(year + 1)}>Năm {year + 1}</a>
      </LinkRow>
      {dialogues.length > 0 && (
        <ul class="govuk-list">
          {dialogues.map((d) => (
            <li>
              <a href={`/kien-nghi/doi-thoai/${d.id}`}>{d.title}</a>, {formatDay(d.heldOn)}
            </li>
          ))}
        </ul>
      )}
      <Section title={`So với năm ${year - 1}`}>
        <DataTable
          caption="Kết quả chung"
          rows={[...FIGURES]}
          columns={[
            { title: 'Chỉ tiêu', cell: (key) => LABELS[key] },
            { title: `Năm ${year}`, numeric: true, cell: (key) => shown(report.total, key) },
            { title: `Năm ${year - 1}`, numeric: true, cell: (key) => shown(report.before, key) },
            { title: 'Tăng, giảm', numeric: true, cell: (key) => change(report.total[key], report.before[key]) },
          ]}
        />
        <p class="ts-quiet">{HOW}</p>
      </Section>
      <Section title="Theo lĩnh vực">
        <Groups caption="Theo lĩnh vực" name="Lĩnh vực" groups={fieldGroups(view)} year={year} />
      </Section>
      <Section title="Theo cơ quan trả lời">
        <Groups caption="Theo cơ quan trả lời" name="Cơ quan" groups={organGroups(view)} year={year} />
      </Section>
    </>
  );
}

function Groups(props: { caption: string; name: string; groups: readonly Group[]; year: number }): VNode {
  return (
    <DataTable
      caption={props.caption}
      rows={props.groups}
      columns={[
        { title: props.name, cell: (g) => g.name },
        ...FIGURES.map((key) => ({
          title: LABELS[key],
          numeric: true,
          cell: (g: Group) => formatNumber(g.figures[key]),
        })),
        { title: `Kiến nghị ${props.year - 1}`, numeric: true, cell: (g) => formatNumber(g.before.asked) },
      ]}
      empty={<EmptyState title="Chưa có kiến nghị nào của đối thoại trong hai năm này" />}
    />
  );
}

/** The same as one sheet: the whole, each field, each organ. */
export function yearSheet(view: YearView): { columns: SheetColumn[]; rows: SheetCell[][] } {
  const { year } = view.report;
  const figures = ({ figures: now, before }: Omit<Group, 'name'>) => [
    ...FIGURES.map((key) => now[key]),
    ...FIGURES.map((key) => before[key]),
  ];
  const heads = (y: number): SheetColumn[] =>
    FIGURES.map((key) => ({ header: `${LABELS[key]} ${y}`, kind: 'number', width: 14 }));
  return {
    columns: [{ header: 'Nhóm', width: 18 }, { header: 'Tên', width: 44 }, ...heads(year), ...heads(year - 1)],
    rows: [
      ['Tất cả', '', ...figures({ figures: view.report.total, before: view.report.before })],
      ...fieldGroups(view).map((g) => ['Lĩnh vực', g.name, ...figures(g)]),
      ...organGroups(view).map((g) => ['Cơ quan trả lời', g.name, ...figures(g)]),
    ],
  };
}

/** The same as a paper of the office that reports. */
export function yearPaper(
  view: YearView,
  issuer: { name: string; superior?: string; party: boolean; place?: string },
): PrintDocument {
  const { report, dialogues, today } = view;
  const table = (name: string, groups: readonly Group[]): Block => ({
    type: 'table',
    columns: [
      { title: name, width: 3 },
      ...FIGURES.map((key) => ({ title: LABELS[key], align: 'right' as const })),
      { title: `Kiến nghị năm ${report.year - 1}`, align: 'right' },
    ],
    rows: groups.map((g) => [
      g.name,
      ...FIGURES.map((key) => formatNumber(g.figures[key])),
      formatNumber(g.before.asked),
    ]),
    total: ['Cộng', ...FIGURES.map((key) => formatNumber(report.total[key])), formatNumber(report.before.asked)],
  });
  return {
    title: `Kết quả đối thoại năm ${report.year}`,
    style: issuer.party ? 'party' : 'state',
    blocks: [
      {
        type: 'head',
        issuer: issuer.name,
        ...(issuer.superior ? { superior: issuer.superior } : {}),
        ...(issuer.place ? { place: issuer.place, day: today } : {}),
      },
      {
        type: 'title',
        name: 'BÁO CÁO',
        about: `Kết quả trả lời kiến nghị tại các chương trình đối thoại năm ${report.year}`,
      },
      {
        type: 'paragraph',
        text: `Tính đến ${formatDay(today)}, ${formatNumber(dialogues.length)} chương trình đối thoại của năm có ${formatNumber(report.total.asked)} kiến nghị.`,
        align: 'justify',
      },
      { type: 'list', marks: 'dashes', items: dialogues.map((d) => `${d.title}, ngày ${formatDay(d.heldOn)}`) },
      { type: 'heading', text: `1. Kết quả chung, so với năm ${report.year - 1}` },
      {
        type: 'table',
        columns: [
          { title: 'Chỉ tiêu', width: 2 },
          { title: `Năm ${report.year}`, align: 'right' },
          { title: `Năm ${report.year - 1}`, align: 'right' },
          { title: 'Tăng, giảm', align: 'right' },
        ],
        rows: FIGURES.map((key) => [
          LABELS[key],
          shown(report.total, key),
          shown(report.before, key),
          change(report.total[key], report.before[key]),
        ]),
      },
      { type: 'paragraph', text: [{ text: HOW, italic: true }], align: 'justify' },
      { type: 'heading', text: '2. Theo lĩnh vực' },
      table('Lĩnh vực', fieldGroups(view)),
      { type: 'heading', text: '3. Theo cơ quan trả lời' },
      table('Cơ quan', organGroups(view)),
    ],
  };
}
