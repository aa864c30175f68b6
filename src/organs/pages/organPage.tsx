import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import { isValidOn } from '../../kernel/validity.ts';
import {
  Breadcrumbs,
  ButtonLink,
  DataTable,
  DayField,
  EmptyState,
  FilterBar,
  Heading,
  LinkRow,
  Notice,
  Section,
  SummaryList,
} from '../../ui/index.ts';
import {
  branchWords,
  lineageWords,
  nameKindWords,
  nameOn,
  type Organ,
  type OrganLink,
  type OrganName,
} from '../model.ts';
import type { HeldPosition, ShownOrgan } from '../store.ts';
import { unitWords } from './listPage.tsx';
import { validityWords } from './words.ts';

export interface OrganPageProps {
  organ: ShownOrgan;
  names: readonly OrganName[];
  links: readonly OrganLink[];
  below: readonly Organ[];
  /** Null where the reader is not signed in. */
  positions: readonly HeldPosition[] | null;
  /** The day looked at. */
  day: Day;
  /** The day was asked for. */
  asOf: boolean;
  wrongDay: string | null;
  mayKeep: boolean;
  mayReadLog: boolean;
}

const HOLDING: Record<string, string> = { concurrent: ' (kiêm nhiệm)', acting: ' (tạm thời phụ trách)' };

export function OrganPage(props: OrganPageProps): VNode {
  const { organ, names, day, below, mayKeep } = props;
  const there = isValidOn(organ, day);
  return (
    <>
      <Breadcrumbs links={crumbs(organ)} />
      <Heading
        title={nameOn(organ, names, day)}
        caption={branchWords(organ.branch)}
        lead={
          organ.validTo !== null
            ? `Đã kết thúc hoạt động: ${validityWords(organ)}`
            : props.asOf
              ? `Theo ngày ${formatDay(day)}`
              : undefined
        }
      />
      {props.wrongDay !== null && (
        <Notice tone="warning" text={`“${props.wrongDay}” không phải một ngày có thật. Hãy viết ngày như 28/2/2025.`} />
      )}
      {!there && props.asOf && (
        <Notice
          tone="info"
          text={`Ngày ${formatDay(day)} chưa có hoặc không còn cơ quan này (${validityWords(organ)}).`}
        />
      )}
      <SummaryList rows={summary(props)} />
      <Section title="Trước đó và sau đó">
        <Lineage links={props.links} />
      </Section>
      <Section title="Các tên gọi">
        <DataTable
          caption="Các tên gọi của cơ quan"
          columns={[
            { title: 'Tên', cell: (n: OrganName) => n.name },
            { title: 'Loại', cell: (n) => nameKindWords(n.kind), narrow: true },
            { title: 'Thời gian dùng', cell: (n) => (n.validFrom || n.validTo ? validityWords(n) : 'như cơ quan') },
          ]}
          rows={names}
          empty={<EmptyState title="Chưa ghi tên gọi nào khác" />}
        />
      </Section>
      {below.length > 0 && (
        <Section title="Cơ quan trực thuộc">
          <ul class="govuk-list govuk-list--bullet">
            {below.map((o) => (
              <li>
                <OrganLinkTo id={o.id} name={o.shortName} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {props.positions && <Positions positions={props.positions} day={day} />}
      <FilterBar action={`/to-chuc/${organ.id}`} values={{ ngay: props.asOf ? formatDay(day) : '' }} submit="Xem">
        <DayField name="ngay" label="Xem theo ngày" hint="Ví dụ: 28/2/2025" />
      </FilterBar>
      {(mayKeep || props.mayReadLog) && (
        <LinkRow>
          {mayKeep && organ.validTo === null && (
            <>
              <ButtonLink href={`/to-chuc/${organ.id}/ten-goi`} kind="secondary">
                Thêm tên gọi
              </ButtonLink>
              <ButtonLink href={`/to-chuc/${organ.id}/doi-ten`} kind="secondary">
                Đổi tên
              </ButtonLink>
              <ButtonLink href={`/to-chuc/${organ.id}/ket-thuc`} kind="secondary">
                Kết thúc hoạt động
              </ButtonLink>
            </>
          )}
          {props.mayReadLog && (
            <a class="govuk-link" href={`/nhat-ky/co-quan/${organ.id}`}>
              Nhật ký
            </a>
          )}
        </LinkRow>
      )}
    </>
  );
}

const OrganLinkTo = ({ id, name }: { id: number; name: string }): VNode => (
  <a class="govuk-link" href={`/to-chuc/${id}`}>
    {name}
  </a>
);

function crumbs(organ: ShownOrgan) {
  const unit =
    organ.unitId !== null && organ.unitName && organ.unitType
      ? [{ href: `/to-chuc?don-vi=${organ.unitId}`, label: unitWords({ type: organ.unitType, name: organ.unitName }) }]
      : [];
  return [{ href: '/to-chuc', label: 'Cơ quan, tổ chức' }, ...unit];
}

function summary({ organ }: OrganPageProps) {
  const unit =
    organ.unitId !== null && organ.unitName && organ.unitType ? (
      <a class="govuk-link" href={`/don-vi/${organ.unitId}`}>
        {unitWords({ type: organ.unitType, name: organ.unitName })}
      </a>
    ) : (
      'Trung ương'
    );
  return [
    { key: 'Thường gọi', value: organ.shortName },
    { key: 'Đơn vị hành chính', value: unit },
    ...(organ.parentId !== null && organ.parentName
      ? [{ key: 'Cấp trên', value: <OrganLinkTo id={organ.parentId} name={organ.parentName} /> }]
      : []),
    ...(organ.servesId !== null && organ.servesName
      ? [{ key: 'Giúp việc cho', value: <OrganLinkTo id={organ.servesId} name={organ.servesName} /> }]
      : []),
    { key: 'Ban hành văn bản', value: organ.issues ? 'nhân danh chính mình' : 'không nhân danh chính mình' },
    { key: 'Hiệu lực', value: validityWords(organ) },
    ...(organ.endReason ? [{ key: 'Lý do kết thúc', value: organ.endReason }] : []),
  ];
}

function Lineage({ links }: { links: readonly OrganLink[] }): VNode {
  if (links.length === 0)
    return <p class="govuk-body ts-quiet">Chưa ghi việc hợp nhất, chia tách hay chuyển nhiệm vụ.</p>;
  return (
    <ul class="govuk-list govuk-list--bullet">
      {links.map((link) => (
        <li>
          {lineageWords(link)} <OrganLinkTo id={link.organId} name={link.shortName} />{' '}
          <span class="ts-quiet">
            ({validityWords(link)}
            {link.legalBasis && `; ${link.legalBasis}`})
          </span>
        </li>
      ))}
    </ul>
  );
}

function Positions({ positions, day }: { positions: readonly HeldPosition[]; day: Day }): VNode {
  return (
    <Section title={`Chức vụ, ngày ${formatDay(day)}`}>
      <DataTable
        caption="Chức vụ và người giữ"
        columns={[
          { title: 'Chức vụ', cell: (p: HeldPosition) => p.title },
          {
            title: 'Người giữ',
            cell: (p) =>
              p.personName ? (
                `${p.personName}${HOLDING[p.kind ?? ''] ?? ''}`
              ) : (
                <span class="ts-quiet">chưa có người</span>
              ),
          },
        ]}
        rows={positions}
        empty={<EmptyState title="Chưa ghi chức vụ nào vào ngày này" />}
      />
    </Section>
  );
}
