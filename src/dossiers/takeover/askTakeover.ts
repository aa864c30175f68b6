import { sql } from 'kysely';
import { conflict, forbidden, invalid, notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { StoredFile } from '../../platform/files/index.ts';
import { takeOverDossiers } from './policy.ts';
import { askWorker, type Takeover, takeoverById } from './store.ts';

const NOT_YOURS = 'Chỉ lãnh đạo trung tâm, UBND xã hoặc Văn phòng UBND tỉnh mới chuyển hồ sơ từ hệ thống khác.';
export const DEFAULT_SYSTEM = 'he-thong-cu';

/**
 * Puts an export in line to be rehearsed: every row is judged, no dossier is written.
 * @param input.centreIds the centres whose rows may be taken (policy.centresFor)
 * @param input.system from which it comes, as `vnpt-igate`; empty: an old system without a name
 * @returns the rehearsal's id
 * @throws Fault forbidden, invalid (field he-thong)
 */
export async function askTrial(
  tx: Tx,
  by: Principal,
  input: { system: string; centreIds: readonly number[]; file: StoredFile & { name: string } },
): Promise<number> {
  demandRight(by, input.centreIds);
  const system = input.system.trim().toLowerCase() || DEFAULT_SYSTEM;
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(system))
    throw invalid(
      'takeover.system',
      'Tên hệ thống chỉ gồm chữ không dấu, số và gạch ngang, ví dụ vnpt-igate.',
      'he-thong',
    );
  const { sha256, size, name } = input.file;
  return add(tx, by, { system, centreIds: input.centreIds, sha256, size, name, trialId: null });
}

/**
 * Takes the file of a rehearsal in earnest. Asked twice, it is the same run.
 * @throws Fault forbidden, notFound, conflict where the rehearsal has not ended well
 */
export async function askReal(
  tx: Tx,
  by: Principal,
  { trialId, centreIds }: { trialId: number; centreIds: readonly number[] },
): Promise<number> {
  demandRight(by, centreIds);
  await tx.selectFrom('takeover').select('id').where('id', '=', trialId).forUpdate().execute();
  const { rows } = await tx.executeQuery(takeoverById(tx, trialId).compile());
  const trial = rows[0] as Takeover | undefined;
  if (!trial) throw notFound('lần nhập này');
  if (trial.realId !== null) return trial.realId;
  if (!trial.trial || trial.state !== 'done')
    throw conflict('takeover.not_rehearsed', 'Hãy chạy thử tệp này cho xong rồi mới nhập thật.');
  const { system, sha256, size, name } = trial;
  return add(tx, by, { system, centreIds, sha256, size, name, trialId });
}

/** Stops a run; what it has taken stays, and loading the file again goes on with the rest. @throws Fault forbidden, conflict */
export async function cancelTakeover(tx: Tx, by: Principal, id: number): Promise<void> {
  if (!takeOverDossiers.allows(by)) throw forbidden(NOT_YOURS);
  const stopped = await tx
    .updateTable('takeover')
    .set({ state: 'cancelled', ended_at: sql<number>`app_now()` })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'working'])
    .returning('id')
    .executeTakeFirst();
  if (!stopped) throw conflict('takeover.over', 'Lần nhập này đã kết thúc, không dừng được nữa.');
  await appendEvent(tx, by, { kind: 'takeover.cancelled', subjectType: 'takeover', subjectId: id });
}

function demandRight(by: Principal, centreIds: readonly number[]): void {
  if (!takeOverDossiers.allows(by) || centreIds.length === 0) throw forbidden(NOT_YOURS);
}

async function add(
  tx: Tx,
  by: Principal,
  input: {
    system: string;
    centreIds: readonly number[];
    sha256: string;
    size: number;
    name: string;
    trialId: number | null;
  },
): Promise<number> {
  const { system, sha256, size, name, trialId } = input;
  const { id } = await tx
    .insertInto('takeover')
    .values({
      unit_id: by.unitId,
      owner_organ_id: by.organId,
      centre_organ_ids: [...input.centreIds],
      trial: trialId === null,
      trial_id: trialId,
      ...{ system, sha256, size, name },
      person_id: by.personId,
      asked_by: JSON.stringify(by),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: trialId === null ? 'takeover.rehearsed' : 'takeover.started',
    subjectType: 'takeover',
    subjectId: id,
    data: { system, sha256, name, size, trialId },
  });
  await askWorker(tx);
  return id;
}
