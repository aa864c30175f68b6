import type { VNode } from 'preact';
import { formatInstant } from '../../../kernel/day.ts';
import type { Form } from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  DataTable,
  Details,
  EmptyState,
  FileField,
  type FormFault,
  FormPage,
  Heading,
  Section,
  Tag,
  TextField,
  type Tone,
} from '../../../ui/index.ts';
import { DEFAULT_SYSTEM } from '../askTakeover.ts';
import { COLUMNS } from '../columns.ts';
import type { Takeover, TakeoverState } from '../store.ts';

export const STATE_WORDS: Record<TakeoverState, { words: string; tone: Tone }> = {
  waiting: { words: 'đang chờ', tone: 'wait' },
  working: { words: 'đang chạy', tone: 'soon' },
  done: { words: 'xong', tone: 'good' },
  cancelled: { words: 'đã dừng', tone: 'none' },
  failed: { words: 'không nhập được', tone: 'late' },
};

/** Where an export is fed in, and what was fed in before. */
export function TakeoversPage(view: {
  takeovers: readonly Takeover[];
  centres: readonly string[];
  maxBytes: number;
  sent?: Form | undefined;
  fault?: FormFault | undefined;
}): VNode {
  return (
    <>
      <Breadcrumbs links={[{ label: 'Hồ sơ', href: '/ho-so' }]} />
      <Heading
        title="Chuyển hồ sơ từ hệ thống khác"
        lead={
          view.centres.length > 0
            ? `Hồ sơ đang giải quyết của ${ofCentres(view.centres)}. Ngày đã hẹn với người dân được giữ nguyên.`
            : 'Đơn vị bạn chưa có Trung tâm Phục vụ hành chính công đang hoạt động nên chưa có nơi nhận hồ sơ. Quản trị hệ thống thêm trung tâm ở mục Tổ chức.'
        }
        actions={<a href="/ho-so/nhap/mau.xlsx">Tải tệp mẫu</a>}
      />
      <FormPage
        action="/ho-so/nhap"
        files
        sent={view.sent}
        fault={view.fault}
        submit="Tải lên và chạy thử"
        cancelHref="/ho-so"
      >
        <FileField
          name="tep"
          label="Tệp xuất từ hệ thống cũ"
          hint="Excel (.xlsx) hoặc CSV. Lần này chỉ chạy thử: mọi dòng được xem xét, chưa ghi hồ sơ nào."
          accept=".xlsx,.csv"
          maxBytes={view.maxBytes}
        />
        <TextField
          name="he-thong"
          label="Tên ngắn của hệ thống cũ"
          hint={`Chữ không dấu, ví dụ vnpt-igate. Để trống: ${DEFAULT_SYSTEM}.`}
          optional
        />
      </FormPage>
      <Details summary="Các cột được đọc">
        <p>
          Tên cột viết theo Cổng quốc gia (MaHoSo, NgayTiepNhan) hay tiếng Việt đều nhận ra. Cột khác được bỏ qua. Bắt
          buộc có:{' '}
          {COLUMNS.filter((column) => column.required)
            .map((column) => column.head)
            .join(', ')}{' '}
          và Mã thủ tục hoặc Tên thủ tục.
        </p>
        <p>
          Có thể có:{' '}
          {COLUMNS.filter((column) => !column.required)
            .map((column) => column.head)
            .join(', ')}
          .
        </p>
        <p>
          Ngày ghi như 8/6/2026 09:30, 20260608093000, hoặc ô ngày của Excel. Trạng thái ghi số từ 1 đến 10 hoặc tên.
        </p>
      </Details>
      <Section title="Các tệp đã tải lên">
        <DataTable
          caption="Các tệp đã tải lên"
          rows={view.takeovers}
          columns={[
            { title: 'Tệp', cell: (t) => <a href={`/ho-so/nhap/${t.id}`}>{t.name}</a> },
            { title: 'Lần', narrow: true, cell: (t) => (t.trial ? 'Chạy thử' : 'Nhập thật') },
            {
              title: 'Trạng thái',
              narrow: true,
              cell: (t) => <Tag tone={STATE_WORDS[t.state].tone}>{STATE_WORDS[t.state].words}</Tag>,
            },
            { title: 'Lúc', narrow: true, cell: (t) => formatInstant(t.askedAt) },
            { title: 'Người tải', cell: (t) => t.personName ?? '' },
          ]}
          empty={
            <EmptyState title="Chưa có tệp nào">
              <p>Tải tệp mẫu để xem các cột, rồi tải tệp của hệ thống cũ lên.</p>
            </EmptyState>
          }
        />
      </Section>
    </>
  );
}

const ofCentres = (centres: readonly string[]): string =>
  centres.length > 2 ? `${centres.length} trung tâm trong tỉnh` : centres.join(' và ');
