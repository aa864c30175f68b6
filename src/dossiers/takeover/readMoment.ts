import { Temporal } from 'temporal-polyfill';
import { TIME_ZONE } from '../../kernel/day.ts';

/**
 * A moment as an export writes it, in epoch milliseconds; `timed` false where only the day is told. Midnight is how systems write a
 * day without its hour: nothing is received or promised then.
 */
export interface Moment {
  at: number;
  timed: boolean;
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,T]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/;
const TIME_FIRST = /^(\d{1,2})[:h](\d{2})(?::(\d{2}))?[ ,-]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const RUN = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
/** Days since 30/12/1899, as a sheet keeps a date whose cell was not shown as one: to 2091. */
const SERIAL = /^([3-6]\d{4})(?:[.,](\d{1,12}))?$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The earliest that is believed; a running dossier of the last century is a slip of the hand. */
const EARLIEST_YEAR = 2000;

/**
 * Reads `dd/MM/yyyy HH:mm`, `yyyyMMddHHmmss`, ISO 8601 (without an offset: Việt Nam's time), and the number of a sheet's date.
 * The day stands first, never the month: nothing is guessed.
 * @returns undefined where it is no real moment
 */
export function readMoment(text: string): Moment | undefined {
  const typed = text.trim();
  const serial = SERIAL.exec(typed);
  if (serial) return fromSerial(Number(`${serial[1]}.${serial[2] ?? '0'}`));
  const run = RUN.exec(typed);
  if (run) return moment([run[1], run[2], run[3]], [run[4], run[5], run[6]]);
  const day = DAY_FIRST.exec(typed);
  if (day) return moment([day[3], day[2], day[1]], [day[4], day[5], day[6]]);
  const time = TIME_FIRST.exec(typed);
  if (time) return moment([time[6], time[5], time[4]], [time[1], time[2], time[3]]);
  const iso = ISO.exec(typed);
  if (iso) return moment([iso[1], iso[2], iso[3]], [iso[4], iso[5], iso[6]], iso[7]);
  return undefined;
}

type Parts = readonly (string | undefined)[];

function moment(date: Parts, time: Parts, offset?: string): Moment | undefined {
  const [year, month, day] = date.map(Number) as [number, number, number];
  if (year < EARLIEST_YEAR) return undefined;
  const [hour, minute, second] = time.map((part) => Number(part ?? 0)) as [number, number, number];
  try {
    const at = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' });
    const zone = offset === undefined ? TIME_ZONE : offset === 'Z' ? 'UTC' : offset.replace(/^(...)(\d\d)$/, '$1:$2');
    return momentAt(at.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** To the second: halves of days do not come out even in binary. */
function fromSerial(days: number): Moment | undefined {
  const at = Math.round((SERIAL_EPOCH + days * DAY_MS) / 1000) * 1000 - OFFSET_MS;
  return at < Date.UTC(EARLIEST_YEAR, 0) - OFFSET_MS ? undefined : momentAt(at);
}

const momentAt = (at: number): Moment => ({ at, timed: (at + OFFSET_MS) % DAY_MS !== 0 });
