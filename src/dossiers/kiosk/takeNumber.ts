import { sql } from 'kysely';
import { conflict, invalid } from '../../kernel/errors.ts';
import { type Database, NOBODY } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { isBusiness } from './model.ts';

/**
 * Gives a visitor the next number of the day, once for each key.
 * @throws Fault invalid (field loai), conflict where the day's numbers are out or the link was changed meanwhile
 */
export async function takeNumber(
  db: Database,
  { token, kind, key }: { token: string; kind: string; key: string },
  now: number,
): Promise<number> {
  if (!isBusiness(kind)) throw invalid('kiosk.kind', 'Hãy chọn việc cần làm.', 'loai');
  const at = new Date(now).toISOString();
  const number = await db.write(NOBODY, (tx) =>
    writeOnce(tx, { key, purpose: 'kiosk.take', personId: null }, async () => {
      const { rows } = await sql<{
        number: number | null;
      }>`select kiosk_take(${token}, ${kind}, ${at}::timestamptz) as number`.execute(tx);
      return rows[0]!.number;
    }),
  );
  if (number === null)
    throw conflict('kiosk.out', 'Máy chưa cấp được số: hôm nay đã hết số hoặc liên kết đã đổi. Mời đến thẳng quầy.');
  return number;
}
