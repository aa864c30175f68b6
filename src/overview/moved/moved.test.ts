import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PetitionWorld, petitionWorld } from '../../../test/petitionWorld.ts';
import { calendarsNow } from '../../calendar/index.ts';
import { workingCalendar, YEAR_2026 } from '../../kernel/calendar/index.ts';
import { type Day, dayOf } from '../../kernel/day.ts';
import { daysOff, dueNow } from './model.ts';
import { limitedPetitions, petitionsDueOn } from './store.ts';

const day = (text: string) => text as Day;

describe('days on which something promised falls due', () => {
  it('are named by why nobody works', () => {
    expect(daysOff(workingCalendar(), day('2026-08-28'), 6)).toEqual([
      { day: '2026-08-29', why: 'Thứ Bảy' },
      { day: '2026-08-30', why: 'Chủ nhật' },
      { day: '2026-08-31', why: 'nghỉ hoán đổi' },
      { day: '2026-09-01', why: 'nghỉ Quốc khánh' },
      { day: '2026-09-02', why: 'nghỉ Quốc khánh' },
    ]);
  });
  it('are compared with what the calendar of now would give', () => {
    const given = { since: day('2026-11-23'), limitDays: 1, dueOn: day('2026-11-25') };
    expect(dueNow(workingCalendar(), given)).toBeNull();
    const holidays = YEAR_2026.holidays.filter((h) => h.day !== '2026-11-24');
    expect(dueNow(workingCalendar({ years: [{ ...YEAR_2026, holidays }] }), given)).toBe('2026-11-24');
  });
});

describe('petitions with a limit in working days', () => {
  let world: PetitionWorld;
  beforeAll(async () => {
    world = await petitionWorld();
  });
  afterAll(() => world.close());
  it('are told with the day from which they were counted, to those who see them', async () => {
    const { db, office, finance, conSon, province } = world;
    const id = await world.raise(conSon);
    await world.assign(office, id as never);
    const told = async (who: typeof office) => (await db.read(who, limitedPetitions(db.build, day('2026-11-23'))))[0];
    const [mine] = await told(office);
    expect(mine).toMatchObject({ id, limitDays: 10, since: dayOf(Date.now()) });
    expect(await told(finance)).toHaveLength(1);
    expect(await told(await province.person('xayDung', 'officer'))).toHaveLength(0);
    const { state } = await calendarsNow(db.build);
    expect(state.status(mine!.dueOn).share).toBe(1);
    const [onDay] = await db.read(office, petitionsDueOn(db.build, [mine!.dueOn]));
    expect(onDay).toMatchObject([{ id }]);
  });
});
