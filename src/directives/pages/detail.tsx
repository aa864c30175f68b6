import type { VNode } from 'preact';
import { formatDay, formatInstant } from '../../kernel/day.ts';
import type { Principal } from '../../kernel/principal.ts';
import {
  Breadcrumbs,
  ButtonLink,
  Columns,
  DataTable,
  Details,
  EmptyState,
  formatSize,
  Heading,
  LinkRow,
  Notice,
  PostButton,
  Section,
  SummaryList,
  Tag,
  Timeline,
} from '../../ui/index.ts';
import { DIRECTIVE_STATES } from '../model.ts';
import { mayAcknowledge, mayPrepare } from '../policy.ts';
import type { Directive, DirectiveHead } from '../store/directive.ts';
import type { FileRow, HistoryRow, Sent } from '../store/distribution.ts';
import { eventLine, isDeskWork } from '../words.ts';
import { directiveName } from './list.tsx';

export interface DetailView {
  directive: Directive;
  sent: readonly Sent[];
  history: readonly HistoryRow[];
  files: readonly FileRow[];
  related: readonly (DirectiveHead & { sameAsId: number | null })[];
  principal: Principal;
  organName: (id: number) => string;
}

export function DirectivePage(view: DetailView): VNode {
  const { directive: d, sent, principal } = view;
  const { label, tone } = DIRECTIVE_STATES[d.state];
  const prepares = mayPrepare(principal, d);
  const mine = sent.filter((s) => s.acknowledgedAt === null && mayAcknowledge(principal, s.organId));
  return (
    <>
      <Breadcrumbs links={[{ href: '/van-ban', label: 'Văn bản' }]} />
      <Heading
        caption={view.organName(d.issuerOrganId)}
        title={directiveName(d)}
        lead={
          <>
            <Tag tone={tone}>{label}</Tag> {d.symbol ? d.title : ''}
          </>
        }
      />
      {d.endReason && (
        <Notice tone="warning" title={label}>
          <p>Lý do: {d.endReason}</p>
        </Notice>
      )}
      {d.state === 'issued' && mine.length > 0 && <Acknowledgement directiveId={d.id} mine={mine} />}
      <Columns
        main={
          <>
            <Section title="Thông tin">
              <SummaryList rows={factRows(view)} />
            </Section>
            <Section title="Nội dung">
              <Details summary="Xem toàn văn">
                <div class="ts-plain-text">{d.text}</div>
              </Details>
            </Section>
            <Recipients {...view} />
          </>
        }
        side={
          <>
            <Section title="Việc có thể làm">
              <LinkRow>{steps(d, prepares)}</LinkRow>
            </Section>
            <Section title="Lịch sử">
              <Timeline
                label="Lịch sử văn bản"
                items={view.history
                  .filter((e) => prepares || !isDeskWork(e.kind))
                  .map((e) => ({
                    title: eventLine(e),
                    when: formatInstant(e.at),
                    by: [e.personName, e.organName].filter(Boolean).join(', '),
                    children: e.reason ? <p>{e.reason}</p> : undefined,
                  }))}
              />
            </Section>
          </>
        }
      />
    </>
  );
}

function Acknowledgement({ directiveId, mine }: { directiveId: number; mine: readonly Sent[] }): VNode {
  return (
    <Notice tone="info" title="Văn bản gửi cho cơ quan bạn">
      <p>Hãy xác nhận đã nhận, để văn phòng ban hành biết văn bản đã đến nơi.</p>
      <LinkRow>
        {mine.map((s) => (
          <PostButton
            action={`/van-ban/${directiveId}/da-nhan`}
            fields={{ 'co-quan': String(s.organId) }}
            label={`Đã nhận, thay mặt ${s.organName}`}
          >
            Đã nhận{mine.length > 1 ? ` – ${s.organName}` : ''}
          </PostButton>
        ))}
      </LinkRow>
    </Notice>
  );
}

