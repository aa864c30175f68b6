import type { VNode } from 'preact';
import { addWorkingDays } from '../../kernel/calendar/index.ts';
import { formatDay } from '../../kernel/day.ts';
import { DayField, TextField } from '../../ui/index.ts';
import type { DetailView } from './detailView.ts';

/** The list of organs that organ fields offer while one types, once on the page. */
export const LIST_ID = 'co-quan-tra-loi';

/** Working days counted by the calendar, or a day. The hint says what day the proposal would be. */
export function LimitFields(props: { view: DetailView; days: number; required?: boolean }): VNode {
  const { view, days, required = false } = props;
  const { day } = addWorkingDays(view.calendar, view.today, days);
  const counted = `${String(days).replace('.', ',')} ngày làm việc kể từ hôm nay là ngày ${formatDay(day)}.`;
  return (
    <>
      <TextField
        name="so-ngay"
        label="Thời hạn"
        suffix="ngày làm việc"
        width={4}
        inputMode="decimal"
        value={String(days).replace('.', ',')}
        hint={required ? counted : `${counted} Để trống cả hai ô nếu không đặt hạn.`}
        optional={!required}
      />
      <DayField name="han" label="Hoặc hạn vào ngày" optional />
    </>
  );
}
