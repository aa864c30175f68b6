import type { VNode } from 'preact';
import { formatDay } from '../../kernel/day.ts';
import { invalid } from '../../kernel/errors.ts';
import { type OrganId, parseId } from '../../kernel/ids.ts';
import { isValidOn } from '../../kernel/validity.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Form,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
} from '../../platform/http/index.ts';
import { Breadcrumbs, ConfirmPage, Heading } from '../../ui/index.ts';
import { dayIn, type Failed, idIn, line, submit, todayOf } from '../accounts/pages/request.ts';
import { addOrgan } from '../addOrgan.ts';
import { endOrgan, type OrganHooks } from '../endOrgan.ts';
import { keepOrgans, keptOrgan } from '../policy.ts';
import { organRegister, refreshOrgans } from '../register.ts';
import { addName, renameOrgan } from '../renameOrgan.ts';
import { organById, positionsOn } from '../store.ts';
import { AddForm, EndFields, NameForm, RenameForm } from './keepForms.tsx';

/** What an administrator does to the organs of the own unit. */
export const keepRoutes = (hooks: OrganHooks): RouteTable => [
  { method: 'get', path: '/to-chuc/moi', may: keepOrgans, handle: (c) => addPage(c) },
  { method: 'post', path: '/to-chuc/moi', may: keepOrgans, handle: add },
  { method: 'get', path: '/to-chuc/:id{[0-9]+}/ten-goi', may: keepOrgans, handle: (c) => namePage(c) },
  { method: 'post', path: '/to-chuc/:id{[0-9]+}/ten-goi', may: keepOrgans, handle: name },
  { method: 'get', path: '/to-chuc/:id{[0-9]+}/doi-ten', may: keepOrgans, handle: (c) => renamePage(c) },
  { method: 'post', path: '/to-chuc/:id{[0-9]+}/doi-ten', may: keepOrgans, handle: rename },
  { method: 'get', path: '/to-chuc/:id{[0-9]+}/ket-thuc', may: keepOrgans, handle: (c) => endPage(c) },
  { method: 'post', path: '/to-chuc/:id{[0-9]+}/ket-thuc', may: keepOrgans, handle: (c) => end(c, hooks) },
];

const LONGEST_NAME = 200;
const CRUMBS = [{ href: '/to-chuc', label: 'Cơ quan, tổ chức' }];

/** One write, then the page of the organ, which already shows it. */
async function carryOut(c: AppContext, form: Form, purpose: string, done: string, work: (tx: Tx) => Promise<OrganId>) {
  const principal = principalOf(c);
  const services = c.get('services');
  const id = await services.db.write(principal, (tx) =>
    writeOnce(tx, { key: form.key, purpose, personId: principal.personId }, () => work(tx)),
  );
  await refreshOrgans(services);
  return redirectWith(c, `/to-chuc/${id}`, { tone: 'success', text: done });
}

function required(form: Form, field: string, message: string): string {
  const text = line(form, field).slice(0, LONGEST_NAME);
  if (text.length < 2) throw invalid('organ.required', message, field);
  return text;
}

/** The organ of the address, if the person keeps it. */
async function keptIn(c: AppContext) {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [[organ]] = await db.read(principal, organById(db.build, idIn<'organ'>(c)));
  return keptOrgan(principal, organ);
}

/** Organs of the administrator's unit that exist now. */
async function ownOrgans(c: AppContext) {
  const register = await organRegister(c.get('services'));
  const unitId = principalOf(c).adminUnitId!;
  return (register.organsOfUnit.get(unitId) ?? []).filter((o) => isValidOn(o, todayOf(c)));
}

const show = (c: AppContext, title: string, failed: Failed | undefined, children: VNode): Promise<Response> =>
  page(c, { title, status: failed?.status }, children);

async function addPage(c: AppContext, failed?: Failed): Promise<Response> {
  const organs = await ownOrgans(c);
  return show(
    c,
    'Thêm cơ quan',
    failed,
    <>
      <Breadcrumbs links={CRUMBS} />
      <Heading title="Thêm cơ quan" caption={principalOf(c).unitName} />
      <AddForm organs={organs} today={todayOf(c)} failed={failed} />
    </>,
  );
}

function add(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const full = required(form, 'ten', 'Hãy nhập tên đầy đủ của cơ quan.');
      const parentId = parseId<'organ'>(form.values['co-quan-tren']);
      if (!parentId) throw invalid('organ.parent', 'Hãy chọn cơ quan cấp trên.', 'co-quan-tren');
      const given = {
        name: full,
        shortName: line(form, 'ten-ngan').slice(0, LONGEST_NAME) || full,
        parentId,
        serves: form.values['giup-viec'] === 'co',
        issues: form.values['ban-hanh'] === 'co',
        from: dayIn(form, 'tu-ngay'),
      };
      return carryOut(c, form, 'organ.add', 'Đã thêm cơ quan.', (tx) => addOrgan(tx, principalOf(c), given));
    },
    (failed) => addPage(c, failed),
  );
}

