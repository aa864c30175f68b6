import type { VNode } from 'preact';
import {
  DataTable,
  EmptyState,
  type FormFault,
  FormPage,
  PostButton,
  Section,
  type SentForm,
  TextField,
} from '../../../ui/index.ts';

export interface ShownWebhook {
  id: number;
  clientName: string;
  url: string;
  kinds: string[];
  waiting: number;
}
export interface DeadDelivery {
  unitId: number;
  id: number;
  url: string;
  key: string;
  kind: string;
  tries: number;
  failure: string | null;
}
export interface WebhooksProps {
  webhooks: readonly ShownWebhook[];
  dead: readonly DeadDelivery[];
  clients: readonly { id: number; name: string; endedAt: number | null }[];
  /** The form that failed, of one system. */
  failed?: { clientId: number; sent: SentForm; fault: FormFault } | undefined;
}

/** Where changes are told by themselves, and what could not be told. */
export function WebhooksSection({ webhooks, dead, clients, failed }: WebhooksProps): VNode {
  return (
    <>
      <Section title="Tự báo thay đổi">
        <DataTable
          caption="Địa chỉ nhận báo thay đổi"
          rows={webhooks}
          empty={<EmptyState title="Chưa báo tới địa chỉ nào." />}
          columns={[
            { title: 'Địa chỉ', cell: (one) => one.url },
            { title: 'Hệ thống', cell: (one) => one.clientName },
            { title: 'Sự kiện', cell: (one) => (one.kinds.length === 0 ? 'tất cả' : one.kinds.join(', ')) },
            { title: 'Đang chờ gửi', numeric: true, cell: (one) => one.waiting },
            {
              title: '',
              cell: (one) => (
                <PostButton action={`/to-chuc/he-thong/bao/${one.id}/ngung`} kind="secondary" small>
                  Ngừng báo
                </PostButton>
              ),
            },
          ]}
        />
        {clients
          .filter((client) => client.endedAt === null)
          .map((client) => {
            const mine = failed?.clientId === client.id ? failed : undefined;
            return (
              <details class="govuk-details" open={mine !== undefined}>
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">Báo cho {client.name}</span>
                </summary>
                <div class="govuk-details__text">
                  <FormPage
                    action={`/to-chuc/he-thong/${client.id}/bao`}
                    keep={false}
                    prefix={`bao-${client.id}-`}
                    sent={mine?.sent}
                    fault={mine?.fault}
                    submit="Thêm địa chỉ"
                  >
                    <TextField name="dia-chi" label="Địa chỉ nhận" hint="Bắt đầu bằng https://" maxLength={500} />
                    <TextField
                      name="su-kien"
                      label="Sự kiện"
                      optional
                      hint="Ví dụ: received, resolved, delivered. Để trống: tất cả."
                      maxLength={300}
                    />
                  </FormPage>
                </div>
              </details>
            );
          })}
      </Section>
      {dead.length > 0 && (
        <Section title="Không gửi được sau một ngày">
          <DataTable
            caption="Lần báo không gửi được"
            rows={dead}
            columns={[
              { title: 'Địa chỉ', cell: (one) => one.url },
              { title: 'Sự kiện', narrow: true, cell: (one) => one.kind },
              { title: 'Mã lần gửi', cell: (one) => <code>{one.key}</code> },
              { title: 'Đã thử', numeric: true, cell: (one) => one.tries },
              { title: 'Lỗi cuối', narrow: true, cell: (one) => one.failure ?? '' },
              {
                title: '',
                cell: (one) => (
                  <PostButton action={`/to-chuc/he-thong/gui-lai/${one.unitId}/${one.id}`} kind="secondary" small>
                    Gửi lại
                  </PostButton>
                ),
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
