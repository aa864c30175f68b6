import type { VNode } from 'preact';
import { formatDay } from '../../../kernel/day.ts';
import {
  DataTable,
  DayField,
  Details,
  EmptyState,
  Facts,
  FilterBar,
  formatNumber,
  Heading,
  LinkRow,
  Section,
  Select,
  Tag,
} from '../../../ui/index.ts';
import type { PeriodSums } from '../kpi.ts';
import { gradeOf, type Ratio, type Score, type Scored } from '../kpi.ts';
import { SHOWN } from '../shown.ts';
import { type Asked, behindHref, figuresHref } from './asked.ts';

export interface FiguresView {
  asked: Asked;
  unitName: string;
  sums: PeriodSums;
  score: Score;
  /** The communes of a province, or the units of which one was merged, each with its own; empty where one unit is shown. */
  communes: readonly { unitId: number; name: string; sums: PeriodSums; score: Score }[];
  periods: readonly { value: string; label: string }[];
  mayEnter: boolean;
  /** Units were merged into what is shown: they can be added up with it. */
  hasMerged: boolean;
}

const percent = ({ numerator, denominator }: Ratio): string =>
  denominator === 0 ? '–' : `${formatNumber(Math.round((1000 * numerator) / denominator) / 10)} %`;
const points = (value: number): string => value.toFixed(2).replace('.', ',');

export function FiguresPage(view: FiguresView): VNode {
  const { asked, unitName, sums, score, communes } = view;
  const { period } = asked;
  return (
    <>
      <Heading
        caption="Giải quyết thủ tục hành chính"
        title={`Số liệu ${unitName}`}
        lead={`${period.label}${period.running ? `, tính đến hết ngày ${formatDay(period.to)}` : ''}${asked.merged && view.hasMerged ? ', gồm cả số liệu của đơn vị trước sáp nhập' : ''}`}
        actions={
          view.mayEnter ? (
            <LinkRow>
              <a class="govuk-link" href={`/ho-so/so-lieu/nhap?thang=${period.from.slice(0, 7)}`}>
                Nhập số liệu ngoài hồ sơ
              </a>
            </LinkRow>
          ) : undefined
        }
      />
      <FilterBar
        action="/ho-so/so-lieu"
        values={{
          ky: period.key,
          'den-ngay': asked.asOf ? formatDay(asked.asOf) : '',
          cach: asked.version.key,
          gom: asked.merged ? 'co' : '',
        }}
        keep={asked.unitId === null ? {} : { 'don-vi': String(asked.unitId) }}
      >
        <Select name="ky" label="Kỳ" options={[...view.periods]} />
        <DayField name="den-ngay" label="Tính đến hết ngày" optional />
        <Select
          name="cach"
          label="Cách tính điểm"
          options={asked.versions.map((v) => ({ value: v.key, label: v.label }))}
        />
        {view.hasMerged && (
          <Select
            name="gom"
            label="Đơn vị sau sáp nhập"
            options={[
              { value: '', label: 'tính riêng' },
              { value: 'co', label: 'gộp xã cũ' },
            ]}
          />
        )}
      </FilterBar>
      <Facts
        facts={[
          {
            label: 'Điểm phục vụ',
            value: points(score.points),
            note:
              score.missing > 0
                ? `thiếu số liệu của ${points(score.missing)} điểm`
                : `${gradeOf(score.points)}, trên 100`,
          },
          {
            label: 'Nhận mới',
            value: formatNumber(sums.of('received')),
            note: `${formatNumber(sums.carried)} kỳ trước chuyển sang`,
          },
          fact('da-giai-quyet', sums, 'Đã giải quyết'),
          { ...fact('tre-han', sums, 'Tính là trễ hạn'), tone: SHOWN['tre-han']!.value(sums) > 0 ? 'late' : 'good' },
        ]}
      />
      <Section title="Tình hình hồ sơ">
        <DataTable
          caption="Tình hình hồ sơ trong kỳ"
          columns={[
            { title: 'Chỉ tiêu', cell: (key) => SHOWN[key]!.label },
            {
              title: 'Số hồ sơ',
              numeric: true,
              cell: (key) => <Count figure={key} asked={asked} value={SHOWN[key]!.value(sums)} />,
            },
          ]}
          rows={FIGURES}
        />
      </Section>
      <Section title="Điểm theo bộ chỉ số phục vụ (Quyết định 766/QĐ-TTg)">
        {score.groups.map((group) => (
          <>
            <h3 class="govuk-heading-s">
              {group.group.no}. {group.group.label}: {points(group.points)} / {group.group.max}
            </h3>
            <DataTable
              caption={group.group.label}
              columns={[
                { title: 'Chỉ tiêu', cell: (s: Scored) => <Named {...{ asked, sums }} scored={s} /> },
                {
                  title: 'Đạt',
                  numeric: true,
                  cell: (s: Scored) => <Reached scored={s} asked={asked} />,
                },
                { title: 'Tỷ lệ', numeric: true, cell: (s: Scored) => (s.ratio ? percent(s.ratio) : '–') },
                {
                  title: 'Điểm',
                  numeric: true,
                  cell: (s: Scored) =>
                    s.points === undefined ? (
                      <Tag tone="wait">Chưa nhập</Tag>
                    ) : (
                      `${points(s.points)} / ${s.indicator.max}`
                    ),
                },
              ]}
              rows={group.indicators}
            />
          </>
        ))}
        <Details summary="Các con số này được tính thế nào">
          <p>
            Đúng hạn tính trên toàn bộ hồ sơ kỳ trước chuyển sang và nhận mới. Hồ sơ đang chờ người dân bổ sung tính tại
            lúc yêu cầu; hồ sơ bị yêu cầu bổ sung từ hai lần tính là trễ; hồ sơ chưa xong tính tại ngày cuối kỳ. Xin
            rút, dừng và từ chối sau tiếp nhận là đã kết thúc. Điểm làm tròn hai chữ số; chỉ tiêu không có mẫu số được 0
            điểm, riêng phản ánh, kiến nghị không phát sinh thì được đủ điểm. Điểm công bố trên Cổng Dịch vụ công quốc
            gia là điểm chính thức.
          </p>
          <p>
            Chỉ tiêu 5.4 trừ phần hồ sơ trễ hạn và phần không hài lòng. Không hài lòng là đánh giá một, hai sao khi tra
            cứu, tính vào ngày đánh giá, cộng với ý kiến trên phiếu giấy, Cổng quốc gia do trung tâm nhập; mỗi ý kiến
            tính như nhau, không có ý kiến nào thì không trừ.
          </p>
        </Details>
      </Section>
      {communes.length > 0 && <Communes {...view} />}
    </>
  );
}

