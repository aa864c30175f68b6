import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import {
  answerPetition,
  assignPetition,
  type FieldKey,
  forwardAnswer,
  joinPetition,
  judgePetition,
  passUp,
  petitionWords,
  publishPetition,
  raisePetition,
  refusePetition,
  reopenPetition,
  type UpperOrgan,
  type Urgency,
} from '../petitions/index.ts';
import type { Tx } from '../platform/db/access.ts';
import type { Services } from '../platform/services.ts';
import { communeUsername, type Seats } from './seats.ts';

/** What becomes of a petition; each later fate goes through the steps of the ones before it. */
type Fate = 'waits' | 'assigned' | 'partly' | 'answered' | 'solved' | 'again' | 'beyond' | 'refused';

interface Told {
  daysAgo: number;
  commune: string;
  /** Communes that ask the same. */
  joined?: readonly string[];
  body: 'tinh-uy' | 'ubnd-tinh';
  field: FieldKey;
  urgency?: Urgency;
  topic: string;
  ask: string;
  why: string;
  /** The template of the organ that answers. */
  lead?: string;
  fate: Fate;
  answer?: string;
}

const TOLD: readonly Told[] = [
  {
    daysAgo: 96,
    commune: 'Chiêu Lưu',
    joined: ['Lượng Minh', 'Hữu Khuông'],
    body: 'tinh-uy',
    field: 'thien-tai',
    urgency: 'urgent',
    topic: 'Bố trí máy xúc chung cho cụm xã',
    ask: 'Bố trí một máy xúc dùng chung cho các xã liền kề, để xử lý ngay các điểm sạt lở sau mưa.',
    why: 'Mỗi đợt mưa lớn đường vào bản bị vùi nhiều điểm, thuê máy từ xa mất hai đến ba ngày mới tới.',
    lead: 'so-nong-nghiep-moi-truong',
    fate: 'solved',
    answer:
      'Đã bố trí hai máy xúc trực tại hai cụm xã trong mùa mưa lũ; đầu mối điều động là trực ban phòng thủ dân sự tỉnh.',
  },
  {
    daysAgo: 74,
    commune: 'Con Cuông',
    joined: ['Môn Sơn'],
    body: 'ubnd-tinh',
    field: 'cong-nghe',
    topic: 'Cấp chứng thư số cho công chức mới của Trung tâm Phục vụ hành chính công',
    ask: 'Cấp đủ chứng thư số, chữ ký số cho công chức tiếp nhận hồ sơ và lãnh đạo ký kết quả.',
    why: 'Còn người tiếp nhận chưa có chứng thư số nên phải ký giấy rồi quét, chậm trả kết quả.',
    lead: 'so-khoa-hoc-cong-nghe',
    fate: 'answered',
    answer:
      'Đã tổng hợp danh sách và cấp chứng thư số đợt này cho các xã đã gửi hồ sơ hợp lệ; xã thiếu hồ sơ gửi bổ sung để cấp đợt sau.',
  },
  {
    daysAgo: 52,
    commune: 'Chiêu Lưu',
    body: 'tinh-uy',
    field: 'ha-tang',
    topic: 'Thay cầu tràn và xây dựng khu tái định cư tại vùng nguy cơ sạt lở',
    ask: 'Đầu tư thay cầu tràn bằng cầu cứng và bố trí vốn xây dựng khu tái định cư.',
    why: 'Mùa lũ hai bản bị chia cắt; nhiều hộ đang ở dưới taluy có vết nứt.',
    lead: 'so-xay-dung',
    fate: 'partly',
    answer:
      'Cầu tràn đã đưa vào danh mục khảo sát năm nay. Khu tái định cư cần có quy hoạch chi tiết, sẽ trả lời khi có kết quả khảo sát địa chất.',
  },
  {
    daysAgo: 40,
    commune: 'Mường Xén',
    body: 'ubnd-tinh',
    field: 'tai-chinh',
    topic: 'Bố trí kinh phí sửa trụ sở và nhà vệ sinh của Trung tâm Phục vụ hành chính công',
    ask: 'Hỗ trợ kinh phí sửa nơi tiếp công dân, công trình phụ trợ và mạng nội bộ.',
    why: 'Trụ sở tiếp nhận từ xã cũ đã xuống cấp, người dân chờ ngoài hiên khi mưa.',
    lead: 'so-tai-chinh',
    fate: 'again',
    answer: 'Đề nghị xã cân đối từ ngân sách xã và nguồn tiết kiệm chi.',
  },
  {
    daysAgo: 33,
    commune: 'Keng Đu',
    body: 'ubnd-tinh',
    field: 'to-chuc',
    topic: 'Bổ sung biên chế công chức cho xã biên giới',
    ask: 'Bổ sung chỉ tiêu biên chế công chức phụ trách địa chính và công nghệ thông tin.',
    why: 'Một công chức đang kiêm ba lĩnh vực, địa bàn rộng, đi bản xa mất cả ngày.',
    lead: 'so-noi-vu',
    fate: 'beyond',
  },
  {
    daysAgo: 21,
    commune: 'Lượng Minh',
    joined: ['Con Cuông'],
    body: 'ubnd-tinh',
    field: 'hanh-chinh',
    topic: 'Phần mềm một cửa liên thông hay bị gián đoạn',
    ask: 'Khắc phục tình trạng treo phần mềm một cửa và đường truyền của xã vào giờ cao điểm.',
    why: 'Nhiều buổi sáng không nộp được hồ sơ trong hơn một giờ, người dân phải quay lại.',
    lead: 'so-khoa-hoc-cong-nghe',
    fate: 'assigned',
  },
  {
    daysAgo: 14,
    commune: 'Đô Lương',
    body: 'ubnd-tinh',
    field: 'tai-chinh',
    topic: 'Cấp xe ô tô dùng chung ngoài định mức',
    ask: 'Cấp thêm một xe ô tô phục vụ công tác chung.',
    why: 'Địa bàn sau sắp xếp rộng hơn trước.',
    lead: 'so-tai-chinh',
    fate: 'refused',
    answer: 'Định mức xe ô tô phục vụ công tác chung của cấp xã đã bố trí đủ; không có căn cứ cấp ngoài định mức.',
  },
  {
    daysAgo: 6,
    commune: 'Tương Dương',
    body: 'tinh-uy',
    field: 'van-hoa',
    topic: 'Hướng dẫn chức năng, nhiệm vụ của trung tâm văn hóa, thể thao và truyền thông xã',
    ask: 'Ban hành hướng dẫn chi tiết về chức năng, nhiệm vụ và biên chế của trung tâm.',
    why: 'Trung tâm mới lập chưa rõ việc nào do phòng chuyên môn làm, việc nào do trung tâm làm.',
    lead: 'so-van-hoa-the-thao-du-lich',
    fate: 'assigned',
  },
  {
    daysAgo: 2,
    commune: 'Con Cuông',
    body: 'tinh-uy',
    field: 'van-hoa',
    topic: 'Di dời cột phát thanh cũ trong khuôn viên trụ sở xã',
    ask: 'Cho phép tháo dỡ, di dời cột tiếp sóng phát thanh không còn hoạt động.',
    why: 'Cột cao gỉ sét, gần nơi để xe của người dân, nguy hiểm khi có gió lớn.',
    fate: 'waits',
  },
  {
    daysAgo: 1,
    commune: 'Huồi Tụ',
    body: 'ubnd-tinh',
    field: 'thien-tai',
    urgency: 'urgent',
    topic: 'Hỗ trợ khắc phục sạt lở đường vào bản',
    ask: 'Cử máy và hỗ trợ kinh phí thông tuyến đường vào bản trước khi có đợt mưa mới.',
    why: 'Đường bị vùi lấp, học sinh nội trú chưa về trường được.',
    fate: 'waits',
  },
];

