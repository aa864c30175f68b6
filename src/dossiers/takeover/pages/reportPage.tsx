import type { VNode } from 'preact';
import { formatInstant } from '../../../kernel/day.ts';
import {
  Breadcrumbs,
  type Column,
  DataTable,
  formatNumber,
  formatPercent,
  formatSize,
  Heading,
  KeyFact,
  LinkRow,
  Notice,
  PostButton,
  Section,
  SummaryList,
  Tag,
} from '../../../ui/index.ts';
import { type Status, statusWords } from '../../status.ts';
import { type Balance, balanceOf, type ConcernGroup, type Sums } from '../report.ts';
import type { Takeover, TakeoverRow } from '../store.ts';
import { Concerns, LINE } from './concerns.tsx';

export interface ReportView {
  t: Takeover;
  sums: readonly Sums[];
  /** Old codes under which more than one dossier is here. */
  doubled: readonly { code: string }[];
  /** The first of them. */
  refused: readonly TakeoverRow[];
  /** The first rows that somebody has to decide about, and all of them by reason. */
  differing: readonly TakeoverRow[];
  groups: readonly ConcernGroup[];
  procedureName: (code: string) => string;
  organName: (id: number) => string;
}

/** Rows shown on the page; the whole is in the files. */
export const SHOWN_ROWS = { refused: 20, differing: 10 } as const;
const NONE: Sums = {
  ...{ by: 'all', key: null, rows: 0, taken: 0, there: 0, refused: 0, ended: 0, differing: 0, held: 0, moved: 0 },
};

/** What became of a file, row by row and in sums that must agree. */
export function ReportPage(view: ReportView): VNode {
  const { t, sums, doubled } = view;
  const all = sums.find((s) => s.by === 'all') ?? NONE;
  const running = t.state === 'waiting' || t.state === 'working';
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Hồ sơ', href: '/ho-so' },
          { label: 'Chuyển từ hệ thống khác', href: '/ho-so/nhap' },
        ]}
      />
      <Heading title={titleOf(t)} caption={`${t.name} (${formatSize(t.size)})`} />
      {running && <Running {...{ t, all }} />}
      {t.state === 'failed' && <Notice tone="warning" title="Lý do" text={t.failure ?? ''} />}
      {!running && all.rows > 0 && (
        <>
          <Result {...{ t, all }} balance={balanceOf(t, all, doubled.length)} />
          <Checks {...view} balance={balanceOf(t, all, doubled.length)} />
          <Refused {...view} all={all} />
          <Totals {...view} />
          <Concerns {...view} all={all} />
        </>
      )}
      <Evidence t={t} />
    </>
  );
}

function titleOf(t: Takeover): string {
  if (t.state === 'failed') return 'Không nhập được tệp này';
  if (t.state === 'cancelled') return t.trial ? 'Đã dừng chạy thử' : 'Đã dừng nhập';
  if (t.state === 'done') return t.trial ? 'Kết quả chạy thử' : 'Kết quả nhập hồ sơ';
  return t.trial ? 'Đang chạy thử' : 'Đang nhập hồ sơ';
}

function Running({ t, all }: { t: Takeover; all: Sums }): VNode {
  const done = t.rowCount === 0 ? 0 : all.rows / t.rowCount;
  return (
    <>
      <meta http-equiv="refresh" content="2" />
      <p>
        <label for="tien-do">
          {t.rowCount === 0
            ? 'Đang đếm các dòng của tệp'
            : `Đã xem ${formatNumber(all.rows)} trong ${formatNumber(t.rowCount)} dòng`}
        </label>
      </p>
      <progress id="tien-do" max={1} value={done}>
        {formatPercent(done)}
      </progress>
      <p>Trang tự tải lại. Bạn có thể rời trang này: máy vẫn làm tiếp, kể cả khi bị ngắt giữa chừng.</p>
      <PostButton action={`/ho-so/nhap/${t.id}/dung`} kind="secondary">
        Dừng lại
      </PostButton>
      {!t.trial && (
        <p class="ts-quiet">Hồ sơ đã nhận trước khi dừng vẫn được giữ; tải lại tệp sẽ nhận tiếp phần còn lại.</p>
      )}
    </>
  );
}

function Result({ t, all, balance }: { t: Takeover; all: Sums; balance: Balance }): VNode {
  const over = t.state === 'done';
  return (
    <>
      <KeyFact
        label={t.trial ? 'Nếu nhập thật, sẽ nhận' : 'Đã nhận'}
        value={`${formatNumber(all.taken)} hồ sơ`}
        tail={`trong ${formatNumber(t.rowCount)} dòng`}
      >
        <p>
          {formatNumber(all.there)} dòng đã có từ trước nên không đổi gì, {formatNumber(all.refused)} dòng không nhận
          {all.ended > 0 && ` (${formatNumber(all.ended)} dòng đã kết thúc ở hệ thống cũ)`}.
        </p>
      </KeyFact>
      {over && !balance.holds && (
        <Notice
          tone="warning"
          title="Số liệu không khớp"
          text="Có dòng bị thiếu hoặc trùng. Đừng ngừng hệ thống cũ; hãy báo quản trị kèm báo cáo này."
        />
      )}
      {over && t.trial && t.realId === null && <Go {...{ t, all }} />}
      {t.realId !== null && (
        <p>
          Tệp này đã được nhập thật: <a href={`/ho-so/nhap/${t.realId}`}>xem kết quả</a>.
        </p>
      )}
      {t.trialId !== null && (
        <LinkRow>
          <a href="/ho-so?xem=da-nhan">Xem hồ sơ đã nhận</a>
          <a href="/ho-so/nhap">Tải tệp khác lên</a>
        </LinkRow>
      )}
    </>
  );
}

