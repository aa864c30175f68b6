import { type Day, parseDay } from '../../kernel/day.ts';
import { invalid, isFault } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import type { Principal } from '../../kernel/principal.ts';
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
import { decideCharge } from '../decideCharge.ts';
import { askExtension } from '../extensions/askExtension.ts';
import { decideExtension } from '../extensions/decideExtension.ts';
import { setTarget } from '../extensions/setTarget.ts';
import { noteProgress } from '../noteProgress.ts';
import { giveOpinion } from '../opinions/giveOpinion.ts';
import { setOpinionDay } from '../opinions/setOpinionDay.ts';
import { directTasks, steerTasks, workOnTasks } from '../policy.ts';
import { receiveFiles } from '../receiveFiles.ts';
import { meetCondition, reschedule } from '../reschedule.ts';
import { type TaskRoom, todayOf } from '../room.ts';
import { withdrawTask } from '../withdrawTask.ts';
import { showTask, taskIdOf } from './show.tsx';

interface Step {
  tx: Tx;
  by: Principal;
  id: number;
  form: Form;
  /** The charge that the form is about, as its reader saw it. */
  on: { taskId: number; chargeId: number; version: number | null };
  today: Day;
  c: AppContext;
}

type Work = (step: Step) => Promise<void>;

const text = (form: Form, field: string): string => (form.values[field] ?? '').trim();
const reasonOf = (form: Form): string => text(form, 'ly-do');
const evidence = ({ c, form }: Step) => receiveFiles(c.get('services').files, form.files.tep ?? []);

/** A day typed, null where left empty. @throws Fault invalid at the field */
export function dayIn(form: Form, field: string): Day | null {
  const typed = text(form, field);
  if (typed === '') return null;
  const day = parseDay(typed);
  if (!day) throw invalid('task.due.unreadable', 'Ngày không đúng. Hãy ghi ngày, tháng, năm, ví dụ 5/9/2026.', field);
  return day;
}

/** Every step on a task: one address each, carried out once per key. `of` is the field that tells two forms of a kind apart. */
export function taskStepRoutes(room: TaskRoom): RouteTable {
  const step = (path: string, may: Permission, done: string, work: Work, of?: string): Route => ({
    method: 'post',
    path: `/nhiem-vu/:id/${path}`,
    may,
    handle: (c) => carryOut(c, room, path, of, done, work),
  });
  return [
    step(
      'tien-do',
      workOnTasks,
      'Đã ghi.',
      async (s) => {
        const percent = text(s.form, 'tien-do');
        await noteProgress(
          s.tx,
          s.by,
          {
            ...s.on,
            percent: /^\d{1,3}$/.test(percent) ? Number(percent) : Number.NaN,
            note: text(s.form, 'ghi-chu'),
            files: await evidence(s),
            done: s.form.values.viec === 'xong',
            withoutOpinions: text(s.form, 'thieu-y-kien'),
          },
          s.today,
        );
      },
      'phan-viec',
    ),
    step(
      'xac-nhan',
      steerTasks,
      'Đã ghi quyết định.',
      ({ tx, by, on, form }) =>
        decideCharge(tx, by, { ...on, confirmed: form.values.viec === 'xac-nhan', reason: reasonOf(form) }),
      'phan-viec',
    ),
    step(
      'y-kien',
      workOnTasks,
      'Đã gửi ý kiến phối hợp.',
      async (s) =>
        giveOpinion(s.tx, s.by, { ...s.on, text: text(s.form, 'y-kien'), files: await evidence(s) }, s.today),
      'phan-viec',
    ),
    step('ngay-y-kien', workOnTasks, 'Đã ấn định ngày cho ý kiến.', ({ tx, by, id, form, today }) =>
      setOpinionDay(tx, by, id, dayIn(form, 'ngay-y-kien'), today),
    ),
    step(
      'xin-gia-han',
      directTasks,
      'Đã gửi đề nghị gia hạn.',
      ({ tx, by, on, form, today }) =>
        askExtension(tx, by, { ...on, dueOn: dayIn(form, 'han'), reason: reasonOf(form) }, today),
      'phan-viec',
    ),
    step(
      'gia-han',
      steerTasks,
      'Đã trả lời đề nghị gia hạn.',
      ({ tx, by, id, form, today }) =>
        decideExtension(
          tx,
          by,
          {
            taskId: id,
            extensionId: parseId(form.values['de-nghi']) ?? 0,
            version: form.version,
            granted: form.values.viec === 'dong-y',
            dueOn: form.values.viec === 'dong-y' ? dayIn(form, 'han') : null,
            reason: reasonOf(form),
          },
          today,
        ),
      'de-nghi',
    ),
    step(
      'dich',
      workOnTasks,
      'Đã ghi đích.',
      ({ tx, by, on, form }) => setTarget(tx, by, { ...on, targetOn: dayIn(form, 'dich') }),
      'phan-viec',
    ),
    step('dieu-kien', steerTasks, 'Đã ghi nhận, nhiệm vụ bắt đầu được tính.', ({ tx, by, id, form }) =>
      meetCondition(tx, by, id, dayIn(form, 'han'), reasonOf(form)),
    ),
    step('han', steerTasks, 'Đã đổi hạn.', ({ tx, by, id, form }) =>
      reschedule(tx, by, id, dayIn(form, 'han'), reasonOf(form)),
    ),
    step('thoi-giao', steerTasks, 'Đã thôi giao nhiệm vụ.', ({ tx, by, id, form }) =>
      withdrawTask(tx, by, id, reasonOf(form)),
    ),
  ];
}

/** One step on a task: carried out once per key; when refused, the same page comes back with what was typed. */
async function carryOut(
  c: AppContext,
  room: TaskRoom,
  path: string,
  of: string | undefined,
  done: string,
  work: Work,
): Promise<Response> {
  const id = taskIdOf(c);
  const by = principalOf(c);
  const form = await readForm(c);
  const on = { taskId: id, chargeId: parseId(form.values['phan-viec']) ?? 0, version: form.version };
  try {
    await c
      .get('services')
      .db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: `task.${path}.${id}`, personId: by.personId }, () =>
          work({ tx, by, id, form, on, today: todayOf(c), c }),
        ),
      );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale'].includes(error.kind)) throw error;
    const name = of ? `${path}-${form.values[of]}` : path;
    return showTask(c, room, id, { form: name, sent: form, fault: error }, statusOfFault(error) as 409 | 422);
  }
  await room.tallies.changed();
  return redirectWith(c, `/nhiem-vu/${id}`, { tone: 'success', text: done });
}
