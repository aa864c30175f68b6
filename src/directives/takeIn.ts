import { createHash } from 'node:crypto';
import { dayOf } from '../kernel/day.ts';
import { type Fault, forbidden, invalid } from '../kernel/errors.ts';
import type { Principal } from '../kernel/principal.ts';
import { cleanLine, cleanText } from '../kernel/vietnamese.ts';
import { organRegister } from '../organs/index.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { writeOnce } from '../platform/db/writeOnce.ts';
import { type ExtractedText, extractText, type FileKind, mimeOf, recognise } from '../platform/files/index.ts';
import type { Services } from '../platform/services.ts';
import { type AgencyContext, agenciesOf, agencyContext, lexiconOf } from './agencies.ts';
import { askForProposals } from './assistant/assistantJob.ts';
import { fingerprint } from './fingerprint.ts';
import { keepReading } from './learned/keepExample.ts';
import { prepareDirectives } from './policy.ts';
import { type Reading, type ReadTask, readDirective } from './reader/index.ts';
import { type StoredReading, searchKey, withSameFile } from './store/directive.ts';
import { insertDrafts, type NewDraft } from './store/draft.ts';
import type { TextSection } from './typeset.ts';

/** What is fed in: a file, or text pasted into the form. */
export type Intake = { kind: 'file'; bytes: Uint8Array; name: string } | { kind: 'paste'; text: string };

/** A directive taken in; `already` where the same content lies there from before, and nothing was added. */
export interface TakenIn {
  id: number;
  already: boolean;
}

/** What a form's text field may carry; a directive of 300 pages has some 700,000 letters. */
const LONGEST_TEXT = 1_500_000;
const SHORTEST_TEXT = 40;
const PASTED_NAME = 'van-ban-dan.txt';

/**
 * Takes a document in: keeps the original, reads it, finds which organs its agencies are, and opens it at the reading desk.
 * Either all of that is stored or nothing. A text that calls itself secret is refused; only that it came, with its number,
 * is put on record (Luật Bảo vệ bí mật nhà nước: not in an ordinary networked system).
 * @throws Fault forbidden, invalid (field tep or noi-dung), tooLarge
 */
export async function takeIn(services: Services, by: Principal, key: string, intake: Intake): Promise<TakenIn> {
  const issuer = by.servesId;
  if (!prepareDirectives.allows(by) || issuer === null) {
    throw forbidden('Chỉ văn phòng của cơ quan ban hành mới nhận văn bản vào để giao việc.');
  }
  const original = await readOriginal(intake);
  const [earlier] = await services.db.read(by, withSameFile(services.db.build, original.sha256));
  if (earlier && earlier.length > 0) return { id: earlier[0]!.id, already: true };

  const text = storable(original.extracted.text);
  const field = intake.kind === 'file' ? 'tep' : 'noi-dung';
  if (text.replace(/\s/g, '').length < SHORTEST_TEXT) {
    throw invalid(
      'directive.empty',
      'Không đọc được chữ nào đáng kể trong văn bản này. Hãy kiểm tra lại tệp hoặc dán nội dung.',
      field,
    );
  }
  if (text.length > LONGEST_TEXT) {
    throw invalid(
      'directive.too_long',
      'Văn bản quá dài (trên 600 trang). Hãy tách phần phụ lục ra rồi nhận lại.',
      field,
    );
  }
  const register = await organRegister(services);
  const reading = readDirective(text, { lexicon: lexiconOf(register) });
  if (reading.document.secrecy) throw await refuseSecret(services, by, reading, field);
  const stored = await services.files.put(original.bytes);
  const at = agencyContext(register, by, dayOf(services.clock()), reading.document.title);
  return services.db.write(by, (tx) =>
    writeOnce(tx, { key, purpose: 'directive.take_in', personId: by.personId }, async () => {
      const id = await insertDirective(tx, by, issuer, intake.kind, reading, original.extracted.pages.length);
      await insertDrafts(
        tx,
        id,
        by.personId,
        reading.tasks.map((task, i) => draftOf(task, i + 1, at)),
      );
      await keepReading(tx, id, reading);
      await askForProposals(tx, services.config, id, reading);
      await tx
        .insertInto('file')
        .values({
          sha256: stored.sha256,
          size: stored.size,
          name: original.name,
          media_type: mimeOf(original.kind),
          subject_type: 'directive',
          subject_id: id,
          kind: 'original',
          added_by: by.personId,
        })
        .execute();
      await appendEvent(tx, by, {
        kind: 'directive.taken_in',
        subjectType: 'directive',
        subjectId: id,
        data: { source: intake.kind, sha256: stored.sha256, tasks: reading.tasks.length },
      });
      return { id, already: false };
    }),
  );
}

