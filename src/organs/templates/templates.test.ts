import { describe, expect, it } from 'vitest';
import { centralTemplates, communeTemplates, groupOf, nameFor, provinceTemplates } from './index.ts';

const central = centralTemplates();
const province = provinceTemplates('40');
const commune = communeTemplates();
const all = [...central, ...province, ...commune];
const keys = new Set(all.map((t) => t.key));

describe('the templates of organs', () => {
  it('have one key each', () => {
    expect(keys.size).toBe(all.length);
  });
  it('stand under, serve and turn into organs that there are', () => {
    for (const t of all) {
      for (const key of [t.parent, t.serves, ...(t.into ?? []).map((i) => i.key)]) if (key) expect(keys).toContain(key);
    }
  });
  it('end where they turn into another, and never where they do not say into what', () => {
    for (const t of all) expect(t.into !== undefined, t.key).toBe(t.validTo !== undefined);
  });
  it('take their names from the unit, in a province and in a centrally-run city', () => {
    const party = province.find((t) => t.key === 'van-phong-tinh-uy')!;
    expect(nameFor(party.name, { type: 'tinh', name: 'Nghệ An' })).toBe('Văn phòng Tỉnh ủy Nghệ An');
    expect(nameFor(party.name, { type: 'thanh-pho', name: 'Huế' })).toBe('Văn phòng Thành ủy Huế');
    for (const t of [...province, ...commune])
      for (const pattern of [t.name, t.short, ...(t.names ?? []).map((n) => n.name)])
        expect(nameFor(pattern, { type: 'xa', name: 'X' })).not.toMatch(/[{}]/);
  });
  it('give Nghệ An its 14 specialised agencies since 1 March 2025', () => {
    const now = province.filter((t) => t.group === 'department' && t.validTo === undefined);
    expect(now.map((t) => t.short)).toHaveLength(14);
  });
  it('count an organ that an administrator added by the first word of its name', () => {
    expect(groupOf('rieng', 'Sở Quy hoạch - Kiến trúc')).toBe('department');
    expect(groupOf('rieng', 'Phòng Dân tộc xã Con Cuông')).toBe('office');
    expect(groupOf('so-tai-chinh', 'Sở Tài chính')).toBe('department');
  });
});
