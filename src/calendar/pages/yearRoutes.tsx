import { ANNOUNCED_YEARS, proposedYear } from '../../kernel/calendar/index.ts';
import { dayOf } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { NOBODY } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  everybody,
  type Failed,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
  submit,
} from '../../platform/http/index.ts';
import { Breadcrumbs, Heading } from '../../ui/index.ts';
import { enterYear } from '../enterYear.ts';
import { linesOfYear, yearFromLines } from '../model.ts';
import { keepHours, keepYears } from '../policy.ts';
import { calendarsNow } from '../register.ts';
import { dayEntries, hoursEntries, yearEntries } from '../store.ts';
import { CALENDAR_CRUMBS, YearForm, YearPage } from './yearPage.tsx';

/** The years: shown to everybody, entered by the province's administrator. */
export const yearRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/lich', may: everybody, handle: showYear },
  { method: 'get', path: '/to-chuc/lich/nhap', may: keepYears, handle: (c) => yearForm(c, yearIn(c)) },
  { method: 'post', path: '/to-chuc/lich/nhap', may: keepYears, handle: enter },
];

const FIRST = 2025;
/** As far ahead as lunar days are worth proposing. */
const AHEAD = 10;
const LONGEST = 300;

const thisYear = (c: AppContext): number => Number(dayOf(c.get('services').clock()).slice(0, 4));

function yearIn(c: AppContext, typed = c.req.query('nam')): number {
  if (!typed) return thisYear(c);
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  if (year < FIRST || year > thisYear(c) + AHEAD) throw notFound(`lịch của năm “${typed.slice(0, 20)}”`);
  return year;
}

async function showYear(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = c.get('principal');
  const year = yearIn(c);
  const [entries, hours, days] = await db.read(
    principal ?? NOBODY,
    yearEntries(db.build, year),
    hoursEntries(db.build, null),
    dayEntries(db.build, null, dayOf(c.get('services').clock())),
  );
  const { years } = await calendarsNow(db.build);
  return page(
    c,
    { title: `Lịch làm việc năm ${year}` },
    <YearPage
      {...{ year, entries, hours, days }}
      calendar={years.find((y) => y.year === year) ?? proposedYear(year)}
      first={FIRST}
      last={thisYear(c) + AHEAD}
      mayEnter={keepYears.allows(principal)}
      mayKeepHours={keepHours.allows(principal)}
      maySeeMoved={principal !== null && principal.role !== 'admin'}
    />,
  );
}

async function yearForm(c: AppContext, year: number, failed?: Failed): Promise<Response> {
  const { db } = c.get('services');
  const [entries] = await db.read(principalOf(c), yearEntries(db.build, year));
  const { years } = await calendarsNow(db.build);
  const known = years.find((y) => y.year === year);
  return page(
    c,
    { title: `Nhập lịch nghỉ năm ${year}`, status: failed?.status },
    <>
      <Breadcrumbs links={[...CALENDAR_CRUMBS, { href: `/to-chuc/lich?nam=${year}`, label: `Năm ${year}` }]} />
      <Heading
        title={`Nhập lịch nghỉ lễ, Tết năm ${year}`}
        lead={
          known
            ? 'Các ô đang ghi lịch hiện có. Sửa theo thông báo mới; lịch cũ được giữ lại để xem.'
            : 'Các ô đang ghi ngày nghỉ theo luật, ngày âm lịch do máy tính. Đối chiếu với thông báo rồi sửa cho đúng.'
        }
      />
      <YearForm
        {...{ year, failed }}
        lines={linesOfYear(known ?? proposedYear(year))}
        seenId={entries.find((e) => e.supersededAt === null)?.id ?? null}
        announced={known !== undefined}
      />
    </>,
  );
}

function enter(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const { db } = c.get('services');
  let year = thisYear(c);
  return submit(
    c,
    async (form) => {
      year = yearIn(c, form.values.nam);
      const value = (field: string) => cleanLine(form.values[field] ?? '').slice(0, LONGEST);
      const days = yearFromLines(year, {
        holidays: form.values['ngay-nghi'] ?? '',
        swaps: form.values['hoan-doi'] ?? '',
      });
      const entered = {
        year,
        ...days,
        source: value('can-cu'),
        reason: value('ly-do'),
        seenId: parseId(form.values['ban-da-xem']) ?? null,
      };
      await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'calendar.year', personId: principal.personId }, () =>
          enterYear(tx, principal, entered, entered.seenId !== null || ANNOUNCED_YEARS.some((y) => y.year === year)),
        ),
      );
      return redirectWith(c, `/to-chuc/lich?nam=${year}`, {
        tone: 'success',
        text: `Đã ghi lịch nghỉ năm ${year}. Các hạn đã giao được giữ nguyên; văn phòng xem việc bị ảnh hưởng ở trang này.`,
      });
    },
    (failed) => yearForm(c, year, failed),
  );
}
