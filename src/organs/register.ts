import type { OrganId } from '../kernel/ids.ts';
import type { Database } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { buildRegister, type OrganRegister, type RegisterData, type RegisterOrgan } from './resolve/index.ts';
import type { Db } from './store.ts';

/** Said on this channel of the database when organs or their names have changed, or were loaded. */
export const ORGANS_CHANGED = 'organ_changed';

const held = new WeakMap<Database, Promise<OrganRegister>>();

/**
 * The register of organs and units in memory: read once, then read anew whenever organs change, in whatever process. The
 * object stays the same, so that it may be kept; what it holds is replaced as a whole.
 */
export function organRegister({ db, log }: Pick<Services, 'db' | 'log'>): Promise<OrganRegister> {
  const known = held.get(db);
  if (known) return known;
  const opened = open(db, (error) => log.error({ error }, 'the register of organs could not be read anew'));
  held.set(db, opened);
  opened.catch(() => held.delete(db));
  return opened;
}

/** After a change of one's own: the next page of this process shows it already. */
export async function refreshOrgans(services: Pick<Services, 'db' | 'log'>): Promise<void> {
  const register = await organRegister(services);
  Object.assign(register, await read(services.db.build, register.version + 1));
}

async function open(db: Database, failed: (error: unknown) => void): Promise<OrganRegister> {
  const register = await read(db.build, 1);
  let last = Promise.resolve();
  await db.listen(ORGANS_CHANGED, () => {
    last = last
      .then(async () => void Object.assign(register, await read(db.build, register.version + 1)))
      .catch(failed);
  });
  return register;
}

const read = async (db: Db, version: number): Promise<OrganRegister> => buildRegister(await registerData(db, version));

async function registerData(db: Db, version: number): Promise<RegisterData> {
  const [organs, names, organLineage, units, unitLineage] = await Promise.all([
    db
      .selectFrom('organ')
      .select([
        'id',
        'unit_id as unitId',
        'template',
        'level',
        'branch',
        'name',
        'short_name as shortName',
        'parent_id as parentId',
        'serves_id as servesId',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .orderBy('id')
      .$castTo<Omit<RegisterOrgan, 'names'>>()
      .execute(),
    db
      .selectFrom('organ_name')
      .select(['organ_id as organId', 'name', 'kind', 'valid_from as validFrom', 'valid_to as validTo'])
      .orderBy('id')
      .$castTo<RegisterOrgan['names'][number] & { organId: OrganId }>()
      .execute(),
    db
      .selectFrom('organ_lineage')
      .select(['predecessor_id as predecessorId', 'successor_id as successorId', 'kind'])
      .$castTo<RegisterData['organLineage'][number]>()
      .execute(),
    db
      .selectFrom('unit')
      .select([
        'id',
        'code',
        'level',
        'type',
        'name',
        'parent_id as parentId',
        'valid_from as validFrom',
        'valid_to as validTo',
        'alt_names as altNames',
        'mountainous',
      ])
      .orderBy('id')
      .$castTo<RegisterData['units'][number]>()
      .execute(),
    db
      .selectFrom('unit_lineage')
      .select(['predecessor_id as predecessorId', 'successor_id as successorId', 'part', 'kind'])
      .$castTo<RegisterData['unitLineage'][number]>()
      .execute(),
  ]);
  const namesOf = Map.groupBy(names, (n) => n.organId);
  return {
    version,
    organs: organs.map((o) => ({ ...o, names: namesOf.get(o.id) ?? [] })),
    organLineage,
    units,
    unitLineage,
  };
}
