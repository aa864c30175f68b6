import { parseId } from '../../kernel/ids.ts';
import { organRegister } from '../../organs/index.ts';
import type { AppContext, Form, Permission, Route, RouteTable } from '../../platform/http/index.ts';
import { decideCharge } from '../decideCharge.ts';
import { askExtension } from '../extensions/askExtension.ts';
import { decideExtension } from '../extensions/decideExtension.ts';
import { setTarget } from '../extensions/setTarget.ts';
import { organCalled, reassignLead } from '../handover/reassignLead.ts';
import { noteProgress } from '../noteProgress.ts';
import { giveOpinion } from '../opinions/giveOpinion.ts';
import { setOpinionDay } from '../opinions/setOpinionDay.ts';
import { directTasks, steerTasks, workOnTasks } from '../policy.ts';
import { receiveFiles } from '../receiveFiles.ts';
import { meetCondition, reschedule } from '../reschedule.ts';
import type { TaskRoom } from '../room.ts';
import { withdrawTask } from '../withdrawTask.ts';
import { carryOut, dayIn, percentIn, type Sent, textIn } from './carryOut.ts';
import { showTask, taskIdOf } from './show.tsx';

interface Step extends Sent {
  id: number;
  /** The charge that the form is about, as its reader saw it. */
  on: { taskId: number; chargeId: number; version: number | null };
  c: AppContext;
}

const reasonOf = (form: Form): string => textIn(form, 'ly-do');
const evidence = ({ c, form }: Step) => receiveFiles(c.get('services').files, form.files.tep ?? []);

/** Every step on a task: one address each, carried out once per key. `of` is the field that tells two forms of a kind apart. */
export function taskStepRoutes(room: TaskRoom): RouteTable {
  const step = (
    path: string,
    may: Permission,
    done: string,
    work: (step: Step) => Promise<void>,
    of?: string,
  ): Route => ({
    method: 'post',
    path: `/nhiem-vu/:id/${path}`,
    may,
    handle: (c) => {
      const id = taskIdOf(c);
      return carryOut(c, room, {
        purpose: `task.${path}.${id}`,
        done,
        to: () => `/nhiem-vu/${id}`,
        work: (sent) => {
          const chargeId = parseId(sent.form.values['phan-viec']) ?? 0;
          return work({ ...sent, id, on: { taskId: id, chargeId, version: sent.form.version }, c });
        },
        again: (failed, status) =>
          showTask(c, room, id, { ...failed, form: of ? `${path}-${failed.sent.values[of]}` : path }, status),
      });
    },
  });
  return [
    step(
      'tien-do',
      workOnTasks,
      'Đã ghi.',
      async (s) => {
        await noteProgress(
          s.tx,
          s.by,
          {
            ...s.on,
            percent: percentIn(s.form),
            note: textIn(s.form, 'ghi-chu'),
            files: await evidence(s),
            done: s.form.values.viec === 'xong',
            withoutOpinions: textIn(s.form, 'thieu-y-kien'),
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
        giveOpinion(s.tx, s.by, { ...s.on, text: textIn(s.form, 'y-kien'), files: await evidence(s) }, s.today),
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
    step(
      'chuyen-chu-tri',
      steerTasks,
      'Đã chuyển cơ quan chủ trì.',
      async ({ tx, by, on, form, today, c }) => {
        const register = await organRegister(c.get('services'));
        const toOrganId = organCalled(register, textIn(form, 'co-quan'), today);
        await reassignLead(tx, by, { ...on, toOrganId, reason: reasonOf(form) }, today);
      },
      'phan-viec',
    ),
    step('thoi-giao', steerTasks, 'Đã thôi giao nhiệm vụ.', ({ tx, by, id, form }) =>
      withdrawTask(tx, by, id, reasonOf(form)),
    ),
  ];
}
