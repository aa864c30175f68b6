import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { dayOf, formatDay, parseDay } from '../../../kernel/day.ts';
import { invalid, isFault, notFound } from '../../../kernel/errors.ts';
import { type OrganRegister, organRegister } from '../../../organs/index.ts';
import { writeOnce } from '../../../platform/db/writeOnce.ts';
import {
  type AppContext,
  type Failed,
  page,
  principalOf,
  type RouteTable,
  redirectWith,
  submit,
} from '../../../platform/http/index.ts';
import {
  Breadcrumbs,
  DayField,
  type FormFault,
  FormPage,
  Heading,
  type SentForm,
  TextField,
} from '../../../ui/index.ts';
import { keepProcedures } from '../../policy.ts';
import { dossierRules } from '../../rules.ts';
import { refreshBook } from '../book.ts';
import { endProcedure, keepVersion } from '../keepVersion.ts';
import type { ProcedureVersion } from '../model.ts';
import { type OrganChoice, templatesKey } from '../organChoices.ts';
import { organsToName } from '../organsToName.ts';
import { versionFrom } from '../versionRules.ts';
import { differences } from './versionDifferences.ts';
import { blankForm, changedRows, formOf, offeredDay, writtenIn } from './versionForm.ts';
import { VersionPage } from './versionPage.tsx';

/** The catalogue by hand: a procedure, a new version of one, the end of one. */
export const versionRoutes: RouteTable = [
  { method: 'get', path: '/thu-tuc/moi', may: keepProcedures, handle: (c) => showForm(c) },
  { method: 'post', path: '/thu-tuc/moi', may: keepProcedures, handle: keep },
  { method: 'get', path: '/thu-tuc/:ma/ban-moi', may: keepProcedures, handle: (c) => showForm(c) },
  { method: 'post', path: '/thu-tuc/:ma/ban-moi', may: keepProcedures, handle: keep },
  { method: 'get', path: '/thu-tuc/:ma/bai-bo', may: keepProcedures, handle: (c) => showEnd(c) },
  { method: 'post', path: '/thu-tuc/:ma/bai-bo', may: keepProcedures, handle: end },
];

const SCRIPT = 'src/dossiers/pages/rows.client.ts';

/** What the address names, with what the form offers. @throws Fault notFound */
async function around(c: AppContext) {
  const services = c.get('services');
  const { book, places, now } = await dossierRules(services);
  const today = dayOf(now());
  const code = c.req.param('ma');
  const newest = code === undefined ? undefined : book.history(code)[0];
  if (code !== undefined && !newest) throw notFound('thủ tục này');
  const centres = [...places.centres(today)];
  for (const id of newest?.centreIds ?? []) {
    if (!centres.some((one) => one.organId === id)) centres.push({ organId: id, unitId: 0, name: places.name(id) });
  }
  const register = newest && (await organRegister(services));
  return { newest, today, centres, organs: withOwn(await organsToName(services), newest, register?.organs) };
}

/** Organs that the newest version names and the list does not, such as one that has ended, can be kept. */
function withOwn(
  organs: readonly OrganChoice[],
  newest: ProcedureVersion | undefined,
  ever: OrganRegister['organs'] | undefined,
): readonly OrganChoice[] {
  if (!newest || !ever) return organs;
  const nameOf = (template: string) => [...ever.values()].find((organ) => organ.template === template)?.shortName;
  const known = new Set(organs.map((one) => templatesKey(one.templates)));
  const own = [newest.authorityTemplates, ...newest.steps.map((s) => s.templates)];
  const missing = new Map(own.map((templates) => [templatesKey(templates), templates] as const));
  const more = [...missing].filter(([key]) => !known.has(key));
  return [
    ...organs,
    ...more.map(([key, templates]) => ({
      ...{ templates, level: newest.level, names: [] },
      label: nameOf(templates[0]!) ?? key,
    })),
  ];
}

const isStale = (fault: FormFault | undefined): boolean => isFault(fault) && fault.kind === 'stale';

