import { addDays, type Day } from '../kernel/day.ts';
import type { Principal } from '../kernel/principal.ts';
import {
  answerPetition,
  assignField,
  type FieldKey,
  forwardAnswer,
  judgePetition,
  openDialogue,
  petitionWords,
  raisePetition,
  takeIn,
} from '../petitions/index.ts';
import type { Services } from '../platform/services.ts';
import type { PetitionMove } from './petitions.ts';
import { communeUsername, type Seats } from './seats.ts';

/** What was asked at the last meeting: who, in which field, what. */
const ASKED: readonly [commune: string, field: FieldKey, topic: string, ask: string][] = [
  ['Con Cuông', 'to-chuc', 'Bố trí đủ công chức tư pháp cho xã đông dân', 'Bổ sung một công chức tư pháp, hộ tịch.'],
  [
    'Môn Sơn',
    'to-chuc',
    'Chế độ cho cán bộ tăng cường về xã biên giới',
    'Quy định rõ phụ cấp và thời gian tăng cường.',
  ],
  ['Keng Đu', 'to-chuc', 'Đào tạo công chức kiêm nhiệm nhiều lĩnh vực', 'Mở lớp bồi dưỡng ngắn ngày ngay tại cụm xã.'],
  [
    'Hữu Khuông',
    'to-chuc',
    'Số lượng người hoạt động không chuyên trách ở bản xa',
    'Cho giữ hai người ở bản trên 10 km.',
  ],
  ['Chiêu Lưu', 'tai-chinh', 'Quyết toán các dự án cấp huyện bàn giao', 'Hướng dẫn hồ sơ và bố trí vốn thanh toán.'],
  ['Lượng Minh', 'tai-chinh', 'Ứng vốn sửa chữa trường học trước năm học', 'Cho ứng trước dự toán để kịp khai giảng.'],
  ['Mường Xén', 'tai-chinh', 'Kinh phí sửa nơi tiếp dân', 'Hỗ trợ một phần, xã đối ứng phần còn lại.'],
  ['Tương Dương', 'tai-chinh', 'Phân cấp thanh lý trụ sở dôi dư', 'Giao xã được bán đấu giá nhà công vụ cũ.'],
  ['Đô Lương', 'nong-nghiep', 'Giống lúa chịu hạn cho vụ sau', 'Hỗ trợ giống và tập huấn kỹ thuật.'],
  ['Huồi Tụ', 'nong-nghiep', 'Đầu ra cho chè tuyết', 'Kết nối doanh nghiệp thu mua tại vùng.'],
];
const LEADS: Partial<Record<FieldKey, { lead: string; answer: string }>> = {
  'to-chuc': {
    lead: 'ban-to-chuc-tinh-uy',
    answer: 'Đã đưa vào đề án vị trí việc làm của xã; hướng dẫn chung ban hành trong quý tới.',
  },
  'tai-chinh': {
    lead: 'so-tai-chinh',
    answer: 'Đã có hướng dẫn; xã lập hồ sơ gửi về để thẩm định, giải ngân theo đợt.',
  },
};
const SENDER = 'ban-tuyen-giao-dan-van-tinh-uy';
const HELD_AGO = 48;
const NEXT_IN = 24;

