import { type Day, formatDay, formatInstant } from '../../kernel/day.ts';
import type { HistoryRow } from '../../platform/audit/history.ts';
import type { TimelineItem } from '../../ui/index.ts';
import { fieldLabel } from '../fields.ts';
import { petitionEventWords } from '../words.ts';
import type { DetailView } from './detailView.ts';

interface EventData {
  leadId?: number;
  coordinatorIds?: number[];
  organId?: number;
  askerId?: number;
  askerIds?: number[];
  fromId?: number;
  intoId?: number;
  field?: string;
  text?: string;
  full?: boolean;
  solved?: boolean;
  to?: string;
  days?: number;
  dueOn?: Day | null;
  restDueOn?: Day | null;
  files?: { id: number; name: string }[];
}

/** One step in words. What an answer says stands above, so that here it is only named. */
export function historyItem(event: HistoryRow, { petition, names }: DetailView): TimelineItem {
  const data = event.data as EventData;
  const lines: string[] = [];
  switch (event.kind) {
    case 'petition.joined':
      lines.push((data.askerIds ?? []).map(names.organ).join(', '));
      if (data.fromId) lines.push(`Gộp từ kiến nghị số ${data.fromId}`);
      break;
    case 'petition.assigned':
      lines.push(`Giao ${names.organ(data.leadId!)}${data.dueOn ? `, hạn ${formatDay(data.dueOn)}` : ', không hạn'}`);
      if (data.coordinatorIds?.length) lines.push(`Phối hợp: ${data.coordinatorIds.map(names.organ).join(', ')}`);
      break;
    case 'petition.opined':
      lines.push(`${names.organ(data.organId!)}: ${data.text}`);
      break;
    case 'petition.prepared':
      lines.push(data.text ?? '');
      break;
    case 'petition.answered':
      lines.push(data.full ? 'Trả lời đầy đủ' : `Trả lời một phần, phần còn lại trước ${formatDay(data.restDueOn!)}`);
      break;
    case 'petition.passed_up':
      lines.push(`Chuyển ${data.to}${data.dueOn ? `, hạn ${formatDay(data.dueOn)}` : ''}`);
      break;
    case 'petition.reopened':
    case 'petition.rescheduled':
      if (data.dueOn) lines.push(`Hạn mới: ${formatDay(data.dueOn)}`);
      break;
    case 'petition.lapsed':
      lines.push(
        `Sau ${data.days} ngày làm việc không có đánh giá. Nơi kiến nghị vẫn đánh giá hoặc đề nghị trả lời lại được.`,
      );
      break;
    case 'petition.judged':
      lines.push(`${names.organ(data.askerId!)}: ${data.solved ? 'đã giải quyết' : 'chưa giải quyết'}`);
      if (data.text) lines.push(data.text);
      break;
    case 'petition.sorted':
      lines.push(fieldLabel(data.field ?? ''));
      break;
    case 'petition.merged':
      lines.push(`Gộp vào kiến nghị số ${data.intoId}`);
      break;
  }
  const why = event.kind === 'petition.answered' || event.kind === 'petition.prepared' ? 'Chưa chờ đủ ý kiến' : 'Lý do';
  return {
    title: petitionEventWords[event.kind] ?? event.kind,
    when: formatInstant(event.at),
    by: [event.personName ?? 'Hệ thống', event.organName].filter(Boolean).join(', '),
    children: (
      <>
        {lines.map((line) => (
          <p class="ts-prose">{line}</p>
        ))}
        {event.reason && (
          <p>
            {why}: {event.reason}
          </p>
        )}
        {data.files?.map((file) => (
          <p>
            <a href={`/kien-nghi/${petition.id}/tep/${file.id}`}>{file.name}</a>
          </p>
        ))}
      </>
    ),
  };
}
