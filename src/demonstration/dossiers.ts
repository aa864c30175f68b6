import {
  apologise,
  askSupplement,
  type DossierRules,
  deliverResult,
  dossierRules,
  passDossier,
  rate,
  receiveDossier,
  receiveSupplement,
  refuseDossier,
  resolveDossier,
  takeDossier,
  withdrawDossier,
} from '../dossiers/index.ts';
import { workingCalendar } from '../kernel/calendar/index.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import type { Tx } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { communeUsername, type Seats } from './seats.ts';

/** What becomes of a dossier; each later one goes through the steps of those before it. */
type Fate =
  | 'received'
  | 'taken'
  | 'signing'
  | 'ready'
  | 'returned'
  | 'waits'
  | 'completed'
  | 'apologised'
  | 'withdrawn'
  | 'refused';

type Line = [workingDaysAgo: number, hour: number, procedure: string, fate: Fate];

const COMMUNES = ['Con Cuông', 'Lượng Minh', 'Môn Sơn'] as const;
const COPY = '2.000815';
const BIRTH = '1.001193';
const SINGLE = '1.004873';
const SHOP = '1.001612';
const HOUSE = '1.009994';
const LAND = '1.012783';

/** The last fortnight at one commune's counter. */
const LINES: readonly Line[] = [
  [12, 8.2, COPY, 'returned'],
  [12, 9, SHOP, 'returned'],
  [11, 8.5, HOUSE, 'taken'],
  [10, 10, BIRTH, 'returned'],
  [10, 14, LAND, 'taken'],
  [9, 8.1, SHOP, 'waits'],
  [8, 9.5, SINGLE, 'returned'],
  [7, 15.4, COPY, 'returned'],
  [6, 8.4, SHOP, 'completed'],
  [5, 9.2, SINGLE, 'withdrawn'],
  [5, 14.2, SHOP, 'taken'],
  [4, 10.5, BIRTH, 'returned'],
  [3, 8.6, SHOP, 'apologised'],
  [2, 9.8, SINGLE, 'refused'],
  [2, 14.5, SHOP, 'ready'],
  [1, 8.3, SINGLE, 'signing'],
  [1, 10.1, SHOP, 'taken'],
  [1, 15.6, COPY, 'received'],
];

export interface DossierMove {
  on: Day;
  /** Of the day, with parts. */
  hour: number;
  play: (past: Services) => Promise<void>;
}

const calendar = workingCalendar();
function workingDaysAgo(today: Day, days: number): Day {
  let day = today;
  for (let left = days; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.status(day).share > 0) left -= 1;
  }
  return day;
}
function workingDaysAfter(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (calendar.status(at).share > 0) left -= 1;
  }
  return at;
}

/** Nobody real: family names with "Mẫu", and numbers of a province that does not exist. */
const applicant = (n: number) => ({
  kind: 'person' as const,
  name: `${['Lô', 'Vi', 'Lương', 'Trần', 'Nguyễn', 'Kha'][n % 6]} ${n % 2 ? 'Văn' : 'Thị'} Mẫu ${String.fromCharCode(65 + (n % 23))}`,
  idNumber: `099${n % 2 ? 0 : 1}${String(70 + (n % 29))}${String(n).padStart(6, '0')}`,
  birthDay: null,
  address: `Bản ${1 + (n % 12)}`,
  phone: null,
  email: null,
});

/** What those say who look up their dossier afterwards; many say nothing. */
const OPINIONS = [
  [5, ''],
  null,
  [4, 'Cán bộ hướng dẫn rõ.'],
  [2, 'Phải chờ lâu ở quầy.'],
  null,
  [5, 'Nhanh hơn giấy hẹn.'],
  [3, ''],
] as const;

/** Dossiers of the last fortnight in a few communes, as moves in time through the people's own steps. */
export async function dossierMoves(services: Services, seats: Seats, today: Day): Promise<DossierMove[]> {
  const rules: DossierRules = await dossierRules(services);
  const moves: DossierMove[] = [];
  for (const [c, commune] of COMMUNES.entries()) {
    const seat = (name: string) => seats.byUsername(communeUsername(name, commune));
    const people = {
      counter: await seat('motcua'),
      office: await seat('ubnd'),
      economy: await seat('kinhte'),
      head: await seat('chutich'),
      department: await seats.byUsername('sonongnghiepmoitruong'),
    };
    for (const [i, line] of LINES.entries()) moves.push(...movesOf(line, c * LINES.length + i, people, rules, today));
  }
  return moves;
}