/** Two dialogues of the Party committee: one held, on its way to its answer book, and one for which communes may still ask. */
export async function dialogueMoves(services: Services, seats: Seats, today: Day): Promise<PetitionMove[]> {
  const organs = await services.db.system
    .selectFrom('organ as o')
    .leftJoin('unit as u', 'u.id', 'o.unit_id')
    .where('o.valid_to', 'is', null)
    .where('o.level', 'in', ['province', 'commune'])
    .select(['o.id', 'o.template', 'o.level', 'o.unit_id as unitId', 'u.name as unitName'])
    .execute();
  const provincial = (template: string): number =>
    organs.find((o) => o.level === 'province' && o.template === template)!.id;
  const committee = (commune: string) => organs.find((o) => o.template === 'dang-uy-xa' && o.unitName === commune)!;
  const bodyId = provincial('tinh-uy');
  const officeId = provincial('van-phong-tinh-uy');
  const office = await seats.byUsername('vptu');
  const heldOn = addDays(today, -HELD_AGO);
  const words = ([, field, topic, ask]: (typeof ASKED)[number]) =>
    petitionWords.parse({
      'chu-de': topic,
      'linh-vuc': field,
      'noi-dung': ask,
      'ly-do': 'Nêu tại chương trình đối thoại.',
      'muc-do': 'normal',
      'gui-den': String(bodyId),
    });
  let dialogueId = 0;
  let nextId = 0;
  const asOffice = (
    on: Day,
    hour: number,
    work: (past: Services, by: Principal) => Promise<unknown>,
  ): PetitionMove => ({
    on,
    hour,
    play: async (past) => void (await work(past, office)),
  });

  const moves: PetitionMove[] = [
    asOffice(addDays(heldOn, -20), 8, async ({ db }, by) => {
      dialogueId = await db.write(by, (tx) =>
        openDialogue(tx, by, {
          title: 'Gặp mặt, đối thoại với người đứng đầu cấp ủy, chính quyền xã, phường',
          heldOn,
          raiseUntil: addDays(heldOn, -5),
        }),
      );
    }),
    asOffice(addDays(heldOn, 1), 8, ({ db }, by) =>
      db.write(by, (tx) => takeIn(tx, by, { dialogueId, planned: planned() }, addDays(heldOn, 1))),
    ),
    ...Object.entries(LEADS).map(([field, { lead }]) =>
      asOffice(addDays(heldOn, 3), 9, ({ db }, by) =>
        db.write(by, (tx) =>
          assignField(
            tx,
            by,
            {
              dialogueId,
              field: field as FieldKey,
              leadId: provincial(lead),
              coordinatorIds: [],
              forwarderId: provincial(SENDER),
              watcherIds: [],
              days: 15,
            },
            addDays(heldOn, 3),
          ),
        ),
      ),
    ),
    ...ASKED.slice(0, 7).flatMap((asked, i) => answered(asked, i)),
    asOffice(addDays(today, -10), 8, async ({ db }, by) => {
      nextId = await db.write(by, (tx) =>
        openDialogue(tx, by, {
          title: 'Đối thoại về chuyển đổi số và trả kết quả hồ sơ ở cấp xã',
          heldOn: addDays(today, NEXT_IN),
          raiseUntil: addDays(today, NEXT_IN - 7),
        }),
      );
    }),
    {
      on: addDays(today, -3),
      hour: 9,
      play: async ({ db }) => {
        const by = await seats.byUsername(communeUsername('danguy', 'Lượng Minh'));
        const asked = [
          'Lượng Minh',
          'cong-nghe',
          'Đường truyền riêng cho nơi trả kết quả',
          'Kéo cáp quang đến trụ sở mới.',
        ];
        await db.write(by, (tx) =>
          raisePetition(
            tx,
            by,
            { words: words(asked as never), officeId, shared: true, files: [], dialogueId: nextId },
            addDays(today, -3),
          ),
        );
      },
    },
  ];
  return moves;

  async function* planned() {
    for (const [i, asked] of ASKED.entries()) {
      const { id, unitId } = committee(asked[0]);
      yield { line: i + 2, askerId: id, unitId: unitId!, words: words(asked) };
    }
  }

  /** Prepared by the lead, sent by the sender, and judged by most. */
  function answered([commune, field, topic]: (typeof ASKED)[number], i: number): PetitionMove[] {
    const told = LEADS[field]!;
    const on = addDays(heldOn, 12 + i);
    const idOf = async ({ db }: Services): Promise<number> =>
      (
        await db.system
          .selectFrom('petition')
          .where('dialogue_id', '=', dialogueId)
          .where('topic', '=', topic)
          .select('id')
          .executeTakeFirstOrThrow()
      ).id;
    const step = (
      day: Day,
      hour: number,
      who: () => Promise<Principal>,
      work: (past: Services, by: Principal, id: number) => Promise<unknown>,
    ): PetitionMove => ({
      on: day,
      hour,
      play: async (past) => void (await work(past, await who(), await idOf(past))),
    });
    const seat = (template: string) => async () => (await seats.forOrgan(provincial(template)))!;
    return [
      step(on, 10, seat(told.lead), ({ db }, by, petitionId) =>
        db.write(by, (tx) =>
          answerPetition(
            tx,
            by,
            {
              petitionId,
              version: null,
              full: true,
              text: told.answer,
              restDueOn: null,
              withoutOpinions: '',
              files: [],
            },
            on,
          ),
        ),
      ),
      step(addDays(on, 1), 9, seat(SENDER), ({ db }, by, petitionId) =>
        db.write(by, (tx) => forwardAnswer(tx, by, { petitionId, version: null }, addDays(on, 1))),
      ),
      ...(i % 3 === 2
        ? []
        : [
            step(
              addDays(on, 4),
              9,
              () => seats.byUsername(communeUsername('danguy', commune)),
              ({ db }, by, petitionId) =>
                db.write(by, (tx) =>
                  judgePetition(tx, by, {
                    petitionId,
                    version: null,
                    solved: i !== 4,
                    text: i === 4 ? 'Chưa có vốn.' : '',
                  }),
                ),
            ),
          ]),
    ];
  }
}
