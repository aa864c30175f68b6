import { addDays, dayOf } from '../../kernel/day.ts';
import { notFound } from '../../kernel/errors.ts';
import type { Principal } from '../../kernel/principal.ts';
import type { Tx } from '../../platform/db/access.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import {
  type AppContext,
  everybody,
  type Form,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
  submit,
} from '../../platform/http/index.ts';
import type { FormFault } from '../../ui/index.ts';
import { receiveDossiers } from '../policy.ts';
import { dossierRules } from '../rules.ts';
import { callAgain, callNext, endNumber } from './callNumber.ts';
import { CounterPage } from './counterPage.tsx';
import { numberWords, type Ticket } from './model.ts';
import { renewLink } from './renewLink.ts';
import { linkOf, roomOf, ticketsOf, waitDays } from './store.ts';
import { takeNumber } from './takeNumber.ts';
import { MachinePage, ScreenPage, SlipPage } from './visitorPages.tsx';

/** Queue numbers: the machine and the screen by their secret link, the counters by account. */
export const kioskRoutes: RouteTable = [
  { method: 'get', path: '/quay/:ma', may: everybody, handle: (c) => showMachine(c) },
  { method: 'post', path: '/quay/:ma', may: everybody, handle: take },
  { method: 'get', path: '/quay/:ma/phieu/:so', may: everybody, handle: showSlip },
  { method: 'get', path: '/quay/:ma/man-hinh', may: everybody, handle: showScreen },
  { method: 'get', path: '/ho-so/so-cho', may: receiveDossiers, handle: (c) => showCounter(c) },
  { method: 'post', path: '/ho-so/so-cho/goi', may: receiveDossiers, handle: call },
  { method: 'post', path: '/ho-so/so-cho/vang', may: receiveDossiers, handle: (c) => end(c, 'absent') },
  { method: 'post', path: '/ho-so/so-cho/xong', may: receiveDossiers, handle: (c) => end(c, 'done') },
  { method: 'post', path: '/ho-so/so-cho/lien-ket', may: receiveDossiers, handle: changeLink },
];

/** How many days back the counter's page tells how long one waited. */
const DAYS_TOLD = 13;
const SCRIPT = 'src/dossiers/pages/kiosk.client.ts';

/** The room behind the link, as it is today. @throws Fault notFound where the link is no longer good */
async function roomBehind(c: AppContext): Promise<{ token: string; centre: string; tickets: Ticket[]; now: number }> {
  const { db, clock } = c.get('services');
  const token = c.req.param('ma') ?? '';
  const now = clock();
  const room = /^[\w-]{16}$/.test(token) ? await roomOf(db, token, dayOf(now)) : undefined;
  if (!room) throw notFound('máy lấy số này');
  const { places } = await dossierRules(c.get('services'));
  return { token, centre: places.name(room.organId), tickets: room.tickets, now };
}

type Failed = { sent: Form; fault: FormFault; status: number };

async function showMachine(c: AppContext, failed?: Failed): Promise<Response> {
  const room = await roomBehind(c);
  return page(
    c,
    { title: 'Lấy số thứ tự', scripts: [SCRIPT], ...(failed && { status: failed.status as 422 }) },
    <MachinePage {...room} sent={failed?.sent} fault={failed?.fault} />,
  );
}

function take(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const { db, clock } = c.get('services');
      const token = c.req.param('ma') ?? '';
      const number = await takeNumber(db, { token, kind: form.values.loai ?? '', key: form.key }, clock());
      return redirectWith(c, `/quay/${token}/phieu/${number}`);
    },
    (failed) => showMachine(c, failed as Failed),
  );
}

async function showSlip(c: AppContext): Promise<Response> {
  const room = await roomBehind(c);
  const ticket = room.tickets.find((t) => String(t.number) === c.req.param('so'));
  if (!ticket) throw notFound('số này trong hôm nay');
  return page(
    c,
    { title: `Số ${numberWords(ticket.number)}`, scripts: [SCRIPT] },
    <SlipPage {...room} ticket={ticket} />,
  );
}

async function showScreen(c: AppContext): Promise<Response> {
  const room = await roomBehind(c);
  return page(c, { title: 'Màn hình gọi số', scripts: [SCRIPT] }, <ScreenPage {...room} />);
}

async function showCounter(c: AppContext, failed?: Failed): Promise<Response> {
  const principal = principalOf(c);
  const { db, clock, config } = c.get('services');
  const now = clock();
  const today = dayOf(now);
  const [links, tickets, days] = await db.read(
    principal,
    linkOf(db.build, principal.organId),
    ticketsOf(db.build, principal.organId, today),
    waitDays(db.build, principal.organId, addDays(today, -DAYS_TOLD), today),
  );
  const base = links[0] && `${config.publicUrl}/quay/${links[0].token}`;
  const mine = tickets
    .filter((t) => t.personId === principal.personId)
    .sort((a, b) => b.lastCalledAt! - a.lastCalledAt!)[0];
  return page(
    c,
    { title: 'Gọi số', scripts: [SCRIPT], ...(failed && { status: failed.status as 422 }) },
    <CounterPage
      {...{ tickets, now, days }}
      personId={principal.personId}
      links={base ? { machine: base, screen: `${base}/man-hinh` } : null}
      counter={mine?.counter ?? ''}
      sent={failed?.sent}
      fault={failed?.fault}
    />,
  );
}

const numberFrom = (text: string | undefined): number | null => (/^\d{1,3}$/.test(text ?? '') ? Number(text) : null);

const once = <T,>(
  c: AppContext,
  form: Form,
  purpose: string,
  work: (tx: Tx, by: Principal) => Promise<T>,
): Promise<T> => {
  const by = principalOf(c);
  return c
    .get('services')
    .db.write(by, (tx) => writeOnce(tx, { key: form.key, purpose, personId: by.personId }, () => work(tx, by)));
};

function call(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const now = c.get('services').clock();
      const again = numberFrom(form.values.so);
      const at = { counter: form.values.quay ?? '', serving: numberFrom(form.values['dang-tiep']) };
      const called = await once(c, form, 'kiosk.call', async (tx, by) => {
        if (again === null) return callNext(tx, by, now, at);
        await callAgain(tx, by, now, again, at);
        return again;
      });
      return redirectWith(
        c,
        '/ho-so/so-cho',
        called === null
          ? { tone: 'info', text: 'Không còn ai chờ.' }
          : { tone: 'success', text: `Đã gọi số ${numberWords(called)}.` },
      );
    },
    // What was typed is the counter alone; whom the page shows as served must be read anew.
    ({ sent, fault, status }) =>
      showCounter(c, { sent: { ...(sent as Form), values: { quay: sent.values.quay ?? '' } }, fault, status }),
  );
}

async function end(c: AppContext, outcome: 'done' | 'absent'): Promise<Response> {
  const form = await readForm(c);
  const now = c.get('services').clock();
  const number = numberFrom(form.values.so) ?? 0;
  await once(c, form, `kiosk.${outcome}`, (tx, by) => endNumber(tx, by, now, number, outcome));
  const text = outcome === 'done' ? `Số ${numberWords(number)} đã xong.` : `Số ${numberWords(number)} vắng mặt.`;
  return redirectWith(c, '/ho-so/so-cho', { tone: 'success', text });
}

async function changeLink(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  await once(c, form, 'kiosk.link', renewLink);
  return redirectWith(c, '/ho-so/so-cho', { tone: 'success', text: 'Đã có liên kết mới cho máy lấy số và màn hình.' });
}