function Go({ t, all }: { t: Takeover; all: Sums }): VNode {
  if (all.taken === 0) return <p>Không còn hồ sơ nào để nhận.</p>;
  return (
    <>
      <p>
        <b>Chưa hồ sơ nào được ghi.</b> Nhập thật sẽ nhận {formatNumber(all.taken)} hồ sơ; từ lúc đó trạng thái của
        chúng do hệ thống này giữ, hãy ngừng xử lý chúng ở hệ thống cũ.
      </p>
      <PostButton action={`/ho-so/nhap/${t.id}`}>Nhập thật {formatNumber(all.taken)} hồ sơ</PostButton>
    </>
  );
}

function Checks({ t, balance, doubled }: ReportView & { balance: Balance }): VNode | null {
  if (t.state !== 'done') return null;
  return (
    <Section title="Đối chiếu">
      <DataTable
        caption="Đối chiếu số dòng của tệp với hồ sơ trong hệ thống"
        rows={balance.lines}
        columns={[
          { title: 'Kiểm tra', cell: (l) => l.words },
          { title: 'Phải là', numeric: true, cell: (l) => formatNumber(l.left) },
          { title: 'Đếm được', numeric: true, cell: (l) => formatNumber(l.right) },
          {
            title: 'Kết quả',
            narrow: true,
            cell: (l) => (l.left === l.right ? <Tag tone="good">khớp</Tag> : <Tag tone="late">không khớp</Tag>),
          },
        ]}
      />
      {doubled.length > 0 && <p>Mã bị trùng: {doubled.map(({ code }) => code).join(', ')}.</p>}
      <p class="ts-quiet">Số đếm được lấy lại từ các bảng của hệ thống mỗi lần mở trang này, không lấy từ lần nhập.</p>
    </Section>
  );
}

function Refused({ t, all, refused }: ReportView & { all: Sums }): VNode | null {
  if (all.refused === 0) return null;
  const toMend = all.refused - all.ended;
  return (
    <Section title={`${formatNumber(all.refused)} dòng không nhận`}>
      {toMend > 0 && (
        <>
          <p>
            Tải {formatNumber(toMend)} dòng cần sửa về, sửa theo cột “Lý do không nhận” rồi tải lên lại. Dòng đã nhận
            không bị ảnh hưởng.
          </p>
          <LinkRow>
            <a href={`/ho-so/nhap/${t.id}/can-sua.xlsx`}>Tải dòng cần sửa (Excel)</a>
            <a href={`/ho-so/nhap/${t.id}/can-sua.csv`}>CSV</a>
          </LinkRow>
        </>
      )}
      <DataTable
        caption="Dòng không nhận"
        rows={refused}
        columns={[
          LINE,
          { title: 'Mã hồ sơ cũ', narrow: true, cell: (r) => r.code },
          { title: 'Cột', cell: (r) => r.field },
          { title: 'Vì sao', cell: (r) => r.reason },
        ]}
      />
      {all.refused > refused.length && (
        <p class="ts-quiet">Đây là {formatNumber(refused.length)} dòng đầu; tất cả có trong tệp tải về.</p>
      )}
    </Section>
  );
}

/** What is here by now; a rehearsal has written nothing. */
const HELD: readonly Column<Sums>[] = [
  { title: 'Có trong hệ thống', numeric: true, cell: (s) => formatNumber(s.held) },
  { title: 'Nay khác trạng thái', numeric: true, cell: (s) => formatNumber(s.moved) },
];

function Totals({ t, sums, organName }: ReportView): VNode {
  const of = (by: Sums['by'], title: string, name: (key: number | null) => string) => (
    <DataTable
      caption={`Số dòng theo ${title.toLowerCase()}`}
      rows={sums.filter((s) => s.by === by)}
      columns={[
        { title, cell: (s) => name(s.key) },
        { title: 'Trong tệp', numeric: true, cell: (s) => formatNumber(s.rows) },
        { title: t.trial ? 'Sẽ nhận' : 'Nhận', numeric: true, cell: (s) => formatNumber(s.taken) },
        { title: 'Đã có', numeric: true, cell: (s) => formatNumber(s.there) },
        { title: 'Không nhận', numeric: true, cell: (s) => formatNumber(s.refused) },
        ...(t.trial ? [] : HELD),
      ]}
    />
  );
  return (
    <Section
      title="Theo trạng thái và đơn vị"
      actions={<a href={`/ho-so/nhap/${t.id}/tung-dong.xlsx`}>Báo cáo từng dòng (Excel)</a>}
    >
      {of('status', 'Trạng thái', (key) => (key === null ? 'Không đọc được' : `${key}. ${statusWords(key as Status)}`))}
      {of('centre', 'Đơn vị', (key) =>
        key === null ? 'Không xác định, hoặc không thuộc đơn vị được nhập' : organName(key),
      )}
    </Section>
  );
}

function Evidence({ t }: { t: Takeover }): VNode {
  return (
    <Section title="Tệp gốc">
      <SummaryList
        rows={[
          { key: 'Hệ thống cũ', value: t.system },
          { key: 'Người tải lên', value: `${t.personName ?? ''}, ${formatInstant(t.askedAt)}` },
          { key: 'Xong lúc', value: t.endedAt === null ? null : formatInstant(t.endedAt) },
          { key: 'Dấu của tệp (SHA-256)', value: <code>{t.sha256}</code> },
        ]}
      />
    </Section>
  );
}
