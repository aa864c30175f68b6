import type { VNode } from 'preact';
import { type Day, formatDay } from '../../kernel/day.ts';
import { isValidOn } from '../../kernel/validity.ts';
import {
  Breadcrumbs,
  type Column,
  DataTable,
  DayField,
  EmptyState,
  FilterBar,
  formatNumber,
  Heading,
  Notice,
  Section,
  SummaryList,
} from '../../ui/index.ts';
import { displayName, type Link, titleName, type Unit } from '../model.ts';
import { areaWords, basisWords, kindWords, shareWords, validityWords } from './words.ts';

export interface UnitPageProps {
  unit: Unit;
  /** The units above, nearest first, as they were on the day. */
  above: readonly Unit[];
  /** The units under a district. */
  under: readonly Unit[];
  line: readonly Unit[];
  links: readonly Link[];
  /** The day that was asked for; null for none. */
  day: Day | null;
  wrongDay: string | null;
  /** What stands for the unit on that day, where it did not exist then. */
  standing: readonly Unit[];
  /** What stands for a former district today: all that its communes became. */
  now: readonly Unit[];
}

const unitLink = (unit: Unit, text = displayName(unit)): VNode => (
  <a class="govuk-link" href={`/don-vi/${unit.id}`}>
    {text}
  </a>
);

