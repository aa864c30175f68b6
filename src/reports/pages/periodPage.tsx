import type { VNode } from 'preact';
import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  Details,
  EmptyState,
  Facts,
  FormPage,
  formatNumber,
  Heading,
  LinkRow,
  PostButton,
  Section,
  StatusTabs,
  TextArea,
  Timeline,
} from '../../ui/index.ts';
import { isLate, SHEET_STATES } from '../model.ts';
import type { PeriodDetail, SheetRow } from '../store.ts';
import { reportEventWords } from '../words.ts';
import { SheetTag } from './home.tsx';
import type { Failed } from './shared.ts';

export const SHOWN = {
  'tat-ca': 'Tất cả',
  'chua-gui': 'Chưa gửi',
  'da-gui': 'Đã gửi',
  'tra-lai': 'Bị trả lại',
  cham: 'Quá hạn',
} as const;
export type Shown = keyof typeof SHOWN;

export interface PeriodView {
  period: PeriodDetail;
  sheets: readonly SheetRow[];
  shown: Shown;
  today: Day;
  organName: (id: number) => string;
  history: readonly HistoryRow[];
  failed?: Failed;
}

const inTab = (tab: Shown, sheet: SheetRow, today: Day): boolean => {
  if (tab === 'chua-gui') return sheet.state !== 'signed';
  if (tab === 'da-gui') return sheet.state === 'signed';
  if (tab === 'tra-lai') return sheet.state === 'returned';
  return tab === 'tat-ca' || (sheet.state !== 'signed' && isLate(sheet, today));
};

/** One period as its office sees it: who has reported, who is late, and the steps that close it. */
export function PeriodPage({ period, sheets, shown, today, organName, history, failed }: PeriodView): VNode {
  const path = `/bao-cao/ky/${period.id}`;
  const count = (tab: Shown) => sheets.filter((s) => inTab(tab, s, today)).length;
  const rows = sheets.filter((s) => inTab(shown, s, today));
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/bao-cao', label: 'Báo cáo' },
          { href: `/bao-cao/bieu-mau/${period.formId}`, label: period.title },
        ]}
      />
      <Heading
        title={period.label}
        caption={period.title}
        lead={`Số liệu từ ${formatDay(period.from)} đến ${formatDay(period.to)} · hạn gửi ${formatDay(period.dueOn)} · ${
          period.state === 'open' ? 'đang mở' : 'đã khóa sổ'
        }`}
        actions={<ButtonLink href={`${path}/tong-hop`}>Xem tổng hợp</ButtonLink>}
      />
      <Facts
        facts={[
          { label: 'Đã gửi', value: `${formatNumber(count('da-gui'))}/${formatNumber(sheets.length)}` },
          {
            label: 'Quá hạn chưa gửi',
            value: formatNumber(count('cham')),
            href: `${path}?xem=cham`,
            tone: count('cham') > 0 ? 'late' : undefined,
          },
          { label: 'Bị trả lại', value: formatNumber(count('tra-lai')) },
        ]}
      />
      {period.signedBy && (
        <p>
          Báo cáo tổng hợp: {period.signedBy} ký ngày {formatDay(period.signedOn!)}.
        </p>
      )}
      <StatusTabs
        label="Tình trạng gửi"
        tabs={(Object.keys(SHOWN) as Shown[]).map((tab) => ({
          href: tab === 'tat-ca' ? path : `${path}?xem=${tab}`,
          label: SHOWN[tab],
          count: count(tab),
          current: tab === shown,
        }))}
      />
      <DataTable
        caption="Báo cáo của các cơ quan"
        rows={rows}
        empty={<EmptyState title="Không có cơ quan nào ở tình trạng này" />}
        columns={[
          { title: 'Cơ quan', cell: (s) => <a href={`/bao-cao/phieu/${s.id}`}>{organName(s.organId)}</a> },
          {
            title: 'Tình trạng',
            narrow: true,
            cell: (s) => <SheetTag sheet={s} today={today} closed={period.state === 'closed'} />,
          },
          {
            title: 'Ký gửi',
            cell: (s) =>
              s.signedOn ? (
                `${formatDay(s.signedOn)}, ${s.signedBy}`
              ) : (
                <span class="ts-quiet">{SHEET_STATES[s.state].label}</span>
              ),
          },
        ]}
      />
      <Section title={period.state === 'open' ? 'Khóa sổ' : 'Mở lại'}>
        {period.state === 'open' ? (
          <LinkRow>
            <PostButton action={`${path}/dong`} kind="secondary" version={period.version}>
              Khóa sổ kỳ này
            </PostButton>
            <span class="ts-quiet">Sau khi khóa, các cơ quan không sửa được số liệu.</span>
          </LinkRow>
        ) : (
          <FormPage
            action={`${path}/mo-lai`}
            sent={failed?.sent}
            fault={failed?.fault}
            version={period.version}
            submit="Mở lại kỳ báo cáo"
            submitKind="warning"
          >
            <TextArea
              name="ly-do"
              label="Lý do mở lại"
              hint={period.signedOn ? 'Chữ ký tổng hợp hiện có sẽ bị bỏ; nhật ký giữ lại số liệu đã ký.' : undefined}
              rows={2}
              maxLength={2000}
            />
          </FormPage>
        )}
      </Section>
      <Details summary="Vì sao hạn gửi là ngày này">
        <ul class="govuk-list govuk-list--bullet">
          {period.dueLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      {history.length > 0 && (
        <Section title="Đã làm gì">
          <Timeline
            label="Đã làm gì"
            items={history.map((e) => ({
              when: formatInstant(e.at),
              title: reportEventWords[e.kind] ?? e.kind,
              children: [e.personName ?? 'hệ thống tự làm', e.reason].filter(Boolean).join(' · '),
            }))}
          />
        </Section>
      )}
    </>
  );
}
