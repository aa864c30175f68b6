import { type Day, dayOf, parseDay } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { isValidOn } from '../../kernel/validity.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { organRegister } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Failed,
  type Form,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
  submit,
} from '../../platform/http/index.ts';
import { endEntry, enterDay, enterHours } from '../enterHours.ts';
import { monthDayFrom, sessionsFrom, weekFrom } from '../model.ts';
import { keepHours } from '../policy.ts';
import { dayEntries, hoursEntries } from '../store.ts';
import { HoursPage } from './hoursPage.tsx';

/** Hours, Saturday duty and single days of the organs of the administrator's unit. */
export const hoursRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/lich/gio', may: keepHours, handle: (c) => show(c) },
  {
    method: 'post',
    path: '/to-chuc/lich/gio',
    may: keepHours,
    handle: (c) => step(c, 'gio', 'Đã đặt giờ làm việc.', takeHours),
  },
  {
    method: 'post',
    path: '/to-chuc/lich/ngay',
    may: keepHours,
    handle: (c) => step(c, 'ngay', 'Đã đặt ngày riêng.', takeDay),
  },
  {
    method: 'post',
    path: '/to-chuc/lich/bo',
    may: keepHours,
    handle: (c) => step(c, 'bo', 'Đã bỏ. Các hạn đã giao được giữ nguyên.', takeEnd),
  },
];

const LONGEST = 200;
const value = (form: Form, field: string): string => cleanLine(form.values[field] ?? '').slice(0, LONGEST);

async function show(c: AppContext, which?: string, failed?: Failed): Promise<Response> {
  const services = c.get('services');
  const principal = principalOf(c);
  const today = dayOf(services.clock());
  const register = await organRegister(services);
  const organs = (register.organsOfUnit.get(principal.adminUnitId!) ?? []).filter((o) => isValidOn(o, today));
  const [hours, days] = await services.db.read(
    principal,
    hoursEntries(services.db.build, principal.adminUnitId),
    dayEntries(services.db.build, principal.adminUnitId, today),
  );
  return page(
    c,
    { title: 'Giờ làm việc riêng', status: failed?.status },
    <HoursPage
      {...{ organs, hours, days, today }}
      unitName={principal.unitName}
      failed={which && failed ? { form: which, ...failed } : undefined}
    />,
  );
}

/** What a form asks for, read and checked: the work of one transaction. */
type Reader = (form: Form, by: Principal) => (tx: Tx) => Promise<number>;

function step(c: AppContext, which: string, done: string, read: Reader): Promise<Response> {
  const principal = principalOf(c);
  return submit(
    c,
    async (form) => {
      const work = read(form, principal);
      await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: `calendar.${which}`, personId: principal.personId }, () => work(tx)),
        );
      return redirectWith(c, '/to-chuc/lich/gio', { tone: 'success', text: done });
    },
    (failed) => show(c, which, failed),
  );
}

function organIn(form: Form): number {
  const id = parseId(form.values['co-quan']);
  if (!id) throw invalid('calendar.organ', 'Hãy chọn cơ quan.', 'co-quan');
  return id;
}

function dayIn(form: Form, field: string): Day {
  const day = parseDay(form.values[field]);
  if (!day) throw invalid('day', 'Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 5/9/2026.', field);
  return day;
}

const takeHours: Reader = (form, by) => {
  const [from, to] = [value(form, 'mua-tu'), value(form, 'mua-den')];
  const entered = {
    organId: organIn(form),
    week: weekFrom({
      weekdays: value(form, 'thu-2-6'),
      saturday: value(form, 'thu-7'),
      saturdayIsDuty: form.values['thu-7-tinh-han'] !== 'co',
    }),
    season: from || to ? { from: monthDayFrom(from, 'mua-tu'), to: monthDayFrom(to, 'mua-den') } : null,
    validFrom: dayIn(form, 'tu-ngay'),
    validTo: value(form, 'den-ngay') ? dayIn(form, 'den-ngay') : null,
    source: value(form, 'can-cu'),
  };
  return (tx) => enterHours(tx, by, entered);
};

const takeDay: Reader = (form, by) => {
  const entered = {
    organId: organIn(form),
    day: dayIn(form, 'ngay'),
    sessions: sessionsFrom(value(form, 'gio'), 'gio'),
    reason: value(form, 'ly-do'),
  };
  return (tx) => enterDay(tx, by, entered);
};

const takeEnd: Reader = (form, by) => {
  const id = parseId(form.values.dong);
  const table = form.values.loai === 'ngay' ? 'office_day' : 'office_hours';
  if (!id) throw invalid('calendar.entry', 'Hãy chọn dòng cần bỏ.', 'dong');
  return async (tx) => {
    await endEntry(tx, by, table, id, value(form, 'ly-do'));
    return id;
  };
};
