import { dayOf, formatDay, formatInstant } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { fold } from '../../kernel/vietnamese.ts';
import { check } from '../../platform/http/index.ts';
import { type ApplicantFacts, applicantForm, applicantFrom } from '../applicants/model.ts';
import type { Channel, DeliveryWay, Status } from '../status.ts';
import { STATUS } from '../status.ts';
import type { ColumnKey } from './columns.ts';
import { CHANNELS, KINDS, STATUSES, WAYS, YES } from './exportWords.ts';
import { type Moment, readMoment } from './readMoment.ts';

/** One row of an export as it stands there, its words understood, nothing yet looked up. Instants in epoch milliseconds. */
export interface ToldDossier {
  code: string;
  procedureCode: string;
  procedureName: string;
  centre: string;
  authority: string;
  channel: Channel;
  applicant: ApplicantFacts;
  proxy: string;
  summary: string;
  status: Status;
  submittedAt: number;
  receivedAt: number | null;
  due: Moment | null;
  firstDue: Moment | null;
  extendedAt: number | null;
  extensionReason: string;
  pausedAt: number | null;
  /** Requests for papers since reception, the open one included. */
  supplements: number;
  reason: string;
  holder: string;
  /** The official in charge there, by user name or full name. */
  official: string;
  step: string;
  finishedAt: number | null;
  resultTitle: string;
  resultNumber: string;
  way: DeliveryWay;
  fee: number;
  paid: boolean;
}

export type CellOf = (key: ColumnKey) => string;

const FORM_COLUMNS: Record<string, ColumnKey> = {
  'loai-nguoi-nop': 'kind',
  'ho-ten': 'name',
  'so-giay-to': 'idNumber',
  'ngay-sinh': 'birthDay',
  'dia-chi': 'address',
  'dien-thoai': 'phone',
  email: 'email',
};
/** Dossiers that have ended in the other system stay there to be looked up. */
const ENDED: readonly Status[] = [STATUS.refused, STATUS.withdrawn, STATUS.stopped, STATUS.returned];
export const hasEnded = (status: Status): boolean => ENDED.includes(status);

const wrong = (field: ColumnKey, message: string) => invalid('takeover.row', message, field);

/** The old code of a row, by which it is known again, however wrong the rest. Empty where there is none. */
export const codeIn = (cell: CellOf): string => cell('code').replace(/\s+/g, '');
/** The status as told; undefined where it is none of the ten. */
export function statusIn(cell: CellOf): Status | undefined {
  const text = cell('status').trim();
  if (/^\d{1,2}([.,]0+)?$/.test(text)) {
    const number = Number.parseInt(text, 10);
    return number >= 1 && number <= 10 ? (number as Status) : undefined;
  }
  const number = /^(10|[1-9])\s*[-.:]\s*\D/.exec(text)?.[1];
  return number ? (Number(number) as Status) : STATUSES.get(fold(text));
}

/**
 * Reads one row. What is missing is never made up: a date that was promised is told by the export or the row is refused.
 * @param now epoch milliseconds; nothing lies after it but what is promised
 * @throws Fault invalid, with the key of the column as its field
 */
export function readRow(cell: CellOf, now: number): ToldDossier {
  const code = codeIn(cell);
  if (code === '') throw wrong('code', 'Thiếu mã hồ sơ ở hệ thống cũ.');
  if (!/^[\w./-]{1,60}$/.test(code))
    throw wrong('code', 'Mã hồ sơ chỉ gồm chữ không dấu, số, dấu chấm, gạch ngang, gạch chéo; tối đa 60 ký tự.');
  const status = statusIn(cell);
  if (cell('status') === '') throw wrong('status', 'Thiếu trạng thái. Hãy ghi số từ 1 đến 10 hoặc tên trạng thái.');
  if (status === undefined)
    throw wrong(
      'status',
      `Không hiểu trạng thái “${short(cell('status'))}”. Hãy ghi số từ 1 đến 10, ví dụ 4 là đang xử lý.`,
    );
  if (cell('procedure') === '' && cell('procedureName') === '')
    throw wrong('procedure', 'Thiếu mã thủ tục. Hãy ghi như 1.001612.');
  if (status === STATUS.received && count(cell, 'supplements') > 0)
    throw wrong(
      'status',
      'Hồ sơ đã yêu cầu bổ sung thì không còn ở trạng thái 2. Hãy ghi 4 (đang xử lý) hoặc 5 (chờ bổ sung).',
    );
  const told = {
    code,
    status,
    procedureCode: short(cell('procedure')),
    procedureName: cell('procedureName').slice(0, 500),
    centre: short(cell('centre')),
    authority: short(cell('authority')),
    channel: pick(CHANNELS, cell, 'channel'),
    applicant: applicantOf(cell),
    proxy: line(cell, 'proxy', 300),
    summary: line(cell, 'summary', 500),
    extensionReason: line(cell, 'extensionReason', 1000),
    supplements: count(cell, 'supplements'),
    reason: line(cell, 'reason', 1000),
    holder: short(cell('holder')),
    official: short(cell('official')),
    step: short(cell('step')),
    resultTitle: line(cell, 'resultTitle', 300),
    resultNumber: line(cell, 'resultNumber', 100),
    way: pick(WAYS, cell, 'way'),
    fee: feeOf(cell),
    paid: pick(YES, cell, 'paid'),
  };
  return { ...told, ...momentsOf(cell, status, now) };
}

