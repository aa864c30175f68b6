import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { DayField, Details, FormPage, TextField } from '../../ui/index.ts';
import { stepAllowed } from '../model.ts';
import type { ChargeRow } from '../store.ts';
import { type DetailView, failedOf } from './detailView.ts';

/** What the office that owns the task may change, folded away because it is rare. */
export function Steering({ view }: { view: DetailView }): VNode {
  const { task, charges, failed } = view;
  return (
    <>
      {stepAllowed('meet', task.state) && (
        <Details summary="Đã có điều kiện thực hiện" open={failed?.form === 'dieu-kien'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/dieu-kien`}
            prefix="dieu-kien-"
            submit="Ghi nhận và bắt đầu tính"
            {...failedOf(view, 'dieu-kien')}
          >
            <TextField
              name="ly-do"
              label="Điều kiện đã có là gì"
              hint="Số, ngày của văn bản hoặc sự việc"
              maxLength={500}
            />
            <DayField name="han" label="Hạn mới" optional />
          </FormPage>
        </Details>
      )}
      {stepAllowed('reschedule', task.state) && (
        <Details summary={task.dueOn ? 'Đổi hạn' : 'Đặt hạn'} open={failed?.form === 'han'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/han`}
            prefix="han-"
            submit={task.dueOn ? 'Đổi hạn' : 'Đặt hạn'}
            {...failedOf(view, 'han')}
          >
            <DayField
              name="han"
              label="Hạn"
              hint="Để trống nếu không còn hạn. Ví dụ: 5/9/2026"
              value={task.dueOn ? formatDay(task.dueOn) : ''}
            />
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
      {charges
        .filter((charge) => charge.role === 'lead' && stepAllowed('reassign', charge.state))
        .map((charge) => (
          <Reassign view={view} charge={charge} />
        ))}
      {stepAllowed('withdraw', task.state) && (
        <Details summary="Thôi giao nhiệm vụ này" open={failed?.form === 'thoi-giao'}>
          <FormPage
            action={`/nhiem-vu/${task.id}/thoi-giao`}
            prefix="thoi-giao-"
            submit="Thôi giao"
            submitKind="warning"
            {...failedOf(view, 'thoi-giao')}
          >
            <p>Các cơ quan được giao sẽ thấy nhiệm vụ đã thôi giao, kèm lý do. Những gì đã ghi vẫn được giữ.</p>
            <TextField name="ly-do" label="Lý do" maxLength={500} />
          </FormPage>
        </Details>
      )}
    </>
  );
}

function Reassign({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `chuyen-chu-tri-${charge.id}`;
  return (
    <Details summary={`Chuyển chủ trì từ ${view.organName(charge.organId)}`} open={view.failed?.form === form}>
      <FormPage
        action={`/nhiem-vu/${view.task.id}/chuyen-chu-tri`}
        version={charge.version}
        prefix={`${form}-`}
        submit="Chuyển chủ trì"
        submitKind="warning"
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <p>Cơ quan cũ thôi chủ trì nhưng vẫn xem được; những gì đã ghi vẫn được giữ.</p>
        <TextField name="co-quan" label="Cơ quan chủ trì mới" hint="Ghi đúng tên, ví dụ Sở Tài chính" maxLength={200} />
        <TextField name="ly-do" label="Lý do" maxLength={500} />
      </FormPage>
    </Details>
  );
}
