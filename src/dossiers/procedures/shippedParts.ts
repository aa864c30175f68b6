import type { Day } from '../../kernel/day.ts';
import type { Component, Limit, ProcedureStep } from './model.ts';
import type { VersionFacts } from './store.ts';

/** The two-tier government began to work on this day; what ships is in force from then. */
export const SINCE = '2025-07-01' as Day;
const NOTE = 'Dữ liệu khởi đầu, cần đối chiếu với quyết định công bố của tỉnh';

const JUSTICE = ['van-phong-hdnd-ubnd-xa'];
const ECONOMY = ['phong-kinh-te-xa', 'phong-kinh-te-ha-tang-do-thi-phuong'];
const CULTURE = ['phong-van-hoa-xa-hoi-xa'];
const OFFICES = { justice: JUSTICE, economy: ECONOMY, culture: CULTURE } as const;

export const original = (name: string): Omit<Component, 'no'> => ({
  name,
  original: 1,
  copy: 0,
  electronic: 0,
  optional: false,
});
export const copy = (name: string): Omit<Component, 'no'> => ({ ...original(name), original: 0, copy: 1 });
/** Only shown for comparison. */
export const shown = (name: string): Omit<Component, 'no'> => ({ ...original(name), original: 0 });
export const ifSo = (component: Omit<Component, 'no'>): Omit<Component, 'no'> => ({ ...component, optional: true });

const stage = (
  templates: readonly string[],
  name: string,
  role: ProcedureStep['role'],
  hours: number,
): ProcedureStep => ({
  templates: [...templates],
  name,
  role,
  hours,
});

/** Examined by an office of the commune, signed by its People's Committee. */
export const throughOffice = (office: keyof typeof OFFICES, examine: number, sign: number): ProcedureStep[] => [
  stage(OFFICES[office], 'Thẩm tra hồ sơ', 'officer', examine),
  stage(['ubnd-xa'], 'Ký duyệt', 'head', sign),
];
/** Worked on and signed by one department of the province. */
export const throughDepartment = (department: string, examine: number, sign: number): ProcedureStep[] => [
  stage([department], 'Thẩm định hồ sơ', 'officer', examine),
  stage([department], 'Ký duyệt', 'head', sign),
];

export const sameDay: Limit = { unit: 'sameDay', amount: 0 };
export const workingDays = (amount: number): Limit => ({ unit: 'workingDays', amount });
export const hours = (amount: number): Limit => ({ unit: 'hours', amount });

type Brief = Pick<VersionFacts, 'code' | 'name' | 'limit' | 'result' | 'steps'> &
  Partial<VersionFacts> & { papers: Omit<Component, 'no'>[] };

/** A procedure of a commune; received in any centre of the province, as Decree 118/2025 (art. 14) lets communes do. */
export const commune =
  (field: string) =>
  ({ papers, ...brief }: Brief): VersionFacts => ({
    field,
    level: 'commune',
    authorityTemplates: ['ubnd-xa'],
    fee: 0,
    feeNote: '',
    receivedBy: 'province',
    centreIds: [],
    online: 'partial',
    source: NOTE,
    configurable: true,
    validFrom: SINCE,
    components: papers.map((paper, i) => ({ no: i + 1, ...paper })),
    ...brief,
  });

/** A procedure of a department, received in communes too. */
export const department =
  (field: string, template: string) =>
  (brief: Brief): VersionFacts => ({ ...commune(field)(brief), level: 'province', authorityTemplates: [template] });
