import { cleanLine, fold } from '../kernel/vietnamese.ts';
import { type AgencyContext, readAgency } from './agencies.ts';
import type { DraftAgency } from './model.ts';

/** Lines under "Nơi nhận" that name nobody to send to: "Như trên", "Như Điều 3", "Lưu: VT". */
const NOBODY = /^(nhu (tren|dieu|muc)|luu|kt\b|tl\b|tm\b)/;

/**
 * The organs that the lines under "Nơi nhận" name. Lines that are not clear stay unresolved for the clerk: many name
 * newspapers or companies, which are outside.
 */
export function recipientsOf(lines: readonly string[], at: AgencyContext): DraftAgency[] {
  return lines
    .map((line) =>
      cleanLine(line.replace(/^[-–+*•\s]+/, '').replace(/\(\s*(để|b\/c|báo cáo)[^)]*\)?/giu, '')).replace(
        /[;.,:\s]+$/,
        '',
      ),
    )
    .filter((line) => line !== '' && !NOBODY.test(fold(line)))
    .map((line) => readAgency('coordinate', line, at));
}
