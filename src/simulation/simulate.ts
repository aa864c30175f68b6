import { workingCalendars } from '../calendar/index.ts';
import { type DossierRules, dossierRules, type ReceiveInput } from '../dossiers/index.ts';
import { nextWorkingDay, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { conflict } from '../kernel/errors.ts';
import { seededRandom } from '../kernel/random.ts';
import type { Services as AllServices } from '../platform/services.ts';
import { communesOf, type Unit } from '../units/index.ts';
import { handIn, type Surroundings } from './dossierLife.ts';
import { fateOf } from './fate.ts';
import { type People, simulationPeople } from './people.ts';
import { Timeline } from './timeline.ts';
import { counterMoment, dailyLoad, procedureMix, startOf } from './traffic.ts';

type Services = Pick<AllServices, 'db' | 'log' | 'config' | 'clock'>;

export interface SimulateOptions {
  /** How many communes take part, the first by code. */
  communes: number;
  /** Calendar days, the last one being the day before `until`. */
  days: number;
  until: Day;
  /** Share of the usual traffic, 1 for all of it. */
  share?: number;
  seed?: number;
  /** How many run beside each other, each with a clock of its own. */
  lanes?: number;
  onDay?(day: Day, counts: Counts): void;
}

export interface Counts {
  received: number;
  steps: number;
}

/**
 * Lives a month of a province's service centres through the very use cases that people use: reception, stages, supplements,
 * results. Deterministic: the same options give the same dossiers, times and results.
 * @throws Fault conflict where the province has no communes with a service centre
 */
export async function simulate(services: Services, options: SimulateOptions): Promise<Counts> {
  const { communes, days, until, share = 1, seed = 20260701, lanes = 4 } = options;
  const first = addDays(until, -days);
  const units = (await communesOf(services.db.build, services.config.provinceCode, first)).slice(0, communes);
  const rules = await dossierRules(services);
  const centres = units.filter((unit) => rules.places.centreOf(unit.id, first) !== undefined);
  if (centres.length === 0)
    throw conflict(
      'simulate.no_centre',
      'Chưa có trung tâm phục vụ hành chính công cấp xã nào để mô phỏng. Hãy khởi động chương trình một lần (npm start) để nạp đơn vị và cơ quan.',
    );
  const people = await everybody(services, rules, centres, first);
  const { state: calendar } = await workingCalendars(services);
  const counts: Counts = { received: 0, steps: 0 };
  const told = new Set<Day>();
  const onDay = (day: Day) => {
    if (told.has(day)) return;
    told.add(day);
    options.onDay?.(day, { ...counts });
  };
  await Promise.all(
    Array.from({ length: Math.min(lanes, centres.length) }, (_, lane) =>
      runLane(services, {
        units: centres.filter((__, i) => i % lanes === lane),
        seed: seed + lane,
        ...{ people, calendar, first, until, share, counts, onDay },
      }),
    ),
  );
  return counts;
}

/** The clerks of the centres, the heads of the committees, and the heads of the departments that resolve dossiers. */
async function everybody(services: Services, rules: DossierRules, units: readonly Unit[], day: Day): Promise<People> {
  const wanted = [];
  for (const unit of units) {
    wanted.push({ organId: rules.places.centreOf(unit.id, day)!, role: 'clerk' as const, title: 'Cán bộ một cửa' });
  }
  const holders = new Set<number>();
  for (const unit of units)
    for (const version of rules.book.inForce(day))
      for (const id of stagesOf(rules, version, unit, day)) holders.add(id);
  for (const organId of holders) wanted.push({ organId, role: 'officer' as const, title: 'Chuyên viên' });
  return simulationPeople(services.db, wanted, day);
}

type Version = ReturnType<DossierRules['book']['inForce']>[number];

/** The organs through which a procedure goes in a unit; none where one of them is missing. */
function stagesOf(rules: DossierRules, version: Version, unit: Unit, day: Day): number[] {
  const receptionId = rules.places.centreOf(unit.id, day)!;
  try {
    const authorityId = rules.places.authorityOf(version, unit.id, day);
    return version.steps.map((step) => rules.places.stageOrgan(step, { authorityId, receptionId }, day));
  } catch {
    return [];
  }
}

interface Lane {
  units: readonly Unit[];
  people: People;
  calendar: WorkingCalendar;
  first: Day;
  until: Day;
  share: number;
  seed: number;
  counts: Counts;
  onDay(day: Day): void;
}

/** Some communes after each other's events, under one clock that jumps from happening to happening. */
async function runLane(services: Services, lane: Lane): Promise<void> {
  const random = seededRandom(lane.seed);
  let now = startOf(lane.first);
  const db = services.db.simulated(() => now);
  try {
    const rules = await dossierRules({ ...services, db, clock: () => now });
    const timeline = new Timeline();
    const end = startOf(lane.until);
    const counted: Surroundings['counted'] = (what) => {
      if (what === 'received') lane.counts.received += 1;
      else lane.counts.steps += 1;
    };
    const opens = (day: Day) => ({
      at: startOf(day),
      run: async () => {
        lane.onDay(day);
        const next = nextWorkingDay(lane.calendar, addDays(day, 1));
        const arrivals = lane.units.flatMap((unit) => {
          const centre = lane.people.of(rules.places.centreOf(unit.id, day)!, 'clerk');
          const holder = (organId: number) =>
            organId === centre.organId ? centre : lane.people.of(organId, 'officer');
          const around: Surroundings = { db, rules, calendar: lane.calendar, random, centre, holder, counted };
          return arrivalsOf(around, unit, day, lane.share);
        });
        return [...arrivals, opens(next)];
      },
    });
    timeline.add(opens(nextWorkingDay(lane.calendar, lane.first)));
    for (let one = timeline.next(); one && one.at < end; one = timeline.next()) {
      now = Math.max(now, Math.round(one.at));
      for (const next of await one.run()) timeline.add(next);
    }
  } finally {
    await db.close();
  }
}

/** Those who come to a centre on a day. One of five has been there before. */
function arrivalsOf(s: Surroundings, unit: Unit, day: Day, share: number) {
  const { random, rules } = s;
  const versions = rules.book.inForce(day).filter((v) => stagesOf(rules, v, unit, day).length > 0);
  const choose = procedureMix(versions.map((v) => v.code));
  const load = dailyLoad({ ...unit, mountainous: unit.mountainous ?? null, population: unit.population ?? null });
  const many = Math.max(1, Math.round(load * share * (0.8 + random() * 0.4)));
  return Array.from({ length: many }, () => {
    const version = rules.book.byCode(choose(random), day)!;
    const fate = fateOf(random);
    const electronic = fate.channel === 'online' || fate.digitised ? 1 : 0;
    const papers = version.components
      .filter((c) => !c.optional)
      .map(({ no, original, copy }) => ({ no, original, copy, electronic }));
    const input: ReceiveInput = {
      procedureCode: version.code,
      authorityUnitId: unit.id,
      channel: fate.channel,
      applicant: applicantOf(random, unit),
      papers,
      money: version.fee > 0 ? 'paid' : 'none',
      deliveryWay: fate.channel === 'direct' ? 'counter' : 'online',
      sure: true,
    };
    return handIn(s, counterMoment(random, day), input, fate);
  });
}

/** Somebody made up: a number from the commune's own small town of so many, so that people come again. */
function applicantOf(random: () => number, unit: Unit): ReceiveInput['applicant'] {
  const one = Math.floor(random() * random() * 20_000);
  const idNumber = `0${unit.code.padStart(5, '9').slice(-5)}${String(one).padStart(6, '0')}`;
  return {
    kind: 'person',
    name: `Công Dân Thử ${one}`,
    idNumber,
    birthDay: null,
    address: unit.name,
    phone: null,
    email: null,
  };
}
