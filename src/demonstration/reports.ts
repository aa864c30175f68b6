import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import { seededRandom } from '../kernel/random.ts';
import { organRegister } from '../organs/index.ts';
import type { Services } from '../platform/services.ts';
import {
  addField,
  createForm,
  formWords,
  openPeriod,
  type Period,
  periodBefore,
  periodOf,
  publishForm,
  returnSheet,
  saveSheet,
  sheetsOfPeriod,
  signRollUp,
  signSheet,
} from '../reports/index.ts';
import { communeUsername, type Seats } from './seats.ts';

interface ReportMove {
  on: Day;
  hour: number;
  play: (past: Services) => Promise<void>;
}

const count = (ten: string, unit: string, rule = 'sum', over: Record<string, string> = {}) => ({
  ten,
  kieu: 'integer',
  'don-vi-tinh': unit,
  'tong-hop': rule,
  'nho-nhat': '0',
  'bat-buoc': 'co',
  ...over,
});

const FIELDS: Record<string, string>[] = [
  count('Hồ sơ tiếp nhận', 'hồ sơ'),
  count('Hồ sơ nộp trực tuyến', 'hồ sơ'),
  count('Hồ sơ đã giải quyết', 'hồ sơ'),
  {
    ten: 'Tỷ lệ giải quyết đúng hạn',
    kieu: 'percent',
    'tong-hop': 'weighted',
    'trong-so': 'ho-so-da-giai-quyet',
    'bat-buoc': 'co',
  },
  count('Lượt người được hướng dẫn tại quầy', 'lượt'),
  count('Công chức làm việc tại trung tâm', 'người', 'latest'),
  count('Máy quét dùng được', 'cái', 'latest'),
  count('Nhiệm vụ phải làm trong kỳ', 'nhiệm vụ', 'sum', { nguon: 'nhiem-vu.tat-ca' }),
  count('Nhiệm vụ quá hạn chưa xong', 'nhiệm vụ', 'latest', { nguon: 'nhiem-vu.qua-han' }),
  count('Kiến nghị đã gửi lên tỉnh', 'kiến nghị', 'sum', { nguon: 'kien-nghi.gui' }),
  count('Dân số', 'người', 'latest', { nguon: 'don-vi.dan-so' }),
  {
    ten: 'Đường truyền của trung tâm',
    kieu: 'choice',
    'tong-hop': 'none',
    'lua-chon': 'Ổn định\nThỉnh thoảng gián đoạn\nThường xuyên gián đoạn',
  },
  { ten: 'Khó khăn, vướng mắc', kieu: 'text', 'tong-hop': 'none' },
];

/** Before the cut-off of this many days a form is there, so that everybody has seen it. */
const AHEAD = 10;

/** One quarterly report: the last quarter reported, rolled up and signed; the present one open, with the first reports in. */
export async function reportMoves(seats: Seats, today: Day): Promise<ReportMove[]> {
  const [clerk, head] = await Promise.all([seats.byUsername('vpubnd'), seats.byUsername('vpubnd.lanhdao')]);
  const now = periodOf('quarter', today);
  const last = periodBefore('quarter', now);
  const random = seededRandom(20_260_914);
  let formId = 0;
  let lastId = 0;
  const moves: ReportMove[] = [
    {
      on: addDays(last.to, -AHEAD),
      hour: 8,
      play: async ({ db }) => {
        formId = await db.write(clerk, async (tx) => {
          const id = await createForm(
            tx,
            clerk,
            formWords.parse({
              ten: 'Hoạt động của Trung tâm Phục vụ hành chính công cấp xã',
              ky: 'quarter',
              'noi-bao-cao': ['ubnd-xa'],
              'so-ngay': '4',
            }),
          );
          for (const field of FIELDS) await addField(tx, clerk, id, null, field);
          await publishForm(tx, clerk, id, null, last.from);
          return id;
        });
      },
    },
    {
      on: addDays(last.to, 1),
      hour: 8,
      play: async (past) => {
        lastId = await open(past, clerk, formId, last, addDays(last.to, 1));
      },
    },
    {
      on: addDays(last.to, 3),
      hour: 15,
      play: async (past) => void (await report(past, seats, lastId, random, () => 'sign', addDays(last.to, 3))),
    },
    {
      on: addDays(last.to, 9),
      hour: 10,
      play: async (past) => {
        const register = await organRegister(past);
        const of = { periodId: lastId, seen: null };
        await past.db.write(head, (tx) => signRollUp(tx, head, register, of, addDays(last.to, 9)));
      },
    },
    {
      on: addDays(today, -3),
      hour: 8,
      play: async (past) => {
        const day = addDays(today, -3);
        const id = await open(past, clerk, formId, now, day);
        const fates = ['sign', 'draft', 'sign', 'return', 'present'] as const;
        const fateOf = (i: number): Fate => (i % 13 === 5 ? fates[Math.floor(i / 13) % 5]! : 'wait');
        for (const sheetId of await report(past, seats, id, random, fateOf, day)) {
          const remarks = 'Số hồ sơ nộp trực tuyến cao hơn nhiều so với kỳ trước. Đề nghị rà soát lại trước khi gửi.';
          await past.db.write(clerk, (tx) => returnSheet(tx, clerk, { sheetId, seen: null, remarks }));
        }
      },
    },
  ];
  return moves.filter((move) => move.on <= today);
}

