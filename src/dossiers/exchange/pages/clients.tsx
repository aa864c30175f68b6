import type { VNode } from 'preact';
import { formatInstant } from '../../../kernel/day.ts';
import {
  Breadcrumbs,
  Checkboxes,
  CopyBox,
  DataTable,
  EmptyState,
  type FormFault,
  FormPage,
  Heading,
  Notice,
  PostButton,
  Section,
  type SentForm,
  TextField,
} from '../../../ui/index.ts';
import { centreChoices } from '../../centreChoices.ts';
import { type WebhooksProps, WebhooksSection } from './webhooks.tsx';

export interface ShownClient {
  id: number;
  system: string;
  name: string;
  createdAt: number;
  endedAt: number | null;
  centreIds: number[];
}

export interface ClientsProps {
  clients: readonly ShownClient[];
  centres: readonly { organId: number; name: string }[];
  centreName(organId: number): string;
  /** Shown once, right after it was made. */
  made?: { words: string; label: string; secret: string } | undefined;
  webhooks: WebhooksProps;
  sent?: SentForm | undefined;
  fault?: FormFault | undefined;
}

/** The systems that may call, and the form for one more. */
export function ClientsPage({ clients, centres, centreName, made, webhooks, sent, fault }: ClientsProps): VNode {
  return (
    <>
      <Breadcrumbs links={[{ label: 'Tổ chức', href: '/to-chuc' }]} />
      <Heading
        title="Kết nối hệ thống"
        lead="Cổng dịch vụ công và phần mềm khác gửi hồ sơ, đọc trạng thái thay mặt trung tâm mà bạn cho phép."
        actions={<a href="/api">Cách gọi</a>}
      />
      {made && (
        <>
          <Notice tone="success">{made.words} Chỉ hiện lần này; hãy chép và giao trực tiếp cho bên vận hành.</Notice>
          <CopyBox id="bi-mat" label={made.label} text={made.secret} />
        </>
      )}
      <Section title="Hệ thống đã kết nối">
        <DataTable
          caption="Hệ thống đã kết nối"
          rows={clients}
          empty={<EmptyState title="Chưa có hệ thống nào." />}
          columns={[
            { title: 'Tên', cell: (one) => one.name },
            { title: 'Mã', narrow: true, cell: (one) => <code>{one.system}</code> },
            { title: 'Trung tâm', cell: (one) => one.centreIds.map(centreName).join(', ') },
            {
              title: 'Từ',
              narrow: true,
              cell: (one) =>
                one.endedAt === null
                  ? formatInstant(one.createdAt)
                  : `${formatInstant(one.createdAt)}, ngừng ${formatInstant(one.endedAt)}`,
            },
            {
              title: '',
              cell: (one) =>
                one.endedAt === null && (
                  <PostButton action={`/to-chuc/he-thong/${one.id}/ngung`} kind="warning" small>
                    Ngừng kết nối
                  </PostButton>
                ),
            },
          ]}
        />
      </Section>
      <WebhooksSection {...webhooks} />
      <Section title="Kết nối thêm">
        {/* The secret is shown where it is answered, once: nothing typed is offered again. */}
        <FormPage action="/to-chuc/he-thong" keep={false} sent={sent} fault={fault} submit="Cấp mã truy cập">
          <TextField name="ten" label="Tên hệ thống" maxLength={120} />
          <TextField
            name="ma"
            label="Mã hệ thống"
            hint="Chữ thường không dấu, số, gạch nối; ví dụ cong-tinh. Không đổi được về sau."
            width={20}
            maxLength={40}
          />
          <Checkboxes name="trung-tam" label="Thay mặt trung tâm" columns choices={centreChoices(centres)} />
        </FormPage>
      </Section>
    </>
  );
}
