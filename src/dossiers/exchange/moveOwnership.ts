import { sql } from 'kysely';
import { conflict, forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Database, Tx } from '../../platform/db/access.ts';
import { checkAll } from '../checkAll.ts';
import { reasonFrom, type Seen } from '../passDossier.ts';
import type { DossierRules } from '../rules.ts';
import type { DossierDetail } from '../store.ts';
import { mayMoveOwnership } from '../takeover/policy.ts';
import { promiseKept } from '../takeover/stepsOf.ts';
import { lockDossier, takeStep } from '../takeStep.ts';

/**
 * The status of a dossier is kept here from now on; what the other system pushes later is refused. The date that was promised stays.
 * @throws Fault forbidden, invalid (field ly-do), conflict where it is kept here already or the dossier has ended, stale
 */
export async function keepStatusHere(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { reason: string },
): Promise<DossierDetail> {
  const d = await demandMove(tx, by, rules, input);
  if (d.ownerSystem === '')
    throw conflict('dossier.kept_here', 'Trạng thái hồ sơ này đã được giữ tại đây. Hãy xem lại trang hồ sơ.');
  return move(tx, by, rules, d, { to: '', reason: input.reason });
}

/**
 * The status is kept by another system from now on: one that is connected to the centre and knows the dossier.
 * @throws Fault forbidden, invalid (fields ly-do, he-thong), conflict, stale
 */
export async function giveStatusAway(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  input: Seen & { system: string; reason: string },
): Promise<DossierDetail> {
  const d = await demandMove(tx, by, rules, input);
  if (d.ownerSystem !== '')
    throw conflict('dossier.kept_elsewhere', `Trạng thái hồ sơ này đang do hệ thống ${d.ownerSystem} giữ.`);
  const { rows } = await tx.executeQuery(systemsQuery(tx, d).compile());
  const [to, reason] = checkAll(
    () => {
      if (rows.some((row) => row.system === input.system)) return input.system;
      throw invalid('dossier.system', 'Hãy chọn một hệ thống đang kết nối và đã gửi hồ sơ này.', 'he-thong');
    },
    () => reasonOf(input),
  );
  return move(tx, by, rules, d, { to, reason });
}

type Build = Database['build'];
const systemsQuery = (db: Build, d: Pick<DossierDetail, 'unitId' | 'id'>) =>
  db
    .selectFrom(sql<{ system: string }>`dossier_systems(${d.unitId}::bigint, ${d.id}::bigint)`.as<'x'>(sql`x(system)`))
    .selectAll();

/** The connected systems to which the status of a dossier may be given. */
export async function systemsFor(
  db: Database,
  by: Principal,
  d: Pick<DossierDetail, 'unitId' | 'id'>,
): Promise<string[]> {
  const [rows] = await db.read(by, systemsQuery(db.build, d));
  return rows.map(({ system }) => system);
}

async function demandMove(tx: Tx, by: Principal, rules: DossierRules, input: Seen): Promise<DossierDetail> {
  const d = await lockDossier(tx, input.code, input.version);
  if (!mayMoveOwnership(by, d, rules.places))
    throw forbidden('Chỉ lãnh đạo của nơi tiếp nhận mới quyết định hệ thống nào giữ trạng thái.');
  return d;
}

const reasonOf = ({ reason }: { reason: string }): string =>
  reasonFrom(reason, 'ly-do', 'Hãy ghi vì sao chuyển nơi giữ trạng thái.');

function move(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  d: DossierDetail,
  { to, reason: typed }: { to: string; reason: string },
): Promise<DossierDetail> {
  const reason = reasonOf({ reason: typed });
  const promise = to === '' ? promiseKept(d) : null;
  return takeStep(tx, by, d, {
    kind: 'ownership_moved',
    at: rules.now(),
    from: d.ownerSystem,
    ownerSystem: to,
    reason,
    promise,
  });
}