async function namePage(c: AppContext, failed?: Failed): Promise<Response> {
  const organ = await keptIn(c);
  return show(
    c,
    'Thêm tên gọi',
    failed,
    <>
      <Breadcrumbs links={[...CRUMBS, { href: `/to-chuc/${organ.id}`, label: organ.shortName }]} />
      <Heading
        title="Thêm tên gọi"
        caption={organ.shortName}
        lead="Tên hoặc chữ viết tắt mà văn bản hay dùng để chỉ cơ quan này."
      />
      <NameForm organ={organ} failed={failed} />
    </>,
  );
}

function name(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const id = idIn<'organ'>(c);
      const given = {
        name: required(form, 'ten', 'Hãy nhập tên gọi.'),
        kind: form.values.loai === 'viet-tat' ? ('abbreviation' as const) : ('alias' as const),
      };
      return carryOut(c, form, 'organ.name', 'Đã thêm tên gọi.', async (tx) => {
        await addName(tx, principalOf(c), id, given);
        return id;
      });
    },
    (failed) => namePage(c, failed),
  );
}

async function renamePage(c: AppContext, failed?: Failed): Promise<Response> {
  const organ = await keptIn(c);
  return show(
    c,
    'Đổi tên cơ quan',
    failed,
    <>
      <Breadcrumbs links={[...CRUMBS, { href: `/to-chuc/${organ.id}`, label: organ.shortName }]} />
      <Heading
        title="Đổi tên cơ quan"
        caption={organ.shortName}
        lead="Con người, văn bản và nhiệm vụ vẫn thuộc cơ quan này; tên cũ được giữ lại cùng thời gian đã dùng."
      />
      <RenameForm organ={organ} today={todayOf(c)} failed={failed} />
    </>,
  );
}

function rename(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const id = idIn<'organ'>(c);
      const full = required(form, 'ten', 'Hãy nhập tên mới.');
      const given = {
        seen: form.values['ten-cu'] ?? '',
        name: full,
        shortName: line(form, 'ten-ngan').slice(0, LONGEST_NAME) || full,
        from: dayIn(form, 'tu-ngay'),
        reason: required(form, 'ly-do', 'Hãy ghi lý do hoặc số quyết định đổi tên.'),
      };
      return carryOut(c, form, 'organ.rename', 'Đã đổi tên. Tên cũ được giữ lại.', async (tx) => {
        await renameOrgan(tx, principalOf(c), id, given);
        return id;
      });
    },
    (failed) => renamePage(c, failed),
  );
}

async function endPage(c: AppContext, failed?: Failed): Promise<Response> {
  const organ = await keptIn(c);
  const { db } = c.get('services');
  const [held] = await db.read(principalOf(c), positionsOn(db.build, organ.id, todayOf(c)));
  const holders = held.filter((p) => p.personId !== null).length;
  return page(
    c,
    { title: 'Kết thúc hoạt động', status: failed?.status },
    <ConfirmPage
      title={`Kết thúc hoạt động của ${organ.shortName}?`}
      consequence={
        <>
          <p>
            Văn bản và lịch sử của cơ quan được giữ nguyên. Từ sau ngày cuối, tên cơ quan này trong văn bản được hiểu là
            cơ quan kế tiếp, và việc chưa xong chuyển sang cơ quan kế tiếp (nếu chia ra nhiều cơ quan: cơ quan chọn đầu
            tiên).
          </p>
          {holders > 0 && <p>Còn {holders} người đang giữ chức vụ ở đây: hãy bổ nhiệm họ vào cơ quan mới.</p>}
        </>
      }
      action={`/to-chuc/${organ.id}/ket-thuc`}
      submit="Kết thúc hoạt động"
      submitKind="warning"
      cancelHref={`/to-chuc/${organ.id}`}
      sent={failed?.sent}
      fault={failed?.fault}
    >
      <EndFields
        open={failed !== undefined}
        today={formatDay(todayOf(c))}
        successors={(await ownOrgans(c)).filter((o) => o.id !== organ.id)}
      />
    </ConfirmPage>,
  );
}

function end(c: AppContext, hooks: OrganHooks): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const id = idIn<'organ'>(c);
      const given = {
        lastDay: dayIn(form, 'ngay-cuoi'),
        reason: required(form, 'ly-do', 'Hãy ghi lý do.'),
        legalBasis: line(form, 'can-cu').slice(0, LONGEST_NAME) || null,
        successorIds: (form.lists['ke-tiep'] ?? [])
          .map((text) => parseId<'organ'>(text))
          .filter((one) => one !== undefined),
      };
      return carryOut(c, form, 'organ.end', 'Đã ghi ngày kết thúc hoạt động.', async (tx) => {
        await endOrgan(tx, principalOf(c), hooks, id, given, todayOf(c));
        return id;
      });
    },
    (failed) => endPage(c, failed),
  );
}
