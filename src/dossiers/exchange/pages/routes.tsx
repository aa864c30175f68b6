import { sql } from 'kysely';
import { dayOf } from '../../../kernel/day.ts';
import { parseId } from '../../../kernel/ids.ts';
import type { Principal } from '../../../kernel/principal.ts';
import { organRegister } from '../../../organs/index.ts';
import type { Database } from '../../../platform/db/access.ts';
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
import { addClient, endClient, tokenFor } from '../keepClients.ts';
import { OPERATIONS } from '../operations.ts';
import { keepSystems, mayOpenCentre } from '../policy.ts';
import { ClientsPage, type ShownClient } from './clients.tsx';
import { DocumentPage } from './documentPage.tsx';

/** What other systems call, the document of it, and the administrator's page of who may call. */
export const exchangeRoutes: RouteTable = [
  {
    method: 'get',
    path: '/api',
    may: everybody,
    handle: (c) => page(c, { title: 'Kết nối hệ thống khác', wide: true }, <DocumentPage document={apiDocument()} />),
  },
  { method: 'get', path: '/api/openapi.json', may: everybody, handle: (c) => c.json(apiDocument()) },
  ...OPERATIONS.map((operation) => operation.mounted),
  { method: 'get', path: '/to-chuc/he-thong', may: keepSystems, handle: (c) => showClients(c) },
  { method: 'post', path: '/to-chuc/he-thong', may: keepSystems, handle: add },
  { method: 'post', path: '/to-chuc/he-thong/:id/ngung', may: keepSystems, handle: end },
];

type Shown = { made?: { name: string; token: string }; failed?: Failed };

async function showClients(c: AppContext, { made, failed }: Shown = {}): Promise<Response> {
  const { db } = c.get('services');
  const principal = principalOf(c);
  const [clients] = await db.read(principal, clientsOf(db.build));
  const { places } = await dossierRules(c.get('services'));
  return page(
    c,
    { title: 'Kết nối hệ thống', ...(failed ? { status: failed.status } : {}) },
    <ClientsPage
      clients={clients}
      centres={await centresFor(c, principal)}
      centreName={places.name}
      made={made}
      sent={failed?.sent}
      fault={failed?.fault}
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
      return showClients(c, { made: { name, token: how.token } });
    },
    (failed) => showClients(c, { failed }),
  );
}

async function end(c: AppContext): Promise<Response> {
  const principal = principalOf(c);
  const form = await readForm(c);
  await c
    .get('services')
    .db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'system.end', personId: principal.personId }, () =>
        endClient(tx, principal, parseId(c.req.param('id')) ?? 0),
      ),
    );
  return redirectWith(c, '/to-chuc/he-thong', {
    tone: 'success',
    text: 'Đã ngừng kết nối; mã truy cập không còn dùng được.',
  });
}
