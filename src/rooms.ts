import { type Day, dayOf } from './kernel/day.ts';
import { organRegister } from './organs/index.ts';
import type { OverviewRoom } from './overview/index.ts';
import type { Services } from './platform/services.ts';
import { openKeptViews, openTallies, type TaskRoom } from './tasks/index.ts';
import { communesOf, findProvince, titleName, type Unit } from './units/index.ts';

/** What rooms are given of each other, put together once at start. */
export type Rooms = TaskRoom & OverviewRoom;

export async function openRooms(services: Services): Promise<Rooms> {
  const { db, config } = services;
  const register = await organRegister(services);
  const province = await findProvince(db.build, config.provinceCode, dayOf(services.clock()));
  const communes = rememberedByDay((day) => communesOf(db.build, config.provinceCode, day));
  return {
    tallies: await openTallies(db),
    views: await openKeptViews(db),
    organName: (id) => register.shortName(id),
    organVersion: () => register.version,
    provinceName: province ? titleName(province) : 'Chưa có dữ liệu tỉnh',
    communes,
  };
}

/** The communes change a few times in a decade and stand on every first page: asked once a day. */
function rememberedByDay(ask: (day: Day) => Promise<readonly Unit[]>): (day: Day) => Promise<readonly Unit[]> {
  let known: { day: Day; units: Promise<readonly Unit[]> } | undefined;
  return (day) => {
    if (known?.day !== day) {
      const units = ask(day);
      known = { day, units };
      units.catch(() => {
        known = undefined;
      });
    }
    return known.units;
  };
}
