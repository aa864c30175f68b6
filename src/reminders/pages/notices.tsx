import { formatDay, formatInstant } from '../../kernel/day.ts';
import { parseId } from '../../kernel/ids.ts';
import { accountsOf } from '../../platform/accounts/index.ts';
import { type AppContext, page, principalOf, readForm, redirectWith } from '../../platform/http/index.ts';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Heading,
  LinkRow,
  Pagination,
  PostButton,
  StatusTabs,
  Tag,
} from '../../ui/index.ts';
import { markRead, type NoticeRow, noticesOf, PAGE_SIZE, unreadCount } from '../noticeStore.ts';
import { kindWords, pathOf } from '../words.ts';

/** What I was told: what is unread, or all of it. */
export async function showNotices(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const unread = c.req.query('xem') !== 'tat-ca';
  const before = parseId(c.req.query('truoc')) ?? null;
  const [rows, [counted]] = await db.read(
    principal,
    noticesOf(db.build, principal, { unread, before }),
    unreadCount(db.build, principal),
  );
  const shown = rows.slice(0, PAGE_SIZE);
  const count = counted?.count ?? 0;
  const next =
    rows.length > PAGE_SIZE ? `/thong-bao?${unread ? '' : 'xem=tat-ca&'}truoc=${shown.at(-1)!.id}` : undefined;
  return page(
    c,
    { title: 'Thông báo' },
    <>
      <Heading title="Thông báo" lead={count > 0 ? `${count} thông báo chưa đọc` : 'Bạn đã đọc hết thông báo.'} />
      <LinkRow>
        {count > 0 && shown.length > 0 && (
          <PostButton action="/thong-bao/da-doc" kind="secondary" fields={{ den: String(shown[0]!.id) }}>
            Đánh dấu tất cả đã đọc
          </PostButton>
        )}
        <ButtonLink href="/thong-bao/cai-dat" kind="secondary">
          Thư nhắc việc và lịch
        </ButtonLink>
      </LinkRow>
      <StatusTabs
        label="Xem thông báo"
        tabs={[
          { href: '/thong-bao', label: 'Chưa đọc', count, current: unread },
          { href: '/thong-bao?xem=tat-ca', label: 'Tất cả', current: !unread },
        ]}
      />
      <DataTable
        caption="Thông báo"
        rows={shown}
        columns={COLUMNS}
        empty={
          <EmptyState title={unread ? 'Không có thông báo chưa đọc' : 'Chưa có thông báo nào'}>
            <p>Việc được giao, trả lại, xác nhận, được trả lời hoặc đến hạn sẽ hiện ở đây.</p>
          </EmptyState>
        }
      />
      {(next || before !== null) && <Pagination from={1} to={shown.length} nextHref={next} />}
    </>,
  );
}

const COLUMNS: readonly Column<NoticeRow>[] = [
  {
    title: 'Việc',
    cell: (n) => (
      <>
        <a class="govuk-link" href={pathOf(n)}>
          {n.title}
        </a>
        {n.source && ` (${n.source})`}
        {n.reason && <div class="govuk-hint">Lý do: {n.reason}</div>}
      </>
    ),
  },
  {
    title: 'Nội dung',
    narrow: true,
    cell: (n) => {
      const { label, tone } = kindWords(n.kind);
      return <Tag tone={tone}>{label}</Tag>;
    },
  },
  {
    title: 'Hạn',
    narrow: true,
    cell: (n) => (n.aboutOn && n.kind !== 'acknowledge' && n.kind !== 'confirm' ? formatDay(n.aboutOn) : ''),
  },
  { title: 'Lúc', narrow: true, cell: (n) => formatInstant(n.at) },
  {
    title: '',
    cell: (n) =>
      n.readAt === null && (
        <PostButton
          action="/thong-bao/da-doc"
          kind="secondary"
          small
          fields={{ mot: String(n.id) }}
          label={`Đánh dấu đã đọc: ${n.title}`}
        >
          Đã đọc
        </PostButton>
      ),
  },
];

/** Marks one read, or all that the page showed and older ones; sent twice it changes nothing more. */
export async function postRead(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const services = c.get('services');
  const form = await readForm(c);
  const id = parseId(form.values.mot);
  const upTo = parseId(form.values.den);
  const which = id ? { id } : upTo ? { upTo } : undefined;
  const count = which ? await services.db.write(principal, (tx) => markRead(tx, principal, which)) : 0;
  // The number beside the link to this page is kept with the signed-in person.
  if (count > 0) await accountsOf(services).changed(principal.personId);
  return redirectWith(c, '/thong-bao');
}