async function showForm(c: AppContext, failed?: Partial<Failed> & { sent: SentForm }): Promise<Response> {
  const told = isStale(failed?.fault);
  if (told) await refreshBook(c.get('services'));
  const { newest, today, centres, organs } = await around(c);
  const form = failed?.sent ?? (newest ? formOf(newest, offeredDay(newest, today)) : blankForm());
  const names = {
    organ: (key: string) => organs.find((one) => templatesKey(one.templates) === key)?.label ?? '',
    centre: (id: number) => centres.find((one) => one.organId === id)?.name ?? '',
  };
  return page(
    c,
    { title: newest ? 'Bản mới của thủ tục' : 'Thêm thủ tục', scripts: [SCRIPT], status: failed?.status },
    <VersionPage
      {...{ newest, centres, organs, form }}
      ahead={newest !== undefined && newest.validFrom > today}
      fault={failed?.fault}
      differences={told && newest ? differences(newest, formatDay(newest.validFrom), form, names) : undefined}
    />,
  );
}

function keep(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const by = principalOf(c);
  return submit(
    c,
    async (form) => {
      const changed = changedRows(form, form.values.viec ?? '');
      if (changed) return showForm(c, { sent: changed });
      const { newest, today, centres, organs } = await around(c);
      const written = writtenIn(form, organs, new Set(centres.map((one) => one.organId)));
      const facts = versionFrom({ ...written, code: newest?.code ?? written.code });
      const at = { seen: newest ? form.version : null, backdated: form.values['lui-ngay'] === 'co', today };
      await services.db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'procedure.keep', personId: by.personId }, () =>
          keepVersion(tx, by, facts, at),
        ),
      );
      await refreshBook(services);
      return redirectWith(c, `/thu-tuc/${facts.code}`, {
        tone: 'success',
        text: `Đã lưu bản có hiệu lực từ ${formatDay(facts.validFrom)}.`,
      });
    },
    (failed) => showForm(c, failed),
  );
}

async function showEnd(c: AppContext, failed?: Failed, status?: ContentfulStatusCode): Promise<Response> {
  const told = isStale(failed?.fault);
  if (told) await refreshBook(c.get('services'));
  const { newest } = await around(c);
  if (!newest) throw notFound('thủ tục này');
  return page(
    c,
    { title: 'Bãi bỏ thủ tục', status },
    <>
      <Breadcrumbs
        links={[
          { label: 'Thủ tục', href: '/thu-tuc' },
          { label: newest.code, href: `/thu-tuc/${newest.code}` },
        ]}
      />
      <Heading
        title="Bãi bỏ thủ tục"
        caption={`${newest.name} · ${newest.code}`}
        lead="Sau ngày cuối không nhận hồ sơ mới. Hồ sơ đã nhận vẫn giải quyết tiếp."
      />
      <FormPage
        action={`/thu-tuc/${newest.code}/bai-bo`}
        submit="Bãi bỏ"
        submitKind="warning"
        cancelHref={`/thu-tuc/${newest.code}`}
        version={newest.edition}
        sent={failed?.sent}
        fault={failed?.fault}
      >
        <DayField name="ngay-cuoi" label="Ngày cuối còn hiệu lực" />
        <TextField name="ly-do" label="Căn cứ" hint="Số, ngày quyết định bãi bỏ" maxLength={500} />
      </FormPage>
    </>,
  );
}

function end(c: AppContext): Promise<Response> {
  const services = c.get('services');
  const by = principalOf(c);
  const code = c.req.param('ma') ?? '';
  return submit(
    c,
    async (form) => {
      const today = dayOf(services.clock());
      const lastDay = parseDay(form.values['ngay-cuoi'] ?? '');
      if (!lastDay) throw invalid('day', 'Hãy nhập ngày dạng ngày/tháng/năm, ví dụ 5/9/2026.', 'ngay-cuoi');
      const asked = { code, seen: form.version, lastDay, reason: form.values['ly-do'] ?? '', today };
      await services.db.write(by, (tx) =>
        writeOnce(tx, { key: form.key, purpose: 'procedure.end', personId: by.personId }, () =>
          endProcedure(tx, by, asked),
        ),
      );
      await refreshBook(services);
      return redirectWith(c, `/thu-tuc/${code}`, {
        tone: 'success',
        text: `Thủ tục còn hiệu lực đến hết ngày ${formatDay(lastDay)}.`,
      });
    },
    (failed) => showEnd(c, failed, failed.status),
  );
}
