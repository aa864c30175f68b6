import type { Day } from '../../kernel/day.ts';
import type { InputKey } from './inputs.ts';
import type { Measure } from './measures.ts';

/** What a period of a unit comes to. */
export interface PeriodSums {
  /** Flows of the period, and the stocks at its end. */
  of(measure: Measure): number;
  /** Stocks at the end, by whether they are late then. */
  openLate: number;
  openInTime: number;
  /** In hand when the period began: kỳ trước chuyển sang. */
  carried: number;
  /** Procedures in force that the unit may receive, those offered online, and of these the ones that got dossiers online. */
  procedures: number;
  onlineProcedures: number;
  usedOnline: number;
  /** Entered by hand for the months of the period. */
  input(indicator: InputKey): Ratio | undefined;
}

export interface Ratio {
  numerator: number;
  denominator: number;
}

export interface Indicator {
  code: string;
  label: string;
  max: number;
  /** Undefined where what it needs was not entered. */
  ratio(s: PeriodSums): Ratio | undefined;
  /** Of the share reached, 0 to 1; capped at `max` by the caller. */
  points(share: number): number;
  /** The points where there is nothing to divide by: none, or all. */
  empty: 'zero' | 'full';
  /** The key in SHOWN of the dossiers that make it, where dossiers tell it. */
  behind?: string;
  /** What the ratio is made of, where that cannot be seen from it; a part may have its own key in SHOWN. */
  parts?(s: PeriodSums): readonly { text: string; behind?: string }[];
}

export interface Group {
  no: number;
  label: string;
  max: number;
  indicators: readonly Indicator[];
}

/** A version of the set, with its time of validity. */
export interface KpiVersion {
  key: string;
  label: string;
  validFrom: Day;
  groups: readonly Group[];
}

/** Everything that could be late or in time in the period: what was in hand at its start and what was received. */
const measured = (s: PeriodSums): number => s.carried + s.of('received');
export const lateIn = (s: PeriodSums): number =>
  s.of('resolved_late') + s.of('ended_late') + s.openLate + s.of('open_late') + s.of('waiting_late');
export const resolvedIn = (s: PeriodSums): number =>
  s.of('resolved_early') + s.of('resolved_on_time') + s.of('resolved_late');

/**
 * Who was unhappy, of those who said how they were served: ratings given when looking a dossier up, together with those that the
 * centre counted on paper. One opinion weighs as much as another; where nobody said anything nobody was unhappy.
 */
const unhappyIn = (s: PeriodSums): Ratio => {
  const paper = s.input('complained') ?? { numerator: 0, denominator: 0 };
  return {
    numerator: s.of('rated_unhappy') + paper.numerator,
    denominator: s.of('rated') + paper.denominator,
  };
};

const linear =
  (max: number) =>
  (share: number): number =>
    max * share;
const upTo =
  (max: number, enough: number) =>
  (share: number): number =>
    (max * share) / enough;
const entered = (key: InputKey) => (s: PeriodSums) => s.input(key);

const PUBLICITY: Group = {
  no: 1,
  label: 'Công khai, minh bạch',
  max: 18,
  indicators: [
    { code: '1.1', label: 'Công bố thủ tục đúng hạn', max: 6, ratio: entered('1.1'), points: linear(6), empty: 'zero' },
    {
      code: '1.2',
      label: 'Cập nhật, công khai đúng hạn',
      max: 4,
      ratio: entered('1.2'),
      points: linear(4),
      empty: 'zero',
    },
    {
      code: '1.3',
      label: 'Công khai đầy đủ nội dung',
      max: 2,
      ratio: entered('1.3'),
      points: linear(2),
      empty: 'zero',
    },
    {
      code: '1.4',
      label: 'Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia',
      max: 6,
      ratio: (s) => ({ numerator: s.of('synced'), denominator: s.of('received') }),
      points: linear(6),
      empty: 'zero',
      behind: 'dong-bo',
    },
  ],
};

const PROGRESS: Group = {
  no: 2,
  label: 'Tiến độ, kết quả giải quyết',
  max: 20,
  indicators: [
    {
      code: '2.1',
      label: 'Hồ sơ giải quyết trước hạn và đúng hạn',
      max: 20,
      ratio: (s) => ({ numerator: Math.max(0, measured(s) - lateIn(s)), denominator: measured(s) }),
      points: linear(20),
      empty: 'zero',
      behind: 'tre-han',
    },
  ],
};