export interface PetitionMove {
  /** Calendar day and hour of the day. */
  on: Day;
  hour: number;
  play: (past: Services) => Promise<void>;
}

const OFFICES: Record<Told['body'], string> = { 'tinh-uy': 'vptu', 'ubnd-tinh': 'vpubnd' };
const SENT_UP = 'bo-noi-vu';

/** Petitions of the half year, as moves in time: each commune asks, joins, is answered and judges through the people's own steps. */
export async function petitionMoves(services: Services, seats: Seats, today: Day): Promise<PetitionMove[]> {
  const organs = await services.db.system
    .selectFrom('organ')
    .where('valid_to', 'is', null)
    .select(['id', 'template', 'level', 'short_name as name', 'serves_id as servesId'])
    .execute();
  const byTemplate = (template: string) => organs.find((o) => o.level === 'province' && o.template === template);
  const sentUp = organs.find((o) => o.level === 'central' && o.template === SENT_UP)!;
  const ministry = { id: sentUp.id, name: sentUp.name, outside: true };
  const moves: PetitionMove[] = [];
  for (const told of TOLD) {
    const body = byTemplate(told.body);
    const office = organs.find((o) => o.level === 'province' && o.servesId === body?.id);
    const lead = told.lead ? byTemplate(told.lead) : undefined;
    const steerer = await seats.byUsername(OFFICES[told.body]);
    const answerer = lead && (await seats.forOrgan(lead.id));
    if (!body || !office || (told.lead && !answerer)) {
      throw new Error(`the demonstration's petition names an organ that is not there: ${told.lead ?? told.body}`);
    }
    moves.push(...movesOf(told, { body, office, lead, steerer, answerer, ministry }, seats, today));
  }
  return moves.filter((move) => move.on <= today);
}

