import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import {
  ButtonLink,
  Checkbox,
  type Column,
  DataTable,
  DayField,
  EmptyState,
  FilterBar,
  Heading,
  Notice,
  Pagination,
  Section,
  Select,
  TextField,
} from '../../ui/index.ts';
import { BRANCH_ORDER, branchWords, type OrganNode, treeOf } from '../model.ts';
import type { RegisterOrgan, RegisterUnit } from '../resolve/index.ts';
import type { FoundOrgan } from '../store.ts';
import { kindWord } from '../templates/index.ts';
import { listHref, type OrganListQuery, PAGE_SIZE } from './listQuery.ts';
import { validityWords } from './words.ts';

export interface OrganListProps {
  query: OrganListQuery;
  unit: RegisterUnit | null;
  /** The province and its communes, for choosing. */
  units: readonly RegisterUnit[];
  /** The unit's organs on the day; unused while words are searched. */
  organs: readonly RegisterOrgan[];
  /** What the words found; null where nothing is searched. */
  found: readonly FoundOrgan[] | null;
  mayAdd: boolean;
}

export const unitWords = (unit: { type: string; name: string }): string => `${kindWord(unit.type)} ${unit.name}`;

export function OrganListPage(props: OrganListProps): VNode {
  const { query, unit, units, found } = props;
  return (
    <>
      <Heading
        title={unit && found === null ? `Cơ quan, tổ chức của ${unitWords(unit)}` : 'Cơ quan, tổ chức'}
        lead={query.anyTime ? 'Tên đang dùng và tên cũ, mọi thời gian' : `Theo ngày ${formatDay(query.day)}`}
        actions={props.mayAdd ? <ButtonLink href="/to-chuc/moi">Thêm cơ quan</ButtonLink> : undefined}
      />
      {query.wrongDay !== null && (
        <Notice
          tone="warning"
          text={`“${query.wrongDay}” không phải một ngày có thật nên danh sách lấy theo hôm nay. Hãy viết ngày như 30/6/2025.`}
        />
      )}
      <FilterBar action="/to-chuc" values={query.values} submit="Xem">
        <TextField name="tu-khoa" label="Tên cơ quan, viết tắt hoặc tên cũ" type="search" maxLength={80} />
        <Select
          name="don-vi"
          label="Đơn vị"
          options={units.map((u) => ({ value: String(u.id), label: unitWords(u) }))}
        />
        <DayField name="ngay" label="Theo ngày" hint="Ví dụ: 28/2/2025" />
        <Checkbox name="moi-luc" label="Tìm cả cơ quan đã kết thúc" value="co" />
      </FilterBar>
      {found === null ? <Tree {...props} /> : <Found {...props} found={found} />}
    </>
  );
}

function Tree({ query, organs }: OrganListProps): VNode {
  if (organs.length === 0) {
    return (
      <EmptyState title="Ngày này đơn vị chưa có cơ quan nào trong danh bạ">
        <p>Hãy chọn ngày khác. Cơ quan của xã, phường có từ ngày 1/7/2025.</p>
      </EmptyState>
    );
  }
  const byBranch = Map.groupBy(treeOf(organs), (node) => node.organ.branch);
  return (
    <>
      {BRANCH_ORDER.map((branch) => {
        const nodes = byBranch.get(branch);
        return (
          nodes && (
            <Section title={branchWords(branch)}>
              <Nodes nodes={nodes} query={query} />
            </Section>
          )
        );
      })}
    </>
  );
}

function Nodes({ nodes, query }: { nodes: readonly OrganNode<RegisterOrgan>[]; query: OrganListQuery }): VNode {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {nodes.map(({ organ, below }) => (
        <li>
          <a class="govuk-link" href={organHref(organ.id, query)}>
            {organ.shortName}
          </a>
          {below.length > 0 && <Nodes nodes={below} query={query} />}
        </li>
      ))}
    </ul>
  );
}

const organHref = (id: number, query: OrganListQuery): string =>
  query.asOf ? `/to-chuc/${id}?ngay=${query.day}` : `/to-chuc/${id}`;

function Found({ query, found }: OrganListProps & { found: readonly FoundOrgan[] }): VNode {
  const total = found[0]?.total ?? 0;
  const from = (query.page - 1) * PAGE_SIZE;
  const columns: Column<FoundOrgan>[] = [
    {
      title: 'Cơ quan',
      cell: (organ) => (
        <>
          <a class="govuk-link" href={organHref(organ.id, query)}>
            {organ.shortName}
          </a>
          {organ.foundAs && <span class="ts-quiet"> (tìm thấy theo tên “{organ.foundAs}”)</span>}
        </>
      ),
    },
    {
      title: 'Đơn vị',
      cell: (o) => (o.unitName && o.unitType ? unitWords({ type: o.unitType, name: o.unitName }) : 'trung ương'),
    },
    ...(query.anyTime || query.asOf ? [{ title: 'Hiệu lực', cell: (o: FoundOrgan) => validityWords(o) }] : []),
  ];
  return (
    <>
      <DataTable
        caption="Cơ quan tìm thấy"
        columns={columns}
        rows={found}
        empty={
          <EmptyState title="Không có cơ quan nào như vậy">
            <p>
              Dấu không bắt buộc; hãy thử viết ngắn hơn, hoặc đánh dấu tìm cả cơ quan đã kết thúc.{' '}
              <a class="govuk-link" href="/to-chuc">
                Xem lại từ đầu
              </a>
            </p>
          </EmptyState>
        }
      />
      {total > PAGE_SIZE && (
        <Pagination
          from={from + 1}
          to={from + found.length}
          total={total}
          {...(query.page > 1 ? { previousHref: listHref(query, { trang: String(query.page - 1) }) } : {})}
          {...(from + found.length < total ? { nextHref: listHref(query, { trang: String(query.page + 1) }) } : {})}
        />
      )}
    </>
  );
}
