import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { Button, DataTable, FormPage, LinkRow, Section, Tag, TextArea, TextField } from '../../ui/index.ts';
import { statusByKey, statusOf, stepAllowed } from '../model.ts';
import { owesOpinion } from '../opinions/opinionDay.ts';
import { maySteer, mayWorkOn } from '../policy.ts';
import type { ChargeRow } from '../store.ts';
import { type DetailView, failedOf } from './detailView.ts';
import { ProgressFields } from './progressFields.tsx';

/** Who does what, and what the reader's own organ or office may do now. */
export function Charges({ view }: { view: DetailView }): VNode {
  const { charges, principal, organName, today } = view;
  const aims = charges.some((c) => c.targetOn);
  const days = new Set(charges.map((c) => c.dueOn)).size > 1 || aims;
  return (
    <Section title="Cơ quan thực hiện">
      <DataTable
        caption="Cơ quan thực hiện"
        rows={charges}
        columns={[
          { title: 'Cơ quan', cell: (c) => <OrganOf charge={c} organName={organName} /> },
          { title: 'Vai trò', narrow: true, cell: (c) => (c.role === 'lead' ? 'Chủ trì' : 'Phối hợp') },
          {
            title: 'Trạng thái',
            narrow: true,
            cell: (c) => {
              const status = statusByKey.get(statusOf(c, today))!;
              return <Tag tone={status.tone}>{status.label}</Tag>;
            },
          },
          ...(days
            ? [{ title: 'Hạn', narrow: true, cell: (c: ChargeRow) => (c.dueOn ? formatDay(c.dueOn) : 'không hạn') }]
            : []),
          ...(aims
            ? [{ title: 'Đích', narrow: true, cell: (c: ChargeRow) => (c.targetOn ? formatDay(c.targetOn) : '') }]
            : []),
          { title: 'Tiến độ', numeric: true, cell: (c) => `${c.percent} %` },
        ]}
      />
      {charges.map((charge) => (
        <>
          {mayWorkOn(principal, charge) && stepAllowed('progress', charge.state) && (
            <ProgressForm view={view} charge={charge} />
          )}
          {maySteer(principal, view.task) && charge.role === 'lead' && stepAllowed('confirm', charge.state) && (
            <DecisionForm view={view} charge={charge} />
          )}
        </>
      ))}
    </Section>
  );
}

function OrganOf({ charge, organName }: { charge: ChargeRow } & Pick<DetailView, 'organName'>): VNode {
  return (
    <>
      {organName(charge.organId)}
      {charge.receivedFromId && (
        <div class="ts-quiet">
          tiếp nhận từ <a href={`/to-chuc/${charge.receivedFromId}`}>{organName(charge.receivedFromId)}</a>
        </div>
      )}
      {charge.endReason && <div class="ts-quiet">{charge.endReason}</div>}
    </>
  );
}

function ProgressForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `tien-do-${charge.id}`;
  const owing = charge.role === 'lead' ? view.charges.filter(owesOpinion) : [];
  const passedDown = view.subtasks.some((s) => s.chargeId === charge.id && s.state !== 'withdrawn');
  return (
    <div class="ts-panel" id={form}>
      <h3>Ghi tiến độ của {view.organName(charge.organId)}</h3>
      <FormPage
        action={`/nhiem-vu/${view.task.id}/tien-do`}
        version={charge.version}
        files
        prefix={`${form}-`}
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <ProgressFields percent={charge.percent} addedUp={passedDown} />
        {owing.length > 0 && (
          <TextField
            name="thieu-y-kien"
            label="Lý do không chờ ý kiến phối hợp"
            hint={`Chỉ ghi khi báo xong mà chưa có ý kiến của ${owing.map((c) => view.organName(c.organId)).join(', ')}`}
            optional
            maxLength={500}
          />
        )}
        <LinkRow>
          <Button name="viec" value="ghi">
            Ghi tiến độ
          </Button>
          <Button name="viec" value="xong" kind="secondary">
            {charge.role === 'lead' ? 'Đã xong, đề nghị xác nhận' : 'Đã xong phần phối hợp'}
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}

function DecisionForm({ view, charge }: { view: DetailView; charge: ChargeRow }): VNode {
  const form = `xac-nhan-${charge.id}`;
  return (
    <div class="ts-panel" id={form}>
      <h3>{view.organName(charge.organId)} đề nghị xác nhận hoàn thành</h3>
      {charge.lastNote && <p class="ts-prose">“{charge.lastNote}”</p>}
      {charge.askedOn && (
        <p class="ts-quiet">Báo xong ngày {formatDay(charge.askedOn)}; ngày này được tính là ngày hoàn thành.</p>
      )}
      <FormPage
        action={`/nhiem-vu/${view.task.id}/xac-nhan`}
        version={charge.version}
        prefix={`${form}-`}
        {...failedOf(view, form)}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        <TextArea name="ly-do" label="Ý kiến, hoặc lý do nếu trả lại" optional rows={2} maxLength={2000} value="" />
        <LinkRow>
          <Button name="viec" value="xac-nhan">
            Xác nhận hoàn thành
          </Button>
          <Button name="viec" value="tra-lai" kind="secondary">
            Trả lại
          </Button>
        </LinkRow>
      </FormPage>
    </div>
  );
}
