import type { VNode } from 'preact';
import { Breadcrumbs, FileField, type FormFault, FormPage, Heading, type SentForm, TextArea } from '../../ui/index.ts';

/** What the reader takes, as the file picker offers it. */
const ACCEPT = '.pdf,.docx,.doc,.txt,.md,.html,.png,.jpg,.jpeg';
const MOST_BYTES = 20_000_000;

export function IntakePage({ sent, fault }: { sent?: SentForm; fault?: FormFault }): VNode {
  return (
    <>
      <Breadcrumbs links={[{ href: '/van-ban', label: 'Văn bản' }]} />
      <Heading
        title="Nhận văn bản mới"
        lead="Tải tệp đã ký lên, hoặc dán nội dung. Hệ thống đọc và tìm các nhiệm vụ để bạn kiểm tra; chưa có gì được giao cho ai."
      />
      <FormPage action="/van-ban/moi" sent={sent} fault={fault} files submit="Đọc văn bản" cancelHref="/van-ban">
        <FileField
          name="tep"
          label="Tệp văn bản"
          optional
          accept={ACCEPT}
          maxBytes={MOST_BYTES}
          hint="Tệp .pdf, .docx, .doc, .txt hoặc ảnh chụp. Bản quét được nhận dạng chữ, mất vài giây mỗi trang."
        />
        <TextArea name="noi-dung" label="Hoặc dán nội dung vào đây" optional rows={10} />
        <p class="ts-quiet">Không đưa vào đây văn bản có độ Mật, Tối mật, Tuyệt mật.</p>
      </FormPage>
    </>
  );
}