async function open(past: Services, clerk: Principal, formId: number, period: Period, day: Day): Promise<number> {
  const register = await organRegister(past);
  return past.db.write(clerk, (tx) => openPeriod(tx, clerk, register, formId, period.key, day));
}

type Fate = 'sign' | 'draft' | 'present' | 'return' | 'wait';

/**
 * Every commune writes its report as the story has it; the chair writes and signs, so that a demonstration stays quick.
 * @returns the sheets that the office will send back
 */
async function report(
  past: Services,
  seats: Seats,
  periodId: number,
  random: () => number,
  fateOf: (i: number) => Fate,
  day: Day,
): Promise<number[]> {
  const { db } = past;
  const register = await organRegister(past);
  const clerk = await seats.byUsername('vpubnd');
  const [sheets] = await db.read(clerk, sheetsOfPeriod(db.build, periodId));
  const toReturn: number[] = [];
  for (const [i, sheet] of sheets.entries()) {
    const fate = fateOf(i);
    const sent = figures(random);
    if (fate === 'wait') continue;
    const unit = register.units.get(sheet.unitId as never)!;
    const chair = await seats.byUsername(communeUsername('chutich', unit.name));
    await db.write(chair, async (tx) => {
      const of = { sheetId: sheet.id, seen: null };
      await saveSheet(tx, chair, { ...of, sent, covers: true, prefilled: {}, present: fate === 'present' });
      if (fate === 'sign' || fate === 'return') await signSheet(tx, chair, of, day);
    });
    if (fate === 'return') toReturn.push(sheet.id);
  }
  return toReturn;
}

const TROUBLES = [
  '',
  '',
  '',
  'Phần mềm một cửa chậm vào đầu giờ sáng.',
  'Thiếu máy quét, phải quét hộ giữa hai quầy.',
  'Một công chức đang kiêm hai lĩnh vực.',
];
const LINES = ['Ổn định', 'Ổn định', 'Thỉnh thoảng gián đoạn', 'Thường xuyên gián đoạn'];

/** A quarter of a service centre, between a mountain commune's and a town's. */
function figures(random: () => number): Record<string, string> {
  const whole = (from: number, to: number) => Math.round(from + random() * (to - from));
  const of = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const taken = whole(350, 5200);
  const done = taken - whole(5, taken * 0.06);
  const tasks = whole(3, 14);
  return {
    'ct-ho-so-tiep-nhan': String(taken),
    'ct-ho-so-nop-truc-tuyen': String(Math.round(taken * (0.45 + random() * 0.5))),
    'ct-ho-so-da-giai-quyet': String(done),
    'ct-ty-le-giai-quyet-dung-han': (95 + random() * 5).toFixed(1).replace('.', ','),
    'ct-luot-nguoi-duoc-huong-dan-tai-quay': String(Math.round(taken * (0.3 + random() * 0.4))),
    'ct-cong-chuc-lam-viec-tai-trung-tam': String(whole(5, 14)),
    'ct-may-quet-dung-duoc': String(whole(1, 8)),
    'ct-nhiem-vu-phai-lam-trong-ky': String(tasks),
    'ct-nhiem-vu-qua-han-chua-xong': String(Math.min(tasks, whole(0, 2))),
    'ct-kien-nghi-da-gui-len-tinh': String(whole(0, 2)),
    'ct-dan-so': String(whole(3200, 62_000)),
    'ct-duong-truyen-cua-trung-tam': of(LINES),
    'ct-kho-khan-vuong-mac': of(TROUBLES),
  };
}
