import { formatInstant } from '../../../kernel/day.ts';
import { cleanLine } from '../../../kernel/vietnamese.ts';
import { type AppContext, page, principalOf, type RouteTable } from '../../../platform/http/index.ts';
import {
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Heading,
  LinkRow,
  Pagination,
  Select,
  Tag,
  TextField,
} from '../../../ui/index.ts';
import { maskContact } from '../model.ts';
import { administer, keptUnit } from '../policy.ts';
import { countAccounts, listAccounts, PAGE_SIZE } from '../store.ts';
import { todayOf } from './request.ts';

export const accountListRoutes: RouteTable = [
  { method: 'get', path: '/to-chuc/tai-khoan', may: administer, handle: listPage },
];

async function listPage(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const unitId = keptUnit(principal);
  const { db } = c.get('services');
  const asked = Number(c.req.query('trang'));
  const filter = {
    search: cleanLine(c.req.query('tim') ?? '').slice(0, 100),
    ended: c.req.query('loai') === 'ket-thuc',
    page: Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1,
  };
  const [rows, [count]] = await db.read(
    principal,
    listAccounts(db.build, unitId, filter, todayOf(c)),
    countAccounts(db.build, unitId, filter),
  );
  const total = count?.total ?? 0;
  const href = (to: number) =>
    `/to-chuc/tai-khoan?${new URLSearchParams({ tim: filter.search, loai: filter.ended ? 'ket-thuc' : '', trang: String(to) })}`;
  const from = (filter.page - 1) * PAGE_SIZE;
  return page(
    c,
    { title: 'Tài khoản của đơn vị', wide: true },
    <>
      <Heading
        title="Tài khoản của đơn vị"
        lead={principal.unitName}
        actions={
          <LinkRow>
            <ButtonLink href="/to-chuc/tai-khoan/moi">Thêm tài khoản</ButtonLink>
            <ButtonLink href="/to-chuc/tai-khoan/nhap" kind="secondary">
              Nhập từ Excel
            </ButtonLink>
            <a class="govuk-link" href="/to-chuc/bo-nhiem">
              Bổ nhiệm
            </a>
            <a class="govuk-link" href="/to-chuc/thay-mat">
              Ký thay, ủy quyền
            </a>
          </LinkRow>
        }
      />
      <FilterBar
        action="/to-chuc/tai-khoan"
        values={{ tim: filter.search, loai: filter.ended ? 'ket-thuc' : '' }}
        submit="Tìm"
      >
        <TextField name="tim" label="Tên hoặc tên đăng nhập" type="search" width={20} maxLength={100} />
        <Select
          name="loai"
          label="Loại"
          options={[
            { value: '', label: 'Đang dùng' },
            { value: 'ket-thuc', label: 'Đã kết thúc' },
          ]}
        />
      </FilterBar>
      <DataTable
        caption="Tài khoản"
        rows={rows}
        empty={<EmptyState title="Không có tài khoản nào khớp" />}
        columns={[
          { title: 'Họ tên', cell: (one) => <a href={`/to-chuc/tai-khoan/${one.personId}`}>{one.name}</a> },
          { title: 'Tên đăng nhập', cell: (one) => one.username },
          { title: 'Chức vụ', cell: (one) => one.positions ?? 'chưa có' },
          { title: 'Thư điện tử', cell: (one) => maskContact(one.email) },
          { title: 'Đăng nhập gần nhất', narrow: true, cell: (one) => lastSeen(one.signedInAt) },
          { title: 'Bảo vệ', cell: (one) => <Guard twoFactor={one.twoFactor} mustChange={one.mustChange} /> },
        ]}
      />
      {total > 0 && (
        <Pagination
          from={from + 1}
          to={from + rows.length}
          total={total}
          previousHref={filter.page > 1 ? href(filter.page - 1) : undefined}
          nextHref={from + rows.length < total ? href(filter.page + 1) : undefined}
        />
      )}
    </>,
  );
}

export const lastSeen = (at: number | null): string => (at === null ? 'chưa lần nào' : formatInstant(at));

export function Guard({ twoFactor, mustChange }: { twoFactor: boolean | null; mustChange: boolean | null }) {
  if (mustChange) return <Tag tone="soon">Chưa đổi mật khẩu được cấp</Tag>;
  return twoFactor ? <Tag tone="good">Hai bước</Tag> : <Tag>Mật khẩu</Tag>;
}
