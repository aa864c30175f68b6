import { parseDay } from '../kernel/day.ts';
import { Fault, type FieldFault } from '../kernel/errors.ts';
import { parseId } from '../kernel/ids.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import type { SentForm } from '../ui/index.ts';
import { type AgencyContext, readAgency } from './agencies.ts';
import { type AgencyRole, type DraftAgency, type DraftContent, RECURRENCES } from './model.ts';

const MOST_AGENCIES = 40;
const LIMITS: Record<string, number> = { 'hanh-dong': 4000, 'chu-de': 1000, 'dieu-kien': 500, 'han-chu': 300 };

/**
 * What a task's form says. `known` are the agencies that the form showed, in its order: their words come from there.
 * @throws Fault invalid with a fault at each field that cannot be used; a name that is not clear is asked again
 */
export function contentFrom(form: SentForm, known: readonly DraftAgency[], at: AgencyContext): DraftContent {
  const faults: FieldFault[] = [];
  const value = (name: string): string => cleanLine(form.values[name] ?? '');
  const ask = (field: string, message: string): void => void faults.push({ field, message });
  for (const [field, most] of Object.entries(LIMITS)) {
    if (value(field).length > most) ask(field, `Không quá ${most} chữ. Hãy viết ngắn hơn.`);
  }
  const dueText = value('han');
  const dueOn = parseDay(dueText) ?? null;
  if (dueText !== '' && !dueOn) ask('han', 'Hạn không đúng. Hãy ghi ngày như 30/9/2026, hoặc để trống.');
  if (value('hanh-dong') === '') ask('hanh-dong', 'Hãy ghi nội dung nhiệm vụ.');
  const recurrence = value('dinh-ky');
  const content: DraftContent = {
    topic: value('chu-de') || null,
    action: value('hanh-dong'),
    dueOn,
    deadlineText: value('han-chu') || null,
    condition: value('dieu-kien') || null,
    recurrence: recurrence in RECURRENCES ? recurrence : null,
    reportTo: linesOf(form.values['bao-cao']),
    basis: linesOf(form.values['can-cu']),
    agencies: [...shownAgencies(form, known, at, ask), ...typedAgencies(form, at, ask)],
  };
  if (faults.length > 0) throw new Fault('invalid', 'directive.task.fields', faults[0]!.message, faults);
  return content;
}

type Ask = (field: string, message: string) => void;

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => cleanLine(line).slice(0, 300))
    .filter(Boolean)
    .slice(0, 20);

/**
 * The agency rows of a form as they were sent: their words, role and ticked organs. What the form showed beside that
 * (candidates, notes) is taken from the agency of the same words in `known`.
 */
export function agencyRows(form: SentForm, known: readonly DraftAgency[]): (DraftAgency & { row: number })[] {
  const count = Math.min(Number(form.values['so-co-quan'] ?? 0) || 0, MOST_AGENCIES);
  return Array.from({ length: count }, (_, row) => {
    const text = cleanLine(form.values[`chu-${row}`] ?? '').slice(0, 500);
    const same = known.find((a) => a.text === text);
    const organIds = (form.lists[`co-quan-${row}`] ?? []).map((id) => parseId(id)).filter((id) => id !== undefined);
    const candidates = [...new Set([...(same?.organIds ?? []), ...(same?.candidates ?? [])])];
    const role = form.values[`vai-${row}`] === 'coordinate' ? 'coordinate' : 'lead';
    return { row, role, text, organIds, candidates, state: 'unresolved', ...(same?.note ? { note: same.note } : {}) };
  });
}

function shownAgencies(form: SentForm, known: readonly DraftAgency[], at: AgencyContext, ask: Ask): DraftAgency[] {
  return agencyRows(form, known).flatMap(({ row, ...agency }): DraftAgency[] => {
    if (form.values[`vai-${row}`] === 'bo') return [];
    const ticked = agency.organIds.filter((id) => at.register.organs.has(id as never));
    const typed = nameTyped(form, `ten-${row}`, agency.role, at, ask)?.organIds ?? [];
    const organIds = [...new Set([...ticked, ...typed])];
    return organIds.length > 0
      ? [{ ...agency, organIds, candidates: [], state: 'resolved' }]
      : [{ ...agency, organIds: [] }];
  });
}

function typedAgencies(form: SentForm, at: AgencyContext, ask: Ask): DraftAgency[] {
  return Object.keys(form.values)
    .filter((name) => /^co-quan-moi-\d$/.test(name))
    .flatMap((name) => {
      const role = form.values[name.replace('co-quan', 'vai')] === 'coordinate' ? 'coordinate' : 'lead';
      return nameTyped(form, name, role, at, ask) ?? [];
    });
}

/** The organs that a typed name means, or a question at its field. */
function nameTyped(
  form: SentForm,
  field: string,
  role: AgencyRole,
  at: AgencyContext,
  ask: Ask,
): DraftAgency | undefined {
  const name = cleanLine(form.values[field] ?? '');
  if (name === '') return undefined;
  const agency = readAgency(role, name, at);
  if (agency.state === 'unresolved') {
    const names = agency.candidates.slice(0, 5).map((id) => at.register.organs.get(id as never)?.shortName ?? '');
    ask(
      field,
      names.length > 0
        ? `“${name}” có thể là: ${names.join('; ')}. Hãy ghi đúng một tên.`
        : `Không tìm thấy cơ quan “${name}”. Hãy chọn trong danh sách gợi ý.`,
    );
    return undefined;
  }
  return { ...agency, doubtful: false };
}