type Moments = Pick<
  ToldDossier,
  'submittedAt' | 'receivedAt' | 'due' | 'firstDue' | 'extendedAt' | 'pausedAt' | 'finishedAt'
>;

function momentsOf(cell: CellOf, status: Status, now: number): Moments {
  /** @param around what came before it and after it, where on the same day */
  const past = (
    key: ColumnKey,
    floor: number | null,
    around: { before?: number | null; after?: number } = {},
  ): number | null => {
    const found = momentIn(cell, key);
    if (!found) return null;
    const { before = floor, after = now } = around;
    // Where only the day is told, the office's morning; but neither before what came first on that day nor after what came next.
    const at = found.timed
      ? found.at
      : Math.min(Math.max(found.at + MORNING, sameDay(found.at, before)), sameDayMost(found.at, after));
    if (at > now) throw wrong(key, `${told(found)} ở sau hôm nay. Hãy xem lại năm và thứ tự ngày, tháng.`);
    if (floor !== null && at < floor)
      throw wrong(key, `${told(found)} ở trước ngày tiếp nhận ${formatInstant(floor)}.`);
    return at;
  };
  const handedIn = momentIn(cell, 'submitted');
  const receivedAt = past('received', null, { before: handedIn?.timed ? handedIn.at : null });
  const submittedAt = past('submitted', null, { after: receivedAt ?? now }) ?? receivedAt;
  if (receivedAt === null && status !== STATUS.registered && !(status === STATUS.supplement && submittedAt !== null))
    throw wrong('received', 'Thiếu ngày tiếp nhận; chỉ hồ sơ mới đăng ký (trạng thái 1) mới được để trống.');
  if (submittedAt === null) throw wrong('submitted', 'Thiếu ngày nộp của hồ sơ mới đăng ký.');
  if (status === STATUS.registered && receivedAt !== null && cell('submitted') === '')
    throw wrong('submitted', 'Hồ sơ mới đăng ký (trạng thái 1) phải có ngày nộp.');
  if (status === STATUS.registered) return { ...NO_CLOCK, submittedAt };
  if (receivedAt === null) return { ...NO_CLOCK, submittedAt };
  if (submittedAt > receivedAt) throw wrong('submitted', 'Ngày nộp ở sau ngày tiếp nhận.');
  const dueOnce = momentIn(cell, 'due');
  if (!dueOnce)
    throw wrong('due', 'Thiếu ngày hẹn trả. Lời hẹn được giữ như hệ thống cũ đã hẹn nên không tự tính thay.');
  // An export with a date promised anew beside the promise tells the first one there, unless it has a column for that too.
  const again = momentIn(cell, 'dueAgain');
  const due = again ?? dueOnce;
  const firstDue = momentIn(cell, 'firstDue') ?? dueOnce;
  for (const [key, moment] of [
    [again ? 'dueAgain' : 'due', due],
    ['firstDue', firstDue],
  ] as const) {
    if (moment.timed ? moment.at < receivedAt : dayOf(moment.at) < dayOf(receivedAt))
      throw wrong(key, `${told(moment)} ở trước ngày tiếp nhận ${formatInstant(receivedAt)}.`);
  }
  if (again && dayOf(again.at) < dayOf(dueOnce.at))
    throw wrong(
      'dueAgain',
      `${told(again)} ở trước ngày hẹn trả ${told(dueOnce)}. Hãy ghi ngày hẹn mới, không phải ngày ký văn bản.`,
    );
  if (dayOf(due.at) < dayOf(firstDue.at)) throw wrong('firstDue', 'Ngày hẹn lần đầu ở sau ngày hẹn hiện nay.');
  const pausedAt = past('paused', receivedAt);
  const stands = status === STATUS.supplement || status === STATUS.payment;
  if (stands && pausedAt === null)
    throw wrong('paused', 'Hồ sơ đang chờ người nộp nhưng thiếu ngày tạm dừng (ngày yêu cầu bổ sung, nộp tiền).');
  const finishedAt = past('finished', receivedAt);
  if (status === STATUS.resolved && finishedAt === null)
    throw wrong('finished', 'Hồ sơ đã xử lý xong nhưng thiếu ngày kết thúc xử lý.');
  return {
    submittedAt,
    receivedAt,
    due,
    firstDue,
    extendedAt: past('extendedOn', receivedAt),
    pausedAt: stands ? pausedAt : null,
    finishedAt: status === STATUS.resolved ? finishedAt : null,
  };
}

