import { CENTRAL } from './central.ts';
import { COMMUNE } from './commune.ts';
import { NGHE_AN } from './ngheAn.ts';
import { FORMER_PROVINCE_GOVERNMENT, PROVINCE_GOVERNMENT } from './provinceGovernment.ts';
import { PROVINCE_FRONT, PROVINCE_SECTORS } from './provinceOthers.ts';
import { FORMER_PROVINCE_PARTY, PROVINCE_PARTY } from './provinceParty.ts';
import type { OrganGroup, OrganTemplate, ProvinceFacts } from './template.ts';

/** By the statistics office's code of the province. */
const PROVINCES: Record<string, ProvinceFacts> = { '40': NGHE_AN };

const PROVINCE: readonly OrganTemplate[] = [
  ...PROVINCE_PARTY,
  ...PROVINCE_GOVERNMENT,
  ...PROVINCE_FRONT,
  ...PROVINCE_SECTORS,
  ...FORMER_PROVINCE_PARTY,
  ...FORMER_PROVINCE_GOVERNMENT,
];

export const centralTemplates = (): readonly OrganTemplate[] => CENTRAL;
export const communeTemplates = (): readonly OrganTemplate[] => COMMUNE;

/** The organs of the province with this code, former ones included. */
export function provinceTemplates(provinceCode: string): readonly OrganTemplate[] {
  const facts = PROVINCES[provinceCode];
  if (!facts) return PROVINCE;
  const common = PROVINCE.filter((t) => !facts.without?.includes(t.key));
  return [...common.map((t) => ({ ...t, ...facts.changes[t.key] })), ...facts.more];
}

const GROUPS = new Map<string, OrganGroup>(
  [...CENTRAL, ...PROVINCE, ...COMMUNE, ...Object.values(PROVINCES).flatMap((p) => p.more)].map((t) => [
    t.key,
    t.group,
  ]),
);

/** The group of an organ by its template; organs that an administrator added follow their first word. */
export function groupOf(template: string, name: string): OrganGroup {
  const known = GROUPS.get(template);
  if (known) return known;
  if (/^Sở\s/.test(name)) return 'department';
  if (/^Phòng\s/.test(name)) return 'office';
  if (/^Đảng ủy\s/.test(name)) return 'committee';
  if (/^(Hội|Đoàn|Liên đoàn)\s/.test(name)) return 'union';
  if (/^Ban\s/.test(name)) return 'board';
  return 'service';
}

export { kindWord, type LineageKind, type NameKind, nameFor, type OrganGroup, type OrganTemplate } from './template.ts';