const PAYMENT: readonly Indicator[] = [
  {
    code: '3.4',
    label: 'Hồ sơ thanh toán trực tuyến',
    max: 6,
    ratio: entered('paidOnline'),
    points: linear(6),
    empty: 'zero',
  },
  {
    code: '3.5',
    label: 'Thủ tục có giao dịch thanh toán trực tuyến',
    max: 2,
    ratio: entered('paidOnlineProcedures'),
    points: linear(2.5),
    empty: 'zero',
  },
  {
    code: '3.6',
    label: 'Thủ tục đã tích hợp thanh toán trực tuyến',
    max: 2,
    ratio: entered('integratedProcedures'),
    points: linear(2.5),
    empty: 'zero',
  },
];

const ONLINE_2022: readonly Indicator[] = [
  {
    code: '3.1',
    label: 'Thủ tục cung cấp trực tuyến',
    max: 2,
    ratio: (s) => ({ numerator: s.onlineProcedures, denominator: s.procedures }),
    points: upTo(2, 0.8),
    empty: 'zero',
  },
  {
    code: '3.2',
    label: 'Dịch vụ công trực tuyến có phát sinh hồ sơ',
    max: 4,
    ratio: (s) => ({ numerator: s.usedOnline, denominator: s.onlineProcedures }),
    points: linear(4),
    empty: 'zero',
  },
  {
    code: '3.3',
    label: 'Hồ sơ nộp trực tuyến',
    max: 6,
    ratio: (s) => ({ numerator: s.of('received_online'), denominator: s.of('received') }),
    points: upTo(6, 0.5),
    empty: 'zero',
    behind: 'truc-tuyen',
  },
];
const ONLINE_2026: readonly Indicator[] = [
  {
    code: '3.1',
    label: 'Hồ sơ trực tuyến toàn trình',
    max: 12,
    ratio: (s) => ({ numerator: s.of('online_full'), denominator: resolvedIn(s) }),
    points: linear(12),
    empty: 'zero',
    behind: 'toan-trinh',
  },
];
const online = (indicators: readonly Indicator[]): Group => ({
  no: 3,
  label: 'Dịch vụ trực tuyến và thanh toán trực tuyến',
  max: 22,
  indicators: [...indicators, ...PAYMENT],
});

const DIGITISATION: Group = {
  no: 4,
  label: 'Số hóa hồ sơ',
  max: 22,
  indicators: [
    {
      code: '4.1',
      label: 'Cấp kết quả điện tử',
      max: 6,
      ratio: (s) => ({ numerator: s.of('e_result'), denominator: resolvedIn(s) }),
      points: linear(6),
      empty: 'zero',
      behind: 'ket-qua-dien-tu',
    },
    {
      code: '4.2',
      label: 'Hồ sơ được số hóa khi tiếp nhận',
      max: 4,
      ratio: (s) => ({ numerator: s.of('digitised'), denominator: s.of('received') }),
      points: linear(4),
      empty: 'zero',
      behind: 'so-hoa',
    },
    {
      code: '4.3',
      label: 'Chứng thực bản sao điện tử',
      max: 2,
      ratio: entered('certifiedCopies'),
      points: linear(2),
      empty: 'zero',
    },
    {
      code: '4.4',
      label: 'Dùng lại dữ liệu đã số hóa',
      max: 2,
      ratio: entered('reuse'),
      points: upTo(2, 0.8),
      empty: 'zero',
    },
    {
      code: '4.5',
      label: 'Kết nối kho dữ liệu cá nhân',
      max: 4,
      ratio: entered('personalStore'),
      points: linear(4),
      empty: 'zero',
    },
    {
      code: '4.6',
      label: 'Hồ sơ khai thác dữ liệu dân cư',
      max: 2,
      ratio: entered('populationDossiers'),
      points: linear(2),
      empty: 'zero',
    },
    {
      code: '4.7',
      label: 'Thủ tục khai thác dữ liệu dân cư',
      max: 2,
      ratio: entered('populationProcedures'),
      points: linear(2),
      empty: 'zero',
    },
  ],
};

