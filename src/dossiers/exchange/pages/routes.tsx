import { sql } from 'kysely';
import { dayOf } from '../../../kernel/day.ts';
import { parseId } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { organRegister } from '../../../organs/index.ts';
import type { Database, Tx } from '../../../platform/db/access.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import {
  type AppContext,
  everybody,
  type Failed,
  page,
  principalOf,
  type RouteTable,
  readForm,
  redirectWith,
  submit,
} from '../../../platform/http/index.ts';
import { dossierRules } from '../../rules.ts';
import { apiDocument } from '../document.ts';
import { addClient, endClient, secretFor, tokenFor } from '../keepClients.ts';
import { OPERATIONS } from '../operations.ts';
import { keepSystems, mayOpenCentre } from '../policy.ts';
import { addWebhook, endWebhook, retryDelivery } from '../webhooks/keepWebhooks.ts';
import { ClientsPage, type ClientsProps, type ShownClient } from './clients.tsx';
import { DocumentPage } from './documentPage.tsx';
import type { DeadDelivery, ShownWebhook } from './webhooks.tsx';

/** What other systems call, the document of it, and the administrator's page of who may call. */
export const exchangeRoutes: RouteTable = [
  {
    method: 'get',
    path: '/api',
    may: everybody,
    handle: (c) =>
      page(
        c,
        { title: 'Kết nối hệ thống khác', wide: true },
        <DocumentPage document={apiDocument()} origin={c.get('services').config.publicUrl} />,
      ),
  },
  { method: 'get', path: '/api/openapi.json', may: everybody, handle: (c) => c.json(apiDocument()) },
  ...OPERATIONS.map((operation) => operation.mounted),
  { method: 'get', path: '/to-chuc/he-thong', may: keepSystems, handle: (c) => showClients(c) },
  { method: 'post', path: '/to-chuc/he-thong', may: keepSystems, handle: add },
  { method: 'post', path: '/to-chuc/he-thong/:id/ngung', may: keepSystems, handle: end },
  { method: 'post', path: '/to-chuc/he-thong/:id/bao', may: keepSystems, handle: tell },
  { method: 'post', path: '/to-chuc/he-thong/bao/:id/ngung', may: keepSystems, handle: stopTelling },
  { method: 'post', path: '/to-chuc/he-thong/gui-lai/:unit/:id', may: keepSystems, handle: again },
];

type Shown = { made?: ClientsProps['made']; failed?: Failed; failedFor?: number };

async function showClients(c: AppContext, { made, failed, failedFor }: Shown = {}): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [clients, webhooks, dead] = await db.read(
    principal,
    clientsOf(db.build),
    webhooksOf(db.build),
    deadOf(db.build),
  );
  const { places } = await dossierRules(c.get('services'));
  return page(
    c,
    { title: 'Kết nối hệ thống', ...(failed ? { status: failed.status } : {}) },
    <ClientsPage
      clients={clients}
      centres={await centresFor(c, principal)}
      centreName={places.name}
      made={made}
      sent={failedFor === undefined ? failed?.sent : undefined}
      fault={failedFor === undefined ? failed?.fault : undefined}
      webhooks={{
        ...{ webhooks, dead, clients },
        failed: failed && failedFor !== undefined ? { ...failed, clientId: failedFor } : undefined,
      }}
    />,
  );
}

const clientsOf = (db: Database['build']) =>
  db
    .selectFrom('api_client as c')
    .select(['c.id', 'c.system', 'c.name', 'c.created_at as createdAt', 'c.ended_at as endedAt'])
    .select(
      sql<number[]>`(select coalesce(jsonb_agg(k.organ_id), '[]') from api_client_organ k where k.client_id = c.id)`.as(
        'centreIds',
      ),
    )
    .orderBy('c.id')
    .$castTo<ShownClient>();

async function centresFor(c: AppContext, principal: Principal) {
  const services = c.get('services');
  const { places } = await dossierRules(services);
  const { units } = await organRegister(services);
  const parentOf = (unitId: number) => units.get(unitId as never)?.parentId ?? null;
  return places.centres(dayOf(services.clock())).filter((centre) => mayOpenCentre(principal, centre, parentOf));
}