interface Parts {
  body: { id: number };
  office: { id: number };
  lead: { id: number } | undefined;
  steerer: Principal;
  answerer: Principal | undefined;
  /** To whom the province itself turns. */
  ministry: UpperOrgan;
}

function movesOf(told: Told, parts: Parts, seats: Seats, today: Day): PetitionMove[] {
  const raisedOn = addDays(today, -told.daysAgo);
  const moves: PetitionMove[] = [];
  let id = 0;
  const step = (
    days: number,
    hour: number,
    who: Principal | Promise<Principal>,
    work: (tx: Tx, by: Principal, day: Day) => Promise<unknown>,
  ) => {
    const day = addDays(raisedOn, days);
    moves.push({
      on: day,
      hour,
      play: async ({ db }) => {
        const by = await who;
        await db.write(by, (tx) => work(tx, by, day));
      },
    });
  };
  const commune = (name: string) =>
    seats.byUsername(communeUsername(told.body === 'tinh-uy' ? 'danguy' : 'ubnd', name));
  const steer = (days: number, hour: number, work: Parameters<typeof step>[3]) => step(days, hour, parts.steerer, work);
  const answer = (days: number, full: boolean) =>
    step(days, 15, parts.answerer!, (tx, by, day) =>
      answerPetition(
        tx,
        by,
        {
          petitionId: id,
          version: null,
          full,
          text: told.answer!,
          restDueOn: full ? null : addDays(day, 30),
          withoutOpinions: '',
          files: [],
        },
        day,
      ),
    );

  step(0, 8, commune(told.commune), async (tx, by, day) => {
    const words = petitionWords.parse({
      'chu-de': told.topic,
      'linh-vuc': told.field,
      'noi-dung': told.ask,
      'ly-do': told.why,
      'muc-do': told.urgency ?? 'normal',
      'gui-den': String(parts.body.id),
    });
    id = await raisePetition(tx, by, { words, officeId: parts.office.id, shared: true, files: [] }, day);
  });
  for (const [i, name] of (told.joined ?? []).entries()) {
    step(0, 10 + i, commune(name), (tx, by) => joinPetition(tx, by, id));
  }
  if (told.fate === 'waits') return moves;
  const forwarded = told.fate === 'answered';
  steer(1, 9, (tx, by, day) =>
    assignPetition(
      tx,
      by,
      {
        petitionId: id,
        version: null,
        leadId: parts.lead!.id,
        coordinatorIds: [],
        forwarderId: forwarded ? parts.office.id : null,
        watcherIds: [],
        limit: { days: told.urgency === 'urgent' ? 3 : 10 },
        taskId: null,
        reason: '',
      },
      day,
    ),
  );
  switch (told.fate) {
    case 'partly':
      answer(12, false);
      break;
    case 'beyond':
      step(9, 15, parts.answerer!, (tx, by, day) =>
        passUp(
          tx,
          by,
          {
            petitionId: id,
            version: null,
            upperFor: () => parts.ministry,
            limit: { days: 30 },
            reason: 'Tổng biên chế của tỉnh do trung ương giao, vượt thẩm quyền của tỉnh.',
          },
          day,
        ),
      );
      break;
    case 'refused':
      step(8, 15, parts.answerer!, (tx, by, day) =>
        refusePetition(tx, by, { petitionId: id, version: null, reason: told.answer! }, day),
      );
      break;
    case 'answered':
      answer(9, true);
      steer(10, 9, (tx, by, day) => forwardAnswer(tx, by, { petitionId: id, version: null }, day));
      break;
    case 'again':
      answer(11, true);
      step(16, 9, commune(told.commune), (tx, by, day) =>
        reopenPetition(
          tx,
          by,
          { petitionId: id, version: null, text: 'Ngân sách xã không còn nguồn; đề nghị xem xét hỗ trợ một phần.' },
          day,
        ),
      );
      break;
    case 'solved':
      answer(3, true);
      for (const [i, name] of [told.commune, ...(told.joined ?? [])].entries()) {
        step(20 + i, 9, commune(name), (tx, by) =>
          judgePetition(tx, by, { petitionId: id, version: null, solved: true, text: '' }),
        );
      }
      steer(30, 9, (tx, by, day) =>
        publishPetition(
          tx,
          by,
          { petitionId: id, version: null, title: told.topic, answer: told.answer!, free: true },
          day,
        ),
      );
      break;
  }
  return moves;
}