function steps(d: Directive, prepares: boolean): VNode[] {
  const links = [<a href={`/nhiem-vu?pham-vi=tat-ca&van-ban=${d.id}`}>Các nhiệm vụ của văn bản</a>];
  if (!prepares) return d.state === 'reading' ? [] : links;
  if (d.state === 'reading') {
    return [
      <ButtonLink href={`/van-ban/${d.id}/doc`}>Mở bàn đọc</ButtonLink>,
      <ButtonLink kind="secondary" href={`/van-ban/${d.id}/ban-hanh`}>
        Ban hành…
      </ButtonLink>,
      <a href={`/van-ban/${d.id}/khong-ban-hanh`}>Không ban hành…</a>,
    ];
  }
  if (d.state === 'issued') {
    links.push(
      <a href={`/van-ban/${d.id}/thay-the`}>Thay bằng văn bản khác…</a>,
      <a href={`/van-ban/${d.id}/thu-hoi`}>Thu hồi…</a>,
    );
  }
  return links;
}

function factRows({ directive: d, files, related, organName }: DetailView) {
  const linked = (id: number | null) => related.find((r) => r.id === id);
  const link = (r: DirectiveHead | undefined) => r && <a href={`/van-ban/${r.id}`}>{directiveName(r)}</a>;
  const tellings = related.filter((r) => r.sameAsId === d.id);
  return [
    { key: 'Số, ký hiệu', value: d.symbol },
    { key: 'Loại', value: d.type },
    { key: 'Trích yếu', value: d.title || null },
    { key: 'Cơ quan ban hành', value: organName(d.issuerOrganId) },
    { key: 'Ngày ban hành', value: d.issuedOn && formatDay(d.issuedOn) },
    { key: 'Người ký', value: d.signer && [d.signer, d.signerTitle].filter(Boolean).join(', ') },
    ...(d.urgency ? [{ key: 'Độ khẩn', value: <Tag tone="soon">{d.urgency}</Tag> }] : []),
    ...(d.reading.references.length > 0 ? [{ key: 'Văn bản viện dẫn', value: d.reading.references.join(', ') }] : []),
    {
      key: 'Bản gốc',
      value: files.map((f) => (
        <div>
          <a href={`/van-ban/${d.id}/tep/${f.id}`}>{f.name}</a> <span class="ts-quiet">({formatSize(f.size)})</span>
        </div>
      )),
    },
    ...(d.reading.signatures
      ? [{ key: 'Chữ ký số', value: d.reading.signatures.map(({ summary }) => <div>{summary}</div>) }]
      : []),
    ...(d.replacesId ? [{ key: 'Thay thế cho', value: link(linked(d.replacesId)) }] : []),
    ...(d.replacedById ? [{ key: 'Được thay bằng', value: link(linked(d.replacedById)) }] : []),
    ...(d.sameAsId ? [{ key: 'Cùng nội dung với', value: link(linked(d.sameAsId)) }] : []),
    ...(tellings.length > 0 ? [{ key: 'Bản khác giữ kèm', value: tellings.map((r) => <div>{link(r)}</div>) }] : []),
  ];
}

const REASONS = { recipient: 'nơi nhận', lead: 'chủ trì', coordinate: 'phối hợp' };

function Recipients({ directive, sent }: DetailView): VNode | null {
  if (directive.state === 'reading' || directive.state === 'discarded') return null;
  const waiting = sent.filter((s) => s.acknowledgedAt === null).length;
  return (
    <Section title={`Nơi nhận: ${sent.length - waiting}/${sent.length} đã xác nhận`} id="noi-nhan">
      <DataTable
        caption="Nơi nhận và thời điểm xác nhận đã nhận"
        rows={sent}
        empty={<EmptyState title="Văn bản này không gửi cho cơ quan nào." />}
        columns={[
          { title: 'Cơ quan', cell: (s) => s.organName },
          { title: 'Vì', narrow: true, cell: (s) => REASONS[s.reason] },
          {
            title: 'Đã nhận',
            cell: (s) =>
              s.acknowledgedAt === null ? (
                <Tag tone="soon">chưa xác nhận</Tag>
              ) : (
                `${formatInstant(s.acknowledgedAt)}${s.acknowledgedBy ? `, ${s.acknowledgedBy}` : ''}`
              ),
          },
        ]}
      />
    </Section>
  );
}
