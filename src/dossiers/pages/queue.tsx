import type { VNode } from 'preact';
import { dayOf, formatDay, formatInstant } from '../../kernel/day.ts';
import {
  ButtonLink,
  type Column,
  DataTable,
  EmptyState,
  Facts,
  FilterBar,
  formatNumber,
  Heading,
  LinkRow,
  StatusTabs,
  Tag,
  TextField,
} from '../../ui/index.ts';
import { maskedName } from '../applicants/model.ts';
import { dueMoment, dueStanding } from '../dueWords.ts';
import { type DossierRow, PAGE_SIZE, type QueueCounts, type QueueFilter, type QueueView } from '../lists.ts';
import type { ProcedureBook } from '../procedures/book.ts';
import { statusTone, statusWords } from '../status.ts';

export interface QueuePageView {
  filter: QueueFilter;
  rows: readonly DossierRow[];
  counts: QueueCounts;
  book: ProcedureBook;
  organName: (id: number) => string;
  now: number;
  receives: boolean;
  /** May bring over dossiers of another system. */
  takesOver: boolean;
}

const TITLES: Record<QueueView, string> = {
  'co-quan': 'Cơ quan tôi đang giữ',
  toi: 'Tôi đang làm',
  tra: 'Chờ trả kết quả',
  hoi: 'Được hỏi ý kiến',
  'da-nhan': 'Đã tiếp nhận',
};

export function queueHref(f: QueueFilter, change: Partial<QueueFilter>): string {
  const next = { ...f, after: null, ...change };
  const query = new URLSearchParams();
  if (next.view !== 'co-quan') query.set('xem', next.view);
  if (next.late) query.set('tre', '1');
  if (next.after) query.set('sau', `${next.after.at}-${next.after.id}`);
  const text = query.toString();
  return text ? `/ho-so?${text}` : '/ho-so';
}

/** The one list from which an office works: the soonest due first, each with its date and that of the present stage. */
export function QueuePage(view: QueuePageView): VNode {
  const { filter, counts } = view;
  const shown = view.rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const more = view.rows.length > PAGE_SIZE && last && filter.view !== 'hoi';
  const by = filter.view === 'da-nhan' ? last?.receivedAt : last?.dueAt;
  return (
    <>
      <Heading
        title="Hồ sơ"
        lead={`${formatNumber(counts.office)} hồ sơ cơ quan tôi đang giữ, ${formatNumber(counts.late)} quá hạn`}
        actions={
          <>
            {view.receives && <ButtonLink href="/ho-so/tiep-nhan">Tiếp nhận hồ sơ</ButtonLink>}
            {view.receives && (
              <ButtonLink href="/ho-so/so-cho" kind="secondary">
                Gọi số
              </ButtonLink>
            )}
            <ButtonLink href="/thu-tuc" kind="secondary">
              Thủ tục
            </ButtonLink>
            <ButtonLink href="/ho-so/so-lieu" kind="secondary">
              Số liệu
            </ButtonLink>
            {view.takesOver && (
              <ButtonLink href="/ho-so/nhap" kind="secondary">
                Chuyển từ hệ thống khác
              </ButtonLink>
            )}
          </>
        }
      />
      <SearchBar text={filter.text} />
      <StatusTabs
        label="Danh sách hồ sơ"
        tabs={(Object.keys(TITLES) as QueueView[])
          .filter((v) => v !== 'da-nhan' || view.receives)
          .map((v) => ({
            href: queueHref(filter, { view: v, late: false }),
            label: TITLES[v],
            current: v === filter.view,
            count: {
              'co-quan': counts.office,
              toi: counts.mine,
              tra: counts.toReturn,
              hoi: counts.asked,
              'da-nhan': undefined,
            }[v],
          }))}
      />
      {filter.view === 'co-quan' && counts.late > 0 && (
        <p>
          {filter.late ? (
            <a href={queueHref(filter, { late: false })}>Xem tất cả</a>
          ) : (
            <a href={queueHref(filter, { late: true })}>Chỉ xem {formatNumber(counts.late)} hồ sơ quá hạn</a>
          )}
        </p>
      )}
      <DossierTable
        {...view}
        rows={shown}
        caption={TITLES[filter.view]}
        empty={<EmptyState title="Không có hồ sơ nào">Hồ sơ mới chuyển đến sẽ hiện ở đây.</EmptyState>}
      />
      {more && by && (
        <LinkRow>
          <a href={queueHref(filter, { after: { at: by, id: last.id } })} rel="next">
            Trang sau
          </a>
        </LinkRow>
      )}
    </>
  );
}

export function SearchBar({ text }: { text: string }): VNode {
  return (
    <FilterBar action="/ho-so/tim" values={{ q: text }} submit="Tìm">
      <TextField
        name="q"
        label="Tìm hồ sơ"
        hint="Mã hồ sơ, số cuối trong ngày, số định danh, điện thoại, hoặc họ tên (không cần dấu)"
        type="search"
        maxLength={100}
        autocomplete="off"
      />
    </FilterBar>
  );
}

type TableView = Pick<QueuePageView, 'rows' | 'book' | 'organName' | 'now'> & { caption: string; empty: VNode };

export function DossierTable({ rows, book, organName, now, caption, empty }: TableView): VNode {
  const columns: Column<DossierRow>[] = [
    {
      title: 'Hồ sơ',
      cell: (d) => (
        <>
          <a class="govuk-link" href={`/ho-so/${d.code}`}>
            {d.code}
          </a>
          <br />
          {book.version(d.procedureVersionId)?.name}
        </>
      ),
    },
    { title: 'Người nộp', cell: (d) => maskedName(d.applicantName) },
    { title: 'Trạng thái', cell: (d) => <Tag tone={statusTone(d.status)}>{statusWords(d.status)}</Tag> },
    { title: 'Nơi giữ', cell: (d) => d.holderName ?? organName(d.holderId) },
    {
      title: 'Bước này xong trước',
      narrow: true,
      cell: (d) => (d.targetAt && !d.finishedAt ? formatInstant(d.targetAt).replace(' ngày ', ', ') : ''),
    },
    {
      title: 'Hẹn trả',
      narrow: true,
      cell: (d) => {
        const { text, tone } = dueStanding(d, now);
        return (
          <>
            {d.dueAt ? dueMoment(d.dueAt, d.dueExact) : formatDay(dayOf(d.submittedAt))} <Tag tone={tone}>{text}</Tag>
          </>
        );
      },
    },
  ];
  const today = dayOf(now);
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      empty={empty}
      keyOf={(d) => `${d.code}|${d.version}|${d.holderName}|${today}|${Math.floor(now / 600_000)}|${book.edition}`}
    />
  );
}

export function SearchPage(view: Pick<QueuePageView, 'rows' | 'book' | 'organName' | 'now'> & { text: string }): VNode {
  return (
    <>
      <Heading title="Tìm hồ sơ" lead={view.text ? `“${view.text}”, trong đơn vị của bạn` : undefined} />
      <SearchBar text={view.text} />
      <Facts facts={[{ label: 'Tìm thấy', value: formatNumber(view.rows.length), note: `nhiều nhất ${PAGE_SIZE}` }]} />
      <DossierTable
        {...view}
        caption="Kết quả tìm"
        empty={
          <EmptyState title="Không tìm thấy hồ sơ">Hãy thử mã hồ sơ đầy đủ hoặc số định danh của người nộp.</EmptyState>
        }
      />
    </>
  );
}
