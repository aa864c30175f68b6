import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { readDirective } from '../reader/index.ts';
import { readExamples } from './exampleFiles.ts';
import { asRead, type Gold, type GoldTask } from './gold.ts';
import { compare, isSamePlace, mistakesIn, ratesOf, scoreOf, sumOf } from './score.ts';

const task = (over: Partial<GoldTask> = {}): GoldTask => ({
  lead: ['Sở Tài chính'],
  coordinate: [],
  action: 'tham mưu',
  deadline: null,
  deadlineText: null,
  recurrence: null,
  reportTo: [],
  optional: false,
  evidence: [0, 100],
  ...over,
});
const gold = (tasks: GoldTask[], over: Partial<Gold> = {}): Gold => ({
  document: {},
  tasks,
  references: [],
  recipients: [],
  ...over,
});
const score = (wanted: Gold, said: Gold) => scoreOf(compare(wanted, said));
const day = (text: string) => text as Day;

describe('a task counts as found', () => {
  it.each([
    ['read at the very place', [0, 100], [0, 100], true],
    ['when two fifths of both are shared', [0, 100], [50, 120], true],
    ['not when less is', [0, 100], [65, 120], false],
    ['when the whole is a little wider', [10, 90], [0, 100], true],
    ['when a part of it is read', [0, 1000], [100, 120], true],
    ['but not beside it', [0, 100], [100, 200], false],
    ['nor where it is swallowed by something far wider', [0, 10], [0, 100], false],
  ] as const)('%s', (_, wanted, said, found) => {
    expect(isSamePlace([...wanted], [...said])).toBe(found);
  });

  it('and its lead is right as written, with the shared head written out, or in other spelling', () => {
    const right: [Partial<GoldTask>, Partial<GoldTask>][] = [
      [{ lead: ['Uỷ ban nhân dân tỉnh'] }, { lead: ['UBND  tỉnh,'] }],
      [
        { lead: ['các Sở: Tài chính, Xây dựng'], leadNormalized: ['Sở Tài chính', 'Sở Xây dựng'] },
        { lead: ['Sở Xây dựng', 'Sở Tài chính'] },
      ],
      [
        { lead: ['Sở Tài chính', 'Sở Xây dựng'] },
        { lead: ['các Sở: Tài chính, Xây dựng'], leadNormalized: ['Sở Tài chính', 'Sở Xây dựng'] },
      ],
    ];
    for (const [wanted, said] of right) expect(score(gold([task(wanted)]), gold([task(said)])).lead).toBe(1);
    expect(score(gold([task()]), gold([task({ lead: ['Sở Xây dựng'] })])).lead).toBe(0);
    expect(score(gold([task()]), gold([task({ lead: ['Sở Tài chính', 'Sở Xây dựng'] })])).lead).toBe(0);
  });

  it.each([
    ['2025-11-30', '2025-11-30', true],
    ['2025-11-30', '2025-12-30', false],
    ['2025-11-30', null, false],
    [null, '2025-11-30', false],
    [null, null, true],
  ])('and its date right: wanted %s, read %s: %s', (wanted, said, right) => {
    const of = (date: string | null) => gold([task({ deadline: date === null ? null : day(date) })]);
    expect(score(of(wanted), of(said)).right).toBe(right ? 1 : 0);
  });
});

describe('a score', () => {
  it('lets optional tasks count neither for nor against', () => {
    const wanted = gold([task({ optional: true })]);
    expect(ratesOf(score(wanted, gold([])))).toMatchObject({ recall: 1, precision: 1 });
    expect(ratesOf(score(wanted, gold([task()])))).toMatchObject({ recall: 1, precision: 1 });
    expect(score(gold([]), gold([task()]))).toMatchObject({ extra: 1, predicted: 1 });
  });

  it('does not punish a task that is read in two parts', () => {
    const parts = [task({ evidence: [0, 50] }), task({ evidence: [50, 100], deadline: day('2025-11-30') })];
    const both = score(gold([task({ deadline: day('2025-11-30') })]), gold(parts));
    expect(both).toMatchObject({ right: 1, extra: 0 });
  });

  it('counts coordinators, references, recipients and the head', () => {
    const wanted = gold([task({ coordinate: ['Sở Xây dựng', 'Sở Nội vụ'] })], {
      document: { number: '12', symbol: '12-TB/TU', date: null },
      references: ['578-KL/TU'],
      recipients: ['- Các sở, ngành'],
    });
    const said = gold([task({ coordinate: ['Sở Xây dựng', 'Công an tỉnh'] })], {
      document: { number: '12', symbol: '12-TB/VP', date: null },
      references: ['578 - KL/TU', '1/QĐ'],
      recipients: [],
    });
    expect(ratesOf(score(wanted, said))).toMatchObject({
      coordinatorRecall: 1 / 2,
      coordinatorPrecision: 1 / 2,
      referenceRecall: 1,
      referencePrecision: 1 / 2,
      recipientRecall: 0,
      header: 2 / 3,
    });
  });

  it('of a reading against itself is without a mistake, whatever it holds', () => {
    const anyTask = fc.record({
      lead: fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
      start: fc.nat(500),
      length: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyTask, { maxLength: 6, selector: (t) => t.start }), (tasks) => {
        let from = 0;
        const apart = tasks.map(({ lead, start, length }) => {
          const evidence: [number, number] = [from + start, from + start + length];
          from = evidence[1];
          return task({ lead, evidence });
        });
        expect(mistakesIn(score(gold(apart), gold(apart)))).toBe(0);
      }),
    );
  });
});

const shared = join(import.meta.dirname, '../../../../shared');
const tool = join(shared, 'tools/score-directives.mjs');
describe.skipIf(!existsSync(tool))('beside the other scorer (skipped without the shared texts)', () => {
  it('finds the same figures on real directives', async () => {
    const folder = join(shared, 'corpus/dev');
    const { examples } = await readExamples(folder);
    const predictions = mkdtempSync(join(tmpdir(), 'thongsuot-score-'));
    try {
      const scores = examples.map(({ name, text, gold: wanted }) => {
        const reading = readDirective(text);
        writeFileSync(join(predictions, `${name}.json`), JSON.stringify(reading));
        return score(wanted, asRead(reading));
      });
      const args = [tool, '--gold', folder, '--predictions', predictions, '--json'];
      const theirs = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
      const ours = sumOf(scores);
      expect({ documents: ours.documents, requiredTasks: ours.required, ...ratesOf(ours) }).toEqual(theirs);
    } finally {
      rmSync(predictions, { recursive: true, force: true });
    }
  });
});
