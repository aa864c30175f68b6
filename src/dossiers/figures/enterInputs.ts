import type { Day } from '../../kernel/day.ts';
import { forbidden, invalid } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { InputKey } from './inputs.ts';
import type { Ratio } from './kpi.ts';
import { enterFigures } from './policy.ts';

export interface Entry extends Ratio {
  indicator: InputKey;
}

/**
 * Enters what dossiers do not tell, for one month of the own unit. Earlier entries stay; the last one counts.
 * @param month its first day
 * @throws Fault forbidden, invalid (fields tu-so-KEY, mau-so-KEY, nguon)
 */
export async function enterInputs(
  tx: Tx,
  by: Principal,
  { month, entries, source, today }: { month: Day; entries: readonly Entry[]; source: string; today: Day },
): Promise<void> {
  if (!enterFigures.allows(by)) throw forbidden('Chỉ trung tâm phục vụ hành chính công nhập được các số liệu này.');
  if (month > today) throw invalid('figure.month', 'Tháng này chưa đến nên chưa nhập được số liệu.', 'thang');
  if (entries.length === 0) throw invalid('figure.nothing', 'Chưa có số nào được nhập.');
  if (source.trim() === '')
    throw invalid(
      'figure.source',
      'Hãy ghi số liệu lấy từ đâu, ví dụ “Cổng Dịch vụ công quốc gia, ngày 5/9”.',
      'nguon',
    );
  for (const { indicator, numerator, denominator } of entries)
    if (numerator > denominator)
      throw invalid('figure.ratio', 'Số đạt không thể lớn hơn tổng số.', `tu-so-${indicator}`);
  await tx
    .insertInto('dossier_figure_input')
    .values(
      entries.map(({ indicator, numerator, denominator }) => ({
        unit_id: by.unitId as number,
        month: month as never,
        indicator,
        numerator,
        denominator,
        source: source.trim(),
        person_id: by.personId as number,
      })),
    )
    .execute();
  await appendEvent(tx, by, {
    kind: 'figures.entered',
    subjectType: 'unit',
    subjectId: by.unitId,
    unitId: by.unitId,
    reason: source.trim(),
    data: { month, entries },
  });
}
