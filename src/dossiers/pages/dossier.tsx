import type { VNode } from 'preact';
import { dayOf, formatDay, formatInstant } from '../../kernel/day.ts';
import {
  Breadcrumbs,
  ButtonLink,
  Columns,
  DataTable,
  Details,
  formatNumber,
  formatSize,
  Heading,
  KeyFact,
  Notice,
  PostButton,
  Section,
  SummaryList,
  Tag,
  Timeline,
  type TimelineItem,
} from '../../ui/index.ts';
import { maskedName } from '../applicants/model.ts';
import { dueMoment, dueStanding } from '../dueWords.ts';
import { formsOf } from '../forms/index.ts';
import type { HistoryEntry } from '../lists.ts';
import { mayMeetApplicant } from '../policy.ts';
import { countWords, limitWords } from '../procedures/model.ts';
import type { Consultation, Handover, Standing } from '../standing.ts';
import {
  channelWords,
  deliveryWayWords,
  deliveryWords,
  moneyWords,
  STATUS,
  statusTone,
  statusWords,
  syncWords,
} from '../status.ts';
import { dossierEventWords } from '../words.ts';
import { DossierForms } from './dossierForms.tsx';
import type { DossierView } from './view.ts';

/** One dossier: when it is due and why, where it is, what can be done now, and all that happened. */
export function DossierPage(view: DossierView): VNode {
  const { d, rules, files } = view;
  const version = rules.book.version(d.procedureVersionId)!;
  return (
    <>
      <Breadcrumbs links={[{ label: 'Hồ sơ', href: '/ho-so' }]} />
      <Heading
        title={version.name}
        caption={`Hồ sơ ${d.code}`}
        lead={
          <>
            <Tag tone={statusTone(d.status)}>{statusWords(d.status)}</Tag> {maskedName(d.applicantName)}
          </>
        }
        actions={
          d.returnedAt === null &&
          mayMeetApplicant(view.principal, d, rules.places) &&
          formsOf(d).some(({ no }) => no === '01') && (
            <ButtonLink href={`/ho-so/${d.code}/mau/01/pdf`} kind="secondary">
              In giấy tiếp nhận
            </ButtonLink>
          )
        }
      />
      {d.ownerSystem !== '' && (
        <Notice tone="info" text={`Trạng thái hồ sơ này do hệ thống ${d.ownerSystem} giữ; ở đây chỉ xem.`} />
      )}
      {d.ending && <Notice tone="warning" title={statusWords(d.status)} text={d.ending} />}
      <Columns
        main={
          <>
            <DueDate {...view} />
            <DossierForms {...view} />
            <Opinions {...view} />
            <Section title="Thông tin">
              <SummaryList rows={factsOf(view)} />
              <PostButton action={`/ho-so/${d.code}/nguoi-nop`} kind="secondary" small>
                Xem đầy đủ người nộp
              </PostButton>
              <p class="ts-quiet">Lần xem được ghi vào nhật ký của hồ sơ.</p>
            </Section>
            <Papers {...view} />
            {version.components.length + files.length > 0 && (
              <Section title="Giấy tờ">
                <ul>
                  {version.components.map((c) => {
                    const paper = d.papers.find((p) => p.no === c.no);
                    return (
                      <li>
                        {c.name}:{' '}
                        {paper
                          ? countWords(paper)
                          : files.some((f) => f.componentNo === c.no)
                            ? 'bản điện tử'
                            : c.original + c.copy + c.electronic === 0
                              ? 'đối chiếu'
                              : d.papers.length === 0
                                ? 'không ghi'
                                : 'không nộp'}
                      </li>
                    );
                  })}
                </ul>
                {files.length > 0 && (
                  <ul>
                    {files.map((f) => (
                      <li>
                        <a class="govuk-link" href={`/ho-so/${d.code}/tep/${f.id}`}>
                          {f.name}
                        </a>{' '}
                        <span class="ts-quiet">
                          {formatSize(f.size)}
                          {f.componentNo && `, giấy tờ số ${f.componentNo}`}
                        </span>
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
            )}
          </>
        }
        side={
          <>
            <Section title="Các nơi đã qua">
              <DataTable
                caption="Các lần giao nhận"
                rows={d.handovers}
                columns={[
                  { title: 'Bước', cell: (h) => placeOf(h, view) },
                  { title: 'Giao, nhận', cell: (h) => timesOf(h) },
                ]}
              />
            </Section>
            <Section title="Nhật ký">
              <Timeline label="Nhật ký hồ sơ" items={view.history.map(historyItem)} />
            </Section>
          </>
        }
      />
    </>
  );
}

const awaited = (q: Consultation, { closedAt }: Standing): string =>
  closedAt !== null ? 'không trả lời' : q.answerBy ? `chờ đến ${formatDay(q.answerBy)}` : 'chờ trả lời';

/** What other organs were asked, and what they say. */
function Opinions({ d, rules }: DossierView): VNode | null {
  if (d.consultations.length === 0) return null;
  return (
    <Section title="Ý kiến các cơ quan">
      <DataTable
        caption="Ý kiến các cơ quan"
        rows={d.consultations}
        columns={[
          { title: 'Được hỏi', cell: (q) => rules.places.name(q.organId) },
          { title: 'Điều hỏi', cell: (q) => q.question },
          {
            title: 'Trả lời',
            cell: (q) =>
              q.answeredAt === null ? (
                <Tag tone={d.closedAt === null ? 'wait' : 'none'}>{awaited(q, d)}</Tag>
              ) : (
                <>
                  {q.answer}
                  <span class="ts-sub">{formatInstant(q.answeredAt)}</span>
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}

/** The prescribed forms that the dossier has now; printing one is on record, for it tells who handed it in. */
function Papers({ d }: DossierView): VNode | null {
  const forms = formsOf(d);
  if (forms.length === 0) return null;
  return (
    <Section title="In theo mẫu">
      <ul>
        {forms.map(({ no, label }) => (
          <li>
            <a href={`/ho-so/${d.code}/mau/${no}/pdf`}>
              Mẫu {no}: {label}
            </a>{' '}
            <a href={`/ho-so/${d.code}/mau/${no}/docx`} aria-label={`Mẫu ${no} dạng Word`}>
              (Word)
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DueDate({ d, now }: DossierView): VNode {
  const standing = dueStanding(d, now);
  const label = d.status === STATUS.returned ? 'Đã hẹn trả' : 'Hẹn trả';
  return (
    <KeyFact
      label={label}
      value={d.dueAt === null ? standing.text : dueMoment(d.dueAt, d.dueExact)}
      tail={d.dueAt === null ? undefined : standing.text}
    >
      {d.pausedAt !== null && (
        <p>
          Đồng hồ dừng từ {formatInstant(d.pausedAt)}; ngày hẹn được tính lại khi chạy tiếp.
          {d.supplements > 1 && ' Yêu cầu bổ sung quá một lần: hồ sơ tính là quá hạn.'}
        </p>
      )}
      {d.apologies > 0 && d.firstDueAt !== null && (
        <p>Đã xin lỗi và hẹn lại; hẹn lần đầu {formatDay(dayOf(d.firstDueAt))}.</p>
      )}
      {d.dueLines.length > 0 && (
        <Details summary="Vì sao là ngày này">
          <ul>
            {d.dueLines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      )}
    </KeyFact>
  );
}

function factsOf({ d, rules, people }: DossierView) {
  const { name } = rules.places;
  const holder = d.holderPersonId === null ? 'chưa ai nhận' : (people.get(d.holderPersonId) ?? '');
  const version = rules.book.version(d.procedureVersionId)!;
  return [
    ...(d.closedAt === null ? [{ key: 'Đang ở', value: `${name(d.holderId)}, ${holder}` }] : []),
    { key: 'Nơi tiếp nhận', value: name(d.receptionId) },
    { key: 'Nơi giải quyết', value: name(d.authorityId) },
    ...(d.assistingId === null ? [] : [{ key: 'Nơi hỗ trợ nộp', value: name(d.assistingId) }]),
    { key: 'Nơi trả kết quả', value: `${name(d.returnId)}, ${deliveryWayWords[d.deliveryWay].toLowerCase()}` },
    {
      key: 'Tiếp nhận',
      value: `${d.receivedAt === null ? 'chưa' : formatInstant(d.receivedAt)}, ${channelWords[d.channel].toLowerCase()}`,
    },
    { key: 'Thời hạn', value: limitWords(version.limit) },
    { key: 'Phí, lệ phí', value: `${formatNumber(d.fee)} đồng, ${moneyWords[d.money].toLowerCase()}` },
    { key: 'Trả kết quả', value: deliveryWords[d.delivery] },
    ...(d.result
      ? [
          {
            key: 'Kết quả',
            value: `${d.result.title}${d.result.number ? ` số ${d.result.number}` : ''}, ${formatDay(d.result.issuedOn)}, ${d.result.signed ? 'đã ký' : 'chờ ký'}${d.result.granted ? '' : ', không chấp thuận'}`,
          },
        ]
      : []),
    ...(d.summary ? [{ key: 'Trích yếu', value: d.summary }] : []),
    { key: 'Số bộ', value: String(d.copies) },
    { key: 'Đồng bộ', value: syncWords[d.sync] },
    ...(d.nationalCode ? [{ key: 'Mã ở hệ thống khác', value: d.nationalCode }] : []),
  ];
}

const placeOf = (h: Handover, { rules, people }: DossierView): VNode => (
  <>
    {h.title}
    <br />
    {rules.places.name(h.organId)}
    {h.personId !== null && `, ${people.get(h.personId) ?? ''}`}
    {h.note && <p class="ts-quiet">{h.note}</p>}
  </>
);

/** `09:41, 23/11/2026`, for the narrow column. */
const shortInstant = (at: number): string => formatInstant(at).replace(' ngày ', ', ');

const timesOf = (h: Handover): VNode => (
  <>
    Giao {shortInstant(h.handedAt)}
    {h.takenAt !== null && (
      <>
        <br />
        Nhận {shortInstant(h.takenAt)}
      </>
    )}
    {h.endedAt !== null && (
      <>
        <br />
        Xong {shortInstant(h.endedAt)}{' '}
        {h.targetAt !== null && h.endedAt > h.targetAt && <Tag tone="late">Quá hạn bước</Tag>}
      </>
    )}
  </>
);

/** What another system told happened when it says, and was written down here later. */
function historyItem(e: HistoryEntry): TimelineItem {
  const { source, at } = e.data;
  const elsewhere = typeof source === 'string' && typeof at === 'number';
  const said = [e.reason, e.data.note, e.data.question, e.data.answer].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return {
    title: dossierEventWords[e.kind] ?? e.kind,
    when: formatInstant(elsewhere ? at : e.at),
    by: elsewhere
      ? `theo hệ thống ${source}, ghi ở đây ${formatInstant(e.at)}`
      : [e.personName, e.organName].filter(Boolean).join(', '),
    children: said ? <p>{String(said)}</p> : undefined,
  };
}
