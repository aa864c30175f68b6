import { dayOf } from '../../kernel/day.ts';
import { type AppContext, page, type RouteTable } from '../../platform/http/index.ts';
import { Breadcrumbs, DataTable, EmptyState, formatNumber, Heading, Tag } from '../../ui/index.ts';
import { dueMoment } from '../dueWords.ts';
import { readDossiers } from '../policy.ts';
import { movedPromises, openPromises } from '../promises.ts';
import { officerOf } from './officer.ts';

/** Promised dates that the calendar, changed since, would give otherwise; kept until somebody decides. */
export const promiseRoutes: RouteTable = [{ method: 'get', path: '/ho-so/lich-doi', may: readDossiers, handle: show }];

async function show(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const now = rules.now();
  const [open] = await db.read(principal, openPromises(db.build, rules.places.queueOf(principal, dayOf(now)), now));
  const moved = movedPromises(rules, open);
  return page(
    c,
    { title: 'Ngày hẹn khác lịch hiện tại' },
    <>
      <Breadcrumbs links={[{ label: 'Hồ sơ', href: '/ho-so' }]} />
      <Heading
        title="Ngày hẹn khác lịch hiện tại"
        lead={`${formatNumber(moved.length)} trong ${formatNumber(open.length)} hồ sơ đang chạy. Ngày đã hẹn được giữ nguyên; cần thêm thời gian thì mở hồ sơ, xin lỗi và hẹn lại.`}
      />
      <DataTable
        caption="Hồ sơ có ngày hẹn khác lịch"
        rows={moved}
        columns={[
          {
            title: 'Hồ sơ',
            cell: (p) => (
              <>
                <a class="govuk-link" href={`/ho-so/${p.code}`}>
                  {p.code}
                </a>
                <br />
                {rules.book.version(p.procedureVersionId)?.name}
              </>
            ),
          },
          { title: 'Đã hẹn', narrow: true, cell: (p) => dueMoment(p.dueAt, p.dueExact) },
          { title: 'Theo lịch bây giờ', narrow: true, cell: (p) => dueMoment(p.nowDueAt, p.dueExact) },
          {
            title: '',
            narrow: true,
            cell: (p) =>
              p.nowDueAt > p.dueAt ? <Tag tone="soon">Còn ít thời gian hơn</Tag> : <Tag>Còn nhiều thời gian hơn</Tag>,
          },
        ]}
        empty={<EmptyState title="Không có hồ sơ nào">Mọi ngày đã hẹn đều khớp với lịch làm việc hiện tại.</EmptyState>}
      />
    </>,
  );
}
