import { sql } from 'kysely';
import { type Day, formatDay } from '../../kernel/day.ts';
import { conflict, forbidden, invalid, notFound, stale } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { cleanLine } from '../../kernel/vietnamese.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import { keepProcedures } from '../policy.ts';
import type { ProcedureVersion } from './model.ts';
import {
  addVersion,
  correctVersion,
  endVersion,
  holdCatalogue,
  PROCEDURES_CHANGED,
  type VersionFacts,
  versionsOf,
} from './store.ts';
import { demandLater } from './versionRules.ts';

/** @throws Fault forbidden */
export function demandKeeper(by: Principal): void {
  if (!keepProcedures.allows(by)) {
    throw forbidden('Chỉ Văn phòng UBND tỉnh hoặc trung tâm cấp tỉnh mới sửa danh mục thủ tục.');
  }
}

/** The newest version, the catalogue held until the transaction ends; undefined where there is no such procedure. */
async function lockNewest(tx: Tx, code: string): Promise<ProcedureVersion | undefined> {
  await holdCatalogue(tx);
  return (await versionsOf(tx, code))[0];
}

/**
 * Adds a procedure, or a new version of one; one that is not in force yet may be put right. The version in force is only ever
 * ended by a later one, and dossiers keep that under which they were received.
 * @param at the edition of the procedure that the page showed (null: a new one), and whether a day that has passed is meant
 * @throws Fault forbidden, invalid (hieu-luc, lui-ngay), conflict (ma), stale
 */
export async function keepVersion(
  tx: Tx,
  by: Principal,
  facts: VersionFacts,
  at: { seen: number | null; backdated: boolean; today: Day },
): Promise<void> {
  demandKeeper(by);
  const newest = await lockNewest(tx, facts.code);
  if (newest && at.seen === null) {
    throw conflict('procedure.known', 'Mã này đã có trong danh mục. Hãy mở thủ tục đó rồi thêm bản mới.', 'ma');
  }
  if ((newest?.edition ?? null) !== at.seen) throw stale('Thủ tục này vừa được người khác sửa. Hãy xem lại bản mới.');
  const ahead = newest && newest.validFrom > at.today && facts.validFrom === newest.validFrom;
  if (newest && !ahead) {
    demandLater(facts, newest);
    if (facts.validFrom < at.today && !at.backdated) {
      throw invalid(
        'procedure.backdated',
        `Ngày ${formatDay(facts.validFrom)} đã qua. Hồ sơ nhận từ ngày đó vẫn theo bản cũ; nếu đúng ý, hãy đánh dấu xác nhận.`,
        'lui-ngay',
      );
    }
  }
  const id = ahead ? newest.id : await addVersion(tx, facts);
  if (ahead) await correctVersion(tx, id, facts);
  await appendEvent(tx, by, {
    kind: ahead ? 'procedure.corrected' : 'procedure.added',
    subjectType: 'procedure',
    subjectId: id,
    data: { code: facts.code, validFrom: facts.validFrom, source: facts.source, ...(ahead && { before: newest }) },
  });
  await tellChange(tx);
}

/**
 * Ends a procedure: nothing is received under it after its last day. Dossiers received before go on.
 * @throws Fault forbidden, notFound, invalid (ngay-cuoi, ly-do), stale
 */
export async function endProcedure(
  tx: Tx,
  by: Principal,
  asked: { code: string; seen: number | null; lastDay: Day; reason: string; today: Day },
): Promise<void> {
  demandKeeper(by);
  const newest = await lockNewest(tx, asked.code);
  if (!newest) throw notFound('thủ tục này');
  if (newest.edition !== asked.seen) throw stale('Thủ tục này vừa được người khác sửa. Hãy xem lại bản mới.');
  const reason = cleanLine(asked.reason);
  const isAhead = newest.validFrom > asked.today;
  const first = isAhead ? newest.validFrom : asked.today;
  if (asked.lastDay < first) {
    throw invalid('procedure.last_day', `Ngày cuối phải từ ${formatDay(first)} trở đi.`, 'ngay-cuoi');
  }
  if (newest.validTo !== null && newest.validTo < asked.today) {
    throw conflict('procedure.ended', 'Thủ tục này đã hết hiệu lực.');
  }
  if (reason.length < 5) throw invalid('procedure.end_reason', 'Hãy ghi căn cứ bãi bỏ.', 'ly-do');
  await endVersion(tx, newest, asked.lastDay);
  await appendEvent(tx, by, {
    kind: 'procedure.ended',
    subjectType: 'procedure',
    subjectId: newest.id,
    reason: reason.slice(0, 500),
    data: { code: asked.code, lastDay: asked.lastDay },
  });
  await tellChange(tx);
}

const tellChange = (tx: Tx): Promise<unknown> => sql`select pg_notify(${PROCEDURES_CHANGED}, '')`.execute(tx);
