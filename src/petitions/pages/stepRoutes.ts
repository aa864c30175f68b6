import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
import { organRegister } from '../../organs/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  type Permission,
  principalOf,
  type Route,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import { receiveFiles } from '../../tasks/index.ts';
import { answerPetition, forwardAnswer, giveOpinion, sendBack } from '../answerPetition.ts';
import { assignByTask } from '../assignByTask.ts';
import { assignPetition, moveLimit } from '../assignPetition.ts';
import { judgePetition, reopenPetition, withdrawPetition } from '../judgePetition.ts';
import { mergePetitions } from '../mergePetitions.ts';
import { organNamed, organsNamed, upperOrgan } from '../named.ts';
import { passUp } from '../passUp.ts';
import { answerPetitions, askPetitions, steerPetitions } from '../policy.ts';
import { publishPetition, unpublishPetition } from '../publishPetition.ts';
import { refusePetition } from '../refusePetition.ts';
import { sortPetition } from '../sortPetition.ts';
import { petitionsChanged } from '../tally.ts';
import { petitionIdOf, todayOf } from './names.ts';
import { showPetition } from './show.tsx';

interface Step {
  tx: Tx;
  by: Principal;
  form: Form;
  /** What every use case asks for. */
  on: { petitionId: number; version: number | null };
  today: Day;
  c: AppContext;
}

const text = (form: Form, field: string): string => (form.values[field] ?? '').trim();

const step = (path: string, may: Permission, done: string, work: (s: Step) => Promise<void>): Route => ({
  method: 'post',
  path: `/kien-nghi/:id/${path}`,
  may,
  handle: (c) => carryOut(c, path, done, work),
});

