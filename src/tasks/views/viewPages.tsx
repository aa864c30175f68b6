import type { VNode } from 'preact';
import type { Day } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Checkbox,
  DataTable,
  EmptyState,
  type FormFault,
  FormPage,
  Heading,
  LinkRow,
  Pagination,
  PostButton,
  Section,
  type SentForm,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { TaskLines } from '../bulk/pages/taskLines.tsx';
import type { Scope } from '../filter.ts';
import { SCOPE_WORDS } from '../pages/list.tsx';
import type { TaskRow } from '../store.ts';
import type { ViewRow } from './store.ts';

export const FOLLOWED_PATH = '/nhiem-vu/theo-doi';
export const VIEWS_PATH = '/nhiem-vu/bo-loc';

/** The tasks that a person follows. */
export function FollowedPage(props: {
  rows: readonly TaskRow[];
  total: number;
  scopes: readonly Scope[];
  page: number;
  pageSize: number;
  today: Day;
  organName: (id: number) => string;
}): VNode {
  const { rows, total, scopes, page, pageSize, today, organName } = props;
  const from = (page - 1) * pageSize + 1;
  const to = from + rows.length - 1;
  return (
    <>
      <Heading title="Nhiệm vụ" lead={`${total} nhiệm vụ bạn đang theo dõi`} />
      <StatusTabs
        label="Phạm vi"
        tabs={[
          ...scopes.map((scope) => ({ href: `/nhiem-vu?pham-vi=${scope}`, label: SCOPE_WORDS[scope] })),
          { href: FOLLOWED_PATH, label: 'Đang theo dõi', current: true },
        ]}
      />
      <TaskLines
        caption="Nhiệm vụ đang theo dõi"
        {...{ rows, today, organName }}
        empty={
          <EmptyState title="Bạn chưa theo dõi nhiệm vụ nào">
            <p>Mở một nhiệm vụ rồi bấm “Theo dõi nhiệm vụ này”.</p>
          </EmptyState>
        }
      />
      {rows.length > 0 && (
        <Pagination
          {...{ from, to, total }}
          previousHref={page > 1 ? `${FOLLOWED_PATH}?trang=${page - 1}` : undefined}
          nextHref={to < total ? `${FOLLOWED_PATH}?trang=${page + 1}` : undefined}
        />
      )}
    </>
  );
}

/** The lists that a person keeps, and the form to keep the one they came from. */
export function ViewsPage(props: {
  views: readonly ViewRow[];
  /** The list shown before, as its query; none where the page was opened by itself. */
  query: string | null;
  failed?: { sent: SentForm; fault: FormFault };
}): VNode {
  const { views, query, failed } = props;
  return (
    <>
      <Breadcrumbs links={[{ label: 'Nhiệm vụ', href: query ? `/nhiem-vu?${query}` : '/nhiem-vu' }]} />
      <Heading title="Bộ lọc đã lưu" lead="Chỉ mình bạn thấy; hiện ngay trên danh sách nhiệm vụ." />
      {query && (
        <Section title="Lưu bộ lọc đang dùng">
          <FormPage action={VIEWS_PATH} submit="Lưu bộ lọc" cancelHref={`/nhiem-vu?${query}`} {...failed}>
            <input type="hidden" name="loc" value={query} />
            <TextField name="ten" label="Tên bộ lọc" hint="Trùng tên thì thay bộ lọc cũ" width={30} maxLength={60} />
            <Checkbox name="mac-dinh" label="Mở danh sách này trước mỗi khi vào Nhiệm vụ" />
          </FormPage>
        </Section>
      )}
      <DataTable
        caption="Bộ lọc đã lưu"
        rows={views}
        empty={
          <EmptyState title="Chưa lưu bộ lọc nào">
            <p>Ở danh sách nhiệm vụ, chọn điều kiện lọc rồi bấm “Lưu bộ lọc”.</p>
          </EmptyState>
        }
        columns={[
          {
            title: 'Tên',
            cell: (view) => (
              <>
                <a href={`/nhiem-vu?${view.query}`}>{view.name}</a> {view.isDefault && <Tag tone="good">mở trước</Tag>}
              </>
            ),
          },
          {
            title: '',
            cell: (view) => (
              <LinkRow>
                <PostButton
                  action={`${VIEWS_PATH}/${view.id}`}
                  kind="secondary"
                  small
                  fields={{ viec: view.isDefault ? 'khong-mo-truoc' : 'mo-truoc' }}
                  label={`${view.isDefault ? 'Không mở trước nữa' : 'Mở trước'}: ${view.name}`}
                >
                  {view.isDefault ? 'Không mở trước nữa' : 'Mở trước'}
                </PostButton>
                <PostButton
                  action={`${VIEWS_PATH}/${view.id}`}
                  kind="secondary"
                  small
                  fields={{ viec: 'bo' }}
                  label={`Bỏ bộ lọc: ${view.name}`}
                >
                  Bỏ
                </PostButton>
              </LinkRow>
            ),
          },
        ]}
      />
    </>
  );
}
