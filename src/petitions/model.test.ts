import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/day.ts';
import {
  afterStep,
  dueWords,
  isLate,
  type PetitionState,
  type PetitionStep,
  STEPS,
  type Standing,
  standingOf,
  statusOf,
  stepAllowed,
} from './model.ts';
import { shinglesOf } from './shingles.ts';

const day = (text: string) => text as Day;
const on = day('2026-11-22');
const limit = { days: 5, dueOn: day('2026-11-30'), lines: [] };
const raised: PetitionStep = { kind: 'raised', askerId: 1, bodyId: 10, officeId: 11 };
const assigned: PetitionStep = {
  kind: 'assigned',
  leadId: 20,
  coordinatorIds: [21],
  forwarderId: null,
  watcherIds: [],
  taskId: null,
  ...limit,
};
const answered: PetitionStep = { kind: 'answered', full: true, text: 'Đã bố trí', restDueOn: null, on };
const judged = (askerId: number, solved: boolean): PetitionStep => ({ kind: 'judged', askerId, solved, text: '' });

describe('the standing of a petition is the fold of its steps', () => {
  const after1: [string, PetitionStep[], Partial<Standing>][] = [
    ['raised waits for its office', [raised], { state: 'raised', askerIds: [1], leadId: null, dueOn: null }],
    [
      'assigned is with its lead, with a limit',
      [raised, assigned],
      { state: 'working', leadId: 20, ...{ dueOn: limit.dueOn } },
    ],
    ['one who joins is one more that asks', [raised, { kind: 'joined', askerIds: [2] }], { askerIds: [1, 2] }],
    [
      'an answer in part stays open, with a day for the rest',
      [raised, assigned, { ...answered, full: false, restDueOn: day('2026-12-20') } as PetitionStep],
      { state: 'partial', dueOn: day('2026-12-20'), answeredOn: null },
    ],
    [
      'an answer waits for the verdict',
      [raised, assigned, answered],
      { state: 'answered', answeredOn: on, solved: null },
    ],
    ['the only asker closes it', [raised, assigned, answered, judged(1, true)], { state: 'closed', solved: true }],
    [
      'of two askers one alone does not close it',
      [raised, { kind: 'joined', askerIds: [2] }, assigned, answered, judged(1, true)],
      { state: 'answered', solved: null },
    ],
    [
      'it is solved only where all say so',
      [raised, { kind: 'joined', askerIds: [2] }, assigned, answered, judged(1, true), judged(2, false)],
      { state: 'closed', solved: false },
    ],
    [
      'reopened it has a new limit and no verdict',
      [
        raised,
        assigned,
        answered,
        judged(1, false),
        { kind: 'reopened', askerId: 1, ...limit, dueOn: day('2026-12-04') },
      ],
      { state: 'reopened', verdicts: [], solved: null, dueOn: day('2026-12-04'), answeredOn: null, leadId: 20 },
    ],
    [
      'passed up to an organ that works here, that organ leads by its own limit and the lead before prepares with it',
      [
        raised,
        assigned,
        { kind: 'passed_up', to: 'UBND tỉnh', toId: 30, outside: false, ...limit, dueOn: day('2027-01-05') },
      ],
      { state: 'beyond', leadId: 30, coordinatorIds: [21, 20], upperId: null, dueOn: day('2027-01-05') },
    ],
    [
      'passed up to a ministry, the lead stays to write down what the ministry answers',
      [raised, assigned, { kind: 'passed_up', to: 'Bộ', toId: 90, outside: true, ...limit }],
      { state: 'beyond', leadId: 20, upperId: 90 },
    ],
    [
      'nobody judges in time: whether it was solved stays open, and a late verdict still counts',
      [raised, assigned, answered, { kind: 'lapsed', days: 15 }],
      { state: 'lapsed', solved: null },
    ],
    [
      'a late verdict counts',
      [raised, assigned, answered, { kind: 'lapsed', days: 15 }, judged(1, true)],
      { state: 'closed', solved: true },
    ],
    [
      'some have judged in time: their word stands for all',
      [raised, { kind: 'joined', askerIds: [2] }, assigned, answered, judged(1, true), { kind: 'lapsed', days: 15 }],
      { state: 'closed', solved: true },
    ],
    [
      'assigned anew, opinions given before do not count',
      [raised, assigned, { kind: 'opined', organId: 21, text: 'x' }, assigned],
      { opinionIds: [] },
    ],
    [
      'when one of two withdraws, the other goes on asking',
      [raised, { kind: 'joined', askerIds: [2] }, { kind: 'withdrawn', askerId: 1 }],
      { state: 'raised', askerIds: [2] },
    ],
    [
      'when the last withdraws, it ends',
      [raised, { kind: 'withdrawn', askerId: 1 }],
      { state: 'withdrawn', askerIds: [] },
    ],
  ];
  it.each(after1)('%s', (_name, steps, expected) => {
    expect(standingOf(steps)).toMatchObject(expected);
  });

  it('whatever allowed steps are taken, a closed petition has a verdict of every asker and an open one never is solved', () => {
    const any = fc.constantFrom<PetitionStep>(
      assigned,
      answered,
      { ...answered, full: false, restDueOn: on } as PetitionStep,
      { kind: 'joined', askerIds: [2] },
      { kind: 'prepared', full: true, text: 'x', restDueOn: null, on },
      { kind: 'sent_back' },
      { kind: 'passed_up', to: 'Bộ', toId: 90, outside: true, ...limit },
      { kind: 'passed_up', to: 'UBND tỉnh', toId: 30, outside: false, ...limit },
      { kind: 'lapsed', days: 15 },
      { kind: 'refused', on },
      { kind: 'reopened', askerId: 1, ...limit },
      judged(1, true),
      judged(2, false),
      { kind: 'withdrawn', askerId: 1 },
      { kind: 'rescheduled', ...limit },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (steps) => {
        let standing = afterStep(null, raised);
        for (const step of steps) {
          if (step.kind === 'raised' || !stepAllowed(step.kind, standing.state)) continue;
          if ('askerId' in step && !standing.askerIds.includes(step.askerId)) continue;
          standing = afterStep(standing, step);
          expect(standing.solved !== null).toBe(standing.state === 'closed');
          if (standing.state === 'closed') {
            const judges = standing.verdicts.map((v) => v.organId);
            expect(judges.length).toBeGreaterThan(0);
            if (!steps.some((s) => s.kind === 'lapsed')) expect(new Set(judges)).toEqual(new Set(standing.askerIds));
          }
          expect(statusOf(standing)).toBeDefined();
        }
      }),
    );
  });
});

