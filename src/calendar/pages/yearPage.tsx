import type { ComponentChildren, VNode } from 'preact';
import type { CalendarYear } from '../../kernel/calendar/index.ts';
import { type Day, formatDay, formatInstant, weekdayName } from '../../kernel/day.ts';
import type { Failed } from '../../platform/http/index.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  Details,
  EmptyState,
  FormPage,
  Heading,
  LinkRow,
  Notice,
  Section,
  Tag,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { wordsOfMonthDay, wordsOfSessions, type YearLines } from '../model.ts';
import type { DayEntry, HoursEntry, YearEntry } from '../store.ts';

export const CALENDAR_CRUMBS = [
  { href: '/to-chuc', label: 'Cơ quan, tổ chức' },
  { href: '/to-chuc/lich', label: 'Lịch làm việc' },
];

const fullDay = (day: Day): string => `${weekdayName(day)} ${formatDay(day)}`;

interface YearView {
  year: number;
  calendar: CalendarYear;
  entries: readonly YearEntry[];
  hours: readonly HoursEntry[];
  days: readonly DayEntry[];
  first: number;
  last: number;
  mayEnter: boolean;
  mayKeepHours: boolean;
  /** Offices see which of their dates fall on a day off now. */
  maySeeMoved: boolean;
}

/** One year: days off, days worked instead, and who works other hours. */
export function YearPage(view: YearView): VNode {
  const { year, calendar } = view;
  return (
    <>
      <Breadcrumbs links={CALENDAR_CRUMBS.slice(0, 1)} />
      <Heading
        title={`Lịch làm việc năm ${year}`}
        lead={calendar.provisional ? 'Dự kiến theo luật, chờ thông báo chính thức' : calendar.source}
        actions={
          view.mayEnter && (
            <ButtonLink href={`/to-chuc/lich/nhap?nam=${year}`}>
              {calendar.provisional ? 'Nhập theo thông báo' : 'Sửa lịch năm này'}
            </ButtonLink>
          )
        }
      />
      {calendar.provisional && (
        <Notice tone="info" title="Lịch dự kiến">
          <p>
            Thời hạn rơi vào năm {year} đang tính theo ngày nghỉ do luật định, ngày âm lịch do máy tính. Khi có thông
            báo của Nhà nước, quản trị viên của tỉnh nhập lại.
          </p>
        </Notice>
      )}
      <LinkRow>
        {year > view.first && <a href={`/to-chuc/lich?nam=${year - 1}`}>Năm {year - 1}</a>}
        {year < view.last && <a href={`/to-chuc/lich?nam=${year + 1}`}>Năm {year + 1}</a>}
        {view.mayEnter && <a href="/to-chuc/lich/kien-nghi">Thời hạn trả lời kiến nghị</a>}
        {view.mayEnter && <a href="/to-chuc/lich/ma-ho-so">Mẫu mã hồ sơ</a>}
        {view.maySeeMoved && <a href="/to-chuc/lich/anh-huong">Hạn rơi vào ngày nghỉ</a>}
      </LinkRow>
      <Section title="Ngày nghỉ lễ, nghỉ bù">
        <DataTable
          caption={`Ngày nghỉ lễ, nghỉ bù năm ${year}`}
          rows={calendar.holidays}
          columns={[
            { title: 'Ngày', cell: (h) => fullDay(h.day) },
            { title: 'Nghỉ', cell: (h) => h.name },
            {
              title: 'Ghi chú',
              cell: (h) => (h.insteadOf ? `nghỉ bù cho ${fullDay(h.insteadOf).toLowerCase()}` : ''),
            },
          ]}
        />
      </Section>
      <Section title="Ngày hoán đổi">
        <DataTable
          caption={`Ngày hoán đổi năm ${year}`}
          rows={calendar.swaps}
          empty={<EmptyState title="Không có ngày làm việc nào được hoán đổi" />}
          columns={[
            { title: 'Nghỉ', cell: (s) => fullDay(s.off) },
            { title: 'Làm bù', cell: (s) => fullDay(s.work) },
          ]}
        />
      </Section>
      <OwnHours view={view} />
      <Former entries={view.entries} />
    </>
  );
}

function OwnHours({ view: { hours, days, mayKeepHours } }: { view: YearView }): VNode {
  return (
    <Section
      title="Giờ làm việc riêng của cơ quan"
      actions={
        mayKeepHours && (
          <ButtonLink kind="secondary" small href="/to-chuc/lich/gio">
            Đặt giờ, ngày riêng
          </ButtonLink>
        )
      }
    >
      <p>
        Nơi không đặt giờ riêng làm việc từ thứ Hai đến thứ Sáu, 7:30-12:00 và 13:30-17:00. Hạn của nhiệm vụ và kiến
        nghị tính theo lịch chung; hạn của hồ sơ tính theo giờ của nơi giải quyết.
      </p>
      {hours.length > 0 && <HoursTable hours={hours} />}
      {days.length > 0 && <DaysTable days={days} />}
    </Section>
  );
}

