import { sql } from 'kysely';
import { type Day, formatDay } from '../kernel/day.ts';
import { Fault, type FieldFault, forbidden } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Database, Query, Tx } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { faultOfPattern, mayClash, type PatternPair, USUAL_PATTERN } from './codePattern.ts';
import { keepCodes } from './policy.ts';

/** The patterns from a day on. */
export interface CodeRule extends PatternPair {
  validFrom: Day;
  source: string;
}

/** Said by the one who sets a pattern. */
const CHANNEL = 'dossier_code_changed';

/** All that hold, now or later, the latest first. */
export const codeRules = (build: Database['build'] | Tx): Query<CodeRule> =>
  build
    .selectFrom('code_pattern')
    .where('superseded_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .select(['valid_from as validFrom', 'commune', 'province', 'source']) as unknown as Query<CodeRule>;

export const patternOn = (rules: readonly CodeRule[], day: Day): PatternPair =>
  rules.find((rule) => rule.validFrom <= day) ?? USUAL_PATTERN;

/** What every process knows of the patterns. They are set for days to come, so that nobody is late in hearing of one. */
export interface DossierCodes {
  on(day: Day): PatternPair;
}

const held = new WeakMap<Database, Promise<DossierCodes>>();

export function dossierCodes({ db, log }: Pick<Services, 'db' | 'log'>): Promise<DossierCodes> {
  const known = held.get(db);
  if (known) return known;
  const opened = open(db, (error) => log.error({ error }, 'the patterns of codes could not be read anew'));
  held.set(db, opened);
  opened.catch(() => held.delete(db));
  return opened;
}

async function open(db: Database, failed: (error: unknown) => void): Promise<DossierCodes> {
  const read = async () => (await db.build.executeQuery(codeRules(db.build).compile())).rows as CodeRule[];
  let rules: readonly CodeRule[] = [];
  let last = Promise.resolve();
  const readAnew = async () => {
    rules = await read();
  };
  await db.listen(CHANNEL, () => {
    last = last.then(readAnew).catch(failed);
  });
  await readAnew();
  return { on: (day) => patternOn(rules, day) };
}

/**
 * Sets the patterns from a day on; what was set for the same day is superseded. Codes that were given out stay.
 * @throws Fault forbidden, invalid (fields xa, tinh, tu-ngay, can-cu)
 */
export async function setCodeRule(tx: Tx, by: Principal, rule: CodeRule, today: Day): Promise<number> {
  if (!keepCodes.allows(by)) throw forbidden('Chỉ quản trị viên của tỉnh mới đặt được mẫu mã hồ sơ.');
  const known = (await tx.executeQuery(codeRules(tx).compile())).rows as CodeRule[];
  const faults = faultsOf(rule, known, today);
  if (faults.length > 0) throw new Fault('invalid', 'dossier.pattern', faults[0]!.message, faults);
  await tx
    .updateTable('code_pattern')
    .set({ superseded_at: sql`app_now()`, end_reason: rule.source })
    .where('valid_from', '=', rule.validFrom)
    .where('superseded_at', 'is', null)
    .execute();
  const { id } = await tx
    .insertInto('code_pattern')
    .values({
      valid_from: rule.validFrom,
      commune: rule.commune,
      province: rule.province,
      source: rule.source,
      entered_by: by.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await appendEvent(tx, by, {
    kind: 'dossier_code.set',
    subjectType: 'code_pattern',
    subjectId: id,
    data: { ...rule },
  });
  await sql`select pg_notify(${CHANNEL}, '')`.execute(tx);
  return id;
}

function faultsOf(rule: CodeRule, known: readonly CodeRule[], today: Day): FieldFault[] {
  const faults: FieldFault[] = [];
  const fields = [
    ['commune', 'xa'],
    ['province', 'tinh'],
  ] as const;
  for (const [level, field] of fields) {
    const message = faultOfPattern(rule[level], level);
    if (message) faults.push({ field, message });
  }
  if (rule.validFrom <= today) {
    faults.push({ field: 'tu-ngay', message: `Mẫu mới áp dụng từ một ngày sau hôm nay (${formatDay(today)}).` });
  }
  if (rule.source.length < 3) faults.push({ field: 'can-cu', message: 'Hãy ghi căn cứ.' });
  if (faults.length > 0) return faults;
  const others = [USUAL_PATTERN, ...known.filter((one) => one.validFrom !== rule.validFrom)];
  for (const [level, field] of fields) {
    const own = { pattern: rule[level], level };
    const clash = [...others, rule].some((pair) =>
      fields.some(
        ([other]) => !(pair === rule && other === level) && mayClash(own, { pattern: pair[other], level: other }),
      ),
    );
    if (clash) {
      const message =
        'Mã theo mẫu này có thể trùng với mã theo mẫu khác đã hoặc đang dùng. Hãy thêm một phần cố định bằng chữ.';
      faults.push({ field, message });
      break;
    }
  }
  return faults;
}
