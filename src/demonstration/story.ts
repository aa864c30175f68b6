import { randomUUID } from 'node:crypto';
import { acknowledge, issueAsRead, takeIn } from '../directives/index.ts';
import { addDays, type Day, dayOf } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { seededRandom } from '../kernel/random.ts';
import type { Database } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import {
  createPeriods,
  createTasks,
  decideCharge,
  meetCondition,
  noteProgress,
  withdrawTasksOf,
} from '../tasks/index.ts';
import { dialogueMoves } from './dialogues.ts';
import { discussionMoves } from './discussion.ts';
import { dossierMoves } from './dossiers.ts';
import { fateOf, type Move } from './fates.ts';
import { petitionMoves } from './petitions.ts';
import { reportMoves } from './reports.ts';
import { type ScheduledDirective, schedule } from './schedule.ts';
import type { Seats } from './seats.ts';
import { taskRoleMoves } from './taskRoles.ts';
import { CONDITION_MET, DONE_NOTES, NOT_WAITED, PROGRESS_NOTES, RETURN_REASONS } from './words.ts';

interface Step {
  at: number;
  play: () => Promise<void>;
}

const HOUR = 3_600_000;
const morning = (day: Day, hours: number): number => Date.parse(`${day}T00:00:00+07:00`) + hours * HOUR;

/**
 * Plays the last half year through the very steps that people take, in the order of time: each directive is taken in, read,
 * issued; each organ acknowledges, notes progress, reports; the office confirms or returns.
 */
export async function playStory(services: Services, seats: Seats): Promise<void> {
  const end = services.clock();
  let now = end;
  const db = services.db.simulated(() => now);
  const past: Services = { ...services, db, clock: () => now };
  const random = seededRandom(20260701);
  let ahead: Step[] = [];
  const add = (steps: readonly Step[]) => {
    ahead = [...ahead, ...steps].filter((s) => s.at < end).sort((a, b) => b.at - a.at);
  };
  add(
    schedule(dayOf(end)).map((directive) => ({
      at: morning(directive.issuedOn, 9),
      play: async () => {
        const id = await take(past, seats, directive);
        if (directive.atDesk) return;
        await issue(past, seats, directive, id);
        add(await consequences(past, seats, id, directive.issuedOn, random));
        await openPeriods(directive.issuedOn);
      },
    })),
  );
  // Report duties come by themselves; by a chance of their own, so that they change nothing of the rest.
  const chance = seededRandom(20260702);
  const openPeriods = async (day: Day) => {
    const before = await lastTask(past);
    if ((await createPeriods(db, day)) > 0) add(await stepsOfParts(past, seats, { after: before }, chance));
  };
  add(monthStarts(dayOf(end)).map((day) => ({ at: morning(day, 1), play: () => openPeriods(day) })));
  add(
    taskRoleMoves(seats, dayOf(end)).map(({ on, hour, play }) => ({ at: morning(on, hour), play: () => play(past) })),
  );
  const discussion = discussionMoves(seats, dayOf(end));
  add(discussion.map(({ on, hour, play }) => ({ at: morning(on, hour), play: () => play(past) })));
  const petitions = await petitionMoves(services, seats, dayOf(end));
  const dialogues = await dialogueMoves(services, seats, dayOf(end));
  add([...petitions, ...dialogues].map(({ on, hour, play }) => ({ at: morning(on, hour), play: () => play(past) })));
  const reports = await reportMoves(seats, dayOf(end));
  add(reports.map(({ on, hour, play }) => ({ at: morning(on, hour), play: () => play(past) })));
  const dossiers = await dossierMoves(services, seats, dayOf(end));
  add(dossiers.map(({ on, hour, play }) => ({ at: morning(on, hour), play: () => play(past) })));
  try {
    for (let step = ahead.pop(); step; step = ahead.pop()) {
      now = step.at;
      await step.play();
    }
  } finally {
    await db.close();
  }
}

async function take(past: Services, seats: Seats, directive: ScheduledDirective): Promise<number> {
  const clerk = await seats.byUsername(directive.clerk);
  return (await takeIn(past, clerk, randomUUID(), { kind: 'paste', text: directive.text })).id;
}

