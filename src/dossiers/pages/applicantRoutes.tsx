import type { VNode } from 'preact';
import { dayOf, formatDay } from '../../kernel/day.ts';
import { isFault, notFound } from '../../kernel/errors.ts';
import { parseId } from '../../kernel/ids.ts';
import { appendEvent } from '../../platform/audit/appendEvent.ts';
import { writeOnce } from '../../platform/db/writeOnce.ts';
import { attachment } from '../../platform/http/attachment.ts';
import { statusOfFault } from '../../platform/http/failure.tsx';
import {
  type AppContext,
  type Form,
  page,
  type RouteTable,
  readForm,
  redirectWith,
} from '../../platform/http/index.ts';
import {
  Breadcrumbs,
  type FormFault,
  FormPage,
  Heading,
  Radios,
  Select,
  SummaryList,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { applicantFields, kindWords } from '../applicants/model.ts';
import { type Applicant, applicantById } from '../applicants/store.ts';
import { correctDossier } from '../correctDossier.ts';
import { filesOfDossier } from '../lists.ts';
import { mayCorrect, readDossiers, receiveDossiers } from '../policy.ts';
import type { DossierRules } from '../rules.ts';
import { deliveryWayWords } from '../status.ts';
import { type DossierDetail, dossierByCode } from '../store.ts';
import { seenDossier } from '../takeStep.ts';
import { officerOf } from './officer.ts';
import { ApplicantFields, PaperFields } from './receive.tsx';
import { receptionFrom } from './receiveForm.ts';
import { codeOf, showDossier } from './show.tsx';

/** What touches personal data: read only on purpose, with the reading on record; put right with a reason. And the files. */
export const applicantRoutes: RouteTable = [
  { method: 'get', path: '/ho-so/:ma', may: readDossiers, handle: (c) => showDossier(c, codeOf(c)) },
  { method: 'post', path: '/ho-so/:ma/nguoi-nop', may: readDossiers, handle: readApplicant },
  { method: 'get', path: '/ho-so/:ma/sua', may: receiveDossiers, handle: (c) => showCorrection(c) },
  { method: 'post', path: '/ho-so/:ma/sua', may: receiveDossiers, handle: correct },
  { method: 'get', path: '/ho-so/:ma/tep/:tep', may: readDossiers, handle: giveFile },
];

async function readApplicant(c: AppContext): Promise<Response> {
  const code = codeOf(c);
  const { db } = c.get('services');
  const { principal } = await officerOf(c);
  const { a, d } = await db.write(principal, async (tx) => {
    const dossier = await seenDossier(tx, code, null);
    const { rows } = await tx.executeQuery(applicantById(tx, dossier.unitId, dossier.applicantId).compile());
    if (!rows[0]) throw notFound('người nộp này');
    await appendEvent(tx, principal, {
      kind: 'dossier.applicant_read',
      subjectType: 'dossier',
      subjectId: dossier.id,
      unitId: dossier.unitId,
    });
    return { a: rows[0] as Applicant, d: dossier };
  });
  return page(c, { title: 'Người nộp hồ sơ' }, <ApplicantPage {...{ a, d }} />);
}

function ApplicantPage({ a, d }: { a: Applicant; d: DossierDetail }): VNode {
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Hồ sơ', href: '/ho-so' },
          { label: d.code, href: `/ho-so/${d.code}` },
        ]}
      />
      <Heading title={a.name} caption="Người nộp hồ sơ" lead="Lần xem này đã được ghi vào nhật ký của hồ sơ." />
      <SummaryList
        rows={[
          { key: 'Loại', value: kindWords[a.kind] },
          { key: 'Số định danh, mã số thuế', value: a.idNumber },
          { key: 'Ngày sinh', value: a.birthDay && formatDay(a.birthDay) },
          { key: 'Địa chỉ', value: a.address || null },
          { key: 'Điện thoại', value: a.phone },
          { key: 'Thư điện tử', value: a.email },
          { key: 'Nộp thay', value: d.proxy },
        ]}
      />
    </>
  );
}

