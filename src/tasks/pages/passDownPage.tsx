import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { Breadcrumbs, DayField, FormPage, Heading, Select, TextArea, TextField } from '../../ui/index.ts';
import { titleOf } from '../model.ts';
import type { ChargeRow } from '../store.ts';
import type { SubtaskRow } from '../subtasks/model.ts';
import { TITLE_MAX } from '../subtasks/passDown.ts';
import type { Receivers } from '../subtasks/receivers.ts';
import { type DetailView, failedOf } from './detailView.ts';
import { Overtaken } from './overtaken.tsx';

export interface PassDownView extends Pick<DetailView, 'task' | 'organName' | 'failed'> {
  charge: ChargeRow;
  /** The sub-task that is passed further; undefined directly below the charge. */
  parent: SubtaskRow | undefined;
  receivers: Receivers;
}

export function PassDownPage(view: PassDownView): VNode {
  const { task, charge, parent, receivers, organName } = view;
  const back = parent ? `/nhiem-vu/${task.id}/viec/${parent.id}` : `/nhiem-vu/${task.id}`;
  const dueOn = parent?.dueOn ?? charge.dueOn;
  const option = (value: string, label: string) => ({ value, label });
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Nhiệm vụ', href: '/nhiem-vu' },
          { label: titleOf(task), href: back },
        ]}
      />
      <Overtaken failed={view.failed} />
      <Heading
        title="Giao phần việc"
        caption={parent ? parent.title : `${task.source}, nhiệm vụ ${task.ordinal}`}
        lead={`${organName(parent?.organId ?? charge.organId)} giao tiếp; tiến độ chung được cộng từ các phần việc theo tỷ trọng.`}
      />
      <FormPage
        action={`/nhiem-vu/${task.id}/giao-viec`}
        version={(parent ?? charge).version}
        submit="Giao phần việc"
        cancelHref={back}
        {...failedOf(view, 'giao-viec')}
      >
        <input type="hidden" name="phan-viec" value={charge.id} />
        {parent && <input type="hidden" name="viec-tren" value={parent.id} />}
        <TextArea name="noi-dung" label="Nội dung phần việc" rows={2} maxLength={TITLE_MAX} value="" />
        <Select
          name="giao-cho"
          label="Giao cho"
          empty="Chọn đơn vị hoặc người"
          options={[
            {
              label: 'Đơn vị trực thuộc',
              options: receivers.organs.map((o) => option(`co-quan-${o.id}`, o.shortName)),
            },
            {
              label: 'Cán bộ, công chức',
              options: receivers.people.map((p) =>
                option(
                  `nguoi-${p.appointmentId}`,
                  `${p.personName}${p.personName === p.title ? '' : `, ${p.title}`}, ${organName(p.organId)}`,
                ),
              ),
            },
          ].filter((group) => group.options.length > 0)}
        />
        <TextField
          name="ty-trong"
          label="Tỷ trọng"
          hint="Phần việc nặng gấp đôi thì ghi 2"
          width={4}
          inputMode="numeric"
          value="1"
        />
        <DayField
          name="han"
          label="Hạn"
          hint={dueOn ? `Không sau ${formatDay(dueOn)}. Để trống nếu theo hạn chung.` : 'Ví dụ: 5/9/2026'}
          optional
        />
      </FormPage>
    </>
  );
}
