import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  Columns,
  Details,
  formatSize,
  Heading,
  Notice,
  Section,
  SummaryList,
  Tag,
  Timeline,
} from '../../ui/index.ts';
import { fieldLabel, URGENCIES } from '../fields.ts';
import { dueWords, isOpen, type Standing, stateAsSeen, statusOf } from '../model.ts';
import { answers } from '../policy.ts';
import type { PetitionDetail } from '../store.ts';
import { AnswererForms } from './answererForms.tsx';
import { AskerForms } from './askerForms.tsx';
import type { DetailView } from './detailView.ts';
import { historyItem } from './history.tsx';
import { LIST_ID } from './limitFields.tsx';
import type { Names } from './names.ts';
import { OfficeForms } from './officeForms.tsx';

export function PetitionPage(view: DetailView): VNode {
  const { petition, principal, today, names } = view;
  const state = stateAsSeen(petition.state, answers(principal, petition));
  const status = statusOf({ state, solved: petition.solved });
  const due = dueWords(petition, today);
  return (
    <>
      <Breadcrumbs links={[{ label: 'Kiến nghị', href: '/kien-nghi' }]} />
      <Heading
        caption={`Kiến nghị số ${petition.id}`}
        title={petition.topic}
        lead={
          <>
            <Tag tone={status.tone}>{status.label}</Tag>{' '}
            {isOpen(petition.state) && petition.dueOn && <Tag tone={due.tone}>{due.text}</Tag>}
          </>
        }
      />
      {petition.mergedIntoId !== null && (
        <Notice tone="info" title="Đã gộp">
          <p>
            Kiến nghị này được trả lời cùng{' '}
            <a href={`/kien-nghi/${petition.mergedIntoId}`}>kiến nghị số {petition.mergedIntoId}</a>.
          </p>
        </Notice>
      )}
      <Columns
        main={
          <>
            <Answers view={view} />
            <Section title="Nội dung kiến nghị">
              <p class="ts-prose">{petition.ask}</p>
              <h3>Khó khăn, lý do</h3>
              <p class="ts-prose">{petition.why}</p>
            </Section>
            <div class="ts-section">
              <datalist id={LIST_ID}>
                {view.offered.map((name) => (
                  <option value={name} />
                ))}
              </datalist>
              <AskerForms view={view} />
              <AnswererForms view={view} />
              <OfficeForms view={view} />
            </div>
            <Section title="Diễn biến">
              <Timeline label="Diễn biến của kiến nghị" items={view.history.map((event) => historyItem(event, view))} />
            </Section>
          </>
        }
        side={
          <>
            <SummaryList rows={facts(petition, names)} />
            {petition.dueLines.length > 0 && petition.dueOn && isOpen(petition.state) && (
              <Details summary="Vì sao hạn là ngày này">
                <ul class="govuk-list">
                  {petition.dueLines.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              </Details>
            )}
            <Files view={view} />
          </>
        }
      />
    </>
  );
}

/** What was answered, before everything else; the last first. */
function Answers({ view }: { view: DetailView }): VNode | null {
  const answered = view.history.filter((e) => e.kind === 'petition.answered' || e.kind === 'petition.refused');
  if (answered.length === 0) return null;
  return (
    <Section title="Trả lời">
      {answered.map((event) => {
        const data = event.data as { full?: boolean; text?: string; on: Day };
        const kind = event.kind === 'petition.refused' ? 'Từ chối' : data.full ? 'Trả lời' : 'Trả lời một phần';
        return (
          <div class="ts-panel">
            <p class="ts-sub">
              {kind} ngày {formatDay(data.on)}, {event.organName}
            </p>
            <p class="ts-prose">{event.kind === 'petition.refused' ? `Căn cứ: ${event.reason}` : data.text}</p>
          </div>
        );
      })}
    </Section>
  );
}

function facts(petition: PetitionDetail, names: Names) {
  const organs = (ids: readonly number[]) => ids.map(names.organ).join(', ');
  const verdictOf = (id: number) => petition.verdicts.find((v) => v.organId === id);
  const asker = (id: number) => {
    const verdict = verdictOf(id);
    return verdict ? `${names.organ(id)} (${verdict.solved ? 'đã giải quyết' : 'chưa giải quyết'})` : names.organ(id);
  };
  return [
    { key: 'Nơi kiến nghị', value: petition.askerIds.length > 0 ? petition.askerIds.map(asker).join(', ') : 'đã rút' },
    { key: 'Địa bàn', value: `${names.unit(petition.unitId)}${petition.mountainous ? ', miền núi' : ''}` },
    { key: 'Gửi đến', value: names.organ(petition.bodyId) },
    { key: 'Ngày gửi', value: formatDay(petition.raisedOn) },
    { key: 'Lĩnh vực', value: fieldLabel(petition.field) },
    { key: 'Mức độ', value: URGENCIES[petition.urgency] },
    { key: 'Trả lời', value: petition.leadId ? names.organ(petition.leadId) : 'chưa giao' },
    ...(petition.upperId ? [{ key: 'Cấp trên trả lời', value: names.organ(petition.upperId) }] : []),
    ...(petition.coordinatorIds.length > 0 ? [{ key: 'Phối hợp', value: coordinators(petition, names) }] : []),
    ...(petition.forwarderId ? [{ key: 'Gửi trả lời', value: names.organ(petition.forwarderId) }] : []),
    ...(petition.watcherIds.length > 0 ? [{ key: 'Theo dõi', value: organs(petition.watcherIds) }] : []),
    ...(petition.dueOn ? [{ key: 'Hạn', value: formatDay(petition.dueOn) }] : []),
    ...(petition.taskId
      ? [{ key: 'Giao tại', value: <a href={`/nhiem-vu/${petition.taskId}`}>nhiệm vụ số {petition.taskId}</a> }]
      : []),
    ...(petition.dialogueId
      ? [
          {
            key: 'Đối thoại',
            value: <a href={`/kien-nghi/doi-thoai/${petition.dialogueId}`}>số {petition.dialogueId}</a>,
          },
        ]
      : []),
    ...(petition.shared ? [] : [{ key: 'Chia sẻ', value: 'không, chỉ các bên liên quan thấy' }]),
  ];
}

const coordinators = (s: Standing, names: Names): string =>
  s.coordinatorIds
    .map((id) => `${names.organ(id)} (${s.opinionIds.includes(id) ? 'đã có ý kiến' : 'chưa có ý kiến'})`)
    .join(', ');

const FILE_KINDS: Record<string, string> = {
  evidence: 'của nơi kiến nghị',
  draft: 'kèm dự thảo',
  answer: 'kèm trả lời',
};

function Files({ view }: { view: DetailView }): VNode | null {
  if (view.files.length === 0) return null;
  return (
    <Section title="Tệp kèm theo">
      <ul class="govuk-list">
        {view.files.map((file) => (
          <li>
            <a href={`/kien-nghi/${view.petition.id}/tep/${file.id}`}>{file.name}</a>{' '}
            <span class="ts-quiet">
              {formatSize(file.size)}, {FILE_KINDS[file.kind]}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
