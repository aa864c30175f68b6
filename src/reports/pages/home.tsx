import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import { ButtonLink, DataTable, EmptyState, formatNumber, Heading, LinkRow, Section, Tag } from '../../ui/index.ts';
import { isLate, SHEET_STATES } from '../model.ts';
import { PERIODICITIES } from '../periods.ts';
import type { FormLine, OwnSheet, PeriodLine } from '../store.ts';

export interface HomeView {
  today: Day;
  sheets: readonly OwnSheet[];
  organName: (id: number) => string;
  /** Only for an office that asks for reports. */
  kept?: { forms: readonly FormLine[]; periods: readonly PeriodLine[] };
}

/** What the reader owes, and what the reader's office has asked for. */
export function ReportsHome(view: HomeView): VNode {
  const { sheets, kept, today, organName } = view;
  return (
    <>
      <Heading
        title="Báo cáo"
        actions={
          <LinkRow>
            <a class="govuk-link" href="/bao-cao/nhiem-vu">
              Thống kê nhiệm vụ
            </a>
            <a class="govuk-link" href="/bao-cao/xuat">
              Tệp đã xuất
            </a>
            {kept && <ButtonLink href="/bao-cao/bieu-mau/moi">Lập biểu báo cáo</ButtonLink>}
          </LinkRow>
        }
      />
      {(sheets.length > 0 || !kept) && (
        <Section title="Báo cáo của cơ quan">
          <DataTable
            caption="Báo cáo của cơ quan"
            rows={sheets}
            empty={
              <EmptyState title="Chưa có báo cáo nào phải làm">
                <p>Khi văn phòng cấp trên mở kỳ báo cáo cho cơ quan bạn, báo cáo hiện ở đây cùng hạn gửi.</p>
              </EmptyState>
            }
            columns={[
              {
                title: 'Báo cáo',
                cell: (s) => (
                  <>
                    <a href={`/bao-cao/phieu/${s.id}`}>{s.title}</a>
                    <span class="ts-sub">
                      {s.label} · {organName(s.organId)}
                    </span>
                  </>
                ),
              },
              { title: 'Hạn', narrow: true, cell: (s) => formatDay(s.dueOn) },
              {
                title: 'Tình trạng',
                narrow: true,
                cell: (s) => <SheetTag sheet={s} today={today} closed={s.periodState === 'closed'} />,
              },
            ]}
          />
        </Section>
      )}
      {kept && <Kept {...kept} />}
    </>
  );
}

function Kept({ forms, periods }: NonNullable<HomeView['kept']>): VNode {
  return (
    <>
      <Section title="Các kỳ báo cáo">
        <DataTable
          caption="Các kỳ báo cáo của văn phòng"
          rows={periods}
          empty={
            <EmptyState title="Chưa mở kỳ báo cáo nào">
              <p>Mở một biểu đã công bố ở dưới, rồi chọn “Mở kỳ báo cáo”.</p>
            </EmptyState>
          }
          columns={[
            {
              title: 'Kỳ',
              cell: (p) => (
                <>
                  <a href={`/bao-cao/ky/${p.id}`}>{p.label}</a>
                  <span class="ts-sub">{p.title}</span>
                </>
              ),
            },
            { title: 'Đã gửi', numeric: true, cell: (p) => `${formatNumber(p.signed)}/${formatNumber(p.sheets)}` },
            {
              title: 'Chậm',
              numeric: true,
              cell: (p) => (p.late > 0 ? <Tag tone="late">{formatNumber(p.late)}</Tag> : '0'),
            },
            { title: 'Hạn', narrow: true, cell: (p) => formatDay(p.dueOn) },
            {
              title: 'Tình trạng',
              narrow: true,
              cell: (p) =>
                p.signedOn ? (
                  <Tag tone="good">Đã ký tổng hợp</Tag>
                ) : (
                  <Tag tone={p.state === 'open' ? 'wait' : 'none'}>{p.state === 'open' ? 'Đang mở' : 'Đã khóa'}</Tag>
                ),
            },
          ]}
        />
      </Section>
      <Section title="Biểu báo cáo">
        <DataTable
          caption="Biểu báo cáo của văn phòng"
          rows={forms}
          empty={<EmptyState title="Chưa có biểu báo cáo nào" />}
          columns={[
            { title: 'Biểu', cell: (f) => <a href={`/bao-cao/bieu-mau/${f.id}`}>{f.title}</a> },
            { title: 'Kỳ', narrow: true, cell: (f) => PERIODICITIES[f.periodicity] },
            {
              title: 'Tình trạng',
              narrow: true,
              cell: (f) => (
                <>
                  {f.published > 0 && <Tag tone="good">Đã công bố {f.published} bản</Tag>}{' '}
                  {f.draft && <Tag tone="wait">Có bản nháp</Tag>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

/** How far one report is, and whether it is late. */
export function SheetTag(props: {
  sheet: Pick<OwnSheet, 'state' | 'dueOn' | 'signedOn'>;
  today: Day;
  closed: boolean;
}): VNode {
  const { sheet, today, closed } = props;
  const state = SHEET_STATES[sheet.state];
  return (
    <>
      <Tag tone={state.tone}>{state.label}</Tag>{' '}
      {isLate(sheet, today) && (sheet.state === 'signed' || !closed) && (
        <Tag tone={sheet.state === 'signed' ? 'soon' : 'late'}>{sheet.state === 'signed' ? 'Gửi chậm' : 'Quá hạn'}</Tag>
      )}
    </>
  );
}
