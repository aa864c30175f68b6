import { sql } from 'kysely';
import { formatDay, formatInstant } from '../../kernel/day.ts';
import { conflict, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { type AppContext, page, principalOf, readForm, redirectWith } from '../../platform/http/index.ts';
import {
  type Column,
  DataTable,
  EmptyState,
  formatNumber,
  Heading,
  LinkRow,
  Notice,
  Pagination,
  PostButton,
  StatusTabs,
  Tag,
  type Tone,
} from '../../ui/index.ts';
import { latestRuns, type MailRow, mailsOf, mailTally, PAGE_SIZE } from '../noticeStore.ts';
import { setRules } from '../policy.ts';

const STATES: Record<MailRow['state'], { key: string; label: string; tone: Tone }> = {
  queued: { key: 'cho-gui', label: 'Chờ gửi', tone: 'wait' },
  sending: { key: 'dang-gui', label: 'Đang gửi', tone: 'wait' },
  sent: { key: 'da-gui', label: 'Đã gửi', tone: 'good' },
  failed: { key: 'khong-gui-duoc', label: 'Không gửi được', tone: 'late' },
};
const STATE_KEYS = Object.keys(STATES) as MailRow['state'][];

/** The mails to the people of the administrator's unit: what was sent, what waits and why, what failed. */
export async function showMails(c: AppContext): Promise<Response> {
  const { db, config } = c.get('services');
  const principal = principalOf(c);
  const unitId = principal.adminUnitId!;
  const state = STATE_KEYS.find((s) => STATES[s].key === c.req.query('trang-thai')) ?? null;
  const before = parseId(c.req.query('truoc')) ?? null;
  const [rows, tally, runs] = await db.read(
    principal,
    mailsOf(db.build, unitId, { state, before }),
    mailTally(db.build, unitId),
    latestRuns(db.build),
  );
  const shown = rows.slice(0, PAGE_SIZE);
  const counts = new Map(tally.map((t) => [t.state, t.count]));
  const query = state ? `trang-thai=${STATES[state].key}&` : '';
  return page(
    c,
    { title: 'Thư nhắc việc' },
    <>
      <Heading
        title="Thư nhắc việc"
        lead={
          runs[0]
            ? `Lần nhắc gần nhất: ${formatDay(runs[0].day)}, ${formatNumber(runs[0].notices)} thông báo, ${formatNumber(runs[0].mails)} thư trong toàn tỉnh.`
            : 'Chưa có lần nhắc việc nào.'
        }
      />
      {!config.smtpUrl && (
        <Notice
          tone="warning"
          text="Chưa nối máy chủ gửi thư. Người vận hành đặt THONGSUOT_SMTP_URL và THONGSUOT_MAIL_FROM (xem: npx thongsuot config)."
        />
      )}
      {setRules.allows(principal) && (
        <LinkRow>
          <a class="govuk-link" href="/thong-bao/quy-tac">
            Quy tắc nhắc việc
          </a>
        </LinkRow>
      )}
      <StatusTabs
        label="Trạng thái thư"
        tabs={[
          { href: '/thong-bao/thu', label: 'Tất cả', current: state === null },
          ...STATE_KEYS.map((s) => ({
            href: `/thong-bao/thu?trang-thai=${STATES[s].key}`,
            label: STATES[s].label,
            count: counts.get(s) ?? 0,
            current: state === s,
          })),
        ]}
      />
      <DataTable
        caption="Thư nhắc việc"
        rows={shown}
        columns={COLUMNS}
        empty={<EmptyState title="Không có thư nào" />}
      />
      {rows.length > PAGE_SIZE && (
        <Pagination from={1} to={shown.length} nextHref={`/thong-bao/thu?${query}truoc=${shown.at(-1)!.id}`} />
      )}
    </>,
  );
}

const COLUMNS: readonly Column<MailRow>[] = [
  { title: 'Người nhận', cell: (m) => m.personName },
  { title: 'Thư ngày', narrow: true, cell: (m) => formatDay(m.day) },
  { title: 'Trạng thái', narrow: true, cell: (m) => <Tag tone={STATES[m.state].tone}>{STATES[m.state].label}</Tag> },
  { title: 'Diễn biến', cell: progressOf },
  {
    title: '',
    cell: (m) =>
      m.state === 'failed' && (
        <PostButton
          action={`/thong-bao/thu/${m.id}/gui-lai`}
          kind="secondary"
          small
          label={`Gửi lại thư cho ${m.personName}`}
        >
          Gửi lại
        </PostButton>
      ),
  },
];

function progressOf(m: MailRow): string {
  if (m.sentAt !== null) return `gửi lúc ${formatInstant(m.sentAt)}`;
  if (m.state === 'failed') return failureWords(m.failure);
  if (m.state === 'sending') return 'máy chủ thư đang nhận';
  return m.failure === null ? 'chờ lượt gửi' : `${failureWords(m.failure)} Thử lại lúc ${formatInstant(m.nextAt)}.`;
}

/** What became of a try, in words; the code is kept for whoever runs the mail server. */
function failureWords(failure: string | null): string {
  if (failure === 'no-address') return 'Người nhận chưa có địa chỉ thư, hoặc tài khoản đã kết thúc.';
  if (failure?.startsWith('EAUTH')) return `Máy chủ thư không nhận tên hoặc mật khẩu (${failure}).`;
  if (failure && /\b5\d\d$/.test(failure)) return `Máy chủ thư từ chối địa chỉ này (${failure}). Hãy kiểm tra địa chỉ.`;
  if (failure && /\b4\d\d$/.test(failure)) return `Máy chủ thư bận (${failure}).`;
  return `Không nối được máy chủ thư (${failure ?? 'không rõ'}).`;
}

/** A mail that failed is tried anew. */
export async function postAgain(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const id = parseId(c.req.param('id'));
  if (!id) throw notFound('thư này');
  const form = await readForm(c);
  await c.get('services').db.write(principal, (tx) =>
    writeOnce(tx, { key: form.key, purpose: `mail.again.${id}`, personId: principal.personId }, async () => {
      const { rows } = await sql<{ done: boolean }>`select mail_again(${id}::bigint) as done`.execute(tx);
      if (!rows[0]?.done) throw conflict('mail.again', 'Thư này đã được gửi hoặc đang chờ gửi. Hãy tải lại trang.');
      await appendEvent(tx, principal, { kind: 'mail.again', subjectType: 'mail', subjectId: id });
    }),
  );
  return redirectWith(c, '/thong-bao/thu', { tone: 'success', text: 'Thư sẽ được gửi lại trong vài phút.' });
}
