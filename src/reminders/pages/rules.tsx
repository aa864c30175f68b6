import { dayOf } from '../../kernel/day.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { type AppContext, type Failed, page, principalOf, redirectWith, submit } from '../../platform/http/index.ts';
import { Breadcrumbs, FormPage, Heading, TextField } from '../../ui/index.ts';
import { rulesFrom, setReminderRules } from '../setReminderRules.ts';
import { rulesOn } from '../store.ts';

/** The numbers by which the province reminds. */
export async function showRules(c: AppContext, failed?: Failed): Promise<Response> {
  const { db, clock } = c.get('services');
  const rules = await rulesOn(db.build, dayOf(clock()));
  const days = (name: string, label: string, value: number, hint?: string) => (
    <TextField
      {...{ name, label, hint }}
      value={String(value)}
      width={4}
      inputMode="numeric"
      suffix="ngày"
      maxLength={3}
    />
  );
  return page(
    c,
    { title: 'Quy tắc nhắc việc', status: failed?.status },
    <>
      <Breadcrumbs links={[{ label: 'Thư nhắc việc', href: '/thong-bao/thu' }]} />
      <Heading title="Quy tắc nhắc việc" lead="Áp dụng cho toàn tỉnh từ hôm nay. Việc đã nhắc không nhắc lại." />
      <FormPage
        action="/thong-bao/quy-tac"
        submit="Lưu quy tắc"
        cancelHref="/thong-bao/thu"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <TextField
          name="truoc-han"
          label="Nhắc trước hạn mấy ngày làm việc"
          hint="Các số cách nhau bằng dấu phẩy, ví dụ: 3, 1. Để trống nếu chỉ nhắc đúng hạn."
          value={rules.before.join(', ')}
          width={10}
          maxLength={30}
        />
        {days('lap-lai', 'Quá hạn: nhắc lại sau mỗi', rules.every, 'Ngày đầu tiên quá hạn luôn được nhắc.')}
        {days('cap-1', 'Quá hạn bao nhiêu ngày thì báo người đứng đầu cơ quan thực hiện', rules.escalateAfter[0])}
        {days('cap-2', 'Quá hạn bao nhiêu ngày thì báo văn phòng cơ quan giao việc', rules.escalateAfter[1])}
        {days('cap-3', 'Quá hạn bao nhiêu ngày thì báo lãnh đạo cơ quan giao việc', rules.escalateAfter[2])}
        <TextField
          name="chua-nhan"
          label="Văn bản chưa xác nhận đã nhận: nhắc sau mấy ngày làm việc"
          value={rules.acknowledgeAfter.join(', ')}
          width={10}
          maxLength={30}
        />
        <TextField
          name="cho-xac-nhan"
          label="Việc chờ xác nhận: nhắc văn phòng sau mấy ngày làm việc"
          value={rules.confirmAfter.join(', ')}
          width={10}
          maxLength={30}
        />
        <TextField name="nghi-tu" label="Không gửi thư từ" value={rules.quietFrom} width={5} maxLength={5} />
        <TextField
          name="nghi-den"
          label="Không gửi thư đến"
          hint="Ngày nghỉ không gửi thư."
          value={rules.quietTo}
          width={5}
          maxLength={5}
        />
      </FormPage>
    </>,
  );
}

export function postRules(c: AppContext): Promise<Response> {
  const { db, clock } = c.get('services');
  const principal = principalOf(c);
  return submit(
    c,
    async (form) => {
      const rules = rulesFrom(form.values);
      await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'reminder.rules', personId: principal.personId }, () =>
          setReminderRules(tx, principal, rules, dayOf(clock())),
        ),
      );
      return redirectWith(c, '/thong-bao/quy-tac', { tone: 'success', text: 'Đã lưu quy tắc nhắc việc.' });
    },
    (failed) => showRules(c, failed),
  );
}
