import { describe, expect, test } from 'vitest';
import { afterStep } from '../afterStep.ts';
import type { Standing } from '../standing.ts';
import type { Status } from '../status.ts';
import { type Arrival, type DossierStep, STEPS } from '../steps.ts';
import type { Pushed } from './national.ts';
import { stepsTo } from './stepsTo.ts';

const arrival: Arrival = {
  ...{ code: 'A-260601-0001', procedureVersionId: 1, limit: { unit: 'workingDays', amount: 3 }, channel: 'online' },
  ...{ receptionId: 1, authorityId: 2, assistingId: null, returnId: 1, deliveryWay: 'counter', fee: 0, money: 'none' },
  ...{ ownerSystem: 'cong', submittedAt: 0 },
};
const told = (status: number, more: Partial<Pushed> = {}): Pushed => ({
  TrangThaiHoSoId: status as Status,
  ThoiDiem: '2026-06-01T09:00:00+07:00',
  LyDo: 'có lý do',
  ...more,
});
const towards = {
  at: 10,
  place: { stepNo: 1, title: 'Thẩm tra', toOrganId: 2, targetAt: null },
  due: () => ({ dueAt: 99, dueExact: false, dueLines: [] }),
};
const go = (from: Standing, status: number, more?: Partial<Pushed>) => stepsTo(from, told(status, more), towards);
/** A dossier that came along these statuses. */
const along = (...path: number[]): Standing => {
  let standing = afterStep(null, { kind: 'registered', at: 0, ...arrival });
  for (const status of path)
    for (const step of go(standing, status)) {
      expect(STEPS[step.kind].from, `${step.kind} from ${standing.status}`).toContain(standing.status);
      standing = afterStep(standing, step);
    }
  return standing;
};
const kinds = (steps: readonly DossierStep[]) => steps.map((step) => step.kind).join(' ');

describe('from where it stands to where its owner says it is', () => {
  test.each([
    [[], 1, ''],
    [[], 2, 'received'],
    [[], 3, 'refused'],
    [[], 4, 'received passed'],
    [[], 5, 'supplement_asked'],
    [[], 6, 'received payment_asked'],
    [[], 7, 'withdrawn'],
    [[], 8, 'received stopped'],
    [[], 9, 'received resolved'],
    [[], 10, 'received resolved delivered'],
    [[5], 2, 'received'],
    [[5], 4, 'received passed'],
    [[5], 7, 'withdrawn'],
    [[2], 2, ''],
    [[2], 4, 'passed'],
    [[2], 9, 'resolved'],
    [[4], 5, 'supplement_asked'],
    [[4, 5], 4, 'supplemented'],
    [[4, 5], 6, 'supplemented payment_asked'],
    [[4, 5], 9, 'supplemented resolved'],
    [[4, 5], 8, 'stopped'],
    [[4, 6], 4, 'paid'],
    [[4, 6], 5, 'paid supplement_asked'],
    [[4, 6], 3, 'paid refused'],
    [[4, 6], 10, 'paid resolved delivered'],
    [[4], 10, 'resolved delivered'],
    [[4, 9], 10, 'delivered'],
  ])('after %j to %i: %s', (path, status, expected) => {
    const from = along(...path);
    const steps = go(from, status);
    expect(kinds(steps)).toBe(expected);
    expect(along(...path, status).status, 'it arrives').toBe(status);
  });

  test.each([
    [[2], 1],
    [[4], 2],
    [[4, 5], 2],
    [[4, 9], 4],
    [[4, 9], 5],
    [[3], 4],
    [[4, 10], 9],
    [[7], 2],
    [[8], 4],
  ])('after %j not to %i', (path, status) => {
    expect(() => go(along(...path), status)).toThrow(/Hồ sơ/);
  });

  test.each([3, 5, 6, 7, 8])('status %i needs a reason', (status) => {
    expect(() => go(along(), status, { LyDo: '  ' })).toThrow('cần lý do');
  });
});
