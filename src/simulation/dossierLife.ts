import { randomUUID } from 'node:crypto';
import {
  acceptDossier,
  askSupplement,
  type DossierRules,
  deliverResult,
  passDossier,
  type ReceivedDossier,
  type ReceiveInput,
  receiveDossier,
  receiveSupplement,
  registerDossier,
  resolveDossier,
  withdrawDossier,
} from '../dossiers/index.ts';
import type { WorkingCalendar } from '../kernel/calendar/index.ts';
import { dayOf } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Database, Tx } from '../platform/db/access.ts';
import { writeOnce } from '../platform/db/writeOnce.ts';
import type { Fate } from './fate.ts';
import type { Happening } from './timeline.ts';
import { atWork, MINUTE } from './traffic.ts';

/** Where a dossier lives: a lane with its own clock, the people around its commune. */
export interface Surroundings {
  db: Database;
  rules: DossierRules;
  calendar: WorkingCalendar;
  random: () => number;
  centre: Principal;
  /** Works for whichever organ holds it. */
  holder(organId: number): Principal;
  counted(what: 'received' | 'step'): void;
}

const DAY = 24 * 60 * MINUTE;

/** Hands a dossier in as planned, and lives its life step by step through the use cases of the room. */
export function handIn(s: Surroundings, at: number, input: ReceiveInput, fate: Fate): Happening {
  const online = fate.channel !== 'direct';
  return {
    at,
    run: async () => {
      const by = s.centre;
      if (!online) {
        const received = await act(s, by, (tx) => receiveDossier(tx, by, s.rules, { ...input, passOn: true }));
        s.counted('received');
        return life(s, received, fate, input);
      }
      const registered = await act(s, by, (tx) => registerDossier(tx, by, s.rules, input));
      const code = registered.code;
      const accept: Happening = {
        at: atWork(s.calendar, at + (10 + s.random() * 90) * MINUTE, s.random),
        run: async () => {
          await act(s, by, (tx) => acceptDossier(tx, by, s.rules, { code, version: null }));
          const passed = await act(s, by, (tx) =>
            passDossier(tx, by, s.rules, { code, version: null, toOrganId: null, note: '' }),
          );
          s.counted('received');
          return life(s, { ...registered, dueAt: passed.dueAt }, fate, input);
        },
      };
      return [accept];
    },
  };
}

/** One write with a key of its own, as a form sends it. */
async function act<T>(s: Surroundings, by: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await s.db.write(by, (tx) =>
    writeOnce(tx, { key: randomUUID(), purpose: 'simulate', personId: by.personId }, () => work(tx)),
  );
  s.counted('step');
  return done;
}

/** What comes after reception: the stages in the share of time that fate gave, then the result and its return. */
function life(s: Surroundings, { code, dueAt }: ReceivedDossier, fate: Fate, input: ReceiveInput): Happening[] {
  const now = s.rules.now();
  const span = Math.max(20 * MINUTE, ((dueAt ?? now + DAY) - now) * fate.share);
  const stages = s.rules.book.byCode(input.procedureCode, dayOf(s.rules.now()))?.steps.length ?? 1;
  const stage = (no: number): Happening => ({
    at: atWork(s.calendar, now + (span * no) / stages, s.random),
    run: async () => {
      const holder = s.holder(await holderOf(s, code));
      if (no < stages) {
        await act(s, holder, (tx) =>
          passDossier(tx, holder, s.rules, { code, version: null, toOrganId: null, note: '' }),
        );
        return [stage(no + 1)];
      }
      return resolve(s, holder, code, fate);
    },
  });
  if (fate.withdraws) {
    const at = atWork(s.calendar, now + span / 2 / stages, s.random);
    return [{ at, run: () => withdraw(s, code) }];
  }
  if (fate.supplementDays === null) return [stage(1)];
  return [{ at: atWork(s.calendar, now + span / 2 / stages, s.random), run: () => ask(s, code, fate, stage) }];
}

async function holderOf(s: Surroundings, code: string): Promise<number> {
  const row = await s.db.system
    .selectFrom('dossier')
    .select('holder_organ_id as holder')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return row.holder;
}

async function withdraw(s: Surroundings, code: string): Promise<Happening[]> {
  const reason = 'Người nộp không còn nhu cầu';
  await act(s, s.centre, (tx) => withdrawDossier(tx, s.centre, s.rules, { code, version: null, reason }));
  return [];
}

async function ask(s: Surroundings, code: string, fate: Fate, stage: (no: number) => Happening): Promise<Happening[]> {
  const holder = s.holder(await holderOf(s, code));
  const reason = 'Bản chụp mờ, cần nộp lại bản rõ';
  await act(s, holder, (tx) => askSupplement(tx, holder, s.rules, { code, version: null, reason, answerBy: null }));
  return [
    {
      at: atWork(s.calendar, s.rules.now() + fate.supplementDays! * DAY, s.random),
      run: async () => {
        const note = 'Đã nộp đủ';
        await act(s, s.centre, (tx) => receiveSupplement(tx, s.centre, s.rules, { code, version: null, note }));
        const next = stage(1);
        return [{ ...next, at: atWork(s.calendar, Math.max(next.at, s.rules.now() + 30 * MINUTE), s.random) }];
      },
    },
  ];
}

async function resolve(s: Surroundings, holder: Principal, code: string, fate: Fate): Promise<Happening[]> {
  const result = { title: 'Kết quả giải quyết', number: code.slice(-9), issuedOn: null, signed: true, granted: true };
  await act(s, holder, (tx) => resolveDossier(tx, holder, s.rules, { code, version: null, ...result }));
  if (fate.fetchDays === null) return [];
  const way = fate.channel === 'direct' ? ('counter' as const) : ('online' as const);
  return [
    {
      at: atWork(s.calendar, s.rules.now() + fate.fetchDays * DAY + 40 * MINUTE, s.random),
      run: async () => {
        await act(s, s.centre, (tx) =>
          deliverResult(tx, s.centre, s.rules, { code, version: null, way, receiver: 'Người nộp, ký sổ' }),
        );
        return [];
      },
    },
  ];
}