/** The figures of the table, in the order of a report. */
const FIGURES = [
  ...[
    'ky-truoc',
    'nhan-moi',
    'truc-tuyen',
    'buu-chinh',
    'truoc-han',
    'dung-han',
    'qua-han',
    'dang-trong-han',
    'dang-qua-han',
  ],
  ...['cho-bo-sung', 'xin-rut', 'dung-xu-ly', 'tu-choi', 'da-tra', 'danh-gia', 'khong-hai-long'],
];

const fact = (key: string, sums: PeriodSums, label: string) => ({
  label,
  value: formatNumber(SHOWN[key]!.value(sums)),
});

/** A number that opens the dossiers of one unit; over a province it only counts. */
function Count({ figure, asked, value }: { figure: string; asked: Asked; value: number }): VNode | string {
  if (asked.unitId === null || value === 0) return formatNumber(value);
  return <a href={behindHref(asked, figure)}>{formatNumber(value)}</a>;
}

/** An indicator, with what its ratio is made of where that is not plain. */
function Named({ scored, sums, asked }: { scored: Scored; sums: PeriodSums; asked: Asked }): VNode {
  const { code, label, parts } = scored.indicator;
  const links = parts?.(sums) ?? [];
  return (
    <>
      {code}. {label}
      {links.length > 0 && (
        <span class="ts-sub">
          {links.map((part, i) => (
            <>
              {i > 0 && '; '}
              {part.behind && asked.unitId !== null ? (
                <a href={behindHref(asked, part.behind)}>{part.text}</a>
              ) : (
                part.text
              )}
            </>
          ))}
        </span>
      )}
    </>
  );
}

function Reached({ scored, asked }: { scored: Scored; asked: Asked }): VNode | string {
  const { ratio, indicator } = scored;
  if (!ratio) return '–';
  const text = `${formatNumber(ratio.numerator)} / ${formatNumber(ratio.denominator)}`;
  return indicator.behind && asked.unitId !== null ? <a href={behindHref(asked, indicator.behind)}>{text}</a> : text;
}

/** Units with anything to show as a table; the others, of which a small province's quiet month has many, by name. */
function Communes({ asked, communes }: FiguresView): VNode {
  const busy = communes.filter((row) => !hasNothing(row));
  const idle = communes.filter(hasNothing);
  const link = (row: FiguresView['communes'][number]) => (
    <a href={figuresHref({ ...asked, unitId: row.unitId, merged: asked.unitId === null && asked.merged })}>
      {row.name}
    </a>
  );
  return (
    <Section title={asked.unitId === null ? 'Theo xã, phường' : 'Gồm các đơn vị'} id="theo-xa">
      <DataTable
        caption="Số liệu theo xã, phường"
        columns={[
          { title: 'Đơn vị', cell: link },
          { title: 'Nhận mới', numeric: true, cell: (row) => formatNumber(row.sums.of('received')) },
          {
            title: 'Đã giải quyết',
            numeric: true,
            cell: (row) => formatNumber(SHOWN['da-giai-quyet']!.value(row.sums)),
          },
          { title: 'Trễ hạn', numeric: true, cell: (row) => formatNumber(SHOWN['tre-han']!.value(row.sums)) },
          {
            title: 'Đúng hạn',
            numeric: true,
            cell: (row) => {
              const ratio = row.score.groups[1]!.indicators[0]!.ratio!;
              return percent(ratio);
            },
          },
          { title: 'Điểm', numeric: true, cell: (row) => points(row.score.points) },
        ]}
        rows={busy}
        empty={<EmptyState title="Chưa đơn vị nào có hồ sơ, số liệu trong kỳ" />}
      />
      {idle.length > 0 && (
        <Details summary={`${idle.length} đơn vị chưa có hồ sơ, số liệu trong kỳ`}>
          <p>{idle.map((row, i) => [i > 0 && ', ', link(row)])}</p>
        </Details>
      )}
    </Section>
  );
}

const hasNothing = ({ sums, score }: FiguresView['communes'][number]): boolean =>
  score.points === 0 && Object.values(SHOWN).every((figure) => figure.value(sums) === 0);
