import { Fault } from '../../kernel/errors.ts';
import type { RowFault } from './rows.ts';

/** A register that cannot be loaded; `rows` names each fault with its file, line and column. */
export class RegisterFault extends Fault {
  constructor(readonly rows: readonly RowFault[]) {
    super(
      'invalid',
      'units.register',
      `Chưa nạp gì: có ${rows.length} chỗ sai. Hãy sửa các dòng nêu dưới đây rồi nạp lại.`,
      rows.map((r) => ({ field: `${r.file}:${r.line}${r.field ? `:${r.field}` : ''}`, message: rowSentence(r) })),
    );
  }
}

/** "Tệp đơn vị, dòng 12, cột type: ..." */
function rowSentence({ file, line, field, message }: RowFault): string {
  const where = [file === 'units' ? 'Tệp đơn vị' : 'Tệp quan hệ', `dòng ${line}`, ...(field ? [`cột ${field}`] : [])];
  return `${where.join(', ')}: ${message}`;
}
