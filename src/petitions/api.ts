import { organRegister } from '../organs/index.ts';
import { type AppContext, principalOf, type RouteTable } from '../platform/http/index.ts';
import { PAGE_SIZE, parseFilter } from './filter.ts';
import { statusOf } from './model.ts';
import { type Names, namesFrom, todayOf } from './pages/names.ts';
import { readPetitions } from './policy.ts';
import { listPetitions, type PetitionRow } from './store.ts';
import { countPetitions } from './tally.ts';

/** The same list and counts as the page, as JSON, for other systems and for charts. */
export const petitionApi: RouteTable = [{ method: 'get', path: '/api/kien-nghi', may: readPetitions, handle: list }];

async function list(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const today = todayOf(c);
  const filter = parseFilter(c.req.query(), principal);
  const [[rows], tally] = await Promise.all([
    db.read(principal, listPetitions(db.build, filter, principal, today)),
    countPetitions(db, principal, filter, today),
  ]);
  const names = namesFrom(await organRegister(c.get('services')));
  return c.json({
    petitions: rows.map((row) => presentPetition(row, names)),
    page: filter.page,
    pageSize: PAGE_SIZE,
    counts: tally.map(({ count, late, ...state }) => ({ status: statusOf(state).key, late, count })),
  });
}

/** The only way in which a petition becomes JSON. */
const presentPetition = (row: PetitionRow, names: Names) => ({
  id: row.id,
  topic: row.topic,
  field: row.field,
  urgency: row.urgency,
  mountainous: row.mountainous,
  unit: { id: row.unitId, name: names.unit(row.unitId) },
  askers: row.askerIds.map((id) => ({ id, name: names.organ(id) })),
  lead: row.leadId === null ? null : { id: row.leadId, name: names.organ(row.leadId) },
  status: statusOf(row).key,
  raisedOn: row.raisedOn,
  dueOn: row.dueOn,
  answeredOn: row.answeredOn,
});