describe('steps', () => {
  it.each([
    ['judged', 'working'],
    ['answered', 'raised'],
    ['answered', 'closed'],
    ['assigned', 'answered'],
    ['joined', 'closed'],
    ['reopened', 'working'],
    ['withdrawn', 'answered'],
    ['merged', 'prepared'],
    ['published', 'working'],
  ] as [Exclude<PetitionStep['kind'], 'raised'>, PetitionState][])(
    '%s is refused from %s, with a sentence',
    (kind, state) => {
      expect(stepAllowed(kind, state)).toBe(false);
      expect(STEPS[kind].refused).toMatch(/\.$/);
    },
  );
});

describe('limits', () => {
  const at = (state: PetitionState, dueOn: string | null, answeredOn: string | null = null) => ({
    state,
    dueOn: dueOn as Day | null,
    answeredOn: answeredOn as Day | null,
  });
  it('the due day itself is not late', () => {
    expect(isLate(at('working', '2026-11-22'), on)).toBe(false);
    expect(isLate(at('working', '2026-11-21'), on)).toBe(true);
    expect(isLate(at('answered', '2026-11-21'), on)).toBe(false);
  });
  it.each([
    [at('raised', null), 'chưa giao'],
    [at('working', '2026-11-20'), 'quá 2 ngày'],
    [at('working', '2026-11-22'), 'hạn hôm nay'],
    [at('partial', '2026-11-24'), 'còn 2 ngày'],
    [at('answered', '2026-11-20', '2026-11-22'), 'trả lời chậm 2 ngày'],
    [at('closed', '2026-11-22', '2026-11-22'), 'trả lời đúng hạn'],
  ])('says %o as "%s"', (timing, words) => {
    expect(dueWords(timing, on).text).toBe(words);
  });
});

describe('pairs of words by which a like petition is found', () => {
  it('are the same whatever the marks, case and punctuation', () => {
    expect(shinglesOf('Bố trí MÁY XÚC, xử lý sạt lở')).toEqual(shinglesOf('bo tri may xuc xu ly sat lo'));
  });
  it('leave out what every petition says', () => {
    expect(shinglesOf('Đề nghị hỗ trợ')).toEqual(shinglesOf('nghị hỗ'));
  });
  it('keep a text of one word', () => {
    expect(shinglesOf('cầu')).toHaveLength(1);
    expect(shinglesOf('')).toEqual([]);
  });
});
