import type { VNode } from 'preact';
import { ConfirmPage, type FormFault, Select, type SentForm, TextArea } from '../../ui/index.ts';
import type { Directive, DirectiveHead } from '../store/directive.ts';
import { directiveName } from './list.tsx';

interface EndView {
  directive: Directive;
  sent?: SentForm;
  fault?: FormFault;
}

export const RecallPage = ({ directive: d, ...form }: EndView): VNode => (
  <ConfirmPage
    {...form}
    action={`/van-ban/${d.id}/thu-hoi`}
    title="Thu hồi văn bản"
    caption={directiveName(d)}
    consequence={<p>Các nhiệm vụ chưa xong của văn bản này thôi giao. Văn bản vẫn xem lại được, kèm lý do thu hồi.</p>}
    submit="Thu hồi"
    submitKind="warning"
    cancelHref={`/van-ban/${d.id}`}
  >
    <TextArea name="ly-do" label="Lý do thu hồi" rows={3} maxLength={1000} />
  </ConfirmPage>
);

export const ReplacePage = ({
  directive: d,
  others,
  ...form
}: EndView & { others: readonly DirectiveHead[] }): VNode => (
  <ConfirmPage
    {...form}
    action={`/van-ban/${d.id}/thay-the`}
    title="Thay bằng văn bản khác"
    caption={directiveName(d)}
    consequence={
      <p>
        Các nhiệm vụ chưa xong của văn bản này thôi giao; nhiệm vụ của văn bản thay thế giữ nguyên. Hai văn bản dẫn đến
        nhau.
      </p>
    }
    submit="Thay thế"
    submitKind="warning"
    cancelHref={`/van-ban/${d.id}`}
  >
    <Select
      name="thay-bang"
      label="Văn bản thay thế"
      hint="Văn bản đã ban hành của cùng cơ quan. Nếu chưa có ở đây, hãy ban hành văn bản đó trước."
      empty="Chọn văn bản"
      options={others.map((o) => ({ value: String(o.id), label: `${directiveName(o)} – ${o.title}`.slice(0, 120) }))}
    />
    <TextArea name="ly-do" label="Lý do thay thế" rows={3} maxLength={1000} />
  </ConfirmPage>
);

export const DiscardPage = ({ directive: d, ...form }: EndView): VNode => (
  <ConfirmPage
    {...form}
    action={`/van-ban/${d.id}/khong-ban-hanh`}
    title="Không ban hành văn bản này"
    caption={directiveName(d)}
    consequence={<p>Văn bản nhận nhầm hoặc không giao việc được cất vào mục “Không ban hành”, không giao gì cho ai.</p>}
    submit="Không ban hành"
    submitKind="warning"
    cancelHref={`/van-ban/${d.id}`}
  >
    <TextArea name="ly-do" label="Lý do" rows={3} maxLength={1000} />
  </ConfirmPage>
);