const NO_CLOCK = { receivedAt: null, due: null, firstDue: null, extendedAt: null, pausedAt: null, finishedAt: null };
const MORNING = 8 * 3_600_000;
const sameDay = (at: number, other: number | null): number =>
  other !== null && dayOf(other) === dayOf(at) ? other : 0;
const sameDayMost = (at: number, other: number): number =>
  dayOf(at) === dayOf(other) ? other : Number.POSITIVE_INFINITY;
const told = ({ at, timed }: Moment): string => (timed ? formatInstant(at) : formatDay(dayOf(at)));

function momentIn(cell: CellOf, key: ColumnKey): Moment | null {
  const text = cell(key);
  if (text === '') return null;
  const found = readMoment(text);
  if (!found) throw wrong(key, `“${short(text)}” không phải ngày có thật. Hãy ghi như 5/9/2026 hoặc 5/9/2026 14:30.`);
  return found;
}

function applicantOf(cell: CellOf): ApplicantFacts {
  const birth = cell('birthDay');
  const moment = birth === '' ? undefined : readMomentOfBirth(birth);
  try {
    return applicantFrom(
      check(applicantForm, {
        'loai-nguoi-nop': pick(KINDS, cell, 'kind'),
        'ho-ten': cell('name'),
        'so-giay-to': cell('idNumber'),
        'ngay-sinh': moment ?? birth,
        'dia-chi': cell('address'),
        'dien-thoai': cell('phone'),
        email: cell('email'),
      }),
    );
  } catch (error) {
    if (!isFault(error)) throw error;
    const first = error.fields[0];
    throw wrong(FORM_COLUMNS[first?.field ?? ''] ?? 'name', first?.message ?? error.message);
  }
}

/** National exports run the figures together, year first. */
function readMomentOfBirth(text: string): string | undefined {
  const run = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]?[\d:.]*Z?)?$/.exec(text);
  return run && Number(run[1]) > 1900 && Number(run[2]) <= 12 ? `${run[3]}/${run[2]}/${run[1]}` : undefined;
}

function pick<T>(table: Record<string, T>, cell: CellOf, key: ColumnKey): T {
  const text = fold(cell(key));
  if (Object.hasOwn(table, text)) return table[text]!;
  const known = [...new Set(Object.keys(table).filter((word) => /^\p{L}/u.test(word)))].slice(0, 4).join(', ');
  throw wrong(
    key,
    `Không hiểu “${short(cell(key))}”; hãy ghi số theo quy định của Cổng quốc gia hoặc một trong: ${known}.`,
  );
}

function count(cell: CellOf, key: ColumnKey): number {
  const text = cell(key);
  if (text === '') return 0;
  const number = /^\d{1,2}([.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : -1;
  if (number < 0 || number > 20) throw wrong(key, `Số lần “${short(text)}” không đúng; hãy ghi số từ 0 đến 20.`);
  return number;
}

function feeOf(cell: CellOf): number {
  const text = cell('fee')
    .replace(/\s|đồng|vnđ|vnd|đ$/gi, '')
    .replace(/[.,]0{1,2}$/, '')
    .replace(/[.,]/g, '');
  if (text === '') return 0;
  const fee = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (fee < 0 || fee > 2_000_000_000) throw wrong('fee', `Lệ phí “${short(cell('fee'))}” không đúng; hãy ghi số đồng.`);
  return fee;
}

function line(cell: CellOf, key: ColumnKey, max: number): string {
  const text = cell(key);
  if (text.length > max) throw wrong(key, `Dài quá ${max} ký tự. Hãy rút gọn.`);
  return text;
}

const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 60)}…` : text);
