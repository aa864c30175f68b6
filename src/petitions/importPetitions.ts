import type { Day } from '../kernel/day.ts';
import { invalid, isFault } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import type { OrganRegister } from '../organs/index.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import type { SheetRow } from '../platform/spreadsheet/index.ts';
import { ownDialogue } from './dialogues.ts';
import { FIELDS } from './fields.ts';
import { organNamed } from './named.ts';
import { type PetitionWords, petitionWords, raisePetition } from './raisePetition.ts';

/** The columns of the sheet, with the heads by which each is known. */
export const IMPORT_COLUMNS = [
  { key: 'co-quan', head: 'Nơi kiến nghị', also: ['don vi', 'co quan'], required: true },
  { key: 'linh-vuc', head: 'Lĩnh vực', also: [], required: false },
  { key: 'chu-de', head: 'Chủ đề', also: ['tieu de'], required: true },
  { key: 'noi-dung', head: 'Đề nghị', also: ['noi dung', 'noi dung kien nghi', 'kien nghi'], required: true },
  { key: 'ly-do', head: 'Khó khăn, lý do', also: ['ly do', 'kho khan', 'thuc trang'], required: false },
] as const;
type ColumnKey = (typeof IMPORT_COLUMNS)[number]['key'];
export const MOST_ROWS = 2000;

export interface RowFault {
  /** The row's number in the sheet, as people see it. */
  line: number;
  message: string;
}

export interface PlannedPetition {
  line: number;
  askerId: number;
  unitId: number;
  words: PetitionWords;
}

/**
 * Reads the rows of a sheet, heading first. A row that cannot be taken is told with its number; a field left empty is
 * "Lĩnh vực khác", a reason left empty is told as not stated.
 * @throws Fault invalid (field tep) where the heading lacks a column
 */
export function planImport(
  rows: readonly SheetRow[],
  register: OrganRegister,
  bodyId: number,
  today: Day,
): { planned: PlannedPetition[]; faults: RowFault[] } {
  const at = columnsOf(rows[0]);
  const planned: PlannedPetition[] = [];
  const faults: RowFault[] = [];
  const firstLine = new Map<string, number>();
  for (const row of rows.slice(1)) {
    const cell = (key: ColumnKey): string => row.cells[at.get(key) ?? -1] ?? '';
    const refuse = (message: string) => faults.push({ line: row.line, message });
    const field = fieldOf(cell('linh-vuc'));
    if (!field) {
      refuse(`Không có lĩnh vực “${cell('linh-vuc')}”.`);
      continue;
    }
    const words = petitionWords.safeParse({
      'chu-de': cell('chu-de'),
      'linh-vuc': field,
      'noi-dung': cell('noi-dung'),
      'ly-do': cell('ly-do') || 'Nêu tại chương trình đối thoại.',
      'muc-do': 'normal',
      'gui-den': String(bodyId),
    });
    if (!words.success) {
      refuse(words.error.issues[0]!.message);
      continue;
    }
    const askerId = askerIn(register, cell('co-quan'), today, refuse);
    const unitId = askerId && register.organs.get(askerId as never)?.unitId;
    if (!askerId || !unitId) continue;
    const key = `${askerId} ${fold(cell('chu-de'))}`;
    if (firstLine.has(key)) {
      refuse(`Trùng nơi kiến nghị và chủ đề với dòng ${firstLine.get(key)}.`);
      continue;
    }
    firstLine.set(key, row.line);
    planned.push({ line: row.line, askerId, unitId, words: words.data });
  }
  return { planned, faults };
}

function columnsOf(heading: SheetRow | undefined): Map<ColumnKey, number> {
  const heads = (heading?.cells ?? []).map(fold);
  const at = new Map<ColumnKey, number>();
  for (const { key, head, also } of IMPORT_COLUMNS) {
    const index = heads.findIndex((h) => h === fold(head) || (also as readonly string[]).includes(h));
    if (index >= 0) at.set(key, index);
  }
  const missing = IMPORT_COLUMNS.filter((column) => column.required && !at.has(column.key));
  if (missing.length > 0) {
    throw invalid(
      'import.heading',
      `Dòng đầu của bảng thiếu cột: ${missing.map((m) => m.head).join(', ')}. Hãy dùng mẫu tải về.`,
      'tep',
    );
  }
  return at;
}

function fieldOf(text: string) {
  const key = fold(text);
  if (key === '') return 'khac';
  return FIELDS.find((f) => fold(f.label) === key || fold(f.key) === key)?.key;
}

function askerIn(
  register: OrganRegister,
  text: string,
  today: Day,
  refuse: (message: string) => void,
): number | undefined {
  try {
    const id = organNamed(register, text, 'co-quan', today);
    if (id === undefined) refuse('Thiếu nơi kiến nghị.');
    return id;
  } catch (error) {
    if (!isFault(error)) throw error;
    refuse(error.message);
    return undefined;
  }
}

/**
 * Writes down what was asked for a dialogue, all rows or none. A row that the dialogue has already (same asker, same topic)
 * is left out, so that a sheet that has grown can be imported again.
 * @returns how many were added
 * @throws Fault forbidden, notFound
 */
export async function importPetitions(
  tx: Tx,
  by: Principal,
  input: { dialogueId: number; planned: readonly PlannedPetition[] },
  today: Day,
): Promise<number> {
  const dialogue = await ownDialogue(tx, by, input.dialogueId);
  const there = await tx
    .selectFrom('petition')
    .select(['topic', 'asker_organ_ids as askerIds'])
    .where('dialogue_id', '=', dialogue.id)
    .execute();
  const known = new Set(there.flatMap((p) => p.askerIds.map((id) => `${id} ${fold(p.topic)}`)));
  const fresh = input.planned.filter((p) => !known.has(`${p.askerId} ${fold(p.words['chu-de'])}`));
  for (const { askerId, unitId, words } of fresh) {
    await raisePetition(
      tx,
      by,
      { words, officeId: dialogue.officeId, shared: true, files: [], dialogue: { id: dialogue.id, askerId, unitId } },
      today,
    );
  }
  await appendEvent(tx, by, {
    kind: 'dialogue.imported',
    subjectType: 'dialogue',
    subjectId: dialogue.id,
    data: { added: fresh.length, rows: input.planned.length },
  });
  return fresh.length;
}
