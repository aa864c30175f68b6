import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { Details, FormPage, Radios, TextArea, TextField } from '../../ui/index.ts';
import { stepAllowed } from '../model.ts';
import { askerOf } from '../policy.ts';
import { type DetailView, failedOf } from './detailView.ts';

/** What those who asked may do: judge, ask for another answer, withdraw. */
export function AskerForms({ view }: { view: DetailView }): VNode | null {
  const { petition, principal, names } = view;
  const organId = askerOf(principal, petition);
  if (organId === undefined) return null;
  const action = (step: string) => `/kien-nghi/${petition.id}/${step}`;
  const judged = petition.verdicts.some((v) => v.organId === organId);
  return (
    <>
      {stepAllowed('judged', petition.state) && !judged && (
        <div class="ts-panel" id="danh-gia">
          <h3>{names.organ(organId)}: trả lời này đã giải quyết được chưa?</h3>
          {view.judgedBy && <p>Đánh giá đến hết ngày {formatDay(view.judgedBy)}; sau đó kiến nghị tự khép lại.</p>}
          <FormPage
            action={action('danh-gia')}
            version={petition.version}
            prefix="danh-gia-"
            submit="Gửi đánh giá"
            {...failedOf(view, 'danh-gia')}
          >
            <Radios
              name="ket-qua"
              label="Kết quả"
              choices={[
                { value: 'da-giai-quyet', label: 'Đã giải quyết' },
                { value: 'chua', label: 'Chưa giải quyết, nhưng không cần trả lời thêm' },
                { value: 'tra-loi-lai', label: 'Đề nghị trả lời lại' },
              ]}
            />
            <TextArea
              name="y-kien"
              label="Ý kiến"
              hint="Cần ghi nếu chưa giải quyết hoặc đề nghị trả lời lại."
              rows={3}
              maxLength={4000}
              optional
            />
          </FormPage>
        </div>
      )}
      {(petition.state === 'closed' || petition.state === 'lapsed') && (
        <Details summary="Đề nghị trả lời lại" open={view.failed?.form === 'mo-lai'}>
          <FormPage
            action={action('mo-lai')}
            version={petition.version}
            prefix="mo-lai-"
            submit="Đề nghị trả lời lại"
            {...failedOf(view, 'mo-lai')}
          >
            <TextArea name="y-kien" label="Cần trả lời lại điều gì" rows={3} maxLength={4000} />
          </FormPage>
        </Details>
      )}
      {stepAllowed('withdrawn', petition.state) && (
        <Details summary="Rút kiến nghị của cơ quan tôi" open={view.failed?.form === 'rut'}>
          <FormPage
            action={action('rut')}
            version={petition.version}
            prefix="rut-"
            submit="Rút kiến nghị"
            submitKind="warning"
            {...failedOf(view, 'rut')}
          >
            <p>
              {petition.askerIds.length > 1
                ? 'Các nơi khác cùng kiến nghị vẫn được trả lời.'
                : 'Không còn nơi nào khác cùng kiến nghị, nên kiến nghị sẽ kết thúc.'}
            </p>
            <TextField name="ly-do" label="Lý do rút" maxLength={500} />
          </FormPage>
        </Details>
      )}
    </>
  );
}