/** Every step on a petition: one address each, carried out once per key. */
export const stepRoutes: RouteTable = [
  step('giao', steerPetitions, 'Đã giao trả lời.', async ({ tx, by, form, on, today, c }) => {
    const register = await organRegister(c.get('services'));
    const leadId = organNamed(register, text(form, 'chu-tri'), 'chu-tri', today);
    if (!leadId) throw invalid('petition.lead.none', 'Hãy ghi cơ quan chủ trì trả lời.', 'chu-tri');
    await assignPetition(
      tx,
      by,
      {
        ...on,
        leadId,
        coordinatorIds: organsNamed(register, text(form, 'phoi-hop'), 'phoi-hop', today),
        forwarderId: organNamed(register, text(form, 'noi-gui'), 'noi-gui', today) ?? null,
        watcherIds: organsNamed(register, text(form, 'theo-doi'), 'theo-doi', today),
        limit: limitOf(form),
        taskId: null,
        reason: text(form, 'ly-do'),
      },
      today,
    );
  }),
  step('giao-theo', steerPetitions, 'Đã giao trả lời theo nhiệm vụ.', ({ tx, by, form, on, today }) =>
    assignByTask(tx, by, { ...on, taskId: parseId(form.values['nhiem-vu']) ?? 0 }, today),
  ),
  step('han', steerPetitions, 'Đã đổi hạn.', ({ tx, by, form, on, today }) =>
    moveLimit(tx, by, { ...on, limit: limitOf(form), reason: text(form, 'ly-do') }, today),
  ),
  step('linh-vuc', steerPetitions, 'Đã đổi lĩnh vực.', ({ tx, by, form, on }) =>
    sortPetition(tx, by, { ...on, field: form.values['linh-vuc'] ?? '' }),
  ),
  step('gop', steerPetitions, 'Đã gộp.', ({ tx, by, form, on }) =>
    mergePetitions(tx, by, { ...on, intoId: parseId(form.values['gop-vao']) ?? 0 }),
  ),
  step('cong-khai', steerPetitions, 'Đã cho công khai.', ({ tx, by, form, on, today }) =>
    publishPetition(
      tx,
      by,
      {
        ...on,
        title: text(form, 'tieu-de'),
        answer: text(form, 'tom-tat'),
        free: form.values['khong-ca-nhan'] === 'co',
      },
      today,
    ),
  ),
  step('thoi-cong-khai', steerPetitions, 'Đã thôi công khai.', ({ tx, by, form, on }) =>
    unpublishPetition(tx, by, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('y-kien', answerPetitions, 'Đã gửi ý kiến phối hợp.', ({ tx, by, form, on }) =>
    giveOpinion(tx, by, { ...on, text: text(form, 'y-kien') }),
  ),
  step('tra-loi', answerPetitions, 'Đã ghi trả lời.', async ({ tx, by, form, on, today, c }) =>
    answerPetition(
      tx,
      by,
      {
        ...on,
        full: form.values.muc !== 'mot-phan',
        text: text(form, 'tra-loi'),
        restDueOn: dayOf(form, 'han-con-lai'),
        withoutOpinions: text(form, 'thieu-y-kien'),
        files: await receiveFiles(c.get('services').files, form.files.tep ?? []),
      },
      today,
    ),
  ),
  step('gui-tra-loi', answerPetitions, 'Đã gửi trả lời đến mọi nơi kiến nghị.', ({ tx, by, on, today }) =>
    forwardAnswer(tx, by, on, today),
  ),
  step('tra-lai', answerPetitions, 'Đã trả lại dự thảo.', ({ tx, by, form, on }) =>
    sendBack(tx, by, { ...on, reason: text(form, 'ly-do') }),
  ),
  step('chuyen-cap-tren', answerPetitions, 'Đã chuyển cấp trên.', async ({ tx, by, form, on, today, c }) => {
    const register = await organRegister(c.get('services'));
    const named = text(form, 'cap-tren');
    const upperFor = (leadId: number) => upperOrgan(register, leadId, named, 'cap-tren', today);
    await passUp(tx, by, { ...on, upperFor, limit: limitOf(form), reason: text(form, 'ly-do') }, today);
  }),
  step('tu-choi', answerPetitions, 'Đã từ chối, nêu căn cứ.', ({ tx, by, form, on, today }) =>
    refusePetition(tx, by, { ...on, reason: text(form, 'can-cu') }, today),
  ),
  step('danh-gia', askPetitions, 'Đã ghi đánh giá.', ({ tx, by, form, on, today }) => {
    const verdict = form.values['ket-qua'];
    const said = { ...on, text: text(form, 'y-kien') };
    if (verdict === 'tra-loi-lai') return reopenPetition(tx, by, said, today);
    if (verdict === 'da-giai-quyet' || verdict === 'chua') {
      return judgePetition(tx, by, { ...said, solved: verdict === 'da-giai-quyet' });
    }
    throw invalid('petition.verdict.none', 'Hãy chọn đã giải quyết hay chưa.', 'ket-qua');
  }),
  step('mo-lai', askPetitions, 'Đã đề nghị trả lời lại.', ({ tx, by, form, on, today }) =>
    reopenPetition(tx, by, { ...on, text: text(form, 'y-kien') }, today),
  ),
  step('rut', askPetitions, 'Đã rút kiến nghị.', ({ tx, by, form, on }) =>
    withdrawPetition(tx, by, { ...on, text: text(form, 'ly-do') }),
  ),
];

/** A typed day wins over the number of days, which is filled in beforehand. */
function limitOf(form: Form): { days: number } | { dueOn: Day } | null {
  const dueOn = dayOf(form, 'han');
  if (dueOn) return { dueOn };
  const days = text(form, 'so-ngay').replace(',', '.');
  if (days === '') return null;
  return { days: /^\d{1,3}(\.\d)?$/.test(days) ? Number(days) : Number.NaN };
}

/** @throws Fault invalid at the field */
function dayOf(form: Form, field: string): Day | null {
  const typed = text(form, field);
  if (typed === '') return null;
  const day = parseDay(typed);
  if (!day) {
    throw invalid('petition.day', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', field);
  }
  return day;
}

/** When a step is refused, the same page comes back with what was typed. */
async function carryOut(
  c: AppContext,
  path: string,
  done: string,
  work: (s: Step) => Promise<void>,
): Promise<Response> {
  const id = petitionIdOf(c);
  const by = principalOf(c);
  const form = await readForm(c);
  const today = todayOf(c);
  try {
    await c
      .get('services')
      .db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: `petition.${path}.${id}`, personId: by.personId }, () =>
          work({ tx, by, form, on: { petitionId: id, version: form.version }, today, c }),
        ),
      );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale'].includes(error.kind)) throw error;
    return showPetition(c, id, { form: path, sent: form, fault: error }, statusOfFault(error) as 409 | 422);
  }
  await petitionsChanged(c.get('services').db);
  return redirectWith(c, `/kien-nghi/${id}`, { tone: 'success', text: done });
}
