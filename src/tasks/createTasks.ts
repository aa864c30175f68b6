import { calendarsNow } from '../calendar/index.ts';
import type { IssuedDirective } from '../directives/index.ts';
import type { Principal } from '../kernel/principal.ts';
import { fold } from '../kernel/vietnamese.ts';
import { appendEvent } from '../platform/audit/appendEvent.ts';
import type { Tx } from '../platform/db/access.ts';
import { opinionDay } from './opinions/opinionDay.ts';

/**
 * Issuing makes one task for each thing asked, with a charge for each lead and coordinating organ. A task that waits for an
 * event and has no date starts as 'condition'.
 */
export async function createTasks(tx: Tx, by: Principal, issued: IssuedDirective): Promise<void> {
  const { state: calendar } = await calendarsNow(tx);
  for (const work of issued.tasks) {
    const leads = [...new Set(work.leads)];
    const coordinators = [...new Set(work.coordinators)].filter((id) => !leads.includes(id));
    const state = work.condition && !work.dueOn && !work.recurrence ? ('condition' as const) : ('working' as const);
    const { id } = await tx
      .insertInto('task')
      .values({
        unit_id: issued.unitId,
        directive_id: issued.id,
        issuer_organ_id: issued.issuerOrganId,
        owner_organ_id: issued.ownerOrganId,
        lead_organ_ids: leads,
        coordinator_organ_ids: coordinators,
        ordinal: work.ordinal,
        source: issued.symbol,
        action: work.action,
        topic: work.topic,
        evidence_start: work.evidenceStart,
        evidence_end: work.evidenceEnd,
        due_on: work.dueOn,
        opinion_due_on: coordinators.length > 0 ? opinionDay(calendar, work.dueOn, issued.issuedOn) : null,
        periods_from: work.recurrence ? issued.issuedOn : null,
        deadline_text: work.deadlineText,
        condition: work.condition,
        recurrence: work.recurrence,
        report_to: work.reportTo,
        basis: work.basis,
        state,
        started_on: issued.issuedOn,
        organ_ids: [...new Set([issued.ownerOrganId, issued.issuerOrganId, ...leads, ...coordinators])],
        search_key: fold([issued.symbol, work.topic ?? '', work.action].join(' ')),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('charge')
      .values([
        ...leads.map((organ_id) => ({ task_id: id, organ_id, role: 'lead' as const, state, due_on: work.dueOn })),
        ...coordinators.map((organ_id) => ({
          task_id: id,
          organ_id,
          role: 'coordinate' as const,
          state,
          due_on: work.dueOn,
        })),
      ])
      .execute();
    await appendEvent(tx, by, {
      kind: 'task.assigned',
      subjectType: 'task',
      subjectId: id,
      unitId: issued.unitId,
      data: { directiveId: issued.id, source: issued.symbol, leads, coordinators, dueOn: work.dueOn },
    });
  }
}