type People = Record<'counter' | 'office' | 'economy' | 'head' | 'department', Principal>;

function movesOf(
  [ago, hour, procedure, fate]: Line,
  n: number,
  people: People,
  rules: DossierRules,
  today: Day,
): DossierMove[] {
  const received = workingDaysAgo(today, ago);
  const moves: DossierMove[] = [];
  let code = '';
  const step = (
    days: number,
    at: number,
    who: Principal,
    work: (tx: Tx, by: Principal, rules: DossierRules, on: { code: string; version: null }) => Promise<unknown>,
  ) =>
    moves.push({
      on: workingDaysAfter(received, days),
      hour: at,
      play: ({ db, clock }) =>
        db.write(who, async (tx) => void (await work(tx, who, { ...rules, now: clock }, { code, version: null }))),
    });
  const examiner =
    procedure === LAND ? people.department : procedure === SHOP || procedure === HOUSE ? people.economy : people.office;
  const quick = procedure === COPY || procedure === BIRTH;
  const soon = quick ? 0 : 1;

  step(0, hour, people.counter, async (tx, by, r) => {
    const version = r.book.byCode(procedure, received)!;
    const input = {
      procedureCode: procedure,
      authorityUnitId: by.unitId,
      channel: 'direct' as const,
      applicant: applicant(n),
      papers: version.components.map(({ no, original, copy, electronic }) => ({ no, original, copy, electronic })),
      money: version.fee > 0 ? ('paid' as const) : ('none' as const),
      passOn: true,
    };
    code = (await receiveDossier(tx, by, r, input)).code;
  });
  if (fate === 'received') return moves;
  step(0, hour + 0.4, examiner, (tx, by, r, on) => takeDossier(tx, by, r, on));
  switch (fate) {
    case 'taken':
      return moves;
    case 'withdrawn':
      step(1, 10, people.counter, (tx, by, r, on) =>
        withdrawDossier(tx, by, r, { ...on, reason: 'Người nộp đến quầy xin rút vì đã có giấy còn hạn.' }),
      );
      return moves;
    case 'refused':
      step(1, 10, examiner, (tx, by, r, on) =>
        refuseDossier(tx, by, r, { ...on, reason: 'Nơi thường trú không thuộc xã; đã hướng dẫn nộp đúng nơi.' }),
      );
      return moves;
    case 'apologised':
      step(2, 16, people.head, (tx, by, r, on) =>
        apologise(tx, by, r, {
          ...on,
          to: workingDaysAfter(received, 6),
          reason: 'Cần xác minh thêm địa điểm kinh doanh; chúng tôi xin lỗi vì chậm trễ.',
        }),
      );
      return moves;
    case 'waits':
    case 'completed':
      step(1, 9, examiner, (tx, by, r, on) =>
        askSupplement(tx, by, r, { ...on, reason: 'Bổ sung bản sao hợp đồng thuê địa điểm.', answerBy: null }),
      );
      if (fate === 'waits') return moves;
      step(3, 9, people.counter, (tx, by, r, on) => receiveSupplement(tx, by, r, { ...on, note: 'Đã nộp đủ' }));
      return moves;
  }
  step(soon, hour + 0.8, examiner, (tx, by, r, on) =>
    passDossier(tx, by, r, { ...on, toOrganId: null, note: 'Đủ điều kiện' }),
  );
  if (fate === 'signing') return moves;
  step(soon, Math.max(hour + 1.1, 8), people.head, (tx, by, r, on) => {
    const title = r.book.byCode(procedure, received)!.result;
    return resolveDossier(tx, by, r, {
      ...on,
      title,
      number: `${100 + n}/UBND`,
      issuedOn: null,
      signed: true,
      granted: true,
    });
  });
  if (fate === 'ready') return moves;
  step(soon, Math.max(hour + 1.3, 8.2), people.counter, (tx, by, r, on) =>
    deliverResult(tx, by, r, { ...on, way: 'counter', receiver: 'Chính người nộp, ký sổ' }),
  );
  const opinion = OPINIONS[n % OPINIONS.length];
  if (opinion) {
    const [stars, words] = opinion;
    const hourOfRating = Math.max(hour + 1.6, 8.5);
    moves.push({
      on: workingDaysAfter(received, soon),
      hour: hourOfRating,
      play: ({ db }) => rate(db, code, stars, words).then(() => undefined),
    });
  }
  return moves;
}
