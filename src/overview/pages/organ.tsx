import type { VNode } from 'preact';
import { type Day, formatDay, formatDayLong, formatInstant, plain } from '../../kernel/day.ts';
import type { PetitionCounts } from '../../petitions/index.ts';
import { dueWords, type OwnSubtask, SubtaskTag, shorten, type TaskRow, titleOf } from '../../tasks/index.ts';
import {
  ButtonLink,
  Columns,
  DataTable,
  EmptyState,
  Facts,
  formatNumber,
  Heading,
  Section,
  Tag,
} from '../../ui/index.ts';
import type { UnacknowledgedDirective } from '../store.ts';
import { PetitionLine } from './petitionLine.tsx';

export interface OrganDay {
  today: Day;
  lead: string;
  petitions: PetitionCounts | undefined;
  counts: { late: number; soon: number; returned: number; open: number };
  /** Late, returned, then soon due. */
  work: readonly TaskRow[];
  toAcknowledge: readonly UnacknowledgedDirective[];
  /** What was passed down to the reader or their organ, the nearest day first. */
  parts: readonly OwnSubtask[];
  organName: (id: number) => string;
}

/** The day of a commune or a department: what to take on, what is due. */
export function OrganPage(day: OrganDay): VNode {
  const { counts } = day;
  return (
    <>
      <Heading title={formatDayLong(day.today, plain(day.today).year)} lead={day.lead} />
      <PetitionLine counts={day.petitions} />
      <Facts
        facts={[
          {
            label: 'Quá hạn',
            value: formatNumber(counts.late),
            note: counts.late > 0 ? 'nhiệm vụ cần báo cáo ngay' : 'không có',
            href: '/nhiem-vu?pham-vi=toi&trang-thai=qua-han',
            tone: counts.late > 0 ? 'late' : undefined,
          },
          {
            label: 'Trả lại',
            value: formatNumber(counts.returned),
            note: 'cần làm thêm',
            href: '/nhiem-vu?pham-vi=toi&trang-thai=tra-lai',
          },
          { label: 'Chưa nhận', value: formatNumber(day.toAcknowledge.length), note: 'văn bản mới gửi đến' },
          {
            label: 'Chưa xong',
            value: formatNumber(counts.open),
            note: 'tất cả nhiệm vụ',
            href: '/nhiem-vu?pham-vi=toi&trang-thai=chua-xong',
          },
        ]}
      />
      <Columns
        main={
          <>
            <Section title="Việc cần làm">
              <DataTable
                caption="Việc cần làm, gấp nhất trước"
                rows={day.work}
                empty={
                  <EmptyState
                    title={day.parts.length > 0 ? 'Không còn nhiệm vụ nào đang chờ' : 'Không còn việc nào đang chờ'}
                  />
                }
                columns={[
                  {
                    title: 'Nhiệm vụ',
                    cell: (row) => (
                      <>
                        <a href={`/nhiem-vu/${row.id}`}>{shorten(titleOf(row), 140)}</a>
                        <span class="ts-sub">{row.source}</span>
                      </>
                    ),
                  },
                  {
                    title: 'Hạn',
                    narrow: true,
                    cell: (row) => {
                      const due = dueWords(row, day.today);
                      return (
                        <>
                          <Tag tone={due.tone}>{due.text}</Tag>
                          {row.dueOn && <span class="ts-sub">{formatDay(row.dueOn)}</span>}
                        </>
                      );
                    },
                  },
                ]}
              />
              <p>
                <a href="/nhiem-vu?pham-vi=toi">Tất cả nhiệm vụ của cơ quan</a>
              </p>
            </Section>
            {day.parts.length > 0 && (
              <Section title="Phần việc được giao">
                <DataTable
                  caption="Phần việc được giao, hạn gần trước"
                  rows={day.parts}
                  columns={[
                    {
                      title: 'Phần việc',
                      cell: (part) => (
                        <>
                          <a href={`/nhiem-vu/${part.taskId}/viec/${part.id}`}>{shorten(part.title, 140)}</a>
                          <span class="ts-sub">
                            {part.personName ?? day.organName(part.organId)} · {part.source}
                          </span>
                        </>
                      ),
                    },
                    {
                      title: 'Hạn',
                      narrow: true,
                      cell: (part) => (
                        <>
                          <SubtaskTag subtask={part} today={day.today} />
                          {part.dueOn && <span class="ts-sub">{formatDay(part.dueOn)}</span>}
                        </>
                      ),
                    },
                  ]}
                />
                <p>
                  <a href="/nhiem-vu/phan-viec">Tất cả phần việc được giao</a>
                </p>
              </Section>
            )}
          </>
        }
        side={
          <Section title="Văn bản chờ nhận">
            {day.toAcknowledge.length === 0 ? (
              <EmptyState title="Đã nhận hết văn bản gửi đến" />
            ) : (
              <ul class="govuk-list ts-stack">
                {day.toAcknowledge.map((one) => (
                  <li>
                    <a href={`/van-ban/${one.id}`}>{one.title || one.symbol}</a>
                    <span class="ts-sub">
                      {one.symbol} · gửi {formatInstant(one.sentAt)}
                    </span>
                    <ButtonLink href={`/van-ban/${one.id}`} small kind="secondary" label={`Mở và nhận ${one.symbol}`}>
                      Mở và nhận
                    </ButtonLink>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        }
      />
    </>
  );
}