async function showCorrection(c: AppContext, sent?: Form, fault?: FormFault, status?: 409 | 422): Promise<Response> {
  const code = codeOf(c);
  const { db } = c.get('services');
  const { rules, principal } = await officerOf(c);
  const [found] = await db.read(principal, dossierByCode(db.build, code));
  const d = found[0];
  if (!d || !mayCorrect(principal, d, rules.places)) throw notFound('hồ sơ này');
  const [people] = await db.read(principal, applicantById(db.build, d.unitId, d.applicantId));
  return page(
    c,
    { title: `Sửa hồ sơ ${code}`, status },
    <CorrectionPage {...{ d, rules, sent, fault }} a={people[0]!} day={rules.now()} />,
  );
}

function CorrectionPage(props: {
  d: DossierDetail;
  a: Applicant;
  rules: DossierRules;
  day: number;
  sent?: Form;
  fault?: FormFault;
}): VNode {
  const { d, a, rules } = props;
  const version = rules.book.version(d.procedureVersionId)!;
  return (
    <>
      <Breadcrumbs
        links={[
          { label: 'Hồ sơ', href: '/ho-so' },
          { label: d.code, href: `/ho-so/${d.code}` },
        ]}
      />
      <Heading
        title="Sửa thông tin tiếp nhận"
        caption={`Hồ sơ ${d.code}`}
        lead="Nội dung cũ và lý do được lưu. Nhận nhầm thủ tục thì ghi rút hồ sơ rồi tiếp nhận lại."
      />
      <FormPage
        action={`/ho-so/${d.code}/sua`}
        version={d.version}
        sent={props.sent}
        fault={props.fault}
        submit="Lưu sửa đổi"
        cancelHref={`/ho-so/${d.code}`}
      >
        <ApplicantFields value={{ ...applicantFields(a), 'nop-thay': d.proxy ?? '' }} />
        <PaperFields version={version} required={0} received={d.papers.map((p) => p.no)} />
        <TextField name="so-bo" label="Số bộ hồ sơ" value={String(d.copies)} width={4} inputMode="numeric" />
        <TextField name="trich-yeu" label="Trích yếu" value={d.summary} optional maxLength={500} />
        <Radios
          name="cach-tra"
          label="Nhận kết quả"
          value={d.deliveryWay}
          inline
          choices={Object.entries(deliveryWayWords).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="noi-tra"
          label="Nơi trả kết quả"
          value={String(d.returnId)}
          options={rules.places.centres(dayOf(props.day)).map((o) => ({ value: String(o.organId), label: o.name }))}
        />
        <TextArea name="ly-do" label="Lý do sửa" rows={3} />
      </FormPage>
    </>
  );
}

async function correct(c: AppContext): Promise<Response> {
  const code = codeOf(c);
  const { rules, principal } = await officerOf(c);
  const services = c.get('services');
  const form = await readForm(c);
  try {
    const [found] = await services.db.read(principal, dossierByCode(services.db.build, code));
    if (!found[0]) throw notFound('hồ sơ này');
    const typed = receptionFrom(form, rules.book.version(found[0].procedureVersionId)!);
    await services.db.write(principal, (tx) =>
      writeOnce(tx, { key: form.key, purpose: 'dossier.correct', personId: principal.personId }, async () => {
        const { applicant, proxy, summary, papers, copies, deliveryWay } = typed;
        const returnId = parseId(form.values['noi-tra']) ?? found[0]!.returnId;
        const reason = form.values['ly-do'] ?? '';
        const input = {
          code,
          version: form.version,
          applicant,
          proxy,
          summary,
          papers,
          copies,
          deliveryWay,
          returnId,
          reason,
        };
        await correctDossier(tx, principal, rules, input);
      }),
    );
  } catch (error) {
    if (!isFault(error) || !['invalid', 'conflict', 'stale'].includes(error.kind)) throw error;
    return showCorrection(c, form, error, statusOfFault(error) as 422);
  }
  return redirectWith(c, `/ho-so/${code}`, { tone: 'success', text: 'Đã sửa thông tin tiếp nhận.' });
}

async function giveFile(c: AppContext): Promise<Response> {
  const { db } = c.get('services');
  const [files] = await db.read((await officerOf(c)).principal, filesOfDossier(db.build, codeOf(c)));
  const file = files.find((f) => f.id === parseId(c.req.param('tep')));
  if (!file) throw notFound('tệp này');
  return attachment(c, file);
}