const seasonWords = (h: HoursEntry): string =>
  [
    h.season ? `${wordsOfMonthDay(h.season.from)} đến ${wordsOfMonthDay(h.season.to)} hằng năm` : 'cả năm',
    `từ ${formatDay(h.validFrom as Day)}${h.validTo ? ` đến ${formatDay(h.validTo)}` : ''}`,
  ].join(', ');

export const HoursTable = ({
  hours,
  end,
}: {
  hours: readonly HoursEntry[];
  end?: (entry: HoursEntry) => ComponentChildren;
}): VNode => (
  <DataTable
    caption="Giờ làm việc riêng"
    rows={hours}
    columns={[
      { title: 'Cơ quan', cell: (h) => h.organName },
      { title: 'Áp dụng', cell: seasonWords },
      { title: 'Thứ Hai đến thứ Sáu', cell: (h) => wordsOfSessions(h.week[1]) },
      { title: 'Thứ Bảy', cell: (h) => wordsOfSessions(h.week[6]) },
      { title: 'Căn cứ', cell: (h) => h.source },
      ...(end ? [{ title: '', cell: end }] : []),
    ]}
  />
);

export const DaysTable = ({
  days,
  end,
}: {
  days: readonly DayEntry[];
  end?: (entry: DayEntry) => ComponentChildren;
}): VNode => (
  <DataTable
    caption="Ngày riêng sắp tới"
    rows={days}
    columns={[
      { title: 'Ngày', cell: (d) => fullDay(d.day) },
      { title: 'Cơ quan', cell: (d) => d.organName },
      { title: 'Làm việc', cell: (d) => wordsOfSessions(d.sessions) },
      { title: 'Lý do', cell: (d) => d.reason },
      ...(end ? [{ title: '', cell: end }] : []),
    ]}
  />
);

function Former({ entries }: { entries: readonly YearEntry[] }): VNode | null {
  if (entries.length === 0) return null;
  return (
    <Details summary={`Các lần nhập lịch năm này (${entries.length})`}>
      <DataTable
        caption="Các lần nhập"
        rows={entries}
        columns={[
          { title: 'Nhập lúc', cell: (e) => formatInstant(e.enteredAt) },
          { title: 'Căn cứ', cell: (e) => e.source },
          { title: 'Lý do sửa', cell: (e) => e.reason ?? '' },
          {
            title: 'Tình trạng',
            cell: (e) => (
              <Tag tone={e.supersededAt === null ? 'good' : 'none'}>
                {e.supersededAt === null ? 'đang dùng' : `thay từ ${formatInstant(e.supersededAt)}`}
              </Tag>
            ),
          },
        ]}
      />
    </Details>
  );
}

export const YearForm = (props: {
  year: number;
  lines: YearLines;
  seenId: number | null;
  announced: boolean;
  failed: Failed | undefined;
}): VNode => (
  <FormPage
    action="/to-chuc/lich/nhap"
    submit="Xác nhận lịch năm này"
    cancelHref={`/to-chuc/lich?nam=${props.year}`}
    sent={props.failed?.sent}
    fault={props.failed?.fault}
  >
    <input type="hidden" name="nam" value={props.year} />
    <input type="hidden" name="ban-da-xem" value={props.failed?.sent.values['ban-da-xem'] ?? props.seenId ?? ''} />
    <TextArea
      name="ngay-nghi"
      label="Ngày nghỉ lễ, nghỉ bù"
      hint={`Mỗi dòng một ngày: “1/1/${props.year} Tết Dương lịch”. Ngày nghỉ bù: “27/4/2026 Giỗ Tổ Hùng Vương (nghỉ bù 26/4/2026)”.`}
      rows={14}
      value={props.lines.holidays}
    />
    <TextArea
      name="hoan-doi"
      label="Ngày hoán đổi"
      optional
      hint="Mỗi dòng một lần, ngày nghỉ trước, ngày làm bù sau: “2/1/2026 làm bù 10/1/2026”."
      rows={3}
      value={props.lines.swaps}
    />
    <TextField name="can-cu" label="Số, ngày của thông báo" maxLength={300} autocomplete="off" />
    {props.announced && (
      <TextField
        name="ly-do"
        label="Lý do sửa lịch đã có"
        hint="Ví dụ: thông báo bổ sung ngày nghỉ."
        maxLength={300}
        autocomplete="off"
      />
    )}
  </FormPage>
);
