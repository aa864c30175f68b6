import { dayOf } from '../../kernel/day.ts';
import { conflict, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../../platform/db/access.ts';
import { dueToldOf } from '../receiveDossier.ts';
import type { DossierRules } from '../rules.ts';
import type { DossierDetail } from '../store.ts';
import { lockDossier, takeStep } from '../takeStep.ts';
import type { Pushed } from './national.ts';
import { stepsTo, type Towards } from './stepsTo.ts';

/** A caller's clock may go before ours by so much. */
const CLOCK_SLACK = 5 * 60_000;

/**
 * The owner of a dossier's status tells a new one. Told again, or told late, it changes nothing.
 * @returns false where it changed nothing
 * @throws Fault conflict where the status is kept here or by another system, or no way leads to it; invalid; notFound
 */
export async function pushStatus(
  tx: Tx,
  by: Principal,
  rules: DossierRules,
  { code, system, told }: { code: string; system: string; told: Pushed },
): Promise<boolean> {
  let dossier = await lockDossier(tx, code, null);
  if (dossier.ownerSystem === '')
    throw conflict('status.kept_here', 'Trạng thái hồ sơ này được giữ tại nơi tiếp nhận; hãy đọc về, không gửi lên.');
  if (dossier.ownerSystem !== system)
    throw conflict(
      'status.kept_elsewhere',
      'Trạng thái hồ sơ này do một hệ thống khác giữ nên không nhận từ hệ thống này.',
    );
  const at = Date.parse(told.ThoiDiem);
  if (at > rules.now() + CLOCK_SLACK)
    throw invalid('status.future', 'Thời điểm ở sau hiện tại. Hãy xem lại đồng hồ của máy gửi.', 'ThoiDiem');
  const key = { unit_id: dossier.unitId, dossier_id: dossier.id };
  const origin = await tx
    .selectFrom('dossier_origin')
    .where('unit_id', '=', key.unit_id)
    .where('dossier_id', '=', key.dossier_id)
    .where('system', '=', system)
    .select('told_at as toldAt')
    .executeTakeFirst();
  if (!origin) throw notFound('hồ sơ này');
  if (origin.toldAt !== null && at <= Number(origin.toldAt)) return false;
  const steps = stepsTo(dossier, told, towards(rules, dossier, told, at));
  for (const step of steps) dossier = await takeStep(tx, by, dossier, step, { source: system });
  await tx
    .updateTable('dossier_origin')
    .set({ told_at: new Date(at).toISOString() as never })
    .where('unit_id', '=', key.unit_id)
    .where('dossier_id', '=', key.dossier_id)
    .where('system', '=', system)
    .execute();
  return steps.length > 0;
}

function towards(rules: DossierRules, d: DossierDetail, told: Pushed, at: number): Towards {
  const first = rules.book.version(d.procedureVersionId)?.steps[0];
  const toOrganId = first ? rules.places.stageOrgan(first, d, dayOf(at)) : d.authorityId;
  return {
    at,
    place: { stepNo: first ? 1 : 0, title: first?.name ?? 'Giải quyết', toOrganId, targetAt: null },
    due(stops) {
      if (told.NgayHenTra) {
        const dueLines = ['Ngày hẹn do hệ thống giữ hồ sơ đã hẹn với người nộp.'];
        return { dueAt: Date.parse(told.NgayHenTra), dueExact: d.limit.unit === 'hours', dueLines };
      }
      const base = { receivedAt: d.receivedAt ?? at, limit: d.limit, extension: d.extension };
      return dueToldOf(rules, d.authorityId, base, stops);
    },
  };
}
