import { describe, expect, it } from 'vitest';
import { assemble } from '../register/assemble.ts';
import { provinceFacts, SHIPPED_PROVINCES } from './provinces.ts';

const NGHE_AN = '40';
const HUNG_YEN = '33';
const facts = (province: string) => provinceFacts(province)!;
const today = (province: string) => facts(province).units.filter((u) => u.level === 'commune' && u.validTo === null);

describe('the registers that come with the product', () => {
  it.each(SHIPPED_PROVINCES)('%s joins without a fault', (province) => {
    const { units, lineage } = facts(province);
    const assembled = assemble(units, lineage);
    expect(assembled.faults).toEqual([]);
    // Each old commune went somewhere, each new one came from somewhere.
    const ended = assembled.units.filter((u) => u.level === 'commune' && u.validTo);
    expect(ended.filter((u) => !assembled.links.some((l) => l.predecessor === `${u.code}@`))).toEqual([]);
    const begun = assembled.units.filter((u) => u.level === 'commune' && u.validFrom);
    expect(begun.filter((u) => !assembled.links.some((l) => l.successor === `${u.code}@${u.validFrom}`))).toEqual([]);
  });

  it('Nghệ An has 130 communes, 119 xã and 11 phường, from 412 in 20 districts', () => {
    const now = today(NGHE_AN);
    expect(now.map((u) => u.type).filter((t) => t === 'xa')).toHaveLength(119);
    expect(now.map((u) => u.type).filter((t) => t === 'phuong')).toHaveLength(11);
    const { units } = facts(NGHE_AN);
    expect(units.filter((u) => u.level === 'commune' && u.validTo)).toHaveLength(412);
    expect(units.filter((u) => u.level === 'district')).toHaveLength(20);
  });

  it('Hưng Yên has 104 communes from the 381 of old Hưng Yên and Thái Bình', () => {
    expect(today(HUNG_YEN)).toHaveLength(104);
    const { units } = facts(HUNG_YEN);
    expect(units.filter((u) => u.level === 'commune' && u.validTo)).toHaveLength(381);
  });

  it('the areas of the communes make up the province', () => {
    for (const province of [NGHE_AN, HUNG_YEN]) {
      const whole = facts(province).units.find((u) => u.level === 'province' && !u.validTo)!.areaKm2!;
      const sum = today(province).reduce((total, u) => total + (u.areaKm2 ?? 0), 0);
      expect(Math.abs(sum - whole) / whole).toBeLessThan(0.05);
    }
  });
});