interface Original {
  bytes: Uint8Array;
  sha256: string;
  name: string;
  kind: FileKind;
  extracted: Pick<ExtractedText, 'text' | 'pages'>;
}

async function readOriginal(intake: Intake): Promise<Original> {
  const hashed = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  if (intake.kind === 'paste') {
    const bytes = Buffer.from(intake.text, 'utf8');
    return {
      bytes,
      sha256: hashed(bytes),
      name: PASTED_NAME,
      kind: 'txt',
      extracted: { text: intake.text, pages: [] },
    };
  }
  const kind = await recognise(intake.bytes, intake.name);
  const extracted = await extractText(intake.bytes, { name: intake.name });
  return {
    bytes: intake.bytes,
    sha256: hashed(intake.bytes),
    name: cleanLine(intake.name).slice(0, 200) || 'van-ban',
    kind,
    extracted,
  };
}

/** Text as it is kept: composed, without control characters; the ends of pages stay, because the reader knows them. */
const storable = (text: string): string => text.split('\f').map(cleanText).join('\f').toWellFormed();

async function refuseSecret(services: Services, by: Principal, { document }: Reading, field: string): Promise<Fault> {
  await services.db.write(by, (tx) =>
    appendEvent(tx, by, {
      kind: 'directive.secret_refused',
      subjectType: 'organ',
      subjectId: by.organId,
      data: { secrecy: document.secrecy, symbol: document.symbol, issuedOn: document.date },
    }),
  );
  return invalid(
    'directive.secret',
    `Văn bản có độ “${document.secrecy}”: không được đưa vào hệ thống này. Nội dung không được lưu; chỉ ghi lại việc từ chối cùng số, ngày của văn bản. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước.`,
    field,
  );
}

async function insertDirective(
  tx: Tx,
  by: Principal,
  issuerOrganId: number,
  source: 'file' | 'paste',
  { text, document, sections, references, recipients, warnings }: Reading,
  pages: number,
): Promise<number> {
  const kept: StoredReading = {
    sections: sections.map(bareSection),
    references,
    recipients,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    symbolPartial: document.symbolPartial ?? null,
    datePartial: document.datePartial ?? null,
    issuer: document.issuer,
    // A text file is one stretch, which says nothing of its pages.
    pages: pages > 1 ? pages : null,
  };
  const facts = { symbol: document.symbol, type: document.type, title: cleanLine(document.title ?? '') };
  const { id } = await tx
    .insertInto('directive')
    .values({
      unit_id: by.unitId,
      owner_organ_id: by.organId,
      issuer_organ_id: issuerOrganId,
      state: 'reading',
      number: document.number,
      issued_on: document.date,
      signer: document.signer,
      signer_title: document.signerTitle,
      urgency: document.urgency,
      source: source === 'file' ? 'upload' : 'paste',
      text,
      reading: JSON.stringify(kept),
      fingerprint: fingerprint(text),
      organ_ids: [...new Set([by.organId, issuerOrganId])],
      search_key: searchKey(facts),
      created_by: by.personId,
      ...facts,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const bareSection = ({ level, span, children }: TextSection): TextSection => ({
  level,
  span,
  children: children.map(bareSection),
});

function draftOf(task: ReadTask, ordinal: number, at: AgencyContext): NewDraft {
  return {
    ordinal,
    state: 'found',
    origin: 'read',
    evidence: task.evidence,
    spans: {
      ...(task.topicSpan ? { topic: task.topicSpan } : {}),
      ...(task.deadlineSpan ? { deadline: task.deadlineSpan } : {}),
      agencies: [...task.leadSpans, ...task.coordinateSpans],
    },
    topic: task.topic ?? null,
    action: cleanLine(task.action),
    dueOn: task.deadline,
    deadlineText: task.deadlineText,
    condition: task.condition,
    recurrence: task.recurrence,
    reportTo: task.reportTo,
    basis: task.basis,
    agencies: agenciesOf(task, at),
    rule: task.rule,
    reason: task.reason,
    confidence: task.confidence,
    sure: task.sure,
    optional: task.optional,
  };
}
