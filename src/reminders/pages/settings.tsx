import { cleanLine } from '../../kernel/vietnamese.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Failed,
  page,
  principalOf,
  readForm,
  redirectWith,
  submit,
} from '../../platform/http/index.ts';
import {
  Breadcrumbs,
  Checkbox,
  CopyBox,
  FormPage,
  Heading,
  Notice,
  PostButton,
  Section,
  TextField,
} from '../../ui/index.ts';
import { ownSettings } from '../noticeStore.ts';
import { chooseMail, renewCalendar } from '../ownSettings.ts';

/** How I am told: mail and its address, and the calendar. */
export async function showSettings(c: AppContext, failed?: Failed): Promise<Response> {
  const { db, config } = c.get('services');
  const principal = principalOf(c);
  const [[own]] = await db.read(principal, ownSettings(db.build, principal));
  return page(
    c,
    { title: 'Thư nhắc việc và lịch', status: failed?.status },
    <>
      <Breadcrumbs links={[{ label: 'Thông báo', href: '/thong-bao' }]} />
      <Heading
        title="Thư nhắc việc và lịch"
        lead="Mỗi ngày làm việc nhiều nhất một thư, chỉ khi có việc cần nhắc. Không gửi thư ngoài giờ và ngày nghỉ."
      />
      {!config.smtpUrl && (
        <Notice
          tone="info"
          text="Hệ thống chưa nối máy chủ gửi thư: việc vẫn được nhắc ở trang Thông báo. Lựa chọn dưới đây có hiệu lực khi quản trị viên nối máy chủ thư."
        />
      )}
      <FormPage
        action="/thong-bao/cai-dat"
        submit="Lưu"
        cancelHref="/thong-bao"
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <Checkbox name="nhan-thu" label="Gửi thư nhắc việc cho tôi" checked={own?.mail ?? true} />
        <TextField
          name="thu-dien-tu"
          label="Địa chỉ thư"
          hint="Nên dùng thư công vụ. Chỉ bạn và quản trị viên đơn vị thấy địa chỉ này."
          type="email"
          width={30}
          maxLength={254}
          autocomplete="email"
          value={own?.email ?? ''}
        />
      </FormPage>
      <Section title="Hạn công việc trong lịch của bạn">
        <p class="govuk-body">
          Dán đường dẫn này vào phần mềm lịch (Outlook, Google Lịch, lịch điện thoại…) để thấy hạn nhiệm vụ, kiến nghị
          của cơ quan bạn. Ai có đường dẫn đều xem được, nên hãy giữ kín; nếu lỡ lộ, hãy tạo đường dẫn mới.
        </p>
        {own?.calendarToken && (
          <CopyBox
            id="lich"
            label="Đường dẫn lịch riêng của bạn"
            text={`${config.publicUrl}/lich/${own.calendarToken}.ics`}
          />
        )}
        <PostButton action="/thong-bao/lich" kind="secondary">
          {own?.calendarToken ? 'Tạo đường dẫn mới, bỏ đường dẫn cũ' : 'Tạo đường dẫn lịch'}
        </PostButton>
      </Section>
    </>,
  );
}

export function postSettings(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  return submit(
    c,
    async (form) => {
      const wanted = { mail: form.values['nhan-thu'] === 'co', email: cleanLine(form.values['thu-dien-tu'] ?? '') };
      await c
        .get('services')
        .db.write(principal, (tx) =>
          writeOnce(tx, { key: form.key, purpose: 'notice.settings', personId: principal.personId }, () =>
            chooseMail(tx, principal, wanted),
          ),
        );
      const text = wanted.mail
        ? 'Đã lưu. Thư nhắc việc sẽ đến địa chỉ này.'
        : 'Đã lưu. Bạn sẽ không nhận thư nhắc việc.';
      return redirectWith(c, '/thong-bao/cai-dat', { tone: 'success', text });
    },
    (failed) => showSettings(c, failed),
  );
}

export async function postCalendar(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const form = await readForm(c);
  await c
    .get('services')
    .db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'notice.calendar', personId: principal.personId }, () =>
        renewCalendar(tx, principal),
      ),
    );
  return redirectWith(c, '/thong-bao/cai-dat', { tone: 'success', text: 'Đã tạo đường dẫn lịch mới.' });
}
