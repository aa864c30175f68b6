import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import { taskEventWords } from '../words.ts';
import type { DetailView } from './detailView.ts';

interface EventData {
  organId?: number;
  percent?: number;
  note?: string;
  files?: { id: number; name: string }[];
  from?: Day | null;
  to?: Day | null;
  /** A sub-task's words. */
  title?: string;
  /** Whose opinions a lead did not wait for. */
  withoutOpinionsOf?: number[];
  /** The former and the new organ of a charge that changed hands. */
  fromOrganId?: number;
  toOrganId?: number;
  /** Whom the office reminded. */
  organIds?: number[];
  /** The reminder letter, and what it is called: "Số 7-CV/VPTU". */
  letterId?: number;
  letter?: string;
}

const days = ({ from, to }: EventData): string =>
  `Từ ${from ? formatDay(from) : 'không hạn'} thành ${to ? formatDay(to) : 'không hạn'}`;

/** What an event says of the days it changed. */
const DAY_WORDS: Record<string, (data: EventData) => string> = {
  'task.rescheduled': days,
  'task.extension_granted': days,
  'task.extension_asked': (data) => `${days(data)} (đề nghị)`,
  'task.target_set': ({ to }) => (to ? `Đích: ${formatDay(to)}` : 'Bỏ đích đã đặt'),
  'task.opinion_day_set': ({ to }) => (to ? `Cho ý kiến chậm nhất ${formatDay(to)}` : ''),
  'task.condition_met': ({ to }) => (to ? `Hạn: ${formatDay(to)}` : 'Không có hạn'),
};

export function historyItem(event: HistoryRow, { task, organName }: Pick<DetailView, 'task' | 'organName'>) {
  const data = event.data as EventData;
  return {
    title: taskEventWords[event.kind] ?? event.kind,
    when: formatInstant(event.at),
    by: [event.personName ?? 'Hệ thống', event.organName].filter(Boolean).join(', '),
    children: (
      <>
        {data.title && <p>“{data.title}”</p>}
        {data.organId !== undefined && (
          <p>
            {organName(data.organId)}
            {data.percent !== undefined && `: ${data.percent} %`}
          </p>
        )}
        {data.fromOrganId !== undefined && data.toOrganId !== undefined && (
          <p>
            Từ {organName(data.fromOrganId)} sang {organName(data.toOrganId)}
          </p>
        )}
        {data.organIds && <p>Gửi {data.organIds.map(organName).join(', ')}</p>}
        {data.letterId !== undefined && (
          <p>
            <a href={`/nhiem-vu/don-doc/van-ban/${data.letterId}`}>{data.letter}</a>
          </p>
        )}
        {data.note && <p class="ts-prose">{data.note}</p>}
        {DAY_WORDS[event.kind] && <p>{DAY_WORDS[event.kind]!(data)}</p>}
        {data.withoutOpinionsOf && <p>Không chờ ý kiến của {data.withoutOpinionsOf.map(organName).join(', ')}</p>}
        {event.reason && <p>Lý do: {event.reason}</p>}
        {data.files?.map((file) => (
          <p>
            <a href={`/nhiem-vu/${task.id}/tep/${file.id}`}>{file.name}</a>
          </p>
        ))}
      </>
    ),
  };
}