async function issue(past: Services, seats: Seats, directive: ScheduledDirective, id: number): Promise<void> {
  const clerk = await seats.byUsername(directive.clerk);
  await issueAsRead(past, clerk, id, directive.signer, {
    onIssued: createTasks,
    onRecalled: async (tx, by, directiveId, reason) => void (await withdrawTasksOf(tx, by, directiveId, reason)),
  });
}

/** What everybody will do about one directive, as steps in time. */
async function consequences(
  past: Services,
  seats: Seats,
  directiveId: number,
  issuedOn: Day,
  random: () => number,
): Promise<Step[]> {
  const { system } = past.db;
  const steps: Step[] = [];
  const sent = await system
    .selectFrom('distribution')
    .where('directive_id', '=', directiveId)
    .orderBy('organ_id')
    .select('organ_id as organId')
    .execute();
  for (const { organId } of sent) {
    const who = await seats.forOrgan(organId);
    if (!who || random() < 0.03) continue;
    const at = morning(addDays(issuedOn, Math.floor(random() * 3)), 14 + random() * 2.5);
    steps.push({ at, play: () => past.db.write(who, (tx) => acknowledge(tx, who, directiveId, organId)) });
  }
  return [...steps, ...(await stepsOfParts(past, seats, { directiveId }, random))];
}

const HALF_YEAR = 178;

/** The first days of the months that the story covers. */
const monthStarts = (today: Day): Day[] =>
  Array.from({ length: HALF_YEAR }, (_, i) => addDays(today, i - HALF_YEAR)).filter((day) => day.endsWith('-01'));

async function lastTask(past: Services): Promise<number> {
  const row = await past.db.system
    .selectFrom('task')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** What everybody will do about their parts of the tasks of a directive, or of all tasks made after one. */
async function stepsOfParts(
  past: Services,
  seats: Seats,
  of: { directiveId: number } | { after: number },
  random: () => number,
): Promise<Step[]> {
  const steps: Step[] = [];
  const parts = await past.db.system
    .selectFrom('charge as c')
    .innerJoin('task as t', 't.id', 'c.task_id')
    .where((e) => ('after' in of ? e('t.id', '>', of.after) : e('t.directive_id', '=', of.directiveId)))
    .orderBy('c.id')
    .select([
      'c.id',
      'c.organ_id as organId',
      'c.role',
      'c.state',
      't.id as taskId',
      't.owner_organ_id as ownerId',
      't.started_on as startedOn',
      't.due_on as dueOn',
      't.recurrence',
    ])
    .execute();
  for (const part of parts) {
    const who = await seats.forOrgan(part.organId);
    const office = await seats.forOrgan(part.ownerId);
    if (!who || !office) continue;
    let last = 0;
    for (const move of fateOf(part, random)) {
      // Two moves of one day keep their order.
      const at = Math.max(morning(move.on, 8 + random() * 7), last + HOUR / 2);
      last = at;
      const choice = random();
      steps.push({ at, play: () => make(past.db, move, part, who, office, choice) });
    }
  }
  return steps;
}

async function make(
  db: Database,
  move: Move,
  part: { id: number; taskId: number; role: string },
  who: Principal,
  office: Principal,
  choice: number,
): Promise<void> {
  const pick = (words: readonly string[]): string => words[Math.floor(choice * words.length)]!;
  const { taskId } = part;
  const common = { taskId, chargeId: part.id, version: null, files: [] };
  switch (move.kind) {
    case 'progress':
      return db.write(who, (tx) =>
        noteProgress(tx, who, { ...common, percent: move.percent, note: pick(PROGRESS_NOTES), done: false }, move.on),
      );
    case 'ask':
      return db.write(who, (tx) =>
        noteProgress(
          tx,
          who,
          { ...common, percent: 100, note: pick(DONE_NOTES), done: true, withoutOpinions: NOT_WAITED },
          move.on,
        ),
      );
    case 'confirm':
      return db.write(office, (tx) => decideCharge(tx, office, { ...common, confirmed: true, reason: '' }));
    case 'return':
      return db.write(office, (tx) =>
        decideCharge(tx, office, { ...common, confirmed: false, reason: pick(RETURN_REASONS) }),
      );
    case 'meet':
      return db.write(office, (tx) => meetCondition(tx, office, taskId, move.dueOn, CONDITION_MET));
  }
}
