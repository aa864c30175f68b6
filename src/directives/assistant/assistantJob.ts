import { type Kysely, sql, type Transaction } from 'kysely';
import { z } from 'zod';
import { dayOf } from '../../kernel/day.ts';
import { organRegister } from '../../organs/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Tx } from '../../platform/db/access.ts';
import type { DB } from '../../platform/db/schema.generated.ts';
import type { Job } from '../../platform/jobs/index.ts';
import type { Services } from '../../platform/services.ts';
import { type AgencyContext, agencyContext, lexiconOf, readAgency } from '../agencies.ts';
import { isSamePlace } from '../learned/score.ts';
import { type Draft, ordinalsAfter } from '../model.ts';
import { type Reading, readDirective } from '../reader/index.ts';
import { directiveById } from '../store/directive.ts';
import { draftsIn, insertDrafts } from '../store/draft.ts';
import { assistantOf } from './askAssistant.ts';
import { gapsIn } from './gaps.ts';
import type { Proposal } from './proposals.ts';
import { type Proposed, propose } from './propose.ts';

/** What the clerk reads beside each proposal. */
export const PROPOSED_REASON = 'Trợ lý đề xuất, cần người kiểm tra.';
const FAILED = {
  code: 'assistant_failed',
  message: 'Trợ lý không trả lời được, nên không có đề xuất nào thêm. Kết quả máy đọc vẫn nguyên như trên.',
};
/** In the record of events: what stands beside a directive that the assistant has been asked about. */
const ASKED = 'directive.assistant_asked';

/** Asks for proposals after intake, in its transaction, where an assistant is set and there is something to ask. */
export async function askForProposals(tx: Tx, config: Config, directiveId: number, reading: Reading): Promise<void> {
  if (assistantOf(config) === null || gapsIn(reading).length === 0) return;
  await sql`select ask_assistant(${directiveId}::bigint)`.execute(tx);
}

/** Adds the assistant's proposals to a desk some moments after intake, so that nobody waits for it. */
export const assistantJob = (services: Pick<Services, 'config' | 'db' | 'log' | 'clock'>): Job => ({
  name: 'directive.assistant',
  work: async (payload) => {
    const { directiveId } = z.object({ directiveId: z.int() }).parse(payload);
    await addProposals(services, directiveId);
  },
});

async function addProposals(services: Parameters<typeof assistantJob>[0], directiveId: number): Promise<void> {
  const service = assistantOf(services.config);
  const system = services.db.system;
  const directive = await directiveById(system, directiveId).executeTakeFirst();
  if (!service || directive?.state !== 'reading' || (await wasAsked(system, directiveId))) return;
  const register = await organRegister(services);
  const owner = register.organs.get(directive.ownerOrganId as never);
  if (!owner?.unitId) return;
  const reading = readDirective(directive.text, { lexicon: lexiconOf(register) });
  const proposed = await propose(service, reading);
  if (proposed.failure) services.log.warn({ directiveId, failure: proposed.failure }, 'the assistant was of no help');
  const office = { level: owner.level, unitId: owner.unitId, branch: owner.branch };
  const at = agencyContext(register, office, dayOf(services.clock()), directive.title);
  await system.transaction().execute((tx) => keep(tx, directiveId, proposed, at));
}

/** The desk may have been worked at meanwhile: what a clerk has touched is not spoken into. */
async function keep(tx: Transaction<DB>, directiveId: number, proposed: Proposed, at: AgencyContext): Promise<void> {
  const held = await tx
    .selectFrom('directive')
    .where('id', '=', directiveId)
    .where('state', '=', 'reading')
    .select('unit_id')
    .forUpdate()
    .executeTakeFirst();
  if (!held || (await wasAsked(tx, directiveId))) return;
  const drafts = await draftsIn(tx, directiveId);
  const touched = drafts.filter((d) => d.state !== 'found' || d.origin !== 'read' || d.version > 1);
  const fresh = proposed.proposals.filter(
    (p) => !touched.some((d) => d.evidence !== null && isSamePlace(p.evidence, d.evidence)),
  );
  const ordinals = ordinalsFor(fresh, drafts);
  await insertDrafts(
    tx,
    directiveId,
    null,
    fresh.map((proposal, i) => draftOf(proposal, ordinals[i]!, at)),
  );
  if (proposed.failure) {
    await sql`update directive set reading = jsonb_set(reading, '{warnings}',
      coalesce(reading->'warnings', '[]') || ${JSON.stringify(FAILED)}::jsonb) where id = ${directiveId}`.execute(tx);
  }
  await tx
    .insertInto('event')
    .values({
      unit_id: held.unit_id,
      kind: ASKED,
      subject_type: 'directive',
      subject_id: directiveId,
      data: JSON.stringify({
        paragraphs: proposed.asked,
        proposed: fresh.length,
        failed: proposed.failure !== null,
        ordinals: ordinals.map(String),
      }),
    })
    .execute();
}

const wasAsked = async (db: Kysely<DB>, directiveId: number): Promise<boolean> =>
  (await db
    .selectFrom('event')
    .where('subject_type', '=', 'directive')
    .where('subject_id', '=', directiveId)
    .where('kind', '=', ASKED)
    .select('id')
    .executeTakeFirst()) !== undefined;

/** Each proposal is numbered after the last task that begins before it: 3.1. */
function ordinalsFor(proposals: readonly Proposal[], drafts: readonly Draft[]): number[] {
  const taken = drafts.map((d) => d.ordinal);
  return proposals.map(({ evidence }) => {
    const before = drafts.filter((d) => d.evidence !== null && d.evidence[0] <= evidence[0]).map((d) => d.ordinal);
    const [ordinal] = ordinalsAfter(Math.max(0, ...before), taken, 1);
    taken.push(ordinal!);
    return ordinal!;
  });
}

const draftOf = (p: Proposal, ordinal: number, at: AgencyContext) => ({
  ordinal,
  state: 'found' as const,
  origin: 'assistant' as const,
  evidence: p.evidence,
  spans: { ...(p.deadlineSpan ? { deadline: p.deadlineSpan } : {}), agencies: p.agencySpans },
  topic: null,
  action: p.action,
  dueOn: p.deadline,
  deadlineText: p.deadlineText,
  condition: p.condition,
  recurrence: p.recurrence,
  reportTo: [],
  basis: [],
  agencies: [
    ...p.lead.map((name) => readAgency('lead', name, at)),
    ...p.coordinate.map((name) => readAgency('coordinate', name, at)),
  ],
  rule: 'assistant',
  reason: PROPOSED_REASON,
  confidence: null,
  sure: false,
});