const SATISFACTION: Group = {
  no: 5,
  label: 'Mức độ hài lòng',
  max: 18,
  indicators: [
    {
      code: '5.2',
      label: 'Phản ánh, kiến nghị xử lý đúng hạn',
      max: 6,
      ratio: entered('5.2'),
      points: linear(6),
      empty: 'full',
    },
    {
      code: '5.3',
      label: 'Hài lòng về xử lý phản ánh, kiến nghị',
      max: 6,
      ratio: entered('5.3'),
      points: linear(6),
      empty: 'full',
    },
    {
      code: '5.4',
      label: 'Hài lòng về tiếp nhận, giải quyết',
      max: 6,
      // One minus the share that was late and the share that was unhappy.
      ratio: (s) => {
        const all = measured(s);
        const { numerator, denominator } = unhappyIn(s);
        const unhappy = denominator > 0 ? numerator / denominator : 0;
        return { numerator: Math.max(0, all - lateIn(s) - Math.round(unhappy * all)), denominator: all };
      },
      parts: (s) => {
        const paper = s.input('complained');
        return [
          { text: `trễ hạn ${lateIn(s)}`, behind: 'tre-han' },
          { text: `không hài lòng ${s.of('rated_unhappy')} / ${s.of('rated')} lượt đánh giá`, behind: 'danh-gia' },
          ...(paper ? [{ text: `phiếu giấy, Cổng quốc gia ${paper.numerator} / ${paper.denominator}` }] : []),
        ];
      },
      points: upTo(6, 0.9),
      empty: 'zero',
      behind: 'tre-han',
    },
  ],
};

/** Decision 766/QĐ-TTg (23/6/2022), and the portal's way of counting online services since 2026. The latest first. */
export const KPI_VERSIONS: readonly KpiVersion[] = [
  {
    key: '2026',
    label: 'Bộ chỉ số 766, cách tính từ năm 2026',
    validFrom: '2026-01-01' as Day,
    groups: [PUBLICITY, PROGRESS, online(ONLINE_2026), DIGITISATION, SATISFACTION],
  },
  {
    key: '2022',
    label: 'Bộ chỉ số 766, cách tính đến hết năm 2025',
    validFrom: '2022-06-23' as Day,
    groups: [PUBLICITY, PROGRESS, online(ONLINE_2022), DIGITISATION, SATISFACTION],
  },
];

/** The version by which a period is counted: the one in force on its last day. */
export const versionFor = (lastDay: Day): KpiVersion =>
  KPI_VERSIONS.find((v) => v.validFrom <= lastDay) ?? KPI_VERSIONS.at(-1)!;

export interface Scored {
  indicator: Indicator;
  ratio: Ratio | undefined;
  /** Undefined where what it needs was not entered: no points, and the page says so. */
  points: number | undefined;
}
export interface ScoredGroup {
  group: Group;
  indicators: readonly Scored[];
  points: number;
}
export interface Score {
  version: KpiVersion;
  groups: readonly ScoredGroup[];
  points: number;
  /** Points that could not be counted because something was not entered. */
  missing: number;
}

const rounded = (points: number): number => Math.round(points * 100) / 100;

/** The points of a period: each indicator rounded to two decimals and never above its maximum. */
export function scoreOf(version: KpiVersion, sums: PeriodSums): Score {
  const groups = version.groups.map((group) => {
    const indicators = group.indicators.map((indicator) => scoredOf(indicator, sums));
    return { group, indicators, points: rounded(total(indicators.map((i) => i.points ?? 0))) };
  });
  return {
    version,
    groups,
    points: rounded(total(groups.map((g) => g.points))),
    missing: total(groups.flatMap((g) => g.indicators).map((i) => (i.points === undefined ? i.indicator.max : 0))),
  };
}

function scoredOf(indicator: Indicator, sums: PeriodSums): Scored {
  const ratio = indicator.ratio(sums);
  if (!ratio) return { indicator, ratio, points: undefined };
  if (ratio.denominator === 0) return { indicator, ratio, points: indicator.empty === 'full' ? indicator.max : 0 };
  const points = Math.min(indicator.max, indicator.points(ratio.numerator / ratio.denominator));
  return { indicator, ratio, points: rounded(Math.max(0, points)) };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** Grades as usually published: from 90 excellent, below 50 weak. */
export const gradeOf = (points: number): string =>
  points >= 90 ? 'Xuất sắc' : points >= 80 ? 'Tốt' : points >= 70 ? 'Khá' : points >= 50 ? 'Trung bình' : 'Yếu';