export function UnitPage(props: UnitPageProps): VNode {
  const { unit, above, under, day } = props;
  return (
    <>
      <Breadcrumbs
        links={[
          { href: '/don-vi', label: 'Đơn vị hành chính' },
          ...[...above].reverse().map((u) => ({ href: `/don-vi/${u.id}`, label: titleName(u) })),
        ]}
      />
      <Heading title={titleName(unit)} caption={`Mã ${unit.code}`} lead={leadOf(unit)} />
      {props.wrongDay !== null && (
        <Notice tone="warning" text={`“${props.wrongDay}” không phải một ngày có thật. Hãy viết ngày như 30/6/2025.`} />
      )}
      {day !== null && !isValidOn(unit, day) && <NotThen unit={unit} day={day} standing={props.standing} />}
      <SummaryList rows={summaryRows(unit, above)} />
      <Before {...props} />
      <After {...props} />
      {unit.level === 'province' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/don-vi?tinh=${unit.code}${dayParam(unit)}`}>
            Xem các xã, phường của {displayName(unit)}
          </a>
        </p>
      )}
      {under.length > 0 && unit.level === 'district' && (
        <Section title="Các đơn vị trực thuộc trước đây">
          <DataTable
            caption={`Các đơn vị thuộc ${displayName(unit)}`}
            columns={[
              { title: 'Đơn vị', cell: (u: Unit) => unitLink(u, titleName(u)) },
              { title: 'Mã', cell: (u: Unit) => u.code, narrow: true },
              { title: 'Hiệu lực', cell: (u: Unit) => validityWords(u) },
            ]}
            rows={under}
          />
        </Section>
      )}
      <FilterBar action={`/don-vi/${unit.id}`} values={{ ngay: day ? formatDay(day) : '' }} submit="Xem theo ngày">
        <DayField name="ngay" label="Nơi này là đơn vị nào vào ngày" hint="Ví dụ: 30/6/2025" />
      </FilterBar>
    </>
  );
}

/** A former province is listed as on its last day. */
const dayParam = (unit: Unit): string => (unit.validTo ? `&ngay=${unit.validTo}` : '');

const leadOf = (unit: Unit): string =>
  unit.validTo
    ? `Đã kết thúc: ${validityWords(unit)}`
    : `Đang có hiệu lực ${unit.validFrom ? validityWords(unit) : ''}`;

function NotThen({ unit, day, standing }: { unit: Unit; day: Day; standing: readonly Unit[] }): VNode {
  const earlier = unit.validFrom !== null && day < unit.validFrom;
  return (
    <Notice tone="info" title={`Ngày ${formatDay(day)} ${earlier ? 'chưa có' : 'không còn'} ${displayName(unit)}`}>
      {standing.length === 0 ? (
        <p>Chưa ghi đơn vị nào đứng thay vào ngày đó.</p>
      ) : (
        <>
          <p>{earlier ? 'Khi đó nơi này là:' : 'Khi đó nơi này thuộc:'}</p>
          <ul class="govuk-list govuk-list--bullet">
            {standing.map((u) => (
              <li>{unitLink(u)}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

const areaOf = ({ areaKm2 }: Unit) => (areaKm2 === null ? null : areaWords(areaKm2));
const peopleOf = ({ population }: Unit) => (population === null ? null : `${formatNumber(population)} người`);

function summaryRows(unit: Unit, above: readonly Unit[]) {
  return [
    ...(above[0] ? [{ key: 'Thuộc', value: unitLink(above[0]) }] : []),
    { key: 'Hiệu lực', value: validityWords(unit) },
    // Of former units neither was recorded; of a present one the gap is shown.
    ...(unit.areaKm2 === null && unit.validTo ? [] : [{ key: 'Diện tích', value: areaOf(unit) }]),
    ...(unit.population === null && unit.validTo ? [] : [{ key: 'Dân số', value: peopleOf(unit) }]),
    ...(unit.mountainous === null ? [] : [{ key: 'Miền núi', value: unit.mountainous ? 'có' : 'không' }]),
    ...(unit.legalBasis ? [{ key: 'Căn cứ', value: basisWords(unit.legalBasis, null) }] : []),
    ...(unit.altNames.length > 0 ? [{ key: 'Cách viết khác', value: unit.altNames.join(', ') }] : []),
  ];
}

interface Descent {
  unit: Unit;
  link: Link;
}

const descentColumns: Column<Descent>[] = [
  { title: 'Đơn vị', cell: ({ unit }) => unitLink(unit, titleName(unit)) },
  { title: 'Cách sắp xếp', cell: ({ link }) => kindWords(link.kind) },
  { title: 'Diện tích', cell: ({ link }) => shareWords(link.area), narrow: true },
  { title: 'Dân số', cell: ({ link }) => shareWords(link.population), narrow: true },
  { title: 'Hiệu lực', cell: ({ unit }) => validityWords(unit) },
  { title: 'Căn cứ', cell: ({ link }) => basisWords(link.resolution, link.clause) ?? '' },
];

/** The units at the other ends of the links of one unit. */
function descents(props: UnitPageProps, own: 'predecessorId' | 'successorId', other: 'predecessorId' | 'successorId') {
  const byId = new Map(props.line.map((u) => [u.id, u]));
  return props.links
    .filter((link) => link[own] === props.unit.id)
    .flatMap((link): Descent[] => {
      const unit = byId.get(link[other]);
      return unit ? [{ unit, link }] : [];
    })
    .sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1));
}

function Before(props: UnitPageProps): VNode | null {
  const rows = descents(props, 'successorId', 'predecessorId');
  // Of an old unit nothing earlier is recorded: that needs no words.
  if (rows.length === 0 && props.unit.validFrom === null) return null;
  return (
    <Section title="Hình thành từ" id="tu-dau">
      <DataTable
        caption={`Các đơn vị hợp thành ${displayName(props.unit)}`}
        columns={descentColumns}
        rows={rows}
        empty={<EmptyState title="Chưa ghi đơn vị nào trước đó" />}
      />
    </Section>
  );
}

function After(props: UnitPageProps): VNode | null {
  const { unit, now } = props;
  const rows = descents(props, 'predecessorId', 'successorId');
  if (rows.length === 0 && unit.validTo === null) return null;
  if (rows.length === 0 && now.length > 0) {
    return (
      <Section title="Nay là" id="nay-la">
        <p class="govuk-body">Cấp huyện đã kết thúc. Các xã, phường, thị trấn của {displayName(unit)} nay nằm trong:</p>
        <ul class="govuk-list govuk-list--bullet">
          {now.map((u) => (
            <li>{unitLink(u)}</li>
          ))}
        </ul>
      </Section>
    );
  }
  return (
    <Section title="Nay là" id="nay-la">
      <DataTable
        caption={`Đơn vị tiếp nối ${displayName(unit)}`}
        columns={descentColumns}
        rows={rows}
        empty={<EmptyState title="Chưa ghi đơn vị nào tiếp nối" />}
      />
    </Section>
  );
}