async function add(c: AppContext): Promise<Response> {
  return submit(
    c,
    async (form) => {
      const { db, config, clock } = c.get('services');
      const principal = principalOf(c);
      const { ten: name = '', ma: system = '' } = form.values;
      const centreIds = (form.lists['trung-tam'] ?? []).map((id) => parseId(id) ?? 0);
      const how = {
        token: tokenFor(config.secret, form.key),
        offered: await centresFor(c, principal),
        today: dayOf(clock()),
      };
      await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'system.add', personId: principal.personId }, () =>
          addClient(tx, principal, { system, name, centreIds }, how),
        ),
      );
      return showClients(c, {
        made: { words: `Đã kết nối ${name}.`, label: 'Mã truy cập', secret: how.token },
      });
    },
    (failed) => showClients(c, { failed }),
  );
}

async function end(c: AppContext): Promise<Response> {
  return byOnePress(c, 'Đã ngừng kết nối; mã truy cập không còn dùng được.', (tx, by, id) => endClient(tx, by, id));
}

async function tell(c: AppContext): Promise<Response> {
  const clientId = parseId(c.req.param('id')) ?? 0;
  return submit(
    c,
    async (form) => {
      const { db, config } = c.get('services');
      const principal = principalOf(c);
      const { 'dia-chi': url = '', 'su-kien': kinds = '' } = form.values;
      const secret = secretFor(config.secret, form.key);
      const rules = { demo: config.demo, internal: config.webhookInternal };
      await db.write(principal, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'system.webhook', personId: principal.personId }, () =>
          addWebhook(tx, principal, { clientId, url, kinds }, { secret, rules }),
        ),
      );
      const words = 'Đã thêm địa chỉ nhận báo thay đổi.';
      return showClients(c, { made: { words, label: 'Khóa để kiểm tra chữ ký', secret } });
    },
    (failed) => showClients(c, { failed, failedFor: clientId }),
  );
}

async function stopTelling(c: AppContext): Promise<Response> {
  return byOnePress(c, 'Đã ngừng báo tới địa chỉ đó.', (tx, by, id) => endWebhook(tx, by, id));
}

async function again(c: AppContext): Promise<Response> {
  const unitId = parseId(c.req.param('unit')) ?? 0;
  return byOnePress(c, 'Sẽ gửi lại trong ít phút.', (tx, _, id) => retryDelivery(tx, unitId, id));
}

/** A button that says all: done once, then back to the page. */
async function byOnePress(
  c: AppContext,
  text: string,
  work: (tx: Tx, by: Principal, id: number) => Promise<void>,
): Promise<Response> {
  const principal = principalOf(c);
  const form = await readForm(c);
  const purpose = `system ${c.req.path}`;
  await c
    .get('services')
    .db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose, personId: principal.personId }, () =>
        work(tx, principal, parseId(c.req.param('id')) ?? 0),
      ),
    );
  return redirectWith(c, '/to-chuc/he-thong', { tone: 'success', text });
}

const webhooksOf = (db: Database['build']) =>
  db
    .selectFrom('webhook as w')
    .innerJoin('api_client as c', 'c.id', 'w.client_id')
    .where('w.ended_at', 'is', null)
    .select(['w.id', 'c.name as clientName', 'w.url', 'w.kinds'])
    .select(
      sql<number>`(select count(*)::int from webhook_delivery x where x.webhook_id = w.id and x.state in ('queued', 'sending'))`.as(
        'waiting',
      ),
    )
    .orderBy('w.id')
    .$castTo<ShownWebhook>();

const MOST_DEAD = 200;
const deadOf = (db: Database['build']) =>
  db
    .selectFrom('webhook_delivery as x')
    .innerJoin('webhook as w', 'w.id', 'x.webhook_id')
    .where('x.state', '=', 'dead')
    .select(['x.unit_id as unitId', 'x.id', 'w.url', 'x.key', 'x.kind', 'x.tries', 'x.failure'])
    .orderBy('x.id')
    .limit(MOST_DEAD)
    .$castTo<DeadDelivery>();
