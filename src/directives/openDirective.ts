import type { Principal } from '../kernel/principal.ts';
import { cleanLine } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Config } from '../platform/config/index.ts';
import type { Tx } from '../platform/db/access.ts';
import type { StoredFile } from '../platform/files/index.ts';
import { type AgencyContext, agenciesOf } from './agencies.ts';
import { askForProposals } from './assistant/assistantJob.ts';
import type { Extracted } from './extracted.ts';
import { fingerprint } from './fingerprint.ts';
import { keepReading } from './learned/keepExample.ts';
import type { Reading, ReadTask } from './reader/index.ts';
import { type StoredReading, searchKey } from './store/directive.ts';
import { insertDrafts, type NewDraft } from './store/draft.ts';
import { insertPages } from './store/page.ts';
import type { TextSection } from './typeset.ts';

/** A document that has been read, with its original, which the file store keeps already. */
export interface ReadDocument {
  source: 'upload' | 'paste';
  original: StoredFile & { name: string; mediaType: string };
  reading: Reading;
  extracted: Extracted;
}

/**
 * Opens a document at the reading desk: the directive, its tasks with the organs that their agencies are, its pages, its
 * original. All in the caller's transaction.
 * @returns the directive's id
 */
export async function openDirective(
  tx: Tx,
  by: Principal,
  document: ReadDocument,
  { config, issuerOrganId, at }: { config: Config; issuerOrganId: number; at: AgencyContext },
): Promise<number> {
  const { source, original, reading, extracted } = document;
  const id = await insertDirective(tx, by, issuerOrganId, source, reading, extracted);
  await insertDrafts(
    tx,
    id,
    by.personId,
    reading.tasks.map((task, i) => draftOf(task, i + 1, at)),
  );
  await insertPages(tx, id, extracted);
  await keepReading(tx, id, reading);
  await askForProposals(tx, config, id, reading);
  await tx
    .insertInto('file')
    .values({
      sha256: original.sha256,
      size: original.size,
      name: original.name,
      media_type: original.mediaType,
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
    data: { source: source === 'upload' ? 'file' : 'paste', sha256: original.sha256, tasks: reading.tasks.length },
  });
  return id;
}

async function insertDirective(
  tx: Tx,
  by: Principal,
  issuerOrganId: number,
  source: 'upload' | 'paste',
  { text, document, sections, references, recipients, warnings }: Reading,
  extracted: Extracted,
): Promise<number> {
  const kept: StoredReading = {
    sections: sections.map(bareSection),
    references,
    recipients,
    warnings: [...extracted.warnings, ...warnings].map(({ code, message }) => ({ code, message })),
    symbolPartial: document.symbolPartial ?? null,
    datePartial: document.datePartial ?? null,
    issuer: document.issuer,
    // A text file is one stretch, which says nothing of its pages.
    pages: extracted.pages.length > 1 ? extracted.pages.length : null,
    ...(extracted.signatures ? { signatures: extracted.signatures } : {}),
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
      source,
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
